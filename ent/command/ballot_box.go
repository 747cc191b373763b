package command

import (
	"bytes"
	"cmp"
	"context"
	"slices"
	"time"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/agendaitem"
	"sifang/ent/db/ballot"
	"sifang/ent/db/person"
	"sifang/ent/db/rollentry"
	"sifang/ent/poll"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/mandate"
	"sifang/schema/rule"
	"sifang/schema/stage"
)

// box is what papers are judged by: their votes, as they stand while nobody can
// close them, and what was cast into them before.
type box struct {
	motions map[ident.ID]*motion
	entries []*db.RollEntry // those under which one of the voters may vote
	taken   map[slot]time.Time
}

// motion is a vote with what it hangs on.
type motion struct {
	vote    *db.Vote
	meeting *db.Meeting
	stays   []poll.Stay // those of the voters
	rule    rule.Rule
}

// slot is what takes one ballot: a place on the roll, in one vote.
type slot struct{ vote, entry ident.ID }

func (s slot) compare(other slot) int {
	return cmp.Or(inOrder(s.vote, other.vote), inOrder(s.entry, other.entry))
}

// marked is a ballot that will count.
type marked struct {
	id     ident.ID
	motion *motion
	entry  *db.RollEntry
	person ident.ID
	choice schema.BallotChoice
	at     time.Time
}

func (m marked) slot() slot { return slot{m.motion.vote.ID, m.entry.ID} }

func (m marked) row(tx *ent.Tx) *db.BallotCreate {
	return tx.Ballot.Create().SetID(m.id).SetNillableCommunityID(m.motion.vote.CommunityID).SetChoice(m.choice).
		SetChannel(schema.BallotChannelOnline).SetStatus(schema.BallotStatusValid).SetCastAt(m.at).
		SetVoteID(m.motion.vote.ID).SetEntryID(m.entry.ID).SetPersonID(m.person)
}

// gather reads what the papers are judged by, a statement for each kind of
// thing, however many papers there are.
func (c casting) gather(ctx context.Context, tx *ent.Tx, papers []*paper) (*box, error) {
	b := &box{motions: map[ident.ID]*motion{}, taken: map[slot]time.Time{}}
	votes, voters := namedIn(papers)
	rows, err := c.hold(ctx, tx, votes)
	if err != nil {
		return nil, err
	}
	if err := b.open(ctx, tx, rows, voters); err != nil {
		return nil, err
	}
	if err := b.roll(ctx, tx, rows, voters); err != nil {
		return nil, err
	}
	return b, b.cast(ctx, tx, votes)
}

// namedIn are the votes and the voters of the papers, each of them once. Papers
// of the wrong size are left out: they are refused anyway, and together they
// could name more than fits into a statement.
func namedIn(papers []*paper) ([]ident.ID, []ident.ID) {
	var votes, voters []ident.ID
	for _, p := range papers {
		if sized(p.Input.Ballots) != nil {
			continue
		}
		voters = append(voters, p.Viewer.Person)
		for _, one := range p.Input.Ballots {
			votes = append(votes, one.VoteID.ID)
		}
	}
	return distinct(votes), distinct(voters)
}

func inOrder(a, b ident.ID) int { return bytes.Compare(a[:], b[:]) }

// distinct are the identifiers in their order, each of them once.
func distinct(ids []ident.ID) []ident.ID {
	slices.SortFunc(ids, inOrder)
	return slices.Compact(ids)
}

// open reads what the votes hang on, and who of the voters is there.
func (b *box) open(ctx context.Context, tx *ent.Tx, rows []*db.Vote, voters []ident.ID) error {
	items := make([]ident.ID, len(rows))
	for i, v := range rows {
		items[i] = v.AgendaItemID
	}
	found, err := tx.AgendaItem.Query().Where(agendaitem.IDIn(items...)).WithMeeting().All(ctx)
	if err != nil {
		return err
	}
	stays := map[ident.ID][]poll.Stay{}
	for _, v := range rows {
		item := found[slices.IndexFunc(found, func(i *db.AgendaItem) bool { return i.ID == v.AgendaItemID })]
		m := &motion{vote: v, meeting: item.Edges.Meeting}
		if m.rule, err = rule.Parse(v.Rule); err != nil {
			return err
		}
		if _, known := stays[m.meeting.ID]; !known {
			if stays[m.meeting.ID], err = poll.Stays(ctx, tx.Client, m.meeting.ID, voters...); err != nil {
				return err
			}
		}
		m.stays = stays[m.meeting.ID]
		b.motions[v.ID] = m
	}
	return nil
}

