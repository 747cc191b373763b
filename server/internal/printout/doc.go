// Package printout puts what is recorded on paper: notices to post, a ballot
// paper for each owner, the lists that are carried from door to door or signed
// at the entrance, the sheets on which papers are counted, and what is posted
// or filed afterwards. The pages are Chinese, made for A4, and print from any
// browser.
//
// A page is a question to the API and a template for its answer. So it shows
// exactly what its reader may see, says what the API says, and nothing on it
// is made up. Each carries a QR code that leads back to itself: whoever reads
// the sheet on a notice board compares it with the register.
package printout
