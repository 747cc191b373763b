package checklist_test

import (
	"testing"
	"time"

	"sifang/schema"
	"sifang/schema/checklist"
	"sifang/schema/day"
	"sifang/schema/ident"
	"sifang/schema/rule"
)

// on is a day of June 2026.
func on(dayOfMonth int) day.Date {
	return day.Of(*at(dayOfMonth))
}

func at(dayOfMonth int) *time.Time {
	return new(time.Date(2026, 6, dayOfMonth, 4, 0, 0, 0, time.UTC))
}

var some = ident.ID{1}

// lawful is a written vote on which nothing is wrong, and which is over.
func lawful() checklist.Facts {
	until := on(28)
	return checklist.Facts{
		Today: on(30), Written: true,
		Rule: rule.Rule{
			AgendaMustBeNoticed: true, Source: rule.Source{Title: "规则", Article: "1"},
			Policies: rule.Policies{Window: &rule.Window{LeastDays: 5, MostDays: 60, PreliminaryDays: 15}},
		},
		Vote:     checklist.Vote{ID: some, Status: schema.VoteStatusFinal, Opened: at(5), Closes: at(12), Closed: at(13), ObjectionsUntil: &until},
		Notice:   checklist.Notice{Meeting: some, Posting: some, Posted: on(1), Held: on(5), Given: 15},
		Item:     checklist.Item{ID: some, Noticed: at(1), Authority: schema.DecisionAuthorityOwnersAssembly, Own: schema.DecisionAuthorityOwnersAssembly},
		Roll:     checklist.Roll{ID: some, Hash: "h", Entries: 3, Heads: 3, Area: 300_00, Served: 3},
		Recusals: 1,
		Verdict:  checklist.Verdict{ID: some, Quorum: rule.Finding{Kind: rule.FoundNothing, Met: true}, Recount: schema.RecountResultAgrees},
		Result:   checklist.Posting{ID: some, Posted: on(13), Until: on(28), Days: 15},
		Resolution: checklist.Resolution{
			ID: some, Posting: checklist.Posting{ID: some, Posted: on(15), Until: on(22), Days: 7},
		},
		Objections: checklist.Objections{Filed: 2},
		Periods:    rule.Periods{NoticeDays: 15, PublishWithinDays: 3, PublicationDays: 7},
	}
}

func TestLawfulVote(t *testing.T) {
	lines := checklist.Of(lawful())
	if len(lines) != len(checklist.Requirement("").Values()) {
		t.Errorf("%d lines", len(lines))
	}
	for i, l := range lines {
		if l.State != checklist.Met || string(l.Requirement) != checklist.Requirement("").Values()[i] {
			t.Errorf("%s is %s: %s", l.Requirement, l.State, l.Found.English)
		}
		if l.Evidence.IsZero() || l.Asked.Chinese == "" || l.Asked.English == "" || l.Found.Chinese == "" || l.Found.English == "" {
			t.Errorf("%s says too little: %+v", l.Requirement, l)
		}
	}
}

