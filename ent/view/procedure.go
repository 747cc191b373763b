package view

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/procedurestep"
	"sifang/ent/power"
	"sifang/ent/restdays"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/procedure"
	"sifang/schema/rule"
	"sifang/schema/stage"
)

// Procedure is the way of a matter through the bodies that treat it.
type Procedure struct {
	Code          string
	Version       string
	Title         fault.Words
	Source        string
	Verified      bool
	TextDate      *day.Date
	VerifiedOn    *day.Date
	Organizations []schema.OrganizationKind
	Steps         []*PlannedStep
}

// PlannedStep is a step as the procedure has it.
type PlannedStep struct {
	Code         string
	Title        fault.Words
	Source       string
	Verified     bool
	By           []schema.OrganizationKind
	Proofs       []schema.ProofKind
	Wanted       fault.Words
	After        []string
	DueDays      *int
	DueAfter     *string
	MayMergeWith []string
	Rules        []string
	Optional     bool
}

// StepProgress is where a step stands in a procedure that was begun.
type StepProgress struct {
	Step    *PlannedStep
	State   schema.StepState
	Until   *day.Date
	Overdue bool
	Missing []string
	// DoneID is that it was done; nil while it is not.
	DoneID *ident.ID
}

// Procedures are those that come with the service, by code.
func Procedures() []*Procedure {
	presets := procedure.Presets()
	all := make([]*Procedure, len(presets))
	for i, p := range presets {
		all[i] = planned(p)
	}
	return all
}

// ProcedureDefinition is the procedure as it was pinned when it was begun.
func ProcedureDefinition(run *db.ProcedureRun) (*Procedure, error) {
	p, err := procedure.Parse(run.Procedure)
	return planned(p), err
}

func planned(p procedure.Procedure) *Procedure {
	report := &Procedure{
		Code: p.Code, Version: p.Version, Title: fault.Words(p.Title), Source: cite(p.Source), Verified: p.Source.Verified(),
		TextDate: known(p.Source.TextDate), VerifiedOn: known(p.Source.VerifiedOn), Organizations: p.Organizations,
	}
	for _, s := range p.Steps {
		report.Steps = append(report.Steps, plannedStep(s, p.SourceOf(s)))
	}
	return report
}

func plannedStep(s procedure.Step, source rule.Source) *PlannedStep {
	one := &PlannedStep{
		Code: s.Code, Title: fault.Words(s.Title), Source: cite(source), Verified: source.Verified(), By: s.By,
		Wanted: s.Wanted(), After: s.After, MayMergeWith: s.MayMergeWith, Rules: s.Rules, Optional: s.Optional,
	}
	for _, proof := range s.Proofs {
		one.Proofs = append(one.Proofs, proof.Kind)
	}
	if s.Due != nil {
		one.DueDays = &s.Due.Days
		if s.Due.After != "" {
			one.DueAfter = &s.Due.After
		}
	}
	return one
}

// ProceduresProgress tells where every step of each procedure stands today, with
// the same few statements however many there are.
func (p Present) ProceduresProgress(ctx context.Context, runs []*db.ProcedureRun) ([][]*StepProgress, error) {
	ids := make([]ident.ID, len(runs))
	for i, run := range runs {
		ids[i] = run.ID
	}
	rows, err := p.store.Read().ProcedureStep.Query().Where(procedurestep.RunIDIn(ids...)).Order(db.Asc(procedurestep.FieldID)).All(ctx)
	if err != nil {
		return nil, err
	}
	taken := map[ident.ID][]*db.ProcedureStep{}
	for _, row := range rows {
		taken[row.RunID] = append(taken[row.RunID], row)
	}
	rest, err := restdays.Known(ctx, p.store.Read())
	if err != nil {
		return nil, err
	}
	all := make([][]*StepProgress, len(runs))
	for i, run := range runs {
		if all[i], err = progress(run, taken[run.ID], day.Of(p.store.Now()), rest); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// ProceduresNext are the steps of each procedure that are to be taken now.
func (p Present) ProceduresNext(ctx context.Context, runs []*db.ProcedureRun) ([][]*StepProgress, error) {
	all, err := p.ProceduresProgress(ctx, runs)
	for i := range all {
		due := []*StepProgress{}
		for _, one := range all[i] {
			if one.State == schema.StepStateDue && runs[i].Status == schema.ProcedureRunStatusRunning {
				due = append(due, one)
			}
		}
		all[i] = due
	}
	return all, err
}

// progress judges one procedure. Once it has ended nothing becomes overdue any
// more.
func progress(run *db.ProcedureRun, taken []*db.ProcedureStep, today day.Date, rest day.Calendar) ([]*StepProgress, error) {
	plan, err := procedure.Parse(run.Procedure)
	if err != nil {
		return nil, err
	}
	if run.EndedAt != nil {
		today = day.Of(*run.EndedAt)
	}
	var done []procedure.Done
	rows := map[string]*ident.ID{}
	for _, row := range taken {
		done = append(done, procedure.Done{Step: row.Step, On: day.Of(row.DoneAt)})
		rows[row.Step] = &row.ID
	}
	var all []*StepProgress
	for _, one := range plan.Progress(done, procedure.Facts{Started: day.Of(run.StartedAt), Today: today, Rest: rest}) {
		missing := []string{}
		for _, m := range one.Missing {
			missing = append(missing, m.Code)
		}
		all = append(all, &StepProgress{
			Step: plannedStep(one.Step, plan.SourceOf(one.Step)), State: one.State, Until: known(one.Until),
			Overdue: one.Overdue, Missing: missing, DoneID: rows[one.Step.Code],
		})
	}
	return all, nil
}

// ProceduresViewerCan tells whether the viewer could take a step of each
// procedure, or stop it.
func (p Present) ProceduresViewerCan(ctx context.Context, runs []*db.ProcedureRun) ([][]*VerbPermission, error) {
	viewer, err := p.store.Powers(ctx)
	if err != nil {
		return nil, err
	}
	organizations := make([]ident.ID, len(runs))
	for i, run := range runs {
		organizations[i] = run.OrganizationID
	}
	subjects, err := power.OfOrganizations(ent.Unguarded(ctx), p.store.Read(), day.Of(p.store.Now()), organizations...)
	if err != nil {
		return nil, err
	}
	all := make([][]*VerbPermission, len(runs))
	for i, run := range runs {
		a := asker{viewer: viewer, subject: always(subjects[i]), steps: []step{in(stage.ProcedureRun, run.Status)}}
		all[i] = a.ask([]string{"completeStep", "stopProcedure"})
	}
	return all, nil
}
