package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/agendaitem"
	"sifang/ent/db/meeting"
	"sifang/ent/db/proposal"
	"sifang/schema"
	"sifang/schema/ident"
)

// The functions below lock rows until the verb is done. A verb that locks
// several asks for them in the order in which they stand here.

func lockedProposal(tx *ent.Tx, l lock) func(context.Context, ident.ID) (*db.Proposal, error) {
	return func(ctx context.Context, id ident.ID) (*db.Proposal, error) {
		return tx.Proposal.Query().Where(proposal.ID(id), l).Only(ctx)
	}
}

// lockedProposals locks the proposals of the items of a meeting that are
// pending.
func lockedProposals(ctx context.Context, tx *ent.Tx, m ident.ID) ([]*db.Proposal, error) {
	onAgenda := agendaitem.And(agendaitem.MeetingID(m), agendaitem.DispositionEQ(schema.AgendaItemDispositionPending))
	return tx.Proposal.Query().Where(proposal.HasAgendaItemsWith(onAgenda), ent.Update).
		Order(db.Asc(proposal.FieldID)).All(ctx)
}

func lockedMeeting(tx *ent.Tx, l lock) func(context.Context, ident.ID) (*db.Meeting, error) {
	return func(ctx context.Context, id ident.ID) (*db.Meeting, error) {
		return tx.Meeting.Query().Where(meeting.ID(id), l).Only(ctx)
	}
}

// lockedMeetings locks several in the order of their identifiers, so that two
// verbs never wait for each other, and answers those that exist.
func lockedMeetings(ctx context.Context, tx *ent.Tx, l lock, ids ...ident.ID) (map[ident.ID]*db.Meeting, error) {
	rows, err := tx.Meeting.Query().Where(meeting.IDIn(ids...), l).Order(db.Asc(meeting.FieldID)).All(ctx)
	found := make(map[ident.ID]*db.Meeting, len(rows))
	for _, m := range rows {
		found[m.ID] = m
	}
	return found, err
}

func lockedItem(tx *ent.Tx, l lock) func(context.Context, ident.ID) (*db.AgendaItem, error) {
	return func(ctx context.Context, id ident.ID) (*db.AgendaItem, error) {
		return tx.AgendaItem.Query().Where(agendaitem.ID(id), l).Only(ctx)
	}
}

// lockedPendingItems locks the items of a meeting that are pending, and answers
// them in the order of the agenda.
func lockedPendingItems(ctx context.Context, tx *ent.Tx, m ident.ID) ([]*db.AgendaItem, error) {
	return tx.AgendaItem.Query().
		Where(agendaitem.MeetingID(m), agendaitem.DispositionEQ(schema.AgendaItemDispositionPending), ent.Update).
		Order(db.Asc(agendaitem.FieldPosition, agendaitem.FieldID)).All(ctx)
}
