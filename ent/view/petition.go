package view

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/poll"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/rule"
)

// PetitionReport is how a petition stands.
type PetitionReport struct {
	Met        bool
	Signatures int
	Source     string
	Lines      []PetitionLine
}

// PetitionLine is one measure in one way of asking for a meeting.
type PetitionLine struct {
	Way      int
	Measure  schema.Measure
	Met      bool
	Of       string
	Needed   string
	Got      string
	Sentence fault.Words
}

// Petition tells how the petition of a proposal stands today, for a meeting of a
// kind that an organization would call; nil if no rule lets anybody petition for
// one, or the organization is unknown. It tells numbers, and nobody's name.
func (p Present) Petition(ctx context.Context, proposal *db.Proposal, kind schema.MeetingKind, organization ident.ID) (*PetitionReport, error) {
	o, err := p.store.Read().Organization.Get(ctx, organization)
	if db.IsNotFound(err) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	petition, known, err := poll.Petitioned(ent.Unguarded(ctx), p.store.Read(), proposal.ID, kind, o, day.Of(p.store.Now()))
	if err != nil || !known {
		return nil, err
	}
	report := &PetitionReport{Met: petition.Met, Signatures: petition.Signatures, Source: cite(petition.Source)}
	for i, lines := range petition.Requests {
		for _, line := range lines {
			report.Lines = append(report.Lines, petitionLine(i+1, line))
		}
	}
	return report, nil
}

func petitionLine(way int, s rule.Signed) PetitionLine {
	return PetitionLine{
		Way: way, Measure: s.Measure, Met: s.Met, Of: amount(s.Whole, s.Measure), Needed: amount(s.Needed, s.Measure),
		Got: amount(s.Got, s.Measure), Sentence: fault.Words(s.Sentence()),
	}
}
