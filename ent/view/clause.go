package view

import (
	"fmt"
	"strconv"

	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/rule"
)

// ClauseReport is one thing that a rule asks for, with its numbers. They are
// texts, because an area is no whole number of 32 bits: m² with two decimals.
type ClauseReport struct {
	// Quorum: it belongs to the quorum, and not to the approval.
	Quorum  bool
	Met     bool
	Measure *schema.Measure
	Base    *schema.Base
	// Share is the part of the base that is asked for, such as "> 1/2".
	Share  *string
	Needed string
	Got    string
	// Of is the base as a number; nil for a plain number, which has none.
	Of *string
	// Missing is the least number of further voices that would do; nil if no
	// number would.
	Missing  *string
	Sentence fault.Words
}

// clauses are the leaves of a finding, in their order. A finding that was never
// made has none, as in a vote that was void before it was judged.
func clauses(f rule.Finding, quorum bool) []ClauseReport {
	if len(f.Parts) > 0 {
		var all []ClauseReport
		for _, part := range f.Parts {
			all = append(all, clauses(part, quorum)...)
		}
		return all
	}
	if f.Kind == "" || f.Kind == rule.FoundNothing {
		return nil
	}
	report := ClauseReport{
		Quorum: quorum, Met: f.Met, Needed: amount(f.Needed, f.Measure), Got: amount(f.Got, f.Measure),
		Sentence: fault.Words(f.Sentence().Text),
	}
	if f.Measure != "" {
		report.Measure = &f.Measure
	}
	if f.Fraction != nil {
		report.Base = &f.Base
		asked, of := asks(f), amount(f.Whole, f.Measure)
		report.Share, report.Of = &asked, &of
	}
	if !f.Lost {
		missing := amount(f.Missing, f.Measure)
		report.Missing = &missing
	}
	return []ClauseReport{report}
}

func asks(f rule.Finding) string {
	sign := "≥"
	if f.Compare == rule.MoreThan {
		sign = ">"
	}
	return fmt.Sprintf("%s %d/%d", sign, f.Fraction.Num, f.Fraction.Den)
}

func amount(n int64, measure schema.Measure) string {
	if measure == schema.MeasureArea {
		return schema.FloorArea(n).String()
	}
	return strconv.FormatInt(n, 10)
}
