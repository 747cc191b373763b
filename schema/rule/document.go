package rule

import "sifang/schema/fault"

// ReadDocument reads another document as strictly as a rule, such as a procedure:
// fields tagged rule:"required" must be there, and nothing may be there that is
// not known. Its faults have the path of each mistake.
func ReadDocument(data []byte, into any) fault.Faults { return read(data, into) }

// PrintDocument is the one form of a document that is stored and hashed: JSON in
// UTF-8 without blanks, names sorted.
func PrintDocument(document any) ([]byte, error) { return canonical(document) }
