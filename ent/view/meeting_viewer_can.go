package view

import (
	"cmp"
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/agendaitem"
	"sifang/ent/db/roll"
	"sifang/ent/debate"
	"sifang/ent/sitting"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/mandate"
	"sifang/schema/stage"
)

// meetingVerbs are the verbs about a meeting as a whole, itemVerbs those about
// one item of its agenda.
var (
	meetingVerbs = []string{
		"correctMeeting", "addAgendaItem", "callMeeting", "amendNotice", "cancelMeeting",
		"freezeRoll", "openMeeting", "checkIn", "checkOut", "adjournMeeting", "closeMeeting", "draftMinutes",
	}
	itemVerbs = []string{
		"withdrawAgendaItem", "draftVote", "noteItem", "referItem", "carryOverItem", "issueResolution",
	}
	debateVerbs = []string{"requestOpinion", "requestFloor", "moveMotion"}
)

// MeetingsViewerCan tells for each verb about a meeting whether the viewer could
// do it now.
func (p Present) MeetingsViewerCan(ctx context.Context, meetings []*db.Meeting) ([][]*VerbPermission, error) {
	viewer, err := p.store.Powers(ctx)
	if err != nil {
		return nil, err
	}
	ctx, today := ent.Unguarded(ctx), day.Of(p.store.Now())
	coming, err := sitting.OfAttendances(ctx, p.store.Read(), today, viewer.Person, meetings...)
	if err != nil {
		return nil, err
	}
	laws, err := sitting.Laws(ctx, p.store.Read(), today, meetings...)
	if err != nil {
		return nil, err
	}
	frozen, err := alreadyFrozen(ctx, p.store.Read(), meetings)
	all := make([][]*VerbPermission, len(meetings))
	for i, m := range meetings {
		a := asker{viewer: viewer, steps: []step{in(stage.Meeting, m.Status, laws[i].Guards()...)}}
		a.subject = meeting(coming[i], viewer.Person)
		a.rules = map[string]*fault.Fault{
			"freezeRoll": frozen[m.ID], "openMeeting": sitting.Early(m, p.store.Now()), "checkIn": sitting.Unattended(m),
		}
		all[i] = a.ask(meetingVerbs)
	}
	return all, err
}

// meeting is the subject of what concerns a meeting. Those who meet come by
// themselves, and whoever is there may go.
func meeting(coming mandate.Subject, person ident.ID) func(string) mandate.Subject {
	return func(verb string) mandate.Subject {
		s := coming
		switch verb {
		case "checkIn":
		case "checkOut":
			s.Persons = []ident.ID{person}
		default:
			s.Persons = nil
		}
		return s
	}
}

// alreadyFrozen refuses to freeze the roll of a meeting twice.
func alreadyFrozen(ctx context.Context, c *db.Client, meetings []*db.Meeting) (map[ident.ID]*fault.Fault, error) {
	ids := make([]ident.ID, len(meetings))
	for i, m := range meetings {
		ids[i] = m.ID
	}
	rolls, err := c.Roll.Query().Where(roll.MeetingIDIn(ids...)).All(ctx)
	frozen := make(map[ident.ID]*fault.Fault, len(rolls))
	for _, r := range rolls {
		frozen[r.MeetingID] = fault.New(fault.RollFrozen, "since", r.FrozenAt)
	}
	return frozen, err
}

// ItemsViewerCan tells for each verb about an agenda item whether the viewer
// could do it now.
func (p Present) ItemsViewerCan(ctx context.Context, items []*db.AgendaItem) ([][]*VerbPermission, error) {
	viewer, err := p.store.Powers(ctx)
	if err != nil {
		return nil, err
	}
	ctx = ent.Unguarded(ctx)
	ids := make([]ident.ID, len(items))
	for i, item := range items {
		ids[i] = item.ID
	}
	whole, err := p.store.Read().AgendaItem.Query().Where(agendaitem.IDIn(ids...)).WithMeeting().WithProposal().All(ctx)
	if err != nil {
		return nil, err
	}
	meetings := make([]*db.Meeting, len(whole))
	for i, item := range whole {
		meetings[i] = item.Edges.Meeting
	}
	coming, err := sitting.OfAttendances(ctx, p.store.Read(), day.Of(p.store.Now()), viewer.Person, meetings...)
	if err != nil {
		return nil, err
	}
	aside, err := debate.StepsAside(ctx, p.store.Read(), viewer.Person, ids...)
	found := make(map[ident.ID][]*VerbPermission, len(items))
	for i, item := range whole {
		directing := coming[i]
		directing.Persons = nil
		a := asker{viewer: viewer, steps: itemSteps(item), subject: always(directing)}
		found[item.ID] = append(a.ask(itemVerbs), debating(viewer, item, coming[i], aside[item.ID]).ask(debateVerbs)...)
	}
	all := make([][]*VerbPermission, len(items))
	for i, id := range ids {
		all[i] = found[id]
	}
	return all, err
}

// debating asks about the debate of an item: those who meet take part in it,
// unless they step aside.
func debating(viewer mandate.Viewer, item *db.AgendaItem, coming mandate.Subject, aside *fault.Fault) asker {
	kept := cmp.Or(sitting.Unattended(item.Edges.Meeting), aside)
	return asker{
		viewer: viewer, steps: onItem(item), rules: map[string]*fault.Fault{"requestFloor": kept, "moveMotion": kept},
		subject: func(verb string) mandate.Subject {
			s := coming
			if verb == "requestOpinion" {
				s.Persons = nil
			}
			return s
		},
	}
}

// itemSteps are the lives that have a say in what is done to an item: its own,
// and those of its meeting and its proposal.
func itemSteps(item *db.AgendaItem) []step {
	// Which of the three a resolution is follows from the authority of the item;
	// one of them it always is.
	resolutions := []stage.Guard{stage.Decides, stage.Recommends, stage.Refers}
	return []step{
		in(stage.Meeting, item.Edges.Meeting.Status),
		in(stage.AgendaItem, item.Disposition, resolutions...),
		except("draftVote", in(stage.Proposal, item.Edges.Proposal.Status, resolutions...)),
	}
}
