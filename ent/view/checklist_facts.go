package view

import (
	"encoding/json"
	"fmt"

	"sifang/ent/db"
	"sifang/ent/sitting"
	"sifang/schema"
	"sifang/schema/checklist"
	"sifang/schema/day"
	"sifang/schema/notice"
	"sifang/schema/posting"
	"sifang/schema/rule"
	"sifang/schema/tally"
)

// facts are what is known about one of the votes.
func (g *inspection) facts(v *db.Vote) (checklist.Facts, error) {
	item := g.items[v.AgendaItemID]
	m := item.Edges.Meeting
	f := checklist.Facts{
		Today: day.Of(g.present.store.Now()), Written: m.Form == schema.MeetingFormWritten,
		Vote: checklist.Vote{
			ID: v.ID, Status: v.Status, Opened: v.OpenedAt, Closes: v.ClosesAt, Closed: v.ClosedAt, ObjectionsUntil: v.ObjectionsUntil,
		},
		Objections: checklist.Objections(g.objected[v.ID]), Result: g.posted(g.results[v.ID]),
	}
	var err error
	if f.Rule, err = rule.Parse(v.Rule); err != nil {
		return f, err
	}
	law, kind := g.laws[m.ID], g.kinds[m.OrganizationID]
	subject := notice.Subject(m.Kind, m.ConvenedUnder, kind)
	f.Periods, _ = law.Chain.Periods(m.Kind, subject)
	f.Sources = law.Chain.PeriodSources(m.Kind, subject)
	if r, ok := law.Prescribed(g.matters[item.ProposalID]); ok && r.Code == f.Rule.Code {
		f.Bounds = law.Chain.WindowSources(kind, g.matters[item.ProposalID])
	}
	f.Notice = g.notice(m, f.Periods)
	f.Item = checklist.Item{ID: item.ID, Noticed: item.NoticedAt, Authority: item.Authority}
	f.Item.Own, _ = sitting.Authority(m.Kind, kind)
	if matter, known := law.Chain.Matter(g.matters[item.ProposalID]); known {
		f.Item.Source = &matter.Source
	}
	f.Roll = g.roll(m, f.Rule)
	for _, one := range g.recusals[item.ID] {
		f.Recusals++
		if one.Status == schema.RecusalStatusChallenged {
			f.Unruled++
		}
	}
	if r := g.issued[v.ID]; r != nil {
		f.Resolution = checklist.Resolution{ID: r.ID, Posting: g.posted(g.announced[r.ID])}
	}
	f.Verdict, err = judged(g.verdicts[v.ID])
	return f, err
}

func (g *inspection) notice(m *db.Meeting, periods rule.Periods) checklist.Notice {
	n := checklist.Notice{Meeting: m.ID, Held: day.Of(m.StartsAt)}
	if posted := g.notices[m.ID]; posted != nil {
		n.Posting = posted.ID
	}
	if m.NoticedAt != nil {
		n.Posted = day.Of(*m.NoticedAt)
		n.Given = notice.Call{Posted: n.Posted, Held: n.Held, Periods: periods}.Given()
	}
	return n
}

func (g *inspection) roll(m *db.Meeting, pinned rule.Rule) checklist.Roll {
	r := g.rolls[m.ID]
	if r == nil {
		return checklist.Roll{}
	}
	served := g.reached
	if pinned.Deemed != nil {
		served = g.warned
	}
	return checklist.Roll{ID: r.ID, Hash: r.Hash, Entries: g.entries[r.ID], Heads: r.Heads, Area: r.Area, Served: served[r.ID]}
}

// posted is how something hung. What was found gone hangs longer.
func (g *inspection) posted(row *db.Publication) checklist.Posting {
	if row == nil {
		return checklist.Posting{}
	}
	p := checklist.Posting{ID: row.ID, Posted: day.Of(row.PostedAt), Until: row.Until, Days: row.MinimumDays}
	hung := posting.Hung(row.PostedAt, row.MinimumDays, row.Until, day.Of(g.present.store.Now()), g.checks[row.ID])
	if p.Gone = hung.Due.IsZero(); !p.Gone {
		p.Until = hung.Due
	}
	return p
}

func judged(row *db.Verdict) (checklist.Verdict, error) {
	if row == nil {
		return checklist.Verdict{}, nil
	}
	told := checklist.Verdict{ID: row.ID, Recount: value(row.Recount)}
	var counted tally.Verdict
	if err := json.Unmarshal(row.Document, &counted); err != nil {
		return told, fmt.Errorf("verdict %s: %w", row.ID, err)
	}
	told.Quorum = counted.Quorum
	return told, nil
}
