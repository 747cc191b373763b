package view

import (
	"context"
	"fmt"
	"slices"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/sitting"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/flag"
	"sifang/schema/ident"
	"sifang/schema/mandate"
	"sifang/schema/rule"
)

// mostEvidence is how many things to be looked at are named.
const mostEvidence = 50

// RedFlag is a sign that somebody should look.
type RedFlag struct {
	Code      rule.AlertCode
	Sentence  fault.Words
	Figures   *RedFlagFigures
	Threshold *RedFlagThreshold
	Count     int
	// EvidenceIDs are the first of what is to be looked at.
	EvidenceIDs []ident.ID
}

// RedFlagFigures are what was found.
type RedFlagFigures struct {
	Got, Of   int
	PersonIDs []ident.ID
}

// RedFlagThreshold is from when on somebody is told.
type RedFlagThreshold struct {
	Least    int
	Count    *int
	Share    *string
	Minutes  *int
	Days     *int
	Source   string
	Verified bool
}

// RedFlags are the signs about each vote; nil where the viewer does not watch over
// it, or no roll is frozen. What they rest on is read whole, and tells of nobody
// how they voted.
func (p Present) RedFlags(ctx context.Context, votes []*db.Vote) ([][]*RedFlag, error) {
	whole := ent.Unguarded(ctx)
	items, err := p.around(whole, votes)
	if err != nil {
		return nil, err
	}
	watched, err := p.watches(ctx, votes, items)
	if err != nil {
		return nil, err
	}
	s := scrutiny{client: p.store.Read(), items: items}
	for i, v := range votes {
		if watched[i] {
			s.votes = append(s.votes, v)
		}
	}
	if err := s.gather(whole, p.today()); err != nil {
		return nil, err
	}
	all := make([][]*RedFlag, len(votes))
	for i, v := range votes {
		if facts, ok := s.facts[v.ID]; ok {
			all[i] = []*RedFlag{}
			for _, one := range flag.Of(*facts, s.alerts[items[v.AgendaItemID].MeetingID]) {
				all[i] = append(all[i], redFlag(one))
			}
		}
	}
	return all, nil
}

// watching are the kinds of bodies that watch over the votes of others in their
// community, and attending the posts whose holders watch over those of their own.
var (
	watching = []schema.OrganizationKind{
		schema.OrganizationKindOwnersSupervisionCommittee, schema.OrganizationKindResidentsSupervisionCommittee,
		schema.OrganizationKindStreetOffice, schema.OrganizationKindPartyWorkingCommittee,
	}
	attending = []schema.PostCategory{schema.PostCategorySupervisor, schema.PostCategoryScrutineer}
)

// watches tells of each vote whether the viewer directs its meeting, or watches
// over it.
func (p Present) watches(ctx context.Context, votes []*db.Vote, items map[ident.ID]*db.AgendaItem) ([]bool, error) {
	all, err := p.directs(ctx, votes, items, "recordDelivery")
	if err != nil {
		return nil, err
	}
	viewer, err := p.store.Powers(ctx)
	for i, v := range votes {
		m := items[v.AgendaItemID].Edges.Meeting
		all[i] = all[i] || slices.ContainsFunc(viewer.Offices, func(o mandate.Office) bool {
			there := m.CommunityID != nil && (o.Community == *m.CommunityID || slices.Contains(o.Reach, *m.CommunityID))
			return there && slices.Contains(watching, o.Kind) || o.Organization == m.OrganizationID && slices.Contains(attending, o.Category)
		})
	}
	return all, err
}

func redFlag(f flag.Flag) *RedFlag {
	return &RedFlag{
		Code: f.Alert.Code, Sentence: f.Sentence(), Threshold: threshold(f.Alert), Count: len(f.Evidence),
		Figures:     &RedFlagFigures{Got: int(f.Got), Of: int(f.Of), PersonIDs: f.Persons},
		EvidenceIDs: f.Evidence[:min(len(f.Evidence), mostEvidence)],
	}
}

func threshold(a rule.Alert) *RedFlagThreshold {
	t := &RedFlagThreshold{
		Least: a.Least, Count: stated(a.Count), Minutes: stated(a.Minutes), Days: stated(a.Days),
		Source: cite(*a.Source), Verified: a.Source.Verified(),
	}
	if a.Share != nil {
		share := fmt.Sprintf("%d/%d", a.Share.Num, a.Share.Den)
		t.Share = &share
	}
	return t
}

// stated is a number, or nil where nothing is said.
func stated(n int) *int {
	if n == 0 {
		return nil
	}
	return &n
}

// alerted reads what is looked at in each meeting.
func (s *scrutiny) alerted(ctx context.Context) error {
	var meetings []*db.Meeting
	for _, v := range s.votes {
		meetings = append(meetings, s.items[v.AgendaItemID].Edges.Meeting)
	}
	laws, err := sitting.Laws(ctx, s.client, s.today, meetings...)
	s.alerts = map[ident.ID][]rule.Alert{}
	for i, law := range laws {
		s.alerts[meetings[i].ID] = law.Alerts()
		for _, a := range s.alerts[meetings[i].ID] {
			s.days = max(s.days, a.Days)
		}
	}
	return err
}
