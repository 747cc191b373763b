package view

import (
	"context"
	"slices"
	"time"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/linkageparty"
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
	Parties      []PartyStand
	Clauses      []ClauseReport
	CanPass      bool
	CanFail      bool
	Explanation  []fault.Words
	ConsentUntil *time.Time
	JudgedAt     time.Time
}

// OptionCount is how many places on the roll chose something.
type OptionCount struct {
	Choice  schema.BallotChoice
	Ballots int
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
	seen, err := p.store.Read().Verdict.Query().Where(verdict.VoteIDIn(ids...)).All(ctx)
	if err != nil {
		return nil, err
	}
	// The verdict is for everybody who sees it, the ballots behind it are not.
	ctx = ent.Unguarded(ctx)
	judged, err := poll.Standings(ctx, p.store.Read(), p.store.Now(), votes...)
	if err != nil {
		return nil, err
	}
	for id := range judged {
		if !slices.ContainsFunc(seen, func(row *db.Verdict) bool { return row.VoteID == id }) {
			delete(judged, id)
		}
	}
	names, err := partyNames(ctx, p.store.Read(), judged)
	all := make([]*VerdictReport, len(votes))
	for i, v := range votes {
		if j, ok := judged[v.ID]; ok {
			all[i] = verdictReport(v, j, names)
		}
	}
	return all, err
}

func verdictReport(v *db.Vote, judged poll.Judgment, names map[string]string) *VerdictReport {
	report := &VerdictReport{
		Outcome: judged.Outcome, Flags: judged.Flags, JudgedAt: judged.At,
		Options: []OptionCount{
			{schema.BallotChoiceFor, int(judged.Options.For.Entries)},
			{schema.BallotChoiceAgainst, int(judged.Options.Against.Entries)},
			{schema.BallotChoiceAbstain, int(judged.Options.Abstain.Entries)},
		},
		Divided: int(judged.Options.Divided.Entries), SetAside: len(judged.SetAside),
		Clauses: append(clauses(judged.Quorum, true), clauses(judged.Approval, false)...),
		CanPass: judged.Margins.CanPass, CanFail: judged.Margins.CanFail, Explanation: sentences(judged.Explanation),
	}
	if judged.Outcome == schema.VerdictOutcomePendingConsent && !judged.ConsentDeadline.IsZero() {
		report.ConsentUntil = &judged.ConsentDeadline
	}
	for _, stand := range judged.Parties {
		report.Parties = append(report.Parties, partyStand(v, stand, names))
	}
	return report
}

// partyStand tells where a party stands. What a party sent one delegate for is
// as telling as a ballot, so how it voted shows only where ballots do.
func partyStand(v *db.Vote, stand tally.Stand, names map[string]string) PartyStand {
	id, _ := ident.Parse(stand.Party) // partyNames read it before
	shown := PartyStand{PartyID: id, Label: names[stand.Party]}
	silent := stand.Position == schema.PartyPositionAbsent || stand.Position == schema.PartyPositionRecused
	if silent || v.Visibility == schema.BallotVisibilityOpen {
		shown.Position = &stand.Position
	}
	return shown
}

// partyNames are the names of the parties in verdicts, by the identifiers with
// which these name them.
func partyNames(ctx context.Context, c *db.Client, judged map[ident.ID]poll.Judgment) (map[string]string, error) {
	var ids []ident.ID
	for _, j := range judged {
		for _, stand := range j.Parties {
			id, err := ident.Parse(stand.Party)
			if err != nil {
				return nil, err
			}
			ids = append(ids, id)
		}
	}
	if len(ids) == 0 {
		return nil, nil
	}
	rows, err := c.LinkageParty.Query().Where(linkageparty.IDIn(ids...)).WithOrganization().All(ctx)
	names := make(map[string]string, len(rows))
	for _, row := range rows {
		names[row.ID.String()] = row.Edges.Organization.Name
	}
	return names, err
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
