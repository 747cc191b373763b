package command_test

import (
	"testing"
	"time"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/db/handoveritem"
	"sifang/ent/view"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

var chattels = []command.HandoverItemInput{{Title: "印章", Quantity: new("2枚")}, {Title: "会议记录"}}

// In Hangzhou a committee hands over within ten days of the end of its term.
func TestHandOver(t *testing.T) {
	eachReign(t, inHangzhou, "2022-06-05", "2026-06-05", func(r *reign) {
		in := command.HandOverInput{TermID: &r.term, ReceiverID: *organization(r.housing), Items: chattels}
		with := func(change func(*command.HandOverInput)) command.HandOverInput {
			other := in
			change(&other)
			return other
		}
		refuses(r.town, r.do.HandOver, []refusal[command.HandOverInput]{
			{"while the term goes on", r.asChair, in, []fault.Code{fault.WrongState}, "termId"},
			{"of nobody", r.asChair, with(func(in *command.HandOverInput) { in.TermID = nil }), []fault.Code{fault.OneOfNeeded}, "termId"},
		})
		r.clock.Set(time.Date(2026, 6, 6, 2, 0, 0, 0, time.UTC))
		refuses(r.town, r.do.HandOver, []refusal[command.HandOverInput]{
			{"nothing", r.asChair, with(func(in *command.HandOverInput) { in.Items = nil }), []fault.Code{fault.Blank}, "items"},
			{"a thing without a name", r.asChair, with(func(in *command.HandOverInput) {
				in.Items = []command.HandoverItemInput{{Title: "印章"}, {Title: " "}}
			}), []fault.Code{fault.Blank}, "items.1.title"},
			{"too much", r.asChair, with(func(in *command.HandOverInput) { in.Items = make([]command.HandoverItemInput, 201) }),
				[]fault.Code{fault.TooMany}, "items"},
			{"by another day", r.asChair, with(func(in *command.HandOverInput) { in.DueOn, in.Basis = on("2026-07-01"), new("约定") }),
				[]fault.Code{fault.DeadlineSet}, "dueOn"},
			{"by a stranger", r.stranger, in, []fault.Code{fault.NotMandated}, ""},
		})
		made := once(r.town, func(o ent.Order) (*command.HandOverPayload, error) {
			in.Order = o
			return r.do.HandOver(r.housed, in)
		})
		in.Order = ent.Order{}
		row := get(r.town, r.store.Read().Handover.Get, made.HandoverID)
		equal(r, "ten days after 5 June", row.DueOn.String(), "2026-06-15")
		equal(r, "by", row.Basis, "杭州市物业管理条例 §34")
		refuses(r.town, r.do.HandOver, []refusal[command.HandOverInput]{
			{"beside another", r.asChair, in, []fault.Code{fault.HandoverRunning}, "termId"},
		})
		r.owes(row.ID, false)
		r.clock.Set(time.Date(2026, 6, 16, 2, 0, 0, 0, time.UTC))
		r.owes(row.ID, true)

		items, err := r.store.Read().HandoverItem.Query().Order(handoveritem.ByPosition()).All(ent.Unguarded(r.Context()))
		if err != nil || len(items) != 2 || items[0].Title != "印章" {
			r.Fatalf("the list is %v (%v)", items, err)
		}
		first := command.ReceiveHandoverItemInput{ItemID: ident.HandoverItem{ID: items[0].ID}}
		second := command.ReceiveHandoverItemInput{ItemID: ident.HandoverItem{ID: items[1].ID}}
		refuses(r.town, r.do.ReceiveHandoverItem, []refusal[command.ReceiveHandoverItemInput]{
			{"by who hands over", r.asChair, first, []fault.Code{fault.NotMandated}, ""},
			{"by who may not see it", r.stranger, first, []fault.Code{fault.NotFound}, ""},
		})
		once(r.town, func(o ent.Order) (*command.ReceiveHandoverItemPayload, error) {
			first.Order = ent.Order{RequestID: new("接收-1")}
			return r.do.ReceiveHandoverItem(r.housed, first)
		})
		first.Order = ent.Order{}
		refuses(r.town, r.do.ReceiveHandoverItem, []refusal[command.ReceiveHandoverItemInput]{
			{"twice", r.housed, first, []fault.Code{fault.AlreadyReceived}, "itemId"},
		})
		r.owes(row.ID, true)
		p, err := r.do.ReceiveHandoverItem(r.housed, second)
		done(r.town, p, err)
		if get(r.town, r.store.Read().Handover.Get, row.ID).CompletedAt == nil {
			r.Error("all was received, and the handover is not completed")
		}
		r.owes(row.ID, false)
	})
}

// owes asserts whether the handover is overdue, and its organization shows it.
func (r *reign) owes(id ident.ID, want bool) {
	r.Helper()
	now := view.Now(r.store)
	equal(r, "overdue", now.HandoverOverdue(get(r.town, r.store.Read().Handover.Get, id)), want)
	shown, err := asked(r.visitor, now.HandoversOverdue, r.store.Read().Organization.Get, r.owners)
	if err != nil {
		r.Fatal(err)
	}
	equal(r, "shown by the organization", shown, want)
}

// A member who left hands over within three days in Henan, to others than
// themselves.
func TestDepartingMemberHandsOver(t *testing.T) {
	eachReign(t, inHenan, "2024-01-01", "2029-01-01", func(r *reign) {
		in := command.HandOverInput{MembershipID: &r.chairing, ReceiverID: *organization(r.owners), Items: chattels[:1]}
		refuses(r.town, r.do.HandOver, []refusal[command.HandOverInput]{
			{"while the post is held", r.asChair, in, []fault.Code{fault.StillHeld}, "membershipId"},
		})
		r.seat(r.chair, r.owners, schema.PostCategoryClerk) // another post is kept
		e, err := r.do.EndMembership(r.asChair, command.EndMembershipInput{MembershipID: r.chairing, Reason: schema.EndReasonResigned})
		done(r.town, e, err)
		p, err := r.do.HandOver(r.asChair, in)
		row := get(r.town, r.store.Read().Handover.Get, done(r.town, p, err).HandoverID)
		equal(r, "three days after 1 June", row.DueOn.String(), "2026-06-04")
		item, err := r.store.Read().HandoverItem.Query().Only(ent.Unguarded(r.Context()))
		receive := command.ReceiveHandoverItemInput{ItemID: ident.HandoverItem{ID: done(r.town, item, err).ID}}
		refuses(r.town, r.do.ReceiveHandoverItem, []refusal[command.ReceiveHandoverItemInput]{
			{"by who leaves, in another post", r.asChair, receive, []fault.Code{fault.OwnCase}, "itemId"},
		})
	})
}

// Where no rule sets a deadline the caller does.
func TestHandOverWithoutARule(t *testing.T) {
	eachReign(t, inShandong, "2021-06-01", "2026-06-01", func(r *reign) {
		in := command.HandOverInput{TermID: &r.term, ReceiverID: *organization(r.owners), Items: chattels}
		half := in
		half.DueOn = on("2026-06-20")
		refuses(r.town, r.do.HandOver, []refusal[command.HandOverInput]{
			{"without a deadline", r.asChair, in, []fault.Code{fault.DeadlineNeeded}, "dueOn"},
			{"without what it rests on", r.asChair, half, []fault.Code{fault.DeadlineNeeded}, "dueOn"},
			{"that is over already", r.asChair, command.HandOverInput{
				TermID: &r.term, ReceiverID: *organization(r.owners), Items: chattels, DueOn: on("2026-05-31"), Basis: new("街道办事处通知"),
			}, []fault.Code{fault.DayTooEarly}, "dueOn"},
		})
		half.Basis = new("街道办事处通知")
		p, err := r.do.HandOver(r.asChair, half)
		row := get(r.town, r.store.Read().Handover.Get, done(r.town, p, err).HandoverID)
		equal(r, "as agreed", row.DueOn.String()+row.Basis, "2026-06-20街道办事处通知")
	})
}

// A body elsewhere receives nothing that is kept here, and its officers do not ask
// for it.
func TestNobodyElsewhereAsksForAHandover(t *testing.T) {
	eachReign(t, inHangzhou, "2022-06-05", "2026-06-05", func(r *reign) {
		quarter := r.area(schema.AreaKindCommunity, "别处社区", r.street)
		other := r.organization(schema.OrganizationKindOwnersCommittee, "别处业委会", ident.Nil, r.area(schema.AreaKindEstate, "别处小区", quarter))
		street := r.organization(schema.OrganizationKindStreetOffice, "别处街道办事处", ident.Nil, r.area(schema.AreaKindStreet, "别处街道", ident.Nil))
		r.clock.Set(time.Date(2026, 6, 6, 2, 0, 0, 0, time.UTC))
		to := func(receiver ident.ID) command.HandOverInput {
			return command.HandOverInput{TermID: &r.term, ReceiverID: *organization(receiver), Items: chattels}
		}
		refuses(r.town, r.do.HandOver, []refusal[command.HandOverInput]{
			{"by a committee of another community", r.officer("别处主任", other, schema.PostCategoryChair), to(other), []fault.Code{fault.NotMandated}, ""},
			{"by another street", r.officer("别处干部", street, schema.PostCategoryClerk), to(street), []fault.Code{fault.NotMandated}, ""},
			{"to a committee of another community", r.asChair, to(other), []fault.Code{fault.OutsideCommunity}, "receiverId"},
		})
	})
}
