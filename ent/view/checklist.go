package view

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/verdict"
	"sifang/schema/checklist"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// ChecklistLine is one thing that is asked of a vote, and how it stands.
type ChecklistLine struct {
	Requirement checklist.Requirement
	Asked       fault.Words
	// Source is nil where no provision asks for it.
	Source     *string
	State      checklist.State
	Found      fault.Words
	EvidenceID ident.ID
}

// Checklists go through each vote. They tell of the verdict only what the viewer
// may see of it.
func (p Present) Checklists(ctx context.Context, votes []*db.Vote) ([][]*ChecklistLine, error) {
	ids := make([]ident.ID, len(votes))
	for i, v := range votes {
		ids[i] = v.ID
	}
	verdicts, err := p.store.Read().Verdict.Query().Where(verdict.VoteIDIn(ids...)).Order(verdict.ByID()).All(ctx)
	if err != nil {
		return nil, err
	}
	g := inspection{present: p, client: p.store.Read(), votes: votes}
	if err := g.gather(ent.Unguarded(ctx), verdicts); err != nil {
		return nil, err
	}
	all := make([][]*ChecklistLine, len(votes))
	for i, v := range votes {
		facts, err := g.facts(v)
		if err != nil {
			return nil, err
		}
		for _, line := range checklist.Of(facts) {
			all[i] = append(all[i], checklistLine(line))
		}
	}
	return all, nil
}

func checklistLine(l checklist.Line) *ChecklistLine {
	told := &ChecklistLine{
		Requirement: l.Requirement, Asked: fault.Words(l.Asked), State: l.State, Found: fault.Words(l.Found), EvidenceID: l.Evidence,
	}
	if l.Source != nil {
		cited := cite(*l.Source)
		told.Source = &cited
	}
	return told
}
