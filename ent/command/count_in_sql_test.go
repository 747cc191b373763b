package command_test

import (
	"context"
	"flag"
	"math/rand/v2"
	"testing"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/vote"
	"sifang/ent/poll"
	"sifang/schema"
	"sifang/schema/ident"
	"sifang/schema/rule"
	"sifang/schema/tally"
)

var drawn = flag.Int("drawn", 200, "how many votes are drawn at random and counted by the database as well")

// countedBySQL judges every vote of owners in one statement: two thirds of all
// take part, and more than half of these agree or, on a special matter, three
// quarters; heads and area alike.
const countedBySQL = `
	WITH said AS (
		SELECT b.vote_id, SUM(e.heads) AS heads, SUM(e.area) AS area,
			SUM(CASE WHEN b.choice = 'FOR' THEN e.heads ELSE 0 END) AS for_heads,
			SUM(CASE WHEN b.choice = 'FOR' THEN e.area ELSE 0 END) AS for_area
		FROM ballots b JOIN roll_entries e ON e.id = b.entry_id WHERE b.status = 'VALID' GROUP BY b.vote_id
	), owners AS (
		SELECT roll_id, SUM(heads) AS heads, SUM(area) AS area FROM roll_entries GROUP BY roll_id
	)
	SELECT v.id, CASE
		WHEN said.heads IS NULL OR 3 * said.heads < 2 * owners.heads OR 3 * said.area < 2 * owners.area THEN 'NOT_QUORATE'
		WHEN v.rule_code = 'OWNERS_ORDINARY' AND 2 * for_heads > said.heads AND 2 * for_area > said.area THEN 'ADOPTED'
		WHEN v.rule_code = 'OWNERS_SPECIAL' AND 4 * for_heads >= 3 * said.heads AND 4 * for_area >= 3 * said.area THEN 'ADOPTED'
		ELSE 'REJECTED' END
	FROM votes v JOIN owners ON owners.roll_id = v.roll_id LEFT JOIN said ON said.vote_id = v.id`

// What the database counts by itself is what the counter counts.
func TestTheDatabaseCountsTheSame(t *testing.T) {
	eachTown(t, func(w *town) {
		assembly := w.organization(schema.OrganizationKindOwnersAssembly, "业主大会", ident.Nil, w.estate)
		dice := rand.New(rand.NewPCG(4, uint64(*drawn)))
		for left := *drawn; left > 0; left -= 100 {
			w.draw(dice, assembly, min(left, 100))
		}
		ctx, c := ent.Unguarded(w.Context()), w.store.Read()
		outcomes := map[schema.VerdictOutcome]int{}
		for id, want := range w.countedBySQL() {
			v, err := c.Vote.Query().Where(vote.ID(id)).Only(ctx)
			w.must(err)
			facts, err := poll.Gather(ctx, c, v, w.clock.Now())
			w.must(err)
			got, err := tally.Judge(facts.Rule, facts.Count)
			w.must(err)
			if got.Outcome != want {
				w.Fatalf("%s: %s, and in SQL %s: %+v", id, got.Outcome, want, facts.Count)
			}
			outcomes[want]++
		}
		if len(outcomes) != 3 || outcomes[schema.VerdictOutcomeAdopted]*20 < *drawn {
			w.Errorf("of %d votes %v", *drawn, outcomes)
		}
	})
}

func (w *town) countedBySQL() map[ident.ID]schema.VerdictOutcome {
	w.Helper()
	found := map[ident.ID]schema.VerdictOutcome{}
	w.write(func(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
		rows, err := tx.QueryContext(ctx, countedBySQL)
		if err != nil {
			return ident.Nil, err
		}
		defer rows.Close()
		for rows.Next() {
			var id ident.ID
			var outcome schema.VerdictOutcome
			if err := rows.Scan(&id, &outcome); err != nil {
				return id, err
			}
			found[id] = outcome
		}
		return ident.Nil, rows.Err()
	})
	if len(found) != *drawn {
		w.Fatalf("%d of %d votes", len(found), *drawn)
	}
	return found
}

