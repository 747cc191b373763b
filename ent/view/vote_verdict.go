package view

import (
	"context"
	"maps"
	"time"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/verdict"
	"sifang/ent/poll"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/rule"
	"sifang/schema/tally"
)

// VerdictReport is how a vote stands judged now, with everything that led
// there.
type VerdictReport struct {
	Outcome      schema.VerdictOutcome
	Flags        []schema.VerdictFlag
	Options      []OptionCount
	Divided      int
	SetAside     int
	Invalid      int
	Choices      []ChoiceReport
	Election     *schema.ElectionOutcome
	Buildings    []BuildingCount
	Deemed       *DeemedReport
	Otherwise    []ReadingReport
	Lacking      []string
	Recount      *schema.RecountResult
	Parties      []PartyStand
	Clauses      []ClauseReport
	CanPass      bool
	CanFail      bool
	Explanation  []fault.Words
	ConsentUntil *time.Time
	JudgedAt     *time.Time
}

// OptionCount is how many places on the roll chose something, and what they
// weigh.
type OptionCount struct {
	Choice  schema.BallotChoice
	Ballots int
	Heads   int
	Area    schema.FloorArea
}

// PartyStand is where a party stands. Position is nil where the vote does not
// show voters' choices.
type PartyStand struct {
	PartyID  ident.ID
	Label    string
	Position *schema.PartyPosition
}

// Verdicts tell how each vote stands judged: nil while it was not, or where the
// viewer may not see the verdict. Where absent parties had time to answer, it is
// judged anew once that time is over, though no verb has written that down yet.
func (p Present) Verdicts(ctx context.Context, votes []*db.Vote) ([]*VerdictReport, error) {
	ids := make([]ident.ID, len(votes))
	for i, v := range votes {
		ids[i] = v.ID
	}
	rows, err := p.store.Read().Verdict.Query().Where(verdict.VoteIDIn(ids...)).All(ctx)
	if err != nil {
		return nil, err
	}
	seen := make(map[ident.ID]bool, len(rows))
	for _, row := range rows {
		seen[row.VoteID] = true
	}
	// The verdict is for everybody who sees it, the ballots behind it are not.
	ctx = ent.Unguarded(ctx)
	judged, err := poll.Standings(ctx, p.store.Read(), p.store.Now(), votes...)
	if err != nil {
		return nil, err
	}
	maps.DeleteFunc(judged, func(id ident.ID, _ poll.Judgment) bool { return !seen[id] })
	names, err := named(ctx, p.store.Read(), judged)
	if err != nil {
		return nil, err
	}
	all := make([]*VerdictReport, len(votes))
	for i, v := range votes {
		j, ok := judged[v.ID]
		if !ok {
			continue
		}
		if all[i], err = verdictReport(v, j, names); err != nil {
			return nil, err
		}
	}
	return all, nil
}

func verdictReport(v *db.Vote, judged poll.Judgment, names names) (*VerdictReport, error) {
	report := reported(judged.Verdict)
	report.JudgedAt, report.Recount = &judged.At, judged.Recount
	if judged.Outcome == schema.VerdictOutcomePendingConsent && !judged.ConsentDeadline.IsZero() {
		report.ConsentUntil = &judged.ConsentDeadline
	}
	var err error
	if report.Parties, err = partyStands(v, judged.Parties, names); err != nil {
		return nil, err
	}
	if report.Choices, err = choices(judged.Choices, names); err != nil {
		return nil, err
	}
	report.Buildings, err = buildings(judged.Buildings, names)
	return report, err
}

// reported is what a verdict says by itself, without the names of what it is
// about.
func reported(v tally.Verdict) *VerdictReport {
	r := &VerdictReport{
		Outcome: v.Outcome, Flags: v.Flags, Options: optionCounts(v.Options), Invalid: int(v.Invalid.Entries),
		Lacking: v.Lacking, Divided: int(v.Options.Divided.Entries), SetAside: len(v.SetAside),
		Clauses: append(clauses(v.Quorum, true), clauses(v.Approval, false)...),
		CanPass: v.Margins.CanPass, CanFail: v.Margins.CanFail, Explanation: sentences(v.Explanation),
	}
	if v.Election != "" {
		r.Election = &v.Election
	}
	for _, other := range v.Otherwise {
		r.Otherwise = append(r.Otherwise, ReadingReport{
			Reading: other.Reading, Outcome: other.Outcome,
			Clauses: append(clauses(other.Quorum, true), clauses(other.Approval, false)...),
		})
	}
	if d := v.Deemed; d != nil {
		r.Deemed = &DeemedReport{Served: amounts(d.Served), Unserved: amounts(d.Unserved)}
		if d.CountedAs != "" {
			r.Deemed.CountedAs = &d.CountedAs
		}
	}
	return r
}

// partyStands tells where the parties stand. What a party sent one delegate for
// is as telling as a ballot, so how it voted shows only where ballots do.
func partyStands(v *db.Vote, judged []tally.Stand, names names) ([]PartyStand, error) {
	stands := make([]PartyStand, len(judged))
	for i, stand := range judged {
		id, err := ident.Parse(stand.Party)
		if err != nil {
			return nil, err
		}
		stands[i] = PartyStand{PartyID: id, Label: names[id]}
		silent := stand.Position == schema.PartyPositionAbsent || stand.Position == schema.PartyPositionRecused
		if silent || v.Visibility == schema.BallotVisibilityOpen {
			stands[i].Position = &stand.Position
		}
	}
	return stands, nil
}

// sentences are an explanation sentence by sentence, each whole before its
// parts.
func sentences(s rule.Sentence) []fault.Words {
	all := []fault.Words{fault.Words(s.Text)}
	for _, part := range s.Parts {
		all = append(all, sentences(part)...)
	}
	return all
}
