package checklist

import (
	"time"

	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/ident"
	"sifang/schema/rule"
)

// Facts are what is known about a vote on a day.
type Facts struct {
	Today day.Date
	Rule  rule.Rule // the one that the vote pins
	Vote  Vote
	// Written: the meeting is held in writing, so that papers must reach people.
	Written bool
	Notice  Notice
	Item    Item
	Roll    Roll
	// Recusals is how many were asked for, and Unruled how many of them wait.
	Recusals, Unruled int
	Verdict           Verdict
	Result            Posting
	Objections        Objections
	Resolution        Resolution
	// Periods are those of the meeting in force, and Sources where they stand.
	Periods rule.Periods
	Sources rule.PeriodSources
	// Bounds are where the bounds of the vote stand, if not in its rule.
	Bounds rule.WindowSources
}

// Vote is how far the vote is. What is nil has not happened, or is not announced.
type Vote struct {
	ID                     ident.ID
	Status                 schema.VoteStatus
	Opened, Closes, Closed *time.Time
	ObjectionsUntil        *day.Date
}

// Notice is how the meeting was called.
type Notice struct {
	Meeting ident.ID
	// Posting is the notice as it hung there; zero where none is on record.
	Posting ident.ID
	Posted  day.Date // zero before it is called
	Held    day.Date
	// Given is how many days of notice there were, as the rule counts them.
	Given int
}

// Item is the item of the agenda.
type Item struct {
	ID      ident.ID
	Noticed *time.Time
	// Authority is the body that decides the matter, Own what the meeting is; empty
	// for one that decides nothing by itself.
	Authority, Own schema.DecisionAuthority
	// Source is where the authority stands; nil if no rules know the matter.
	Source *rule.Source
}

// Roll is who may vote.
type Roll struct {
	ID      ident.ID // zero before it is frozen
	Hash    string
	Entries int
	Heads   int
	Area    schema.FloorArea
	// Served entries were reached by the ballot with the agenda, otherwise than by a
	// posting.
	Served int
}

// Verdict is what the vote came to; zero before it was judged.
type Verdict struct {
	ID      ident.ID
	Quorum  rule.Finding
	Recount schema.RecountResult
}

// Posting is something that was posted; zero if it was not.
type Posting struct {
	ID     ident.ID
	Posted day.Date
	// Until is the last day of the period for which it has to hang, with the days
	// made up for on which it did not.
	Until day.Date
	Days  int
	// Gone: it was found gone, and nobody has found it again.
	Gone bool
}

// Objections bear on the vote, its roll or its candidates.
type Objections struct{ Filed, Unanswered int }

// Resolution is what was issued on the vote; zero if nothing was.
type Resolution struct {
	ID ident.ID
	Posting
}
