package view

import (
	"context"
	"strings"
	"time"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/attendance"
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

// MeetingQuorum tells who is at a meeting at an instant, or now, and whether
// the quorum of its rule is met. What has not happened yet is not known: an
// instant to come is answered as of now.
func MeetingQuorum(ctx context.Context, s *ent.Store, id ident.ID, at *time.Time) (*Quorum, error) {
	m, err := s.Read().Meeting.Get(ctx, id)
	if err != nil {
		return nil, err
	}
	instant := s.Now()
	if at != nil && at.Before(instant) {
		instant = *at
	}
	// Counts are for everybody, the rows they are counted from are not.
	ctx = ent.Unguarded(ctx)
	stays, err := intervals(ctx, s.Read(), m)
	if err != nil {
		return nil, err
	}
	presence := quorum.At(stays, instant)
	q := &Quorum{
		At: instant, Persons: int(presence.Persons()), Observers: int(presence.Observers()), Remote: int(presence.Remote()),
	}
	if q.Parties, err = quorumParties(ctx, s.Read(), m, presence); err != nil {
		return nil, err
	}
	return q, q.judge(ctx, s.Read(), m, presence)
}

// intervals are the stays at a meeting. A party is counted only by those who
// count for the quorum.
func intervals(ctx context.Context, c *db.Client, m *db.Meeting) ([]quorum.Interval, error) {
	rows, err := c.Attendance.Query().Where(attendance.MeetingID(m.ID)).All(ctx)
	if err != nil {
		return nil, err
	}
	stays := make([]quorum.Interval, len(rows))
	for i, row := range rows {
		stays[i] = quorum.Interval{Person: row.PersonID.String(), From: row.ArrivedAt, Mode: row.Mode, Voting: row.Votes}
		if row.PartyID != nil {
			stays[i].Party = row.PartyID.String()
		}
		if row.LeftAt != nil {
			stays[i].To = *row.LeftAt
		}
	}
	return stays, nil
}

func quorumParties(ctx context.Context, c *db.Client, m *db.Meeting, p quorum.Presence) ([]QuorumParty, error) {
	if m.LinkageID == nil {
		return nil, nil
	}
	rows, err := sitting.VotingParties(ctx, c, *m.LinkageID, day.Of(p.At))
	if err != nil {
		return nil, err
	}
	parties := make([]QuorumParty, len(rows))
	for i, row := range rows {
		there := int(p.For(row.ID.String()))
		parties[i] = QuorumParty{PartyID: row.ID, Name: row.Edges.Organization.Name, Persons: there, Present: there > 0}
	}
	return parties, nil
}

// judge holds the presence against the rule of the meeting.
func (q *Quorum) judge(ctx context.Context, c *db.Client, m *db.Meeting, p quorum.Presence) error {
	r, known, err := sitting.Rule(ctx, c, m, day.Of(p.At))
	if err != nil {
		return err
	}
	if !known {
		q.Explanation = fault.Words{
			Chinese: "没有适用于本次会议的议事规则，无从判断法定人数。",
			English: "No rule is known by which this meeting decides, so its quorum cannot be told.",
		}
		return nil
	}
	q.RuleCode = &r.Code
	whole, err := sitting.Whole(ctx, c, m, day.Of(p.At))
	if err != nil {
		return err
	}
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
