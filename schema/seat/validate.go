package seat

import (
	"regexp"
	"slices"
	"strings"

	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
)

var codePattern = regexp.MustCompile(`^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$`)

// Validate lists what is wrong with the document, each at its place in it:
// INVALID_CODE, RULE_REPEATED for a code used twice in one section, BLANK for
// a missing source, sentence or operand, UNKNOWN_VALUE for a word outside its
// list, OUT_OF_RANGE for a bound that cannot be met. A rule that is switched
// off needs nothing but its code.
func (r Rules) Validate() fault.Faults {
	return slices.Concat(
		section("eligibility", r.Eligibility, Eligibility.check),
		section("incompatibility", r.Incompatibility, Incompatibility.check),
		section("tenure", r.Tenure, Tenure.check),
		section("composition", r.Composition, Requirement.check),
		section("ratios", r.Ratios, Target.check),
		section("publication", r.Publication, Publication.check),
		section("renewal", r.Renewal, Renewal.check),
		section("caretaker", r.Caretaker, Caretaker.check),
		section("filing", r.Filing, Filing.check),
		section("handover", r.Handover, Handover.check),
		section("ending", r.Ending, Ending.check),
		section("meetings", r.Meetings, Interval.check),
	)
}

// ruled is one rule of any section.
type ruled interface{ head() Head }

func section[R ruled](name string, rules []R, check func(R, *findings)) fault.Faults {
	var all fault.Faults
	seen := map[string]bool{}
	for i, rule := range rules {
		found := &findings{path: []any{name, i}}
		head := rule.head()
		if !codePattern.MatchString(head.Code) {
			found.add(fault.New(fault.InvalidCode, "code", head.Code), "code")
		} else if seen[head.Code] {
			found.add(fault.New(fault.RuleRepeated, "rule", head.Code), "code")
		}
		seen[head.Code] = true
		if !head.Off {
			found.head(head)
			check(rule, found)
		}
		all = append(all, found.faults...)
	}
	return all
}

// findings collects what is wrong with one rule.
type findings struct {
	path   []any
	faults fault.Faults
}

func (f *findings) add(one *fault.Fault, at ...any) {
	f.faults = append(f.faults, one.At(f.path...).At(at...))
}

func (f *findings) head(h Head) {
	f.text(h.Source.Title, "source", "title")
	f.text(h.Sentence.Chinese, "sentence", "zh")
	f.text(h.Sentence.English, "sentence", "en")
}

func (f *findings) text(text string, at ...any) {
	if strings.TrimSpace(text) == "" {
		f.add(fault.New(fault.Blank), at...)
	}
}

// some asks for at least one element.
func (f *findings) some(count int, at ...any) {
	if count == 0 {
		f.add(fault.New(fault.Blank), at...)
	}
}

func (f *findings) rangeOf(value, least, most int64, at ...any) {
	if value < least || value > most {
		f.add(fault.New(fault.OutOfRange, "least", least, "most", most), at...)
	}
}

func (f *findings) fraction(share Fraction, at ...any) {
	if share.Den < 1 || share.Den > mostDen || share.Num < 0 || share.Num > share.Den {
		f.add(fault.New(fault.OutOfRange, "least", 0, "most", 1), at...)
	}
}

// length asks for a length of time of at least a day, and of no more than years
// for which nobody legislates.
func (f *findings) length(p day.Period, at ...any) {
	if p == (day.Period{}) {
		f.add(fault.New(fault.Blank), at...)
	}
	f.rangeOf(int64(p.Years), 0, mostYears, append(at, "years")...)
	f.rangeOf(int64(p.Months), 0, mostYears, append(at, "months")...)
	f.rangeOf(int64(p.Days), 0, mostDays, append(at, "days")...)
}

// bodies asks for at least one kind of organization.
func (f *findings) bodies(kinds []schema.OrganizationKind) {
	f.some(len(kinds), "organizations")
	words(f, kinds, "organizations")
}

func (f *findings) place(p Place, at string) {
	f.some(len(p.Organizations), at, "organizations")
	words(f, p.Organizations, at, "organizations")
	words(f, p.Posts, at, "posts")
	words(f, p.ExceptPosts, at, "exceptPosts")
}

func (f *findings) description(d Description, at string) {
	words(f, d.Posts, at, "posts")
	words(f, d.ExceptPosts, at, "exceptPosts")
	words(f, d.SeatKinds, at, "seatKinds")
	words(f, d.OnBehalfOf, at, "onBehalfOf")
	words(f, d.Memberships, at, "memberships")
	for _, place := range d.AlsoAt {
		f.place(place, at)
	}
	if d.Sex != "" {
		words(f, []schema.Sex{d.Sex}, at, "sex")
	}
}

// enum is a word that comes from a fixed list.
type enum interface {
	~string
	Values() []string
}

// words reports each word that is not on its list.
func words[E enum](f *findings, given []E, at ...any) {
	for _, word := range given {
		if !slices.Contains(word.Values(), string(word)) {
			f.add(fault.New(fault.UnknownValue,
				"value", string(word), "allowed", strings.Join(word.Values(), ", ")), at...)
		}
	}
}
