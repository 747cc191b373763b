package poll

import (
	"context"
	"time"

	"sifang/ent/db"
	"sifang/ent/db/agendaitem"
	"sifang/ent/restdays"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/rule"
	"sifang/schema/tally"
)

// Facts are all that a verdict depends on.
type Facts struct {
	Rule  rule.Rule
	Count tally.Count
	// RollHash is the fingerprint of the roll.
	RollHash string
}

// Gather gathers the facts of a vote that was opened, as they are at the
// instant, with the flags that were raised before. PROCEDURAL_DEFECT is raised
// here if the notice of the meeting was too short.
func Gather(ctx context.Context, c *db.Client, v *db.Vote, at time.Time, flags ...schema.VerdictFlag) (Facts, error) {
	var f Facts
	var err error
	if f.Rule, err = rule.Parse(v.Rule); err != nil {
		return f, err
	}
	item, err := c.AgendaItem.Query().Where(agendaitem.ID(v.AgendaItemID)).WithMeeting().Only(ctx)
	if err != nil {
		return f, err
	}
	m := item.Edges.Meeting
	f.Count = tally.Count{
		Kind:      v.Kind,
		TieBreak:  v.TieBreakOfID != nil,
		Fulfilled: v.Fulfilled,
		Written:   m.Form == schema.MeetingFormWritten,
		Open:      v.Status == schema.VoteStatusOpen,
		Noticed:   item.NoticedAt != nil && !item.NoticedAt.After(*v.OpenedAt),
		Flags:     append(flags, defects(m)...),
	}
	if f.Count.Consent, err = consent(ctx, c, f.Rule, v, at); err != nil {
		return f, err
	}
	if m.ChairID != nil {
		f.Count.Chair = m.ChairID.String()
	}
	for _, part := range []func(context.Context, *db.Client, *db.Vote) error{
		f.offer, f.objections, f.ballots, f.sheets,
	} {
		if err := part(ctx, c, v); err != nil {
			return f, err
		}
	}
	return f, f.roll(ctx, c, v, m)
}

// defects are the flags that the notice of the meeting brings with it.
func defects(m *db.Meeting) []schema.VerdictFlag {
	for _, warning := range m.Acknowledged {
		if warning == string(schema.WarningCodeNoticeTooShort) {
			return []schema.VerdictFlag{schema.VerdictFlagProceduralDefect}
		}
	}
	return nil
}

// consent is the time that absent parties have: it runs from the close of the
// vote, when its count is there for them to read. The days of rest are those known
// then, so that whoever counts again finds the same deadline.
func consent(ctx context.Context, c *db.Client, r rule.Rule, v *db.Vote, at time.Time) (tally.Consent, error) {
	given := tally.Consent{Now: at}
	if r.Parties == nil || r.Parties.ConsentDays == 0 || v.ClosedAt == nil {
		return given, nil
	}
	rest, err := restdays.KnownAt(ctx, c, *v.ClosedAt)
	given.NoticedAt = *v.ClosedAt
	given.Deadline = day.Deadline(*v.ClosedAt, day.Period{Days: r.Parties.ConsentDays}, rest)
	return given, err
}
