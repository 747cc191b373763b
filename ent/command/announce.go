package command

import (
	"context"
	"slices"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/notice"
	"sifang/schema/stage"
)

// agenda is what a notice announces: the pending items of a meeting with their
// proposals and votes, all of them locked.
type agenda struct {
	proposals []*db.Proposal
	items     []*db.AgendaItem
	votes     []*db.Vote
}

// lockedAgenda locks the agenda of a meeting that is itself locked. The
// proposals were locked before it, as the order of locks demands; they are read
// again, because an item may have been added in between.
func lockedAgenda(ctx context.Context, tx *ent.Tx, m *db.Meeting) (agenda, error) {
	var a agenda
	var err error
	if a.proposals, err = lockedProposals(ctx, tx, m.ID); err != nil {
		return a, err
	}
	if a.items, err = lockedPendingItems(ctx, tx, m.ID); err != nil {
		return a, err
	}
	ids := make([]ident.ID, len(a.items))
	for i, item := range a.items {
		ids[i] = item.ID
	}
	a.votes, err = lockedVotes(ctx, tx, ids...)
	return a, err
}

// publish makes all of the agenda visible to everybody, and the votes on it
// noticed. What was announced before keeps its time.
func (a agenda) publish(ctx context.Context, tx *ent.Tx, verb stage.Verb) error {
	for _, p := range a.proposals {
		if p.PublishedAt != nil {
			continue
		}
		if err := tx.Proposal.UpdateOneID(p.ID).SetPublishedAt(tx.Now).Exec(ctx); err != nil {
			return err
		}
	}
	for _, item := range a.items {
		if item.NoticedAt != nil {
			continue
		}
		if err := tx.AgendaItem.UpdateOneID(item.ID).SetNoticedAt(tx.Now).Exec(ctx); err != nil {
			return err
		}
	}
	for _, v := range a.votes {
		if v.Status != schema.VoteStatusDraft {
			continue
		}
		next, wrong := stage.Vote.Next(verb, v.Status)
		if err := refuse(wrong); err != nil {
			return err
		}
		if err := tx.Vote.UpdateOneID(v.ID).SetStatus(next).SetNoticedAt(tx.Now).Exec(ctx); err != nil {
			return err
		}
	}
	return nil
}

// posting is the meeting as a notice of today words it.
func (a agenda) posting(ctx context.Context, tx *ent.Tx, m *db.Meeting) (notice.Posting, error) {
	p := notice.Posting{
		Kind: m.Kind, Form: m.Form, Title: m.Title, Starts: m.StartsAt, Ends: m.EndsAt, Posted: tx.Today,
	}
	convener, err := tx.Organization.Get(ctx, m.OrganizationID)
	if err != nil {
		return p, err
	}
	p.Convener = convener.Name
	if m.LinkageID != nil {
		linkage, err := tx.Linkage.Get(ctx, *m.LinkageID)
		if err != nil {
			return p, err
		}
		p.Linkage = linkage.Name
	}
	if m.Venue != nil {
		p.Venue = *m.Venue
	}
	for _, item := range a.items {
		p.Items = append(p.Items, notice.Item{
			Position: item.Position, Title: item.Title, Authority: item.Authority,
			New: m.NoticedAt != nil && item.NoticedAt == nil, Votes: a.votesOn(item),
		})
	}
	return p, nil
}

// votesOn are the votes that are to be held on an item.
func (a agenda) votesOn(item *db.AgendaItem) []notice.Vote {
	var all []notice.Vote
	for _, v := range a.votes {
		if v.AgendaItemID == item.ID && slices.Contains(stage.Unopened, v.Status) {
			all = append(all, notice.Vote{Question: v.Question, Opens: v.OpensAt, Closes: v.ClosesAt})
		}
	}
	return all
}

// posted records that a notice of a meeting hangs from today until the meeting
// is held.
func posted(ctx context.Context, tx *ent.Tx, m *db.Meeting, kind schema.PublicationKind, place, text string) (*db.Publication, error) {
	held := day.Latest(tx.Today, day.Of(m.StartsAt))
	return tx.Publication.Create().SetNillableCommunityID(m.CommunityID).SetKind(kind).SetPlace(place).SetText(text).
		SetPostedAt(tx.Now).SetMinimumDays(tx.Today.DaysUntil(held)).SetUntil(held).SetMeetingID(m.ID).
		SetNillablePostedByID(by(tx)).Save(ctx)
}

// unposted refuses a notice that hangs nowhere.
func unposted(place string) *fault.Fault { return text("place", place, nameLimit) }
