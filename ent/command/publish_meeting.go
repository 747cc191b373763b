package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/agendaitem"
	"sifang/ent/db/proxy"
	"sifang/ent/db/vote"
	"sifang/ent/power"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/mandate"
)

// publishRoll posts that a roll can be read, without names. Where a provision
// says so, objections to it are in time for some days from then on.
func (in PublishInput) publishRoll(ctx context.Context, tx *ent.Tx) (*ent.Deed[PublishPayload], error) {
	r, err := need(ctx, tx.Roll.Get, in.RollID.ID, "rollId")
	if err != nil {
		return nil, err
	}
	m, grant, err := in.ofMeeting(ctx, tx, r.MeetingID, r.ID)
	if err != nil {
		return nil, err
	}
	h, few, err := in.hang(ctx, tx, schema.PublicationKindRoll, m.OrganizationID, r.CommunityID, 0)
	if err != nil {
		return nil, err
	}
	if err = refuse(uncalled(m, "rollId"), few, in.place(), in.words()); err != nil {
		return nil, err
	}
	posting, err := h.row(tx).SetRollID(r.ID).Save(ctx)
	if err != nil {
		return nil, err
	}
	return ent.Did(PublishPayload{PublicationID: posting.ID}, grant, r.ID, r.CommunityID, h.facts(posting.ID)), nil
}

// publishProxies posts who votes for whom in an election of residents: the
// election committee has to make the list known (law on residents' committees,
// art. 19). Who votes for owners is nobody else's business.
func (in PublishInput) publishProxies(ctx context.Context, tx *ent.Tx) (*ent.Deed[PublishPayload], error) {
	m, grant, err := in.ofMeeting(ctx, tx, in.ProxiesMeetingID.ID, in.ProxiesMeetingID.ID)
	if err != nil {
		return nil, err
	}
	elects, err := tx.Vote.Query().Where(vote.KindEQ(schema.VoteKindElection), vote.HasAgendaItemWith(agendaitem.MeetingID(m.ID))).Exist(ctx)
	if err != nil {
		return nil, err
	}
	granted, err := tx.Proxy.Query().Where(proxy.MeetingID(m.ID), proxy.StatusEQ(schema.ProxyStatusGranted)).IDs(ctx)
	if err != nil {
		return nil, err
	}
	h, few, err := in.hang(ctx, tx, schema.PublicationKindProxies, m.OrganizationID, m.CommunityID, 0)
	if err != nil {
		return nil, err
	}
	residents := fits(m.Kind, []schema.MeetingKind{schema.MeetingKindResidents}, "proxiesMeetingId")
	if err = refuse(residents, uncalled(m, "proxiesMeetingId"), nothingToPost(elects && len(granted) > 0, "proxiesMeetingId"),
		few, in.place(), in.words()); err != nil {
		return nil, err
	}
	posting, err := h.row(tx).SetMeetingID(m.ID).Save(ctx)
	if err != nil {
		return nil, err
	}
	return ent.Did(PublishPayload{PublicationID: posting.ID}, grant, m.ID, m.CommunityID,
		h.facts(posting.ID, map[string]any{"proxies": granted})), nil
}

// publishMinutes posts an edition of the minutes of a meeting that was approved.
func (in PublishInput) publishMinutes(ctx context.Context, tx *ent.Tx) (*ent.Deed[PublishPayload], error) {
	edition, err := need(ctx, tx.Minutes.Get, in.MinutesID.ID, "minutesId")
	if err != nil {
		return nil, err
	}
	m, grant, err := in.ofMeeting(ctx, tx, edition.MeetingID, edition.ID)
	if err != nil {
		return nil, err
	}
	var unapproved *fault.Fault
	if edition, err = tx.Minutes.Get(ctx, edition.ID); err != nil {
		return nil, err
	}
	if edition.ApprovedAt == nil {
		unapproved = fault.New(fault.NotApproved).At("minutesId")
	}
	h, few, err := in.hang(ctx, tx, schema.PublicationKindMinutes, m.OrganizationID, edition.CommunityID, 0)
	if err != nil {
		return nil, err
	}
	if err = refuse(unapproved, few, in.place(), in.words()); err != nil {
		return nil, err
	}
	posting, err := h.row(tx).SetMinutesID(edition.ID).Save(ctx)
	if err != nil {
		return nil, err
	}
	return ent.Did(PublishPayload{PublicationID: posting.ID}, grant, edition.ID, edition.CommunityID, h.facts(posting.ID)), nil
}

// ofMeeting locks the meeting that something to be posted belongs to, and asks
// the mandate of those who direct it.
func (in PublishInput) ofMeeting(ctx context.Context, tx *ent.Tx, id, about ident.ID) (*db.Meeting, mandate.Grant, error) {
	var none mandate.Grant
	m, err := need(ctx, lockedMeeting(tx, ent.Share), id, "proxiesMeetingId")
	if err != nil {
		return nil, none, err
	}
	subject, err := power.OfMeeting(ctx, tx.Client, tx.Today, m)
	if err != nil {
		return nil, none, err
	}
	grant, err := may(ctx, tx, "publish", about, subject)
	return m, grant, err
}

// uncalled refuses what cannot be posted before everybody knows of the meeting.
func uncalled(m *db.Meeting, field string) *fault.Fault {
	if m.NoticedAt != nil {
		return nil
	}
	return fault.New(fault.MeetingNotCalled).At(field)
}

// nothingToPost refuses a posting that has nothing to say.
func nothingToPost(something bool, field string) *fault.Fault {
	if something {
		return nil
	}
	return fault.New(fault.NothingToPost).At(field)
}
