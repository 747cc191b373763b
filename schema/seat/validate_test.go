package seat

import (
	"slices"
	"strings"
	"testing"

	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
)

// sound is a document in which every section has one rule.
func sound() Rules {
	head := Head{
		Code: "A_RULE", Source: Source{Title: "bylaws"},
		Sentence: Sentence{Chinese: "规则。", English: "A rule."},
	}
	owners := Place{Organizations: []schema.OrganizationKind{schema.OrganizationKindOwnersCommittee}}
	return Rules{
		Eligibility: []Eligibility{{Head: head, For: owners, Condition: MinAge, Years: 18}},
		Incompatibility: []Incompatibility{{
			Head: head, One: owners, Other: owners, Scope: SharedArea, Ties: Ties{Kin: []Kin{Spouse}},
		}},
		Tenure:      []Tenure{{Head: head, For: owners, MostYears: 5}},
		Composition: []Requirement{{Head: head, Organizations: owners.Organizations, Odd: true}},
		Ratios:      []Target{{Head: head, Organizations: owners.Organizations, Share: Fraction{Num: 1, Den: 2}}},
		Publication: []Publication{{Head: head, Days: 3}},
		Renewal:     []Renewal{{Head: head, Organizations: owners.Organizations, Lead: day.Period{Months: 6}}},
		Caretaker:   []Caretaker{{Head: head, Organizations: owners.Organizations, Matters: []string{"REBUILDING"}}},
		Filing:      []Filing{{Head: head, Organizations: owners.Organizations, Of: FiledTerm, Days: 30}},
		Handover:    []Handover{{Head: head, Organizations: owners.Organizations, From: TermEnd, Days: 10}},
		Ending:      []Ending{{Head: head, For: owners, Reason: schema.EndReasonResigned, Way: AtOnce}},
		Meetings:    []Interval{{Head: head, Organizations: owners.Organizations, Every: day.Period{Months: 2}}},
	}
}

