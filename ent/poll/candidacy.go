package poll

import (
	"context"
	"slices"

	"sifang/ent/db"
	"sifang/ent/db/candidate"
	"sifang/ent/rules"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/rule"
)

// Nominable refuses to nominate anybody where there is nobody to elect, or only
// those who were tied.
func Nominable(v *db.Vote) *fault.Fault {
	switch {
	case v.Kind != schema.VoteKindElection:
		return fault.New(fault.NotAnElection)
	case v.TieBreakOfID != nil:
		return fault.New(fault.TieBreakHasCandidates)
	default:
		return nil
	}
}

// OnPaper are the candidates who stand in an election, in the order of the
// paper.
func OnPaper(ctx context.Context, c *db.Client, vote ident.ID) ([]*db.Candidate, error) {
	return c.Candidate.Query().Where(candidate.VoteID(vote), candidate.StatusIn(standing...)).
		Order(candidate.ByPosition()).All(ctx)
}

// listOfCandidates is the subject under which sets of rules say how long before
// an election its candidates are posted.
const listOfCandidates = "CANDIDATES"

// ListPeriods are the periods for the list of candidates in a meeting under the
// rules in force on the day. It reports false if they ask for no list.
func ListPeriods(ctx context.Context, c *db.Client, m *db.Meeting, on day.Date) (rule.Periods, bool, error) {
	chain, err := rules.For(ctx, c, m.OrganizationID, on)
	if err != nil {
		return rule.Periods{}, false, err
	}
	// What is said about the meeting as a whole, such as the days of its notice,
	// says nothing about candidates.
	only := make(rule.Chain, len(chain))
	for i, set := range chain {
		only[i].Periods = slices.DeleteFunc(slices.Clone(set.Periods), func(p rule.Period) bool {
			return p.Subject != listOfCandidates
		})
	}
	periods, asked := only.Periods(m.Kind, listOfCandidates)
	return periods, asked, nil
}
