package poll

import (
	"context"
	"time"

	"sifang/ent/db"
	"sifang/ent/db/agendaitem"
	"sifang/ent/db/ballot"
	"sifang/ent/db/roll"
	"sifang/ent/db/rollentry"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/ident"
	"sifang/schema/rule"
	"sifang/schema/tally"
)

// Facts are all that a verdict depends on.
type Facts struct {
	Rule  rule.Rule
	Count tally.Count
	// LastCast is when the last ballot came in; zero if none did.
	LastCast time.Time
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
		Written: m.Form == schema.MeetingFormWritten,
		Open:    v.Status == schema.VoteStatusOpen,
		Noticed: item.NoticedAt != nil && !item.NoticedAt.After(*v.OpenedAt),
		Consent: consent(f.Rule, v, at),
		Flags:   append(flags, defects(m)...),
	}
	stays, err := Stays(ctx, c, m.ID)
	if err != nil {
		return f, err
	}
	if err := f.roll(ctx, c, v, stays); err != nil {
		return f, err
	}
	return f, f.ballots(ctx, c, v)
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
// vote, when its count is there for them to read.
func consent(r rule.Rule, v *db.Vote, at time.Time) tally.Consent {
	given := tally.Consent{Now: at}
	if r.Parties != nil && r.Parties.ConsentDays > 0 && v.ClosedAt != nil {
		given.NoticedAt = *v.ClosedAt
		given.Deadline = day.Deadline(*v.ClosedAt, day.Period{Days: r.Parties.ConsentDays}, day.Calendar{})
	}
	return given
}

func (f *Facts) roll(ctx context.Context, c *db.Client, v *db.Vote, stays []Stay) error {
	frozen, err := c.Roll.Query().Where(roll.ID(*v.RollID)).Only(ctx)
	if err != nil {
		return err
	}
	rows, err := c.RollEntry.Query().Where(rollentry.RollID(frozen.ID)).WithDelegates().
		Order(rollentry.ByPosition()).All(ctx)
	if err != nil {
		return err
	}
	for _, row := range rows {
		entry := tally.Entry{ID: row.ID.String(), Weights: weights(row)}
		if row.PartyID != nil {
			entry.Party = row.PartyID.String()
			if n := len(f.Count.Parties); n == 0 || f.Count.Parties[n-1].ID != entry.Party {
				f.Count.Parties = append(f.Count.Parties, rule.Party{ID: entry.Party})
			}
		}
		for _, voter := range Voters(row) {
			entry.Voters = append(entry.Voters, tally.Voter{
				Person: voter.String(), Arrival: Arrival(stays, voter, row.PartyID, v),
			})
			f.Count.Due++
		}
		f.Count.Roll = append(f.Count.Roll, entry)
	}
	if len(f.Count.Parties) == 0 {
		f.Count.Seats, f.Count.Incumbents = int64(frozen.Seats), int64(frozen.Incumbents)
	}
	return nil
}

// weights are what an entry weighs. Parties are counted, not weighed; a member
// of a party has a head but no seat in the linkage.
func weights(row *db.RollEntry) tally.Weights {
	switch {
	case row.PersonID == nil:
		return tally.Weights{}
	case row.PartyID != nil:
		return tally.Weights{Heads: 1}
	default:
		return tally.Weights{Heads: 1, Seats: 1}
	}
}

// Voters are the persons who may vote under an entry that was read with its
// delegates.
func Voters(row *db.RollEntry) []ident.ID {
	if row.PersonID != nil {
		return []ident.ID{*row.PersonID}
	}
	voters := make([]ident.ID, len(row.Edges.Delegates))
	for i, p := range row.Edges.Delegates {
		voters[i] = p.ID
	}
	return voters
}

func (f *Facts) ballots(ctx context.Context, c *db.Client, v *db.Vote) error {
	rows, err := c.Ballot.Query().Where(ballot.VoteID(v.ID), ballot.StatusEQ(schema.BallotStatusValid)).All(ctx)
	for _, row := range rows {
		one := tally.Ballot{Entry: row.EntryID.String(), Person: row.PersonID.String()}
		if row.Choice != nil {
			one.Choice = *row.Choice
		}
		f.Count.Ballots = append(f.Count.Ballots, one)
		if row.CastAt.After(f.LastCast) {
			f.LastCast = row.CastAt
		}
	}
	return err
}
