package command_test

import (
	"testing"
	"time"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/db"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

func (w *town) term(of ident.ID, from, to string) command.StartTermInput {
	in := command.StartTermInput{OrganizationID: *organization(of), From: on(from)}
	if to != "" {
		in.To = on(to)
	}
	return in
}

func TestStartTerm(t *testing.T) {
	eachTown(t, func(w *town) {
		chair := w.officer("主任", w.committee, schema.PostCategoryChair)
		once(w, func(o ent.Order) (*command.StartTermPayload, error) {
			in := w.term(w.committee, "2021-06-01", "2026-06-01")
			in.Order = o
			return w.do.StartTerm(chair, in)
		})
		refuses(w, w.do.StartTerm, []refusal[command.StartTermInput]{
			{"before the other is over", chair, w.term(w.committee, "2026-05-31", "2031-05-31"), []fault.Code{fault.TermsOverlap}, "from"},
			{"before all terms", chair, w.term(w.committee, "2020-01-01", "2021-06-01"), []fault.Code{fault.TermsOverlap}, "from"},
			{"longer than the law says", chair, w.term(w.committee, "2026-06-01", "2031-06-02"), []fault.Code{fault.TermLength}, "to"},
			{"shorter than the law says", chair, w.term(w.committee, "2026-06-01", "2029-06-01"), []fault.Code{fault.TermLength}, "to"},
			{"without an end", chair, w.term(w.committee, "2026-06-01", ""), []fault.Code{fault.TermLength}, "to"},
			{"for no day, before the committee was", chair, w.term(w.committee, "2019-06-01", "2019-06-01"),
				[]fault.Code{fault.NotInForce, fault.EndsBeforeItStarts, fault.TermsOverlap}, "organizationId"},
			{"by a stranger", w.as(w.person("路人")), w.term(w.committee, "2026-06-01", "2031-06-01"), []fault.Code{fault.NotMandated}, ""},
		})
		p, err := w.do.StartTerm(chair, w.term(w.committee, "2026-06-01", "2031-06-01"))
		next := get(w, w.store.Read().Term.Get, done(w, p, err).TermID)
		if next.Number != 2 || next.State != schema.TermStateCurrent {
			t.Errorf("term no. %d is %s, want no. 2, current", next.Number, next.State)
		}
		terms, err := w.store.Read().Term.Query().Order(db.Asc("number")).All(w.visitor)
		if err != nil || len(terms) != 2 || terms[0].State != schema.TermStateEnded {
			t.Errorf("the terms are %v (%v), want the first ended", terms, err)
		}
		// What the register said before is still there to ask for.
		w.clock.Pass(time.Hour)
		known, err := w.store.Read().Term.Query().All(ent.KnownAt(w.visitor, w.store.Now().Add(-2*time.Hour)))
		if err != nil || len(known) != 0 {
			t.Errorf("before anything was entered the register knew %v (%v)", known, err)
		}
	})
}

// A term that runs on until the next begins stays current until then, and one
// without an end is ended by the next.
func TestStartTermAheadOfTime(t *testing.T) {
	eachTown(t, func(w *town) {
		body := w.organization(schema.OrganizationKindCoGovernanceCommittee, "共治委员会", ident.Nil, w.estate)
		start := func(from, to string) *db.Term {
			t.Helper()
			p, err := w.do.StartTerm(w.registrar, w.term(body, from, to))
			return get(w, w.store.Read().Term.Get, done(w, p, err).TermID)
		}
		first := start("2020-01-01", "")
		second := start("2023-01-01", "2026-09-01")
		first = get(w, w.store.Read().Term.Get, first.ID)
		if first.State != schema.TermStateEnded || first.To == nil || *first.To != second.From {
			t.Errorf("the open term is %s until %v, want it ended when the next began", first.State, first.To)
		}
		start("2026-09-01", "")
		second = get(w, w.store.Read().Term.Get, second.ID)
		if second.State != schema.TermStateCurrent || *second.To != *on("2026-09-01") {
			t.Errorf("the term that runs until September is %s until %v", second.State, second.To)
		}
	})
}
