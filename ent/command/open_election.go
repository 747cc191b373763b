package command

import (
	"context"
	"slices"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/objection"
	"sifang/ent/db/publication"
	"sifang/ent/db/vote"
	"sifang/ent/poll"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/rule"
	"sifang/schema/slate"
)

// settlePaper makes sure that everybody can know who stands in an election that
// is to be opened. It refuses with CANDIDATES_NOT_POSTED where the rules of
// today ask for a list and some candidate was not on it for long enough, and
// with OBJECTIONS_UNANSWERED. Where no list is asked for, the paper is the list.
// Those who were tied were on the list of the first vote.
func (p polled) settlePaper(ctx context.Context, tx *ent.Tx) error {
	if p.vote.Kind != schema.VoteKindElection {
		return nil
	}
	candidates, err := poll.OnPaper(ctx, tx.Client, p.vote.ID)
	if err != nil {
		return err
	}
	unposted, err := p.unposted(ctx, tx, candidates)
	if err != nil {
		return err
	}
	disputed, err := unanswered(ctx, tx, candidates)
	if err != nil {
		return err
	}
	if err := refuse(unposted, disputed); err != nil {
		return err
	}
	return listed(ctx, tx, "openVote", slices.DeleteFunc(candidates, func(c *db.Candidate) bool {
		return c.Status != schema.CandidateStatusNominated
	}))
}

// unposted refuses an election before the list of its candidates was posted for
// as long as the rules ask. A list that is posted too late only time can mend,
// so nobody is asked to acknowledge it.
func (p polled) unposted(ctx context.Context, tx *ent.Tx, candidates []*db.Candidate) (*fault.Fault, error) {
	periods, asked, err := poll.ListPeriods(ctx, tx.Client, p.meeting, tx.Today)
	if err != nil || !asked || p.vote.TieBreakOfID != nil {
		return nil, err
	}
	last, err := tx.Publication.Query().Where(publication.VoteID(p.vote.ID), publication.KindEQ(schema.PublicationKindCandidates)).
		Order(db.Desc(publication.FieldUntil)).First(ctx)
	if err != nil && !db.IsNotFound(err) {
		return nil, err
	}
	count, earliest := 0, tx.Today
	for _, c := range candidates {
		posting := slate.Posted(tx.Today, periods)
		if c.ListedAt != nil && last != nil {
			posting = slate.Posting{Listed: day.Of(*c.ListedAt), Until: last.Until}
		}
		if opens := posting.Opens(periods); opens.After(tx.Today) {
			count, earliest = count+1, day.Latest(earliest, opens)
		}
	}
	if count == 0 {
		return nil, nil
	}
	return fault.New(fault.CandidatesNotPosted, "count", count, "earliest", earliest).At("voteId"), nil
}

// unanswered refuses an election while somebody waits for an answer to an
// objection to a candidate.
func unanswered(ctx context.Context, tx *ent.Tx, candidates []*db.Candidate) (*fault.Fault, error) {
	count, err := tx.Objection.Query().Where(objection.CandidateIDIn(idsOf(candidates)...),
		objection.StatusEQ(schema.ObjectionStatusFiled)).Count(ctx)
	if err != nil || count == 0 {
		return nil, err
	}
	return fault.New(fault.ObjectionsUnanswered, "count", count).At("voteId"), nil
}

// idsOf are the identifiers of candidates.
func idsOf(candidates []*db.Candidate) []ident.ID {
	ids := make([]ident.ID, len(candidates))
	for i, c := range candidates {
		ids[i] = c.ID
	}
	return ids
}

// seatsLeftOpen is the condition of rules for a run-off: that an election before
// it did not fill all seats.
const seatsLeftOpen = "SEATS_LEFT_OPEN"

// conditions are those conditions of the rule that are fulfilled, as was
// confirmed before or as the register tells.
func (p polled) conditions(ctx context.Context, tx *ent.Tx, pinned rule.Rule) ([]string, error) {
	asks := func(c rule.Condition) bool { return c.Code == seatsLeftOpen }
	if !slices.ContainsFunc(pinned.Conditions, asks) || slices.Contains(p.vote.Fulfilled, seatsLeftOpen) {
		return p.vote.Fulfilled, nil
	}
	before, err := tx.Vote.Query().Where(vote.AgendaItemID(p.item.ID), vote.IDNEQ(p.vote.ID),
		vote.KindEQ(schema.VoteKindElection), vote.StatusIn(counted...)).All(ctx)
	if err != nil {
		return nil, err
	}
	for _, v := range before {
		judged, ok, err := poll.Standing(ctx, tx.Client, v, tx.Now)
		if err != nil {
			return nil, err
		}
		if ok && alike(v.PostID, p.vote.PostID) && slices.Contains(short, judged.Election) {
			return append(slices.Clone(p.vote.Fulfilled), seatsLeftOpen), nil
		}
	}
	return p.vote.Fulfilled, nil
}

// short are the elections that did not fill all seats.
var short = []schema.ElectionOutcome{
	schema.ElectionOutcomeEstablishedWithVacancies, schema.ElectionOutcomeNotEstablished,
}