// TestEachRequirement changes one thing about the lawful vote: exactly one line
// follows.
func TestEachRequirement(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*checklist.Facts)
		about  checklist.Requirement
		want   checklist.State
		found  string
	}{
		"a day too few": {func(f *checklist.Facts) { f.Notice.Given = 14 }, checklist.NoticePeriod, checklist.NotMet,
			"Announced on 2026-06-01 for 2026-06-05: 14 days only."},
		"not called":               {func(f *checklist.Facts) { f.Notice.Posted, f.Notice.Given = day.Date{}, 0 }, checklist.NoticePeriod, checklist.NotYet, ""},
		"called without a posting": {func(f *checklist.Facts) { f.Notice.Posting = ident.Nil }, checklist.NoticePeriod, checklist.NotProvable, ""},
		"on no agenda":             {func(f *checklist.Facts) { f.Item.Noticed = nil }, checklist.AgendaPublished, checklist.NotMet, ""},
		"on the agenda afterwards": {func(f *checklist.Facts) { f.Item.Noticed = at(6) }, checklist.AgendaPublished, checklist.NotMet, ""},
		"on the agenda to come": {func(f *checklist.Facts) {
			f.Item.Noticed, f.Vote.Opened, f.Rule.Window = nil, nil, &rule.Window{PreliminaryDays: 15}
		},
			checklist.AgendaPublished, checklist.NotYet, ""},
		"another body decides": {func(f *checklist.Facts) { f.Item.Own = schema.DecisionAuthorityJointMeeting }, checklist.Authority, checklist.NotMet, ""},
		"no fingerprint":       {func(f *checklist.Facts) { f.Roll.Hash = "" }, checklist.RollFrozen, checklist.NotProvable, ""},
		"one not served":       {func(f *checklist.Facts) { f.Roll.Served = 2 }, checklist.ServiceProven, checklist.NotProvable, "Of 3 entries 1 are without proof."},
		"a recusal waits":      {func(f *checklist.Facts) { f.Unruled = 1 }, checklist.RecusalsRuled, checklist.NotMet, ""},
		"open for four days": {func(f *checklist.Facts) { f.Vote.Closes, f.Vote.Closed = at(9), at(13) }, checklist.WindowKept, checklist.NotMet,
			"4 days; the rule asks for 5 to 60 days."},
		"no quorum":         {func(f *checklist.Facts) { f.Verdict.Quorum.Met = false }, checklist.QuorumReached, checklist.NotMet, ""},
		"counters differ":   {func(f *checklist.Facts) { f.Verdict.Recount = schema.RecountResultDiffers }, checklist.RecountAgrees, checklist.NotMet, ""},
		"counted once":      {func(f *checklist.Facts) { f.Verdict.Recount = "" }, checklist.RecountAgrees, checklist.NotProvable, ""},
		"result not posted": {func(f *checklist.Facts) { f.Result = checklist.Posting{} }, checklist.ResultPosted, checklist.NotMet, ""},
		"posted for 14 days": {func(f *checklist.Facts) { f.Result.Days = 14 }, checklist.ResultPosted, checklist.NotMet,
			"Posted on 2026-06-13 until 2026-06-28: 14 days."},
		"found gone": {func(f *checklist.Facts) { f.Result.Gone = true }, checklist.ResultPosted, checklist.NotMet,
			"Posted on 2026-06-13 until 2026-06-28: 15 days. It was found gone since, and is not back."},
		"still posted":        {func(f *checklist.Facts) { f.Result.Until = on(30) }, checklist.ResultPosted, checklist.NotYet, ""},
		"one answer is owed":  {func(f *checklist.Facts) { f.Objections.Unanswered = 1 }, checklist.ObjectionsAnswered, checklist.NotMet, ""},
		"posted a day late":   {func(f *checklist.Facts) { f.Resolution.Posted = on(17) }, checklist.ResolutionPosted, checklist.NotMet, "Posted on 2026-06-17, which was due on 2026-06-16."},
		"never posted":        {func(f *checklist.Facts) { f.Resolution.Posting = checklist.Posting{} }, checklist.ResolutionPosted, checklist.NotMet, ""},
		"posted for six days": {func(f *checklist.Facts) { f.Resolution.Days = 6 }, checklist.ResolutionPosted, checklist.NotMet, ""},
	} {
		t.Run(name, func(t *testing.T) {
			f := lawful()
			c.change(&f)
			for _, l := range checklist.Of(f) {
				want := checklist.Met
				if l.Requirement == c.about {
					want = c.want
				}
				if l.State != want {
					t.Errorf("%s is %s, want %s: %s", l.Requirement, l.State, want, l.Found.English)
				}
				if l.Requirement == c.about && c.found != "" && l.Found.English != c.found {
					t.Errorf("found %q", l.Found.English)
				}
			}
		})
	}
}

// TestServiceIsNotAlwaysAsked: in a sitting nobody brings papers round, unless
// silence counts.
func TestServiceIsNotAlwaysAsked(t *testing.T) {
	asked := func(f checklist.Facts) bool {
		for _, l := range checklist.Of(f) {
			if l.Requirement == checklist.ServiceProven {
				return true
			}
		}
		return false
	}
	f := lawful()
	f.Written = false
	if asked(f) {
		t.Error("asked in a sitting")
	}
	f.Rule.Deemed = &rule.Deemed{}
	if !asked(f) {
		t.Error("not asked though silence counts")
	}
}
