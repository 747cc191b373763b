package poll

import (
	"context"
	"slices"
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

// occasion is a vote that was opened, to be judged as of an instant, with the
// flags that were raised before.
type occasion struct {
	vote  *db.Vote
	at    time.Time
	flags []schema.VerdictFlag
}

// Gather gathers the facts of a vote that was opened, as they are at the
// instant, with the flags that were raised before. PROCEDURAL_DEFECT is raised
// here if the notice of the meeting was too short.
func Gather(ctx context.Context, c *db.Client, v *db.Vote, at time.Time, flags ...schema.VerdictFlag) (Facts, error) {
	all, err := gather(ctx, c, []occasion{{v, at, flags}})
	if err != nil {
		return Facts{}, err
	}
	return all[0], nil
}

// gather is Gather for several votes at once.
func gather(ctx context.Context, c *db.Client, occasions []occasion) ([]Facts, error) {
	found, err := look(ctx, c, occasions)
	if err != nil {
		return nil, err
	}
	all := make([]Facts, len(occasions))
	for i, one := range occasions {
		v, f := one.vote, &all[i]
		if f.Rule, err = rule.Parse(v.Rule); err != nil {
			return nil, err
		}
		item := found.items[v.AgendaItemID]
		m := item.Edges.Meeting
		f.Count = tally.Count{
			Written: m.Form == schema.MeetingFormWritten,
			Open:    v.Status == schema.VoteStatusOpen,
			Noticed: item.NoticedAt != nil && !item.NoticedAt.After(*v.OpenedAt),
			Consent: consent(f.Rule, v, one.at),
			Flags:   append(slices.Clone(one.flags), defects(m)...),
		}
		f.roll(v, found.rolls[*v.RollID], found.stays[m.ID])
		f.ballots(found.ballots[v.ID])
	}
	return all, nil
}

// found is what votes rest on.
type found struct {
	items   map[ident.ID]*db.AgendaItem
	stays   map[ident.ID][]Stay // by meeting
	rolls   map[ident.ID]*db.Roll
	ballots map[ident.ID][]*db.Ballot // by vote
}

// look reads what votes rest on, a statement for each kind of thing.
func look(ctx context.Context, c *db.Client, occasions []occasion) (found, error) {
	f := found{items: map[ident.ID]*db.AgendaItem{}, rolls: map[ident.ID]*db.Roll{}, ballots: map[ident.ID][]*db.Ballot{}}
	var votes, items, rolls, meetings []ident.ID
	for _, one := range occasions {
		votes, items, rolls = append(votes, one.vote.ID), append(items, one.vote.AgendaItemID), append(rolls, *one.vote.RollID)
	}
	treated, err := c.AgendaItem.Query().Where(agendaitem.IDIn(items...)).WithMeeting().All(ctx)
	if err != nil {
		return f, err
	}
	for _, item := range treated {
		f.items[item.ID] = item
		meetings = append(meetings, item.MeetingID)
	}
	if f.stays, err = StaysIn(ctx, c, meetings); err != nil {
		return f, err
	}
	frozen, err := c.Roll.Query().Where(roll.IDIn(rolls...)).
		WithEntries(func(q *db.RollEntryQuery) { q.WithDelegates().Order(rollentry.ByPosition()) }).All(ctx)
	if err != nil {
		return f, err
	}
	for _, r := range frozen {
		f.rolls[r.ID] = r
	}
	cast, err := c.Ballot.Query().Where(ballot.VoteIDIn(votes...), ballot.StatusEQ(schema.BallotStatusValid)).All(ctx)
	for _, b := range cast {
		f.ballots[b.VoteID] = append(f.ballots[b.VoteID], b)
	}
	return f, err
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

func (f *Facts) roll(v *db.Vote, frozen *db.Roll, stays []Stay) {
	for _, row := range frozen.Edges.Entries {
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

func (f *Facts) ballots(cast []*db.Ballot) {
	for _, row := range cast {
		f.Count.Ballots = append(f.Count.Ballots, tally.Ballot{
			Entry: row.EntryID.String(), Person: row.PersonID.String(), Choice: row.Choice,
		})
		if row.CastAt.After(f.LastCast) {
			f.LastCast = row.CastAt
		}
	}
}
