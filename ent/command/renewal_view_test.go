package command_test

import (
	"testing"
	"time"

	"sifang/ent/command"
	"sifang/ent/db"
	"sifang/ent/view"
	"sifang/schema"
)

func (r *reign) renewal() *view.Renewal {
	r.Helper()
	got, err := asked(r.visitor, view.Now(r.store).Renewals, r.store.Read().Organization.Get, r.owners)
	if err != nil {
		r.Fatal(err)
	}
	return got
}

// Six months before its end the change-over of a term is due in Beijing, and too
// few filled seats ask for a new election.
func TestRenewal(t *testing.T) {
	eachReign(t, inBeijing, "2022-01-01", "2026-12-02", func(r *reign) {
		seats := r.elected(r.owners, schema.PostCategoryMember, 5) // seven with those of the two who sit
		got := r.renewal()
		equal(r, "expires", got.ExpiresOn.String(), "2026-12-02")
		equal(r, "due", got.DueOn.String(), "2026-06-01")
		equal(r, "by", got.Basis.Source, "北京市物业管理条例 §49")
		equal(r, "on the last day", got.Overdue, false)
		equal(r, "seats", got.Seats, 7)
		equal(r, "filled", got.Filled, 2)
		equal(r, "to be elected anew", got.Reelection.Source, "北京市物业管理条例 §48")
		r.seat(r.resident("候补"), r.owners, schema.PostCategoryAlternate)
		r.clock.Pass(oneDay)
		equal(r, "the day after", r.renewal().Overdue, true)
		b, err := r.do.BeginCaretaker(r.clerk, command.BeginCaretakerInput{TermID: r.term})
		done(r.town, b, err)
		got = r.renewal()
		equal(r, "begun", got.Begun, true)
		equal(r, "overdue once begun", got.Overdue, false)
		if seats.IsZero() {
			t.Error("no seats")
		}
	})
}

func (r *reign) next() *view.MeetingDue {
	r.Helper()
	got, err := asked(r.visitor, view.Now(r.store).NextMeetings, r.store.Read().Organization.Get, r.owners)
	if err != nil {
		r.Fatal(err)
	}
	return got
}

// Every two months the owners' committee meets in Shanghai. What was only called
// does not count.
func TestNextMeetingDue(t *testing.T) {
	eachReign(t, inShanghai, "2024-01-01", "2028-01-01", func(r *reign) {
		got := r.next()
		equal(r, "never met", got.LastHeldOn == nil, true)
		equal(r, "two months after it came to be", got.DueOn.String(), "2020-03-01")
		equal(r, "overdue", got.Overdue, true)
		for range 2 {
			m, _ := r.agenda(schema.MeetingKindCommittee, r.owners, nil, "OWNERS_COMMITTEE_BUSINESS")
			c, err := r.do.CallMeeting(r.asChair, command.CallMeetingInput{MeetingID: m, Place: "公告栏"})
			done(r.town, c, err)
			r.clock.Set(get(r.town, r.store.Read().Meeting.Get, m.ID).StartsAt)
			o, err := r.do.OpenMeeting(r.asChair, command.OpenMeetingInput{MeetingID: m})
			done(r.town, o, err)
		}
		got = r.next()
		equal(r, "last met", got.LastHeldOn.String(), "2026-07-31")
		equal(r, "two months later", got.DueOn.String(), "2026-09-30")
		equal(r, "by", got.Basis.Source, "上海市住宅物业管理规定 §26")
		r.clock.Set(time.Date(2026, 9, 30, 15, 0, 0, 0, time.UTC))
		equal(r, "on the last day", r.next().Overdue, false)
		r.clock.Pass(2 * time.Hour)
		equal(r, "the day after", r.next().Overdue, true)
	})
}

// Who was elected to stand by can move up, and counts until they answer.
func TestRenewalCountsWhoStandsBy(t *testing.T) {
	eachContest(t, func(e *contest) {
		in := e.electing(3)
		in.RuleCode, in.Alternates = new("OWNERS_COMMITTEE_ELECTION"), new(2)
		v := e.drafts(in)
		names := e.run(v, 6)
		e.convenes()
		e.votedBy(fiveForThree...)
		e.opens(v)
		e.cast(v, fiveForThree...)
		e.outcomes(v, e.closed(v), "EEEAA-")
		e.final(v)
		stand := func(want int) {
			t.Helper()
			got, err := asked(e.visitor, view.Now(e.store).Renewals, e.store.Read().Organization.Get, e.owners)
			e.must(err)
			is(e.council, "those who stand by", got.Alternates, want)
		}
		stand(0) // nobody sits on the strength of this election yet
		e.takes(names[0])
		stand(2)
		p, err := e.do.AcceptElection(e.officer, command.AcceptElectionInput{CandidateID: names[3]})
		done(e.town, p, err)
		stand(1)
	})
}

// A list of organizations costs no more statements than the one of them that
// stands lowest.
func TestRenewalsTogether(t *testing.T) {
	eachReign(t, inShanghai, "2024-01-01", "2028-01-01", func(r *reign) {
		ctx, now := r.visitor, view.Now(r.store)
		all := []*db.Organization{
			get(r.town, r.store.Read().Organization.Get, r.owners), get(r.town, r.store.Read().Organization.Get, r.assembly),
			get(r.town, r.store.Read().Organization.Get, r.housing),
		}
		for name, ask := range map[string]func([]*db.Organization) error{
			"renewal":         func(some []*db.Organization) error { _, err := now.Renewals(ctx, some); return err },
			"nextMeetingDue":  func(some []*db.Organization) error { _, err := now.NextMeetings(ctx, some); return err },
			"handoverOverdue": func(some []*db.Organization) error { _, err := now.HandoversOverdue(ctx, some); return err },
		} {
			cost := func(some []*db.Organization) int64 {
				before := r.sent.Load()
				if err := ask(some); err != nil {
					r.Error(err)
				}
				return r.sent.Load() - before
			}
			if alone, together := cost(all[:1]), cost(all); together > alone || together == 0 {
				r.Errorf("%s costs %d statements for one organization, and %d for three", name, alone, together)
			}
		}
		none, err := now.Renewals(ctx, all[2:])
		if err != nil || none[0] == nil || none[0].DueOn != nil {
			r.Errorf("an office that serves no term: %+v (%v)", none[0], err)
		}
	})
}