func TestValidate(t *testing.T) {
	expect(t, sound().Validate())
	for name, c := range map[string]struct {
		change func(*Rules)
		want   string
	}{
		"a code in small letters":      {func(r *Rules) { r.Eligibility[0].Code = "a_rule" }, "INVALID_CODE eligibility.0.code"},
		"a code twice":                 {func(r *Rules) { r.Tenure = append(r.Tenure, r.Tenure[0]) }, "RULE_REPEATED tenure.1.code"},
		"no source":                    {func(r *Rules) { r.Ratios[0].Source.Title = " " }, "BLANK ratios.0.source.title"},
		"no Chinese sentence":          {func(r *Rules) { r.Ratios[0].Sentence.Chinese = "" }, "BLANK ratios.0.sentence.zh"},
		"no English sentence":          {func(r *Rules) { r.Ratios[0].Sentence.English = "" }, "BLANK ratios.0.sentence.en"},
		"an unknown condition":         {func(r *Rules) { r.Eligibility[0].Condition = "RICH" }, "UNKNOWN_VALUE eligibility.0.condition"},
		"an age of nothing":            {func(r *Rules) { r.Eligibility[0].Years = 0 }, "OUT_OF_RANGE eligibility.0.years"},
		"no conduct":                   {func(r *Rules) { r.Eligibility[0].Condition = NoConduct }, "BLANK eligibility.0.conduct"},
		"a conduct in small letters":   {func(r *Rules) { r.Eligibility[0].Conduct = []string{"arrears"} }, "INVALID_CODE eligibility.0.conduct.0"},
		"a renewal without a time":     {func(r *Rules) { r.Renewal[0].Lead = day.Period{} }, "BLANK renewal.0.lead"},
		"a renewal of ten times all":   {func(r *Rules) { r.Renewal[0].Below = Fraction{Num: 10, Den: 1} }, "OUT_OF_RANGE renewal.0.below"},
		"a renewal of nobody":          {func(r *Rules) { r.Renewal[0].Organizations = nil }, "BLANK renewal.0.organizations"},
		"a caretaker free to do all":   {func(r *Rules) { r.Caretaker[0].Matters = nil }, "BLANK caretaker.0.matters"},
		"a matter in small letters":    {func(r *Rules) { r.Caretaker[0].Matters = []string{"fees"} }, "INVALID_CODE caretaker.0.matters.0"},
		"a filing of what":             {func(r *Rules) { r.Filing[0].Of = "SEAL" }, "UNKNOWN_VALUE filing.0.of"},
		"a filing at once":             {func(r *Rules) { r.Filing[0].Days = 0 }, "OUT_OF_RANGE filing.0.days"},
		"an answer before":             {func(r *Rules) { r.Filing[0].AnswerDays = -1 }, "OUT_OF_RANGE filing.0.answerDays"},
		"a handover from when":         {func(r *Rules) { r.Handover[0].From = "" }, "UNKNOWN_VALUE handover.0.from"},
		"a handover at once":           {func(r *Rules) { r.Handover[0].Days = 0 }, "OUT_OF_RANGE handover.0.days"},
		"an end in no way":             {func(r *Rules) { r.Ending[0].Way = "" }, "UNKNOWN_VALUE ending.0.way"},
		"an end decided by nobody":     {func(r *Rules) { r.Ending[0].Way = ByDecision }, "BLANK ending.0.decidedBy"},
		"an end after no notice":       {func(r *Rules) { r.Ending[0].Way = AfterNotice }, "BLANK ending.0.notice"},
		"meetings at all times":        {func(r *Rules) { r.Meetings[0].Every = day.Period{} }, "BLANK meetings.0.every"},
		"five parts of a year":         {func(r *Rules) { r.Meetings[0].Every.Months, r.Meetings[0].Calendar = 5, true }, "OUT_OF_RANGE meetings.0.every.months"},
		"no memberships":               {func(r *Rules) { r.Eligibility[0].Condition = Belongs }, "BLANK eligibility.0.memberships"},
		"no modes":                     {func(r *Rules) { r.Eligibility[0].Condition = Mode }, "BLANK eligibility.0.modes"},
		"nobody to represent":          {func(r *Rules) { r.Eligibility[0].Condition = Represents }, "BLANK eligibility.0.onBehalfOf"},
		"no organization":              {func(r *Rules) { r.Eligibility[0].For = Place{} }, "BLANK eligibility.0.for.organizations"},
		"an unknown organization":      {func(r *Rules) { r.Eligibility[0].For.Organizations = []schema.OrganizationKind{"CLUB"} }, "UNKNOWN_VALUE eligibility.0.for.organizations"},
		"an unknown post":              {func(r *Rules) { r.Incompatibility[0].Other.ExceptPosts = []schema.PostCategory{"KING"} }, "UNKNOWN_VALUE incompatibility.0.other.exceptPosts"},
		"an unknown scope":             {func(r *Rules) { r.Incompatibility[0].Scope = "" }, "UNKNOWN_VALUE incompatibility.0.scope"},
		"an unknown relative":          {func(r *Rules) { r.Incompatibility[0].Ties.Kin = []Kin{"AUNT"} }, "UNKNOWN_VALUE incompatibility.0.ties.kin"},
		"no tie":                       {func(r *Rules) { r.Incompatibility[0].Ties = Ties{} }, "BLANK incompatibility.0.ties"},
		"terms shorter than shortest":  {func(r *Rules) { r.Tenure[0].LeastYears = 6 }, "OUT_OF_RANGE tenure.0.mostYears"},
		"tenure that says nothing":     {func(r *Rules) { r.Tenure[0].MostYears = 0 }, "BLANK tenure.0.mostYears"},
		"composition without a bound":  {func(r *Rules) { r.Composition[0].Odd = false }, "BLANK composition.0.least"},
		"a most below the least":       {func(r *Rules) { r.Composition[0].Least, r.Composition[0].Most = 5, 3 }, "OUT_OF_RANGE composition.0.most"},
		"a share of more than all":     {func(r *Rules) { r.Composition[0].Share = Fraction{Num: 3, Den: 2} }, "OUT_OF_RANGE composition.0.share"},
		"a share without a whole":      {func(r *Rules) { r.Ratios[0].Share = Fraction{} }, "OUT_OF_RANGE ratios.0.share"},
		"an unknown sex":               {func(r *Rules) { r.Composition[0].Of.Sex = "WOMAN" }, "UNKNOWN_VALUE composition.0.of.sex"},
		"a negative area":              {func(r *Rules) { r.Composition[0].When.AreaAtMost = -1 }, "OUT_OF_RANGE composition.0.when.areaAtMost"},
		"posts of no organization":     {func(r *Rules) { r.Publication[0].For.Posts = []schema.PostCategory{"CHAIR"} }, "BLANK publication.0.for.organizations"},
		"posted for years":             {func(r *Rules) { r.Publication[0].Days = 366 }, "OUT_OF_RANGE publication.0.days"},
		"a place without organization": {func(r *Rules) { r.Composition[0].Of.AlsoAt = []Place{{}} }, "BLANK composition.0.of.organizations"},
	} {
		t.Run(name, func(t *testing.T) {
			rules := sound()
			c.change(&rules)
			refused := rules.Validate()
			if len(refused) != 1 {
				t.Fatalf("got %v, want %s", refused, c.want)
			}
			if got := string(refused[0].Code) + " " + strings.Join(refused[0].Field, "."); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
			for _, lang := range []fault.Language{fault.Chinese, fault.English} {
				if text := refused[0].Text(lang); strings.ContainsAny(text, "{}") {
					t.Errorf("reads %q", text)
				}
			}
		})
	}
}

func TestARuleThatIsOffNeedsOnlyItsCode(t *testing.T) {
	off := Head{Code: "A_RULE", Off: true}
	rules := Rules{
		Eligibility: []Eligibility{{Head: off}}, Incompatibility: []Incompatibility{{Head: off}},
		Tenure: []Tenure{{Head: off}}, Composition: []Requirement{{Head: off}}, Ratios: []Target{{Head: off}},
		Publication: []Publication{{Head: off}},
	}
	expect(t, rules.Validate())
	if got := Merge(sound(), rules); !slices.Equal(got.Validate(), nil) || len(inForce(got.Tenure)) != 0 {
		t.Errorf("merged: %+v", got)
	}
}
