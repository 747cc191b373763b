package command

import (
	"bytes"
	"cmp"
	"context"
	"maps"
	"slices"
	"time"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/agendaitem"
	"sifang/ent/db/ballot"
	"sifang/ent/db/person"
	"sifang/ent/db/recusal"
	"sifang/ent/db/roll"
	"sifang/ent/db/rollentry"
	"sifang/ent/poll"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/ident"
	"sifang/schema/mandate"
	"sifang/schema/rule"
	"sifang/schema/voice"
)

// box is what papers are judged by: their votes, as they stand while nobody can
// close them, who may vote in them, and what came in before.
type box struct {
	motions  map[ident.ID]*motion
	on       day.Date        // on which the papers are cast, or came in
	entries  []*db.RollEntry // those under which one of the voters may vote
	heirs    map[heir][]ident.ID
	lodged   map[slot][]*lodged
	recused  map[recused]bool
	standIns map[ident.ID]standIns        // by meeting
	subjects map[ident.ID]mandate.Subject // by meeting
}

// motion is a vote with what it hangs on.
type motion struct {
	vote    *db.Vote
	meeting *db.Meeting
	stays   []poll.Stay // those of the voters
	rule    rule.Rule
	offer   voice.Offer
}

// slot is what one ballot speaks for: a place on the roll, in one vote.
type slot struct{ vote, entry ident.ID }

func (s slot) compare(other slot) int {
	return cmp.Or(inOrder(s.vote, other.vote), inOrder(s.entry, other.entry))
}

// heir is somebody who had come to places on the roll by a transfer of title, as
// of a day.
type heir struct {
	person ident.ID
	on     day.Date
}

// recused is somebody who steps aside on an item.
type recused struct{ item, person ident.ID }

// asked are the votes that papers name, in whose name they are cast, and who
// casts them for others, at what time.
type asked struct {
	votes    []ident.ID
	persons  []ident.ID
	agencies []standIn
	at       time.Time
}

// people are all of them, voters and agents, each once.
func (a asked) people() []ident.ID {
	all := slices.Clone(a.persons)
	for _, one := range a.agencies {
		all = append(all, one.agent)
	}
	return distinct(all)
}

// gather reads what the papers are judged by, a statement for each kind of
// thing, however many papers there are.
func (c casting) gather(ctx context.Context, tx *ent.Tx, a asked) (*box, error) {
	b := &box{
		on: day.Of(a.at), motions: map[ident.ID]*motion{}, lodged: map[slot][]*lodged{}, recused: map[recused]bool{},
		heirs: map[heir][]ident.ID{}, standIns: map[ident.ID]standIns{}, subjects: map[ident.ID]mandate.Subject{},
	}
	votes, voters := distinct(a.votes), distinct(a.persons)
	rows, err := c.hold(ctx, tx, votes)
	if err != nil {
		return nil, err
	}
	if err := b.open(ctx, tx, rows, a.people()); err != nil {
		return nil, err
	}
	if err := b.offers(ctx, tx); err != nil {
		return nil, err
	}
	if err := b.roll(ctx, tx, rows, voters); err != nil {
		return nil, err
	}
	if err := b.before(ctx, tx, votes); err != nil {
		return nil, err
	}
	return b, b.agents(ctx, tx, a.at, a.agencies)
}

func inOrder(a, b ident.ID) int { return bytes.Compare(a[:], b[:]) }

// distinct are the identifiers in their order, each of them once.
func distinct(ids []ident.ID) []ident.ID {
	slices.SortFunc(ids, inOrder)
	return slices.Compact(ids)
}

// open reads what the votes hang on, who of the people is there, and who has
// stepped aside.
func (b *box) open(ctx context.Context, tx *ent.Tx, rows []*db.Vote, people []ident.ID) error {
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
			if stays[m.meeting.ID], err = poll.Stays(ctx, tx.Client, m.meeting.ID, people...); err != nil {
				return err
			}
		}
		m.stays = stays[m.meeting.ID]
		b.motions[v.ID] = m
	}
	aside, err := tx.Recusal.Query().Where(recusal.AgendaItemIDIn(items...), recusal.PersonIDIn(people...),
		poll.SteppedAside()).All(ctx)
	for _, row := range aside {
		b.recused[recused{row.AgendaItemID, row.PersonID}] = true
	}
	return err
}

