// Package intake reads the lists that a property company or a housing authority
// hands over: which units an estate has, how large they are, and whose they
// are. It takes CSV and Excel workbooks with Chinese or English headings, and
// says of every cell that it cannot take, in which line and column it stands
// and why.
//
// Reading is all it does. It is given bytes and answers rows and faults; what is
// then written into the register, and whether, is decided elsewhere. A roll of
// voters will rest on what it answers, so it never guesses: what is hidden,
// merged, computed by a formula or turned into a date by the spreadsheet is a
// fault, and a file that breaks off is a fault, too, never a shorter list.
//
// The bytes come from outside. Whatever they are, reading them ends soon and
// takes a bounded amount of memory. That is why workbooks are read here, with
// the standard library and in one pass: a library made for all that a workbook
// can hold was measured to take four times as long and most of a gigabyte for
// fifty thousand units, and answers a shorter list, without a word, where a sheet
// breaks off. The tests read what that library writes.
package intake
