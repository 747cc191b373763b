package view

import (
	"strconv"
	"strings"

	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/rule"
)

// RuleReport is a decision rule.
type RuleReport struct {
	Code             string
	Edition          int
	Title            fault.Words
	Class            *rule.Class
	Source           string
	Verified         bool
	TextDate         *day.Date
	VerifiedOn       *day.Date
	NoticeRequired   bool
	LateArrivalsVote bool
	AbsentParty      *schema.AbsentPartyPolicy
	ConsentDays      *int
	Explanation      []fault.Words
	Conflicts        []RuleConflict
	Document         string
}

// RuleConflict is where a rule contradicts a higher text.
type RuleConflict struct {
	Source string
	Note   fault.Words
}

func ruleReport(r rule.Rule) (*RuleReport, error) {
	// PostgreSQL keeps documents in a form of its own; this is the one that the
	// record names by its fingerprint.
	document, err := r.Print()
	report := &RuleReport{
		Code: r.Code, Title: fault.Words(r.Title), Verified: r.Source.Verified(), Source: cite(r.Source),
		NoticeRequired: r.AgendaMustBeNoticed, LateArrivalsVote: r.LateArrivalsVote, Document: string(document),
		TextDate: known(r.Source.TextDate), VerifiedOn: known(r.Source.VerifiedOn), Conflicts: conflicts(r.Conflicts),
	}
	// A version that is no number is told as 0; how it is called stands in the
	// document.
	report.Edition, _ = strconv.Atoi(r.Version)
	if r.Class != "" {
		report.Class = &r.Class
	}
	if r.Parties != nil {
		report.AbsentParty, report.ConsentDays = &r.Parties.Absent, &r.Parties.ConsentDays
	}
	for _, sentence := range rule.Explain(r) {
		report.Explanation = append(report.Explanation, fault.Words(sentence))
	}
	return report, err
}

func conflicts(all []rule.Conflict) []RuleConflict {
	told := make([]RuleConflict, len(all))
	for i, one := range all {
		told[i] = RuleConflict{Source: cite(one.Source), Note: fault.Words(one.Note)}
	}
	return told
}

// cite names a source with its article.
func cite(s rule.Source) string { return strings.TrimSpace(s.Title + " " + s.Article) }

func known(d day.Date) *day.Date {
	if d.IsZero() {
		return nil
	}
	return &d
}
