package view

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/roll"
	"sifang/ent/power"
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
		"freezeRoll", "openMeeting", "checkIn", "checkOut", "adjournMeeting", "closeMeeting",
	}
	itemVerbs = []string{
		"withdrawAgendaItem", "draftVote", "noteItem", "referItem", "carryOverItem", "issueResolution",
	}
)

// MeetingViewerCan tells for each verb about a meeting whether the viewer could
// do it now.
func MeetingViewerCan(ctx context.Context, s *ent.Store, id ident.ID) ([]VerbPermission, error) {
	m, err := s.Read().Meeting.Get(ctx, id)
	if err != nil {
		return nil, err
	}
	viewer, err := s.Powers(ctx)
	if err != nil {
		return nil, err
	}
	ctx, today := ent.Unguarded(ctx), day.Of(s.Now())
	subject, err := power.OfMeeting(ctx, s.Read(), today, m)
	if err != nil {
		return nil, err
	}
	coming, err := sitting.OfAttendance(ctx, s.Read(), today, m, viewer.Person)
	if err != nil {
		return nil, err
	}
	going := subject
	going.Persons = []ident.ID{viewer.Person}
	guards, err := sitting.Guards(ctx, s.Read(), m, today)
	if err != nil {
		return nil, err
	}
	a := asker{viewer: viewer, steps: []step{in(stage.Meeting, m.Status, guards...)}}
	a.subject = func(verb string) mandate.Subject {
		switch verb {
		case "checkIn":
			return coming
		case "checkOut":
			return going
		default:
			return subject
		}
	}
	frozen, err := alreadyFrozen(ctx, s.Read(), m)
	if err != nil {
		return nil, err
	}
	a.rules = map[string]*fault.Fault{
		"freezeRoll": frozen, "openMeeting": sitting.Early(m, s.Now()), "checkIn": sitting.Unattended(m),
	}
	return a.ask(meetingVerbs), nil
}

// alreadyFrozen refuses to freeze the roll of a meeting twice.
func alreadyFrozen(ctx context.Context, c *db.Client, m *db.Meeting) (*fault.Fault, error) {
	frozen, err := c.Roll.Query().Where(roll.MeetingID(m.ID)).Only(ctx)
	if db.IsNotFound(err) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return fault.New(fault.RollFrozen, "since", frozen.FrozenAt), nil
}

// AgendaItemViewerCan tells for each verb about an agenda item whether the
// viewer could do it now.
func AgendaItemViewerCan(ctx context.Context, s *ent.Store, id ident.ID) ([]VerbPermission, error) {
	item, err := s.Read().AgendaItem.Get(ctx, id)
	if err != nil {
		return nil, err
	}
	viewer, err := s.Powers(ctx)
	if err != nil {
		return nil, err
	}
	ctx = ent.Unguarded(ctx)
	m, err := s.Read().Meeting.Get(ctx, item.MeetingID)
	if err != nil {
		return nil, err
	}
	steps, err := itemSteps(ctx, s.Read(), m, item)
	if err != nil {
		return nil, err
	}
	subject, err := power.OfMeeting(ctx, s.Read(), day.Of(s.Now()), m)
	a := asker{viewer: viewer, steps: steps, subject: always(subject)}
	return a.ask(itemVerbs), err
}

// itemSteps are the lives that have a say in what is done to an item: its own,
// and those of its meeting and its proposal.
func itemSteps(ctx context.Context, c *db.Client, m *db.Meeting, item *db.AgendaItem) ([]step, error) {
	p, err := c.Proposal.Get(ctx, item.ProposalID)
	if err != nil {
		return nil, err
	}
	// Which of the three a resolution is follows from the authority of the item;
	// one of them it always is.
	resolutions := []stage.Guard{stage.Decides, stage.Recommends, stage.Refers}
	return []step{
		in(stage.Meeting, m.Status),
		in(stage.AgendaItem, item.Disposition, resolutions...),
		except("draftVote", in(stage.Proposal, p.Status, resolutions...)),
	}, nil
}
