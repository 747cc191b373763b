package rule

// What the law and the bylaws of estates know, and this package does not judge
// yet. A document that asks for it is refused by that name, so that nobody
// takes a rule for adopted that is applied in half.

// laterFields are sections of a rule.
var laterFields = []string{
	"election", "candidates", // seats, marks, ranking, alternates
	"deemed", "deemedVotes", // silent owners who follow the majority
	"proxies",           // who may vote for whom, and for how many
	"castingVote",       // the chair decides a tie
	"channelPrecedence", // which ballot counts if both were cast
	"invalidBallots",    // whether a spoilt paper takes part
	"objection",         // adopted unless too many object (异议表决)
	"options",           // more than for, against and abstain
	"window",            // how long a vote is open, and extensions
}

// laterWords are values of enumerations.
var laterWords = []string{
	"AGAINST", "ABSTAIN", "LESS_THAN", "AT_MOST", // objection votes
	"CASTING_VOTE", "DRAW_LOTS", "RANKED", "PLURALITY",
	"FOLLOW_MAJORITY",
}
