package command_test

import (
	"context"
	"testing"
	"time"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/db"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// reached are entries whose voters were handed the ballot with all it takes.
func (a *assembly) reached(entries ...*db.RollEntry) command.RecordDeliveryInput {
	in := command.RecordDeliveryInput{
		Method: schema.DeliveryMethodInPerson, DeliveredAt: a.clock.Now(), AgendaTold: true, ConsequenceTold: true,
		Witness: new("楼长在场"),
	}
	for _, e := range entries {
		in.EntryIDs = append(in.EntryIDs, ident.RollEntry{ID: e.ID})
	}
	return in
}

func TestRecordDelivery(t *testing.T) {
	eachAssembly(t, func(a *assembly) {
		a.builds(a.flats(5, a.second, 0)...)
		r := a.frozen(a.freezing())
		entries := a.lines(r.ID)
		other := *a
		other.sitting = a.announced(a.written())
		foreign := other.lines(other.frozen(other.freezing()).ID)[0]
		a.clock.Pass(time.Hour)
		receipt := a.file(a.community)
		with := func(change func(*command.RecordDeliveryInput)) command.RecordDeliveryInput {
			in := a.reached(entries[0])
			change(&in)
			return in
		}
		many := a.reached()
		many.EntryIDs = make([]ident.RollEntry, 1001)
		keeps(a, a.do.RecordDelivery, []refusal[command.RecordDeliveryInput]{
			{"nobody", a.asChair, a.reached(), []fault.Code{fault.Blank}, "entryIds"},
			{"too many", a.asChair, many, []fault.Code{fault.TooMany}, "entryIds"},
			{"twice, of two rolls, and nowhere", a.asChair, with(func(in *command.RecordDeliveryInput) {
				in.EntryIDs = append(in.EntryIDs, in.EntryIDs[0], ident.RollEntry{ID: foreign.ID}, ident.RollEntry{ID: ident.New(ident.KindRollEntry, a.store.Now())})
			}), []fault.Code{fault.ListedTwice, fault.SeveralRolls, fault.NotFound}, "entryIds.1"},
			{"tomorrow", a.asChair, with(func(in *command.RecordDeliveryInput) { in.DeliveredAt = a.clock.Now().Add(oneDay) }),
				[]fault.Code{fault.DeliveredAhead}, "deliveredAt"},
			{"before the notice, in no words", a.asChair, with(func(in *command.RecordDeliveryInput) {
				in.DeliveredAt, in.Witness = a.clock.Now().Add(-2*time.Hour), new(" ")
			}), []fault.Code{fault.DeliveredBeforeNotice, fault.Blank}, "deliveredAt"},
			{"no receipt there is", a.asChair, with(func(in *command.RecordDeliveryInput) {
				in.DocumentID = &ident.Document{ID: ident.New(ident.KindDocument, a.store.Now())}
			}), []fault.Code{fault.NotFound}, "documentId"},
			{"a stranger", a.as(a.person("路人")), a.reached(entries[0]), []fault.Code{fault.NotFound}, ""},
			{"somebody on the roll", a.as(*entries[0].PersonID), a.reached(entries[0]), []fault.Code{fault.NotMandated}, ""},
		})
		p := once(a.town, func(o ent.Order) (*command.RecordDeliveryPayload, error) {
			in := a.reached(entries[:3]...)
			in.Order, in.DocumentID = o, &receipt
			return a.do.RecordDelivery(a.asChair, in)
		})
		is(a.council, "recorded", p.Recorded, 3)
		is(a.council, "the roll", p.RollID, r.ID)
		posted := a.reached(entries...)
		posted.Method = schema.DeliveryMethodPosted
		all, err := a.do.RecordDelivery(a.asChair, posted)
		is(a.council, "posted", done(a.town, all, err).Recorded, 5)
		a.seen(func(c *db.Client) counted { return c.Delivery.Query() }, 0, 8)
		row, err := entries[0].QueryDeliveries().First(ent.Unguarded(a.Context()))
		a.must(err)
		is(a.council, "who entered it", *row.RecordedByID, a.chair)
	})
}

// What was delivered in time is recorded until a vote on the roll is counted,
// and never after that; a vote that is void is no obstacle.
func TestNoDeliveryAfterTheCount(t *testing.T) {
	eachAssembly(t, func(a *assembly) {
		a.builds(a.flats(2, a.second, 0)...)
		r := a.frozen(a.freezing())
		in := a.reached(a.lines(r.ID)...)
		a.polls(r, schema.VoteStatusVoid)
		a.polls(r, schema.VoteStatusOpen)
		p, err := a.do.RecordDelivery(a.asChair, in)
		is(a.council, "while the vote runs", done(a.town, p, err).Recorded, 2)
		for _, status := range []schema.VoteStatus{schema.VoteStatusClosed, schema.VoteStatusPreliminary, schema.VoteStatusFinal} {
			v := a.polls(r, status)
			keeps(a, a.do.RecordDelivery, []refusal[command.RecordDeliveryInput]{
				{string(status), a.asChair, in, []fault.Code{fault.WrongState}, "entryIds"},
			})
			a.write(func(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
				return v.ID, tx.Vote.UpdateOneID(v.ID).SetStatus(schema.VoteStatusVoid).Exec(ctx)
			})
		}
	})
}

// Nothing is delivered for what was struck, nor after the meeting is over.
func TestNoDeliveryForTheStruck(t *testing.T) {
	eachAssembly(t, func(a *assembly) {
		a.builds(a.flats(2, a.second, 0)...)
		r := a.frozen(a.freezing())
		entries := a.lines(r.ID)
		a.amends(command.AmendRollInput{
			RollID: ident.Roll{ID: r.ID}, Kind: schema.RollAmendmentKindRemove, EntryID: &ident.RollEntry{ID: entries[1].ID}, Reason: "重复登记",
		})
		keeps(a, a.do.RecordDelivery, []refusal[command.RecordDeliveryInput]{
			{"to the struck", a.asChair, a.reached(entries...), []fault.Code{fault.EntryStruck}, "entryIds.1"},
		})
		p, err := a.do.CancelMeeting(a.asChair, command.CancelMeetingInput{MeetingID: a.sitting, Reason: "改期", Place: new("公告栏")})
		done(a.town, p, err)
		keeps(a, a.do.RecordDelivery, []refusal[command.RecordDeliveryInput]{
			{"for a meeting that was called off", a.asChair, a.reached(entries[0]), []fault.Code{fault.WrongState}, "entryIds"},
		})
	})
}
