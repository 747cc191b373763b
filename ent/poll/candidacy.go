package poll

import (
	"context"
	"slices"

	"sifang/ent/db"
	"sifang/ent/db/candidate"
	"sifang/ent/db/objection"
	"sifang/ent/db/publication"
	"sifang/ent/restdays"
	"sifang/ent/sitting"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/rule"
	"sifang/schema/slate"
	"sifang/schema/stage"
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

// Listing is the condition under which what is posted of the vote is who stands
// in it, and MEETING_NOT_CALLED where nobody could know yet when and where the
// election is.
func Listing(v *db.Vote, item *db.AgendaItem) ([]stage.Guard, *fault.Fault) {
	unopened := v.Status == schema.VoteStatusDraft || v.Status == schema.VoteStatusNoticed
	switch {
	case v.Kind != schema.VoteKindElection || !unopened:
		return nil, nil
	case item.NoticedAt == nil:
		return []stage.Guard{stage.ListsCandidates}, fault.New(fault.MeetingNotCalled)
	default:
		return []stage.Guard{stage.ListsCandidates}, nil
	}
}

// Unready lists why the paper of an election is not settled yet: the rules in
// force on the day ask for a list of the candidates, and one of them was not on
// it for long enough (CANDIDATES_NOT_POSTED); or somebody waits for an answer to
// an objection to one of them (OBJECTIONS_UNANSWERED). Those who were tied were
// on the list of the first vote.
//
// That a list was posted late only time can mend, so it is nothing to be
// acknowledged.
func Unready(ctx context.Context, c *db.Client, v *db.Vote, m *db.Meeting, on day.Date) (fault.Faults, error) {
	candidates, err := OnPaper(ctx, c, v.ID)
	if err != nil {
		return nil, err
	}
	var faults fault.Faults
	unposted, err := unposted(ctx, c, v, m, candidates, on)
	if unposted != nil {
		faults = append(faults, unposted)
	}
	if err != nil {
		return nil, err
	}
	ids := make([]ident.ID, len(candidates))
	for i, one := range candidates {
		ids[i] = one.ID
	}
	disputed, err := c.Objection.Query().Where(objection.CandidateIDIn(ids...),
		objection.StatusEQ(schema.ObjectionStatusFiled)).Count(ctx)
	if disputed > 0 {
		faults = append(faults, fault.New(fault.ObjectionsUnanswered, "count", disputed))
	}
	return faults, err
}

// unposted refuses an election before the list of its candidates was posted for
// as long as the rules ask.
func unposted(ctx context.Context, c *db.Client, v *db.Vote, m *db.Meeting, candidates []*db.Candidate, on day.Date) (*fault.Fault, error) {
	periods, asked, err := ListPeriods(ctx, c, m, on)
	if err != nil || !asked || v.TieBreakOfID != nil {
		return nil, err
	}
	last, err := c.Publication.Query().Where(publication.VoteID(v.ID), publication.KindEQ(schema.PublicationKindCandidates)).
		Order(db.Desc(publication.FieldUntil)).First(ctx)
	if err != nil && !db.IsNotFound(err) {
		return nil, err
	}
	rest, err := restdays.Known(ctx, c)
	if err != nil {
		return nil, err
	}
	count, earliest := 0, on
	for _, one := range candidates {
		posting := slate.Posted(on, periods, rest)
		if one.ListedAt != nil && last != nil {
			posting = slate.Posting{Listed: day.Of(*one.ListedAt), Until: last.Until}
		}
		if opens := posting.Opens(periods); opens.After(on) {
			count, earliest = count+1, day.Latest(earliest, opens)
		}
	}
	if count == 0 {
		return nil, nil
	}
	return fault.New(fault.CandidatesNotPosted, "count", count, "earliest", earliest), nil
}

// listOfCandidates is the subject under which sets of rules say how long before
// an election its candidates are posted.
const listOfCandidates = "CANDIDATES"

// ListPeriods are the periods for the list of candidates in a meeting under the
// rules in force on the day. It reports false if they ask for no list.
func ListPeriods(ctx context.Context, c *db.Client, m *db.Meeting, on day.Date) (rule.Periods, bool, error) {
	law, err := sitting.LawOf(ctx, c, m, on)
	if err != nil {
		return rule.Periods{}, false, err
	}
	// What is said about the meeting as a whole, such as the days of its notice,
	// says nothing about candidates.
	only := make(rule.Chain, len(law.Chain))
	for i, set := range law.Chain {
		only[i].Periods = slices.DeleteFunc(slices.Clone(set.Periods), func(p rule.Period) bool {
			return p.Subject != listOfCandidates
		})
	}
	periods, asked := only.Periods(m.Kind, listOfCandidates)
	return periods, asked, nil
}