// draw draws a roll of some owners, and votes on it in which each of them says
// something, nothing, or something illegible.
func (w *town) draw(dice *rand.Rand, assembly ident.ID, votes int) {
	w.Helper()
	owners := 1 + dice.IntN(9)
	var roll, first ident.ID
	w.write(func(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
		var err error
		roll, first, err = w.votedOn(ctx, tx, assembly, owners)
		return first, err
	})
	w.write(func(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
		entries, persons, err := w.places(ctx, tx, dice, roll, owners)
		if err != nil {
			return ident.Nil, err
		}
		var ballots []*db.BallotCreate
		for i := range votes {
			id := first
			if i > 0 {
				if id, err = w.another(ctx, tx, dice, first); err != nil {
					return ident.Nil, err
				}
			}
			lean := dice.IntN(10)
			for k, entry := range entries {
				if b := saying(tx, dice, lean); b != nil {
					ballots = append(ballots, b.SetCommunityID(w.community).SetVoteID(id).SetEntryID(entry).SetPersonID(persons[k]))
				}
			}
		}
		return roll, tx.Ballot.CreateBulk(ballots...).Exec(ctx)
	})
}

// places are those of the owners, who have from 0.01 m² to 300 m² each.
func (w *town) places(ctx context.Context, tx *ent.Tx, dice *rand.Rand, roll ident.ID, owners int) (entries, persons []ident.ID, err error) {
	for i := range owners {
		person, err := tx.Person.Create().SetCommunityID(w.community).SetName("业主").Save(ctx)
		if err != nil {
			return nil, nil, err
		}
		entry, err := tx.RollEntry.Create().SetCommunityID(w.community).SetRollID(roll).SetPosition(i + 1).SetLabel("业主").
			SetPersonID(person.ID).SetHeads(1).SetArea(schema.FloorArea(1 + dice.IntN(300_00))).Save(ctx)
		if err != nil {
			return nil, nil, err
		}
		entries, persons = append(entries, entry.ID), append(persons, person.ID)
	}
	return entries, persons, nil
}

// another is a vote like the first one, on an ordinary or on a special matter.
func (w *town) another(ctx context.Context, tx *ent.Tx, dice *rand.Rand, first ident.ID) (ident.ID, error) {
	like, err := tx.Vote.Get(ctx, first)
	if err != nil {
		return ident.Nil, err
	}
	r, _ := rule.Preset([]string{"OWNERS_ORDINARY", "OWNERS_SPECIAL"}[dice.IntN(2)])
	document, err := r.Print()
	if err != nil {
		return ident.Nil, err
	}
	v, err := tx.Vote.Create().SetCommunityID(w.community).SetKind(like.Kind).SetQuestion(like.Question).SetRuleCode(r.Code).
		SetRuleEdition(like.RuleEdition).SetRule(document).SetMethod(like.Method).SetExtensions(0).SetVisibility(like.Visibility).
		SetStatus(like.Status).SetNillableNoticedAt(like.NoticedAt).SetNillableOpenedAt(like.OpenedAt).
		SetAgendaItemID(like.AgendaItemID).SetNillableRollID(like.RollID).Save(ctx)
	if err != nil {
		return ident.Nil, err
	}
	return v.ID, nil
}

// saying is a ballot that leans towards being in favour by so many tenths, nil of
// somebody who says nothing.
func saying(tx *ent.Tx, dice *rand.Rand, lean int) *db.BallotCreate {
	b := tx.Ballot.Create().SetSettled(false).SetChannel(schema.BallotChannelPaper).SetStatus(schema.BallotStatusValid).SetCastAt(tx.Now)
	switch n := dice.IntN(20); {
	case n < 3:
		return nil
	case n == 3:
		return b.SetStatus(schema.BallotStatusInvalid).SetInvalidReason(schema.InvalidReasonIllegible)
	case n == 4:
		return b.SetChoice(schema.BallotChoiceAbstain)
	case dice.IntN(10) <= lean:
		return b.SetChoice(schema.BallotChoiceFor)
	default:
		return b.SetChoice(schema.BallotChoiceAgainst)
	}
}
