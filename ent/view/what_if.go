package view

import (
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/rule"
	"sifang/schema/tally"
)

// WhatIfInput is a vote told in numbers, real or made up, and the rule that is
// to judge it.
type WhatIfInput struct {
	RuleCode     *string
	RuleDocument *string
	Kind         schema.VoteKind
	Roll         *WeightsInput
	Present      *WeightsInput
	For          *WeightsInput
	Against      *WeightsInput
	Abstain      *WeightsInput
	Valid        *WeightsInput
	Invalid      *WeightsInput
	ServedSilent *WeightsInput
	Unserved     *WeightsInput
	Recused      *WeightsInput
	Groups       []*GroupFiguresInput
	Seats        int
	Incumbents   int
	Due          int
	Parties      []*PartyFiguresInput
	Options      []*OptionFiguresInput
	MostMarks    int
	Fill         int
	StandBy      int
	TieBreak     bool
	Chair        *schema.BallotChoice
	Fulfilled    []string
	Written      bool
	Noticed      bool
}

// WeightsInput is what some of the roll weigh together.
type WeightsInput struct {
	Heads      int
	Area       *schema.FloorArea
	Seats      int
	Households int
	Weight     int
}

// GroupFiguresInput are those who belong to a group that the rule names.
type GroupFiguresInput struct {
	Code         string
	Roll         *WeightsInput
	Present      *WeightsInput
	For          *WeightsInput
	Against      *WeightsInput
	Abstain      *WeightsInput
	ServedSilent *WeightsInput
	Recused      *WeightsInput
}

// PartyFiguresInput is how a party stood.
type PartyFiguresInput struct {
	Party    string
	Position schema.PartyPosition
	Delegate *string
}

// OptionFiguresInput are the votes for an option.
type OptionFiguresInput struct {
	Name string
	None bool
	For  *WeightsInput
}

// WhatIf is what a made-up vote would come to, or what is wrong with it.
type WhatIf struct {
	fault.Outcome
	Verdict *VerdictReport
}

// Suppose judges a made-up vote. It reads nothing of what is stored. It refuses
// with UNKNOWN_RULE, ONE_OF_NEEDED, what a rule is refused for, and what the
// counter refuses.
func Suppose(in WhatIfInput) (*WhatIf, error) {
	verdict, err := in.judge()
	if faults, refused := fault.Of(err); refused {
		return &WhatIf{Outcome: fault.Outcome{UserErrors: faults}}, nil
	}
	if err != nil {
		return nil, err
	}
	return &WhatIf{Verdict: supposed(verdict)}, nil
}

func (in WhatIfInput) judge() (tally.Verdict, error) {
	r, err := in.rule()
	if err != nil {
		return tally.Verdict{}, err
	}
	count, err := in.figures().Count(r)
	if err != nil {
		return tally.Verdict{}, err
	}
	return tally.Judge(r, count)
}

func (in WhatIfInput) rule() (rule.Rule, error) {
	switch {
	case (in.RuleCode == nil) == (in.RuleDocument == nil):
		return rule.Rule{}, fault.New(fault.OneOfNeeded, "fields", "ruleCode, ruleDocument").At("ruleCode")
	case in.RuleDocument != nil:
		return rule.Parse([]byte(*in.RuleDocument))
	}
	r, ok := rule.Preset(*in.RuleCode)
	if !ok {
		return r, fault.New(fault.PresetUnknown, "code", *in.RuleCode).At("ruleCode")
	}
	return r, nil
}

func (in WhatIfInput) figures() tally.Figures {
	f := tally.Figures{
		Kind: in.Kind, Seats: int64(in.Seats), Incumbents: int64(in.Incumbents), Due: int64(in.Due),
		MostMarks: in.MostMarks, Fill: in.Fill, StandBy: in.StandBy, TieBreak: in.TieBreak,
		Fulfilled: in.Fulfilled, Written: in.Written, Noticed: in.Noticed,
		Shares: tally.Shares{
			Roll: in.Roll.weights(), Present: in.Present.weights(), For: in.For.weights(), Against: in.Against.weights(),
			Abstain: in.Abstain.weights(), Valid: in.Valid.weights(), Invalid: in.Invalid.weights(),
			ServedSilent: in.ServedSilent.weights(), Unserved: in.Unserved.weights(), Recused: in.Recused.weights(),
		},
	}
	if in.Chair != nil {
		f.Chair = *in.Chair
	}
	for _, g := range in.Groups {
		f.Groups = append(f.Groups, g.figures())
	}
	for _, p := range in.Parties {
		party := tally.PartyFigures{Party: p.Party, Position: p.Position}
		if p.Delegate != nil {
			party.Delegate = *p.Delegate
		}
		f.Parties = append(f.Parties, party)
	}
	for _, o := range in.Options {
		f.Options = append(f.Options, tally.OptionFigures{Option: tally.Option{ID: o.Name, Name: o.Name, None: o.None}, For: o.For.weights()})
	}
	return f
}

func (g GroupFiguresInput) figures() tally.GroupFigures {
	return tally.GroupFigures{Code: g.Code, Shares: tally.Shares{
		Roll: g.Roll.weights(), Present: g.Present.weights(), For: g.For.weights(), Against: g.Against.weights(),
		Abstain: g.Abstain.weights(), ServedSilent: g.ServedSilent.weights(), Recused: g.Recused.weights(),
	}}
}

func (w *WeightsInput) weights() tally.Weights {
	if w == nil {
		return tally.Weights{}
	}
	all := tally.Weights{Heads: int64(w.Heads), Seats: int64(w.Seats), Households: int64(w.Households), Weight: int64(w.Weight)}
	if w.Area != nil {
		all.Area = int64(*w.Area)
	}
	return all
}

// supposed tells a verdict of which nothing is stored.
func supposed(v tally.Verdict) *VerdictReport {
	r := reported(v)
	for _, one := range v.Choices {
		r.Choices = append(r.Choices, choiceReport(ident.Nil, one.Option, one))
	}
	return r
}
