package checklist

import (
	"fmt"

	"sifang/schema/ident"
	"sifang/schema/rule"
)

// Requirement is something that a vote has to fulfil.
type Requirement string

// The requirements, in the order in which a vote comes to them.
const (
	NoticePeriod       Requirement = "NOTICE_PERIOD"
	AgendaPublished    Requirement = "AGENDA_PUBLISHED"
	Authority          Requirement = "AUTHORITY"
	RollFrozen         Requirement = "ROLL_FROZEN"
	ServiceProven      Requirement = "SERVICE_PROVEN"
	RecusalsRuled      Requirement = "RECUSALS_RULED"
	WindowKept         Requirement = "WINDOW_KEPT"
	QuorumReached      Requirement = "QUORUM_REACHED"
	RecountAgrees      Requirement = "RECOUNT_AGREES"
	ResultPosted       Requirement = "RESULT_POSTED"
	ObjectionsAnswered Requirement = "OBJECTIONS_ANSWERED"
	ResolutionPosted   Requirement = "RESOLUTION_POSTED"
)

// Values lists every Requirement.
func (Requirement) Values() []string {
	return []string{
		"NOTICE_PERIOD", "AGENDA_PUBLISHED", "AUTHORITY", "ROLL_FROZEN", "SERVICE_PROVEN", "RECUSALS_RULED", "WINDOW_KEPT",
		"QUORUM_REACHED", "RECOUNT_AGREES", "RESULT_POSTED", "OBJECTIONS_ANSWERED", "RESOLUTION_POSTED",
	}
}

// State is how a requirement stands.
type State string

// The states.
const (
	Met    State = "MET"
	NotMet State = "NOT_MET"
	// NotProvable: it may be so, but nothing on record proves it.
	NotProvable State = "NOT_PROVABLE"
	// NotYet: its time has not come, or is not over.
	NotYet State = "NOT_YET"
)

// Values lists every State.
func (State) Values() []string { return []string{"MET", "NOT_MET", "NOT_PROVABLE", "NOT_YET"} }

// Line is one requirement and how it stands.
type Line struct {
	Requirement Requirement
	// Asked is what is required, and Found what there is.
	Asked, Found rule.Text
	State        State
	// Source is where it is required; nil where it is a safeguard of this service
	// and no provision asks for it.
	Source *rule.Source
	// Evidence is what shows it; zero if there is nothing to show.
	Evidence ident.ID
}

// found ends a line: how it stands, and the words for that.
func (l Line) found(s State, zh, en string) Line {
	l.State, l.Found = s, rule.Text{Chinese: zh, English: en}
	return l
}

func (r Requirement) asks(zh, en string, source *rule.Source) Line {
	return Line{Requirement: r, Asked: rule.Text{Chinese: zh, English: en}, Source: source}
}

// days words a number of days in English.
func days(n int) string {
	if n == 1 {
		return "1 day"
	}
	return fmt.Sprintf("%d days", n)
}
