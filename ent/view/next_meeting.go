package view

import (
	"context"

	"entgo.io/ent/dialect/sql"

	"sifang/ent/db"
	assembly "sifang/ent/db/meeting"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/ident"
	"sifang/schema/seat"
)

// MeetingDue is until when an organization is to meet again.
type MeetingDue struct {
	// LastHeldOn is the day of its last meeting; nil if it never met.
	LastHeldOn *day.Date
	DueOn      day.Date
	Overdue    bool
	Basis      *OfficeRule
}

// wasHeld are the states of a meeting that was held, or is being held.
var wasHeld = []schema.MeetingStatus{schema.MeetingStatusOpen, schema.MeetingStatusAdjourned, schema.MeetingStatusClosed}

// NextMeetings answers until when each organization is to meet again: nil where no
// rule says how often. One that never met is to meet so long after it came to be.
// Meetings of a linkage that it convenes are not its own.
func (p Present) NextMeetings(ctx context.Context, organizations []*db.Organization) ([]*MeetingDue, error) {
	ctx = unguarded(ctx)
	o, err := p.offices(ctx, organizations)
	if err != nil {
		return nil, err
	}
	last, err := p.lastMeetings(ctx, originals(organizations))
	if err != nil {
		return nil, err
	}
	dues := map[ident.ID]*MeetingDue{}
	for i, id := range originals(organizations) {
		dues[id] = meetingDue(o.law[id], organizations[i], last[id], p.today())
	}
	return answered(organizations, func(id ident.ID) *MeetingDue { return dues[id] }), nil
}

func meetingDue(law seat.Rules, o *db.Organization, last, today day.Date) *MeetingDue {
	since := last
	if since.IsZero() {
		since = o.From
	}
	rule, due, ok := seat.NextMeeting(law, o.Kind, since)
	if !ok || o.To != nil && o.To.Compare(today) <= 0 {
		return nil
	}
	return &MeetingDue{LastHeldOn: dated(last), DueOn: due, Overdue: today.After(due), Basis: officeRule(rule.Head)}
}

// lastMeetings are the days on which the organizations met last: one row for each.
func (p Present) lastMeetings(ctx context.Context, ids []ident.ID) (map[ident.ID]day.Date, error) {
	rows, err := p.store.Read().Meeting.Query().Where(assembly.OrganizationIDIn(ids...), assembly.LinkageIDIsNil(),
		assembly.StatusIn(wasHeld...), newest).All(ctx)
	found := make(map[ident.ID]day.Date, len(rows))
	for _, m := range rows {
		if on := day.Of(m.StartsAt); found[m.OrganizationID].Before(on) {
			found[m.OrganizationID] = on
		}
	}
	return found, err
}

// newest leaves, of each organization, the meeting after which none was held.
func newest(s *sql.Selector) {
	later := sql.Table(assembly.Table).As("later")
	states := make([]any, len(wasHeld))
	for i, state := range wasHeld {
		states[i] = state
	}
	s.Where(sql.NotExists(sql.Select(later.C(assembly.FieldID)).From(later).Where(sql.And(
		sql.ColumnsEQ(later.C(assembly.FieldOrganizationID), s.C(assembly.FieldOrganizationID)),
		sql.ColumnsGT(later.C(assembly.FieldStartsAt), s.C(assembly.FieldStartsAt)),
		sql.IsNull(later.C(assembly.FieldLinkageID)), sql.In(later.C(assembly.FieldStatus), states...),
	))))
}
