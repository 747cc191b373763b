package view

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/restdays"
	"sifang/ent/rules"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/notice"
	"sifang/schema/plan"
)

// Deadline asks by when what has to be done for a matter to be settled by a day.
type Deadline struct {
	OrganizationID ident.ID
	Matter         *string
	MeetingKind    schema.MeetingKind
	Form           schema.MeetingForm
	ResultBy       day.Date
}

// DeadlinePlan is the answer.
type DeadlinePlan struct {
	Steps    []*DeadlineStep
	TooLate  bool
	Earliest day.Date
	// RuleCode is nil if no rule is in force.
	RuleCode *string
}

// DeadlineStep is a step and the last day for it.
type DeadlineStep struct {
	Step     plan.Code
	Latest   day.Date
	Late     bool
	Days     int
	Source   *string
	Sentence fault.Words
}

// Plan counts backwards under the rules of today for a meeting in the ordinary
// course; nil if the organization is unknown.
func (d Deadline) Plan(ctx context.Context, s *ent.Store) (*DeadlinePlan, error) {
	o, err := s.Read().Organization.Get(ctx, d.OrganizationID)
	if db.IsNotFound(err) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	today := day.Of(s.Now())
	chain, err := rules.For(ctx, s.Read(), o.ID, today)
	if err != nil {
		return nil, err
	}
	subject := notice.Subject(d.MeetingKind, schema.ConvenedUnderRegular, o.Kind)
	asked := plan.Case{
		By: d.ResultBy, Today: today, Written: d.Form == schema.MeetingFormWritten, Sources: chain.PeriodSources(d.MeetingKind, subject),
	}
	asked.Periods, _ = chain.Periods(d.MeetingKind, subject)
	told := &DeadlinePlan{}
	if r, ok := chain.Voting(o.Kind, value(d.Matter)); ok {
		asked.Window, asked.Bounds, told.RuleCode = r.Window, chain.WindowSources(o.Kind, value(d.Matter)), &r.Code
	}
	if asked.Rest, err = restdays.Known(ctx, s.Read()); err != nil {
		return nil, err
	}
	told.fill(plan.Of(asked))
	return told, nil
}

func (p *DeadlinePlan) fill(counted plan.Plan) {
	p.TooLate, p.Earliest = counted.TooLate(), counted.Earliest
	for _, s := range counted.Steps {
		step := &DeadlineStep{Step: s.Code, Latest: s.Latest, Late: s.Late, Days: s.Days, Sentence: fault.Words(s.Sentence())}
		if s.Source != nil && s.Days > 0 {
			cited := cite(*s.Source)
			step.Source = &cited
		}
		p.Steps = append(p.Steps, step)
	}
}
