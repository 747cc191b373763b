package view

import (
	"context"

	"sifang/ent/db"
	"sifang/ent/db/agendaitem"
	"sifang/ent/db/ballot"
	"sifang/ent/db/countsheet"
	assembly "sifang/ent/db/meeting"
	"sifang/ent/db/paperballot"
	"sifang/ent/db/predicate"
	"sifang/ent/db/roll"
	"sifang/ent/db/rollamendment"
	"sifang/ent/db/vote"
	"sifang/schema"
	"sifang/schema/ident"
	"sifang/schema/stage"
	"sifang/schema/todo"
)

// papers are those that somebody else entered once, a thing for each meeting.
func (d desk) papers(ctx context.Context) ([]errand, error) {
	rows, err := d.client.PaperBallot.Query().Where(paperballot.StatusEQ(schema.PaperBallotStatusEntered),
		paperballot.Or(paperballot.EnteredByIDIsNil(), paperballot.EnteredByIDNEQ(d.me)), d.countedNow()).
		Select(paperballot.FieldID, paperballot.FieldMeetingID, paperballot.FieldEnteredAt).Order(paperballot.ByID()).All(ctx)
	if err != nil {
		return nil, err
	}
	of := map[ident.ID]*errand{}
	var ids []ident.ID
	for _, row := range rows {
		e := of[row.MeetingID]
		if e == nil {
			e = &errand{Thing: todo.Thing{Kind: todo.ReadPapers, Since: row.EnteredAt}, subject: row.MeetingID}
			of[row.MeetingID], ids = e, append(ids, row.MeetingID)
		}
		e.Count++
	}
	meetings, err := d.client.Meeting.Query().Where(assembly.IDIn(ids...)).Order(assembly.ByID()).All(ctx)
	all := make([]errand, len(meetings))
	for i, m := range meetings {
		all[i] = *of[m.ID]
		all[i].Name, all[i].meeting = m.Title, m
	}
	return all, err
}

// countedNow are papers of the meetings that the viewer directs, while their votes
// are open or being counted.
func (d desk) countedNow() predicate.PaperBallot {
	return paperballot.HasMeetingWith(d.directed(
		assembly.HasAgendaItemsWith(agendaitem.HasVotesWith(vote.StatusIn(counting...)))))
}

// disputed are papers that two others read in two ways.
func (d desk) disputed(ctx context.Context) ([]errand, error) {
	rows, err := d.client.PaperBallot.Query().Where(paperballot.StatusEQ(schema.PaperBallotStatusMismatched),
		paperballot.Or(paperballot.EnteredByIDIsNil(), paperballot.EnteredByIDNEQ(d.me)),
		paperballot.Or(paperballot.CheckedByIDIsNil(), paperballot.CheckedByIDNEQ(d.me)), d.countedNow()).
		WithMeeting().Order(paperballot.ByID()).Limit(mostOfKind).All(ctx)
	all := make([]errand, len(rows))
	for i, row := range rows {
		m := row.Edges.Meeting
		all[i] = errand{
			Thing:   todo.Thing{Kind: todo.SettlePaper, Name: row.Number, Of: m.Title, Since: value(row.CheckedAt)},
			subject: row.ID, meeting: m,
		}
	}
	return all, err
}

// conflicts are the places on the roll whose voters disagree, a thing for each
// vote.
func (d desk) conflicts(ctx context.Context) ([]errand, error) {
	rows, err := d.client.Ballot.Query().Where(ballot.StatusEQ(schema.BallotStatusConflicted),
		ballot.HasVoteWith(vote.StatusIn(counting...), d.onAgenda())).
		Select(ballot.FieldID, ballot.FieldVoteID, ballot.FieldEntryID, ballot.FieldCastAt).Order(ballot.ByID()).All(ctx)
	if err != nil {
		return nil, err
	}
	of, places := map[ident.ID]*errand{}, map[[2]ident.ID]bool{}
	var ids []ident.ID
	for _, row := range rows {
		e, place := of[row.VoteID], [2]ident.ID{row.VoteID, row.EntryID}
		if e == nil {
			e = &errand{Thing: todo.Thing{Kind: todo.SettleConflict, Since: row.CastAt}, subject: row.VoteID}
			of[row.VoteID], ids = e, append(ids, row.VoteID)
		}
		if !places[place] {
			places[place] = true
			e.Count++
		}
	}
	votes, err := d.client.Vote.Query().Where(vote.IDIn(ids...)).WithAgendaItem(inMeeting).Order(vote.ByID()).All(ctx)
	all := make([]errand, len(votes))
	for i, v := range votes {
		all[i] = *of[v.ID]
		all[i].Name, all[i].meeting = v.Question, v.Edges.AgendaItem.Edges.Meeting
	}
	return all, err
}

// inMeeting reads items with their meetings, ofMeeting votes with both.
func inMeeting(q *db.AgendaItemQuery) { q.WithMeeting() }

func ofMeeting(q *db.VoteQuery) { q.WithAgendaItem(inMeeting) }

// counts are the counts by hand that somebody else entered.
func (d desk) counts(ctx context.Context) ([]errand, error) {
	rows, err := d.client.CountSheet.Query().Where(countsheet.StatusEQ(schema.CountSheetStatusEntered),
		countsheet.Or(countsheet.EnteredByIDIsNil(), countsheet.EnteredByIDNEQ(d.me)),
		countsheet.HasVoteWith(vote.StatusIn(counting...), d.onAgenda())).
		WithVote(ofMeeting).Order(countsheet.ByID()).Limit(mostOfKind).All(ctx)
	all := make([]errand, len(rows))
	for i, row := range rows {
		v := row.Edges.Vote
		all[i] = errand{
			Thing:   todo.Thing{Kind: todo.ConfirmCount, Name: v.Question, Since: row.EnteredAt},
			subject: row.ID, meeting: v.Edges.AgendaItem.Edges.Meeting,
		}
	}
	return all, err
}

// amendments are changes of rolls that somebody else asked for. What was counted
// on a roll stands on it.
func (d desk) amendments(ctx context.Context) ([]errand, error) {
	counted := assembly.HasAgendaItemsWith(agendaitem.HasVotesWith(vote.StatusIn(stage.Counted...)))
	rows, err := d.client.RollAmendment.Query().Where(rollamendment.StatusEQ(schema.RollAmendmentStatusProposed),
		rollamendment.Or(rollamendment.ProposedByIDIsNil(), rollamendment.ProposedByIDNEQ(d.me)),
		rollamendment.HasRollWith(roll.HasMeetingWith(d.directed(assembly.StatusIn(running...), assembly.Not(counted))))).
		WithRoll(func(q *db.RollQuery) { q.WithMeeting() }).Order(rollamendment.ByID()).Limit(mostOfKind).All(ctx)
	all := make([]errand, len(rows))
	for i, row := range rows {
		m := row.Edges.Roll.Edges.Meeting
		all[i] = errand{
			Thing: todo.Thing{Kind: todo.ConfirmAmendment, Name: m.Title, Since: row.ProposedAt}, subject: row.ID, meeting: m,
		}
	}
	return all, err
}
