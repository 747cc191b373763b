package debate

import (
	"context"
	"time"

	"sifang/ent/db"
	"sifang/ent/poll"
	"sifang/schema/ident"
	"sifang/schema/minutes"
)

// item tells what was done on an item.
func (n names) item(ctx context.Context, c *db.Client, item *db.AgendaItem, now time.Time) (minutes.Item, error) {
	told := minutes.Item{Position: item.Position, Title: item.Title, Disposition: item.Disposition}
	if item.DispositionNote != nil {
		told.Note = *item.DispositionNote
	}
	for _, r := range item.Edges.Recusals {
		told.Aside = append(told.Aside, n.of(r.Edges.Person))
	}
	for _, o := range item.Edges.Opinions {
		told.Opinions = append(told.Opinions, spokenFor(o))
	}
	for _, s := range item.Edges.Speeches {
		told.Speeches = append(told.Speeches, n.speech(s, now))
	}
	numbers, err := n.motions(ctx, c, item.Edges.Motions, &told)
	if err != nil {
		return told, err
	}
	judged, err := poll.Standings(ctx, c, now, item.Edges.Votes...)
	if err != nil {
		return told, err
	}
	for _, v := range item.Edges.Votes {
		one := minutes.Vote{Question: v.Question, Method: v.Method, Opened: instant(v.OpenedAt), Closed: instant(v.ClosedAt), Status: v.Status}
		if v.MotionID != nil {
			one.Motion = numbers[*v.MotionID]
		}
		if j, ok := judged[v.ID]; ok {
			one.Verdict = sentences(j.Explanation)
		}
		told.Votes = append(told.Votes, one)
	}
	for _, r := range item.Edges.Resolutions {
		told.Resolutions = append(told.Resolutions, minutes.Resolution{Year: r.Year, Serial: r.Serial, Kind: r.Kind, Title: r.Title, Text: r.Text})
	}
	return told, nil
}

func spokenFor(o *db.Opinion) minutes.Opinion {
	told := minutes.Opinion{Of: o.Edges.Organization.Name, Due: o.DueAt, Given: instant(o.GivenAt)}
	if o.Stance != nil {
		told.Stance = *o.Stance
	}
	if o.Text != nil {
		told.Text = *o.Text
	}
	return told
}

func (n names) speech(row *db.Speech, now time.Time) minutes.Speech {
	told := minutes.Speech{Who: n.of(row.Edges.Person), For: partyName(row.Edges.Party), Side: row.Side}
	turn := Turn(row)
	switch {
	case row.EndedAt != nil:
		told.Took = row.EndedAt.Sub(turn.Given)
	case turn.Over(now):
		told.Took = turn.Limit
	}
	return told
}

// motions tells what was moved on an item, numbered in the order of moving, and
// answers the numbers.
func (n names) motions(ctx context.Context, c *db.Client, rows []*db.Motion, told *minutes.Item) (map[ident.ID]int, error) {
	numbers := make(map[ident.ID]int, len(rows))
	texts, err := CurrentTexts(ctx, c, rows...)
	if err != nil {
		return nil, err
	}
	for i, m := range rows {
		numbers[m.ID] = i + 1
		one := minutes.Motion{
			Number: i + 1, Mover: n.of(m.Edges.Mover), Seconded: m.SeconderID != nil, Seconder: n.of(m.Edges.Seconder),
			Text: m.Text, Status: m.Status,
		}
		if m.AmendsID != nil {
			one.Amends = numbers[*m.AmendsID]
		}
		if texts[i] != m.Text {
			one.Reads = texts[i]
		}
		told.Motions = append(told.Motions, one)
	}
	return numbers, nil
}
