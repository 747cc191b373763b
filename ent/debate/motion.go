package debate

import (
	"bytes"
	"cmp"
	"context"
	"slices"
	"time"

	"sifang/ent/db"
	"sifang/ent/db/motion"
	"sifang/ent/db/vote"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/stage"
)

// Moved refuses to open a vote on a motion that was not seconded, or of which
// something came already (WRONG_STATE), and one on a motion while an amendment
// goes before it (AMENDMENTS_FIRST), by vote. An amendment goes before the motion
// that it changes and before the amendments that were moved earlier.
func Moved(ctx context.Context, c *db.Client, votes ...*db.Vote) (map[ident.ID]*fault.Fault, error) {
	motions, amendments, err := moved(ctx, c, votes)
	if err != nil {
		return nil, err
	}
	refused := map[ident.ID]*fault.Fault{}
	for _, v := range votes {
		if v.MotionID == nil {
			continue
		}
		m := motions[*v.MotionID]
		if _, wrong := stage.Motion.Next("openVote", m.Status); wrong != nil {
			refused[v.ID] = wrong
			continue
		}
		var first []string
		for _, a := range amendments {
			if before(a, m) {
				first = append(first, excerpt(a.Text))
			}
		}
		if len(first) > 0 {
			refused[v.ID] = fault.New(fault.AmendmentsFirst, "amendments", first)
		}
	}
	return refused, nil
}

// moved are the motions that some votes decide, by their identifiers, and all
// seconded amendments to these or to what these are to change, the last one
// moved first.
func moved(ctx context.Context, c *db.Client, votes []*db.Vote) (map[ident.ID]*db.Motion, []*db.Motion, error) {
	var ids []ident.ID
	for _, v := range votes {
		if v.MotionID != nil {
			ids = append(ids, *v.MotionID)
		}
	}
	if len(ids) == 0 {
		return nil, nil, nil
	}
	rows, err := c.Motion.Query().Where(motion.IDIn(ids...)).All(ctx)
	if err != nil {
		return nil, nil, err
	}
	motions, changed := make(map[ident.ID]*db.Motion, len(rows)), slices.Clone(ids)
	for _, row := range rows {
		motions[row.ID] = row
		if row.AmendsID != nil {
			changed = append(changed, *row.AmendsID)
		}
	}
	amendments, err := c.Motion.Query().Where(motion.AmendsIDIn(changed...), motion.StatusEQ(schema.MotionStatusSeconded)).All(ctx)
	slices.SortFunc(amendments, func(a, b *db.Motion) int { return later(b, a) })
	return motions, amendments, err
}

// before reports whether an amendment is voted on before the motion.
func before(amendment, m *db.Motion) bool {
	if *amendment.AmendsID == m.ID {
		return true
	}
	return m.AmendsID != nil && *amendment.AmendsID == *m.AmendsID && later(amendment, m) > 0
}

// later is positive if a was moved after b.
func later(a, b *db.Motion) int {
	return cmp.Or(a.MovedAt.Compare(b.MovedAt), bytes.Compare(a.ID[:], b.ID[:]))
}

// excerptLength is how much of a motion a sentence quotes, in characters.
const excerptLength = 40

func excerpt(text string) string {
	letters := []rune(text)
	if len(letters) <= excerptLength {
		return text
	}
	return string(letters[:excerptLength]) + "…"
}

// Amends reports whether a vote decides an amendment, which settles nothing but
// how the motion reads.
func Amends(ctx context.Context, c *db.Client, v *db.Vote) (bool, error) {
	if v.MotionID == nil {
		return false, nil
	}
	return c.Motion.Query().Where(motion.ID(*v.MotionID), motion.AmendsIDNotNil()).Exist(ctx)
}

// CurrentTexts are how motions read now, in their order: as the amendment says
// that was adopted last, or as they were moved.
func CurrentTexts(ctx context.Context, c *db.Client, motions ...*db.Motion) ([]string, error) {
	ids := make([]ident.ID, len(motions))
	for i, m := range motions {
		ids[i] = m.ID
	}
	adopted, err := c.Motion.Query().Where(motion.AmendsIDIn(ids...), motion.StatusEQ(schema.MotionStatusAdopted)).
		WithVotes(func(q *db.VoteQuery) { q.Where(vote.StatusEQ(schema.VoteStatusFinal)) }).All(ctx)
	slices.SortFunc(adopted, func(a, b *db.Motion) int {
		return cmp.Or(decided(a).Compare(decided(b)), later(a, b))
	})
	texts := make([]string, len(motions))
	for i, m := range motions {
		texts[i] = m.Text
		for _, a := range adopted {
			if *a.AmendsID == m.ID {
				texts[i] = a.Text
			}
		}
	}
	return texts, err
}

// decided is when the last vote on a motion ended.
func decided(m *db.Motion) time.Time {
	var last time.Time
	for _, v := range m.Edges.Votes {
		if v.ClosedAt != nil && v.ClosedAt.After(last) {
			last = *v.ClosedAt
		}
	}
	return last
}
