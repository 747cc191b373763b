package command_test

import (
	"testing"
	"time"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/view"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

func TestBeginCaretaker(t *testing.T) {
	eachReign(t, inShanghai, "2022-01-01", "2026-12-01", func(r *reign) {
		begin := func(day string) command.BeginCaretakerInput {
			return command.BeginCaretakerInput{TermID: r.term, On: on(day)}
		}
		refuses(r.town, r.do.BeginCaretaker, []refusal[command.BeginCaretakerInput]{
			{"before the term", r.clerk, begin("2021-12-31"), []fault.Code{fault.OutOfRange}, "on"},
			{"tomorrow", r.clerk, begin("2026-06-02"), []fault.Code{fault.OutOfRange}, "on"},
			{"by a stranger", r.stranger, begin("2026-06-01"), []fault.Code{fault.NotMandated}, ""},
			{"of no term", r.clerk, command.BeginCaretakerInput{TermID: ident.Term{ID: ident.New(ident.KindTerm, r.store.Now())}},
				[]fault.Code{fault.NotFound}, "termId"},
		})
		r.current(schema.TermStateCurrent)
		once(r.town, func(o ent.Order) (*command.BeginCaretakerPayload, error) {
			in := begin("2026-05-20")
			in.Order = o
			return r.do.BeginCaretaker(r.clerk, in)
		})
		equal(r, "since when", r.row().CaretakerFrom.String(), "2026-05-20")
		r.current(schema.TermStateCaretaker)
		refuses(r.town, r.do.BeginCaretaker, []refusal[command.BeginCaretakerInput]{
			{"twice", r.clerk, begin("2026-06-01"), []fault.Code{fault.WrongState}, "termId"},
		})
		p, err := r.do.StartTerm(r.clerk, r.town.term(r.owners, "2026-12-01", "2030-12-01"))
		done(r.town, p, err)
		r.clock.Set(time.Date(2026, 12, 1, 2, 0, 0, 0, time.UTC))
		r.current(schema.TermStateEnded)
		refuses(r.town, r.do.BeginCaretaker, []refusal[command.BeginCaretakerInput]{
			{"of a term that is over", r.clerk, begin("2026-06-01"), []fault.Code{fault.WrongState}, "termId"},
		})
	})
}

// current asserts where the term stands today.
func (r *reign) current(want schema.TermState) {
	r.Helper()
	got, err := asked(r.visitor, view.Now(r.store).TermStates, r.store.Read().Term.Get, r.term.ID)
	if err != nil {
		r.Fatal(err)
	}
	equal(r, "the term", got, want)
}

// A term that ran out is kept up by caretakers; that its change-over began can be
// entered then as well.
func TestTermThatRanOut(t *testing.T) {
	eachReign(t, inShanghai, "2022-01-01", "2026-05-31", func(r *reign) {
		r.current(schema.TermStateCaretaker)
		p, err := r.do.BeginCaretaker(r.clerk, command.BeginCaretakerInput{TermID: r.term})
		done(r.town, p, err)
		equal(r, "the term as written", r.row().State, schema.TermStateCaretaker)
	})
}

func (r *reign) voting(item ident.AgendaItem) command.DraftVoteInput {
	return command.DraftVoteInput{
		AgendaItemID: item, Question: "是否同意？", Method: schema.VoteMethodNamed, Visibility: schema.BallotVisibilityOpen,
	}
}

// While the committee is a caretaker it does not have the assembly vote on the
// property company, on fees or on major works, in Shanghai; whoever else organizes
// the assembly may, and what no rule names may be voted on.
func TestCaretakerForbids(t *testing.T) {
	eachReign(t, inShanghai, "2022-01-01", "2026-12-01", func(r *reign) {
		before, early := r.agenda(schema.MeetingKindAssembly, r.assembly, nil, "SERVICE_TERMS")
		v, err := r.do.DraftVote(r.asChair, r.voting(early))
		done(r.town, v, err)
		b, err := r.do.BeginCaretaker(r.clerk, command.BeginCaretakerInput{TermID: r.term})
		done(r.town, b, err)

		_, company := r.agenda(schema.MeetingKindAssembly, r.assembly, nil, "PROPERTY_COMPANY_SELECTION")
		_, own := r.agenda(schema.MeetingKindCommittee, r.owners, nil, "REBUILDING")
		refuses(r.town, r.do.DraftVote, []refusal[command.DraftVoteInput]{
			{"on the property company", r.asChair, r.voting(company), []fault.Code{fault.CaretakerForbids}, "agendaItemId"},
			{"in the committee itself", r.asChair, r.voting(own), []fault.Code{fault.CaretakerForbids}, "agendaItemId"},
		})
		refuses(r.town, r.do.CallMeeting, []refusal[command.CallMeetingInput]{
			{"with a vote that was drafted before", r.asChair, command.CallMeetingInput{MeetingID: before, Place: "公告栏"},
				[]fault.Code{fault.CaretakerForbids}, "meetingId"},
		})
		_, err = r.do.DraftVote(r.asChair, r.voting(company))
		faults, _ := fault.Of(err)
		facts := map[string]string{}
		for _, f := range faults[0].Facts {
			facts[f.Name] = f.Text(fault.English)
		}
		equal(r, "the matter", facts["matter"], "PROPERTY_COMPANY_SELECTION")
		equal(r, "the article", facts["article"], "28")

		_, covenant := r.agenda(schema.MeetingKindAssembly, r.assembly, nil, "OWNERS_COVENANT")
		v, err = r.do.DraftVote(r.asChair, r.voting(covenant))
		done(r.town, v, err)
		_, street := r.agenda(schema.MeetingKindAssembly, r.assembly, organization(r.office), "PROPERTY_COMPANY_SELECTION")
		v, err = r.do.DraftVote(r.asChair, r.voting(street))
		done(r.town, v, err)
	})
}

// Where no rule says so nothing is forbidden.
func TestCaretakerIsFreeElsewhere(t *testing.T) {
	eachReign(t, inBeijing, "2022-01-01", "2026-05-31", func(r *reign) {
		r.current(schema.TermStateCaretaker)
		_, company := r.agenda(schema.MeetingKindAssembly, r.assembly, nil, "PROPERTY_COMPANY_SELECTION")
		v, err := r.do.DraftVote(r.asChair, r.voting(company))
		done(r.town, v, err)
	})
}
