package rule

// laterWords are words that bylaws know and this package does not judge. A
// document that uses one is refused by that name, so that nobody takes a rule
// for adopted that is applied in half.
var laterWords = []string{
	"DRAW_LOTS", // lots decide between those who are tied (抽签)
}