// roll reads the places on the rolls under which the voters may vote, and locks
// them in the order of their identifiers: of two who vote at once for the same
// place one waits, and then sees what the other one cast.
func (b *box) roll(ctx context.Context, tx *ent.Tx, rows []*db.Vote, voters []ident.ID) error {
	var rolls, inherited []ident.ID
	for _, v := range rows {
		if v.RollID != nil {
			rolls = append(rolls, *v.RollID)
		}
	}
	rolls = distinct(rolls)
	if err := b.inherit(ctx, tx, rolls, b.on, voters); err != nil {
		return err
	}
	for _, entries := range b.heirs {
		inherited = append(inherited, entries...)
	}
	var err error
	b.entries, err = tx.RollEntry.Query().Where(rollentry.RollIDIn(rolls...), rollentry.Or(rollentry.PersonIDIn(voters...),
		rollentry.HasDelegatesWith(person.IDIn(voters...)), rollentry.IDIn(distinct(inherited)...)), ent.Update).
		WithDelegates().Order(rollentry.ByID()).All(ctx)
	return err
}

// inherit finds which of the persons had come to places on the rolls by a
// transfer of title, on the day. Only owners do.
func (b *box) inherit(ctx context.Context, tx *ent.Tx, rolls []ident.ID, on day.Date, persons []ident.ID) error {
	ofOwners, err := tx.Roll.Query().Where(roll.IDIn(rolls...), roll.BasisEQ(schema.RollBasisOwners)).All(ctx)
	if err != nil {
		return err
	}
	for _, r := range ofOwners {
		found, err := poll.Successors(ctx, tx.Client, r, on, persons...)
		if err != nil {
			return err
		}
		for who, entries := range found {
			for _, e := range entries {
				b.heirs[heir{who, on}] = append(b.heirs[heir{who, on}], e.ID)
			}
		}
	}
	return nil
}

// before reads what came in for these places before.
func (b *box) before(ctx context.Context, tx *ent.Tx, votes []ident.ID) error {
	entries := map[ident.ID]*db.RollEntry{}
	ids := make([]ident.ID, len(b.entries))
	for i, e := range b.entries {
		ids[i], entries[e.ID] = e.ID, e
	}
	rows, err := tx.Ballot.Query().Where(ballot.VoteIDIn(votes...), ballot.EntryIDIn(ids...)).Order(ballot.ByID()).All(ctx)
	if err != nil {
		return err
	}
	for _, row := range rows {
		one := stored(row, b.motions[row.VoteID], entries[row.EntryID])
		b.lodged[one.slot()] = append(b.lodged[one.slot()], one)
	}
	return b.estrange(ctx, tx)
}

// estrange finds out about the voters of former ballots who do not stand on the
// roll for their place: they had come to it by a transfer of title on the day of
// their ballot, which the counter looks at too, and may have sold it since; or an
// amendment took them off.
func (b *box) estrange(ctx context.Context, tx *ent.Tx) error {
	var rolls []ident.ID
	strangers := map[day.Date][]ident.ID{}
	for _, all := range b.lodged {
		for _, one := range all {
			if !slices.Contains(poll.Voters(one.entry), one.Voter) {
				rolls = append(rolls, one.entry.RollID)
				for _, on := range []day.Date{day.Of(one.At), b.on} {
					strangers[on] = append(strangers[on], one.Voter)
				}
			}
		}
	}
	for _, on := range slices.SortedFunc(maps.Keys(strangers), day.Date.Compare) {
		if err := b.inherit(ctx, tx, distinct(rolls), on, distinct(strangers[on])); err != nil {
			return err
		}
	}
	for _, all := range b.lodged {
		for _, one := range all {
			one.Heir = b.heir(one.entry, one.Voter, day.Of(one.At))
			one.Resold = one.Heir && !b.heir(one.entry, one.Voter, b.on)
			one.Stray = !one.Heir && !slices.Contains(poll.Voters(one.entry), one.Voter)
		}
	}
	return nil
}

// heir reports whether somebody had come to a place by a transfer of title.
func (b *box) heir(e *db.RollEntry, who ident.ID, on day.Date) bool {
	return slices.Contains(b.heirs[heir{who, on}], e.ID) && !slices.Contains(poll.Voters(e), who)
}

// mine are the places on the roll of a vote under which somebody may vote.
func (b *box) mine(v *db.Vote, voter ident.ID) []*db.RollEntry {
	var mine []*db.RollEntry
	for _, e := range b.entries {
		if v.RollID != nil && e.RollID == *v.RollID && !struck(e) &&
			(slices.Contains(poll.Voters(e), voter) || b.heir(e, voter, b.on)) {
			mine = append(mine, e)
		}
	}
	return mine
}

// struck reports whether an amendment took the entry off the roll.
func struck(e *db.RollEntry) bool { return e.Struck != nil && *e.Struck }