// roll reads the places on the rolls under which the voters may vote.
func (b *box) roll(ctx context.Context, tx *ent.Tx, rows []*db.Vote, voters []ident.ID) error {
	var rolls []ident.ID
	for _, v := range rows {
		if v.RollID != nil {
			rolls = append(rolls, *v.RollID)
		}
	}
	var err error
	b.entries, err = tx.RollEntry.Query().Where(rollentry.RollIDIn(rolls...),
		rollentry.Or(rollentry.PersonIDIn(voters...), rollentry.HasDelegatesWith(person.IDIn(voters...)))).
		WithDelegates().Order(rollentry.ByPosition()).All(ctx)
	return err
}

// cast reads under which of these places a vote was given before.
func (b *box) cast(ctx context.Context, tx *ent.Tx, votes []ident.ID) error {
	entries := make([]ident.ID, len(b.entries))
	for i, e := range b.entries {
		entries[i] = e.ID
	}
	rows, err := tx.Ballot.Query().Where(ballot.VoteIDIn(votes...), ballot.EntryIDIn(entries...)).All(ctx)
	for _, row := range rows {
		b.taken[slot{row.VoteID, row.EntryID}] = row.CastAt
	}
	return err
}

// mark judges one ballot of a paper. The refusal names the field within the
// ballot.
func (b *box) mark(ctx context.Context, p *paper, in BallotInput) (marked, *fault.Fault, error) {
	none := marked{}
	m, mine := b.motions[in.VoteID.ID], []*db.RollEntry(nil)
	if m != nil {
		mine = b.mine(m.vote, p.Viewer.Person)
	}
	unknown, err := b.unseen(ctx, p, m, mine)
	if unknown != nil || err != nil {
		return none, unknown, err
	}
	if _, refused := mandate.Ask("castBallots", p.Viewer, voterOf(p)); refused != nil {
		return none, refused, nil
	}
	if _, wrong := stage.Vote.Next("castBallots", m.vote.Status); wrong != nil {
		return none, fault.New(fault.VoteNotOpen, "state", m.vote.Status).At("voteId"), nil
	}
	entry, wrong := under(mine, in.EntryID)
	if wrong != nil {
		return none, wrong, nil
	}
	one := marked{
		id: ident.New(ident.KindBallot, p.Now), motion: m, entry: entry, person: p.Viewer.Person,
		choice: in.Choice, at: p.Now,
	}
	// The voter may have waited for the vote to open.
	if one.at.Before(*m.vote.OpenedAt) {
		one.at = *m.vote.OpenedAt
	}
	if before, voted := b.taken[one.slot()]; voted {
		return none, fault.New(fault.AlreadyVoted, "at", before).At("voteId"), nil
	}
	away := poll.Absent(m.meeting, m.vote, m.rule, m.stays, p.Viewer.Person, entry.PartyID)
	return one, at(away, "voteId"), nil
}

// mine are the places on the roll of a vote under which somebody may vote.
func (b *box) mine(v *db.Vote, voter ident.ID) []*db.RollEntry {
	var mine []*db.RollEntry
	for _, e := range b.entries {
		if v.RollID != nil && e.RollID == *v.RollID && slices.Contains(poll.Voters(e), voter) {
			mine = append(mine, e)
		}
	}
	return mine
}

// unseen refuses a vote that does not exist, or that the voter may not even
// see. Who is on its roll may know of it.
func (b *box) unseen(ctx context.Context, p *paper, m *motion, mine []*db.RollEntry) (*fault.Fault, error) {
	seen := m != nil && len(mine) > 0
	if m != nil && !seen {
		var err error
		if seen, err = p.Sees(ctx, m.vote.ID); err != nil {
			return nil, err
		}
	}
	if seen {
		return nil, nil
	}
	return fault.New(fault.NotFound, "kind", ident.KindVote).At("voteId"), nil
}

// under is the place that a ballot names, or the only one there is.
func under(mine []*db.RollEntry, named *ident.RollEntry) (*db.RollEntry, *fault.Fault) {
	switch {
	case named != nil:
		for _, e := range mine {
			if e.ID == named.ID {
				return e, nil
			}
		}
		return nil, fault.New(fault.NotOnRoll).At("entryId")
	case len(mine) == 0:
		return nil, fault.New(fault.NotOnRoll).At("voteId")
	case len(mine) > 1:
		return nil, fault.New(fault.EntryNeeded, "count", len(mine)).At("entryId")
	default:
		return mine[0], nil
	}
}
