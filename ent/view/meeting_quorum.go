package view

import (
	"context"
	"strings"
	"time"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/sitting"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/quorum"
	"sifang/schema/rule"
)

// Quorum is who is at a meeting at an instant, in numbers, and whether that is
// enough. It names nobody, so that everybody may read it.
type Quorum struct {
	At time.Time
	// Met is nil where attendance alone cannot tell, or no rule is known.
	Met         *bool
	Persons     int
	Observers   int
	Remote      int
	RuleCode    *string
	Parties     []QuorumParty
	Conditions  []QuorumCondition
	Explanation fault.Words
}

// QuorumParty is how many are there for a party with a vote.
type QuorumParty struct {
	PartyID ident.ID
	Name    string
	Persons int
	Present bool
}

// QuorumCondition is one thing that the quorum asks for.
type QuorumCondition struct {
	Met         bool
	Needed      int
	Present     int
	Explanation fault.Words
}

// Instant asks about an instant.
type Instant struct {
	store *ent.Store
	at    time.Time
}

// At asks the store about an instant; now if nil. What has not happened yet is
// not known: an instant to come is answered as of now.
func At(s *ent.Store, at *time.Time) Instant {
	instant := s.Now()
	if at != nil && at.Before(instant) {
		instant = *at
	}
	return Instant{s, instant}
}

// Quorums tell who is at each meeting, and whether the quorum of its rule is
// met.
func (i Instant) Quorums(ctx context.Context, meetings []*db.Meeting) ([]*Quorum, error) {
	// Counts are for everybody, the rows they are counted from are not.
	ctx, c, on := ent.Unguarded(ctx), i.store.Read(), day.Of(i.at)
	stays, err := sitting.Intervals(ctx, c, meetings...)
	if err != nil {
		return nil, err
	}
	parties, err := sitting.VotersOfLinkages(ctx, c, on, meetings...)
	if err != nil {
		return nil, err
	}
	laws, err := sitting.Laws(ctx, c, on, meetings...)
	if err != nil {
		return nil, err
	}
	wholes, err := sitting.Wholes(ctx, c, on, meetings...)
	if err != nil {
		return nil, err
	}
	all := make([]*Quorum, len(meetings))
	for n, m := range meetings {
		presence := quorum.At(stays[m.ID], i.at)
		all[n] = &Quorum{
			At: i.at, Persons: int(presence.Persons()), Observers: int(presence.Observers()), Remote: int(presence.Remote()),
		}
		if m.LinkageID != nil {
			all[n].Parties = quorumParties(parties[*m.LinkageID], presence)
		}
		if err = all[n].judge(laws[n], wholes[n], presence); err != nil {
			return nil, err
		}
	}
	return all, nil
}

func quorumParties(rows []*db.LinkageParty, p quorum.Presence) []QuorumParty {
	parties := make([]QuorumParty, len(rows))
	for i, row := range rows {
		there := int(p.For(row.ID.String()))
		parties[i] = QuorumParty{PartyID: row.ID, Name: row.Edges.Organization.Name, Persons: there, Present: there > 0}
	}
	return parties
}

// judge holds the presence against the rule of the meeting.
func (q *Quorum) judge(law sitting.Law, whole quorum.Whole, p quorum.Presence) error {
	r, known := law.Rule()
	if !known {
		q.Explanation = fault.Words{
			Chinese: "没有适用于本次会议的议事规则，无从判断法定人数。",
			English: "No rule is known by which this meeting decides, so its quorum cannot be told.",
		}
		return nil
	}
	q.RuleCode = &r.Code
	verdict, err := quorum.Judge(r, p, whole)
	if faults, ok := fault.Of(err); ok {
		q.Explanation = fault.Words{Chinese: faults[0].Text(fault.Chinese), English: faults[0].Text(fault.English)}
		return nil
	}
	if err != nil {
		return err
	}
	q.Met = &verdict.Met
	q.Explanation = told(verdict.Explanation)
	q.Conditions = conditions(verdict.Finding)
	return nil
}

// conditions are the leaves of a finding, in their order.
func conditions(f rule.Finding) []QuorumCondition {
	if len(f.Parts) == 0 {
		if f.Kind == rule.FoundNothing {
			return nil
		}
		return []QuorumCondition{{
			Met: f.Met, Needed: int(f.Needed), Present: int(f.Got), Explanation: told(f.Sentence()),
		}}
	}
	var all []QuorumCondition
	for _, part := range f.Parts {
		all = append(all, conditions(part)...)
	}
	return all
}

// told is an explanation in one piece of text, the whole before its parts.
func told(s rule.Sentence) fault.Words {
	zh, en := []string{s.Chinese}, []string{s.English}
	for _, part := range s.Parts {
		w := told(part)
		zh, en = append(zh, w.Chinese), append(en, w.English)
	}
	return fault.Words{Chinese: strings.Join(zh, ""), English: strings.Join(en, " ")}
}
