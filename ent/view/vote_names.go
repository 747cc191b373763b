package view

import (
	"context"
	"slices"

	"sifang/ent/db"
	"sifang/ent/db/area"
	"sifang/ent/db/candidate"
	"sifang/ent/db/linkageparty"
	"sifang/ent/db/voteoption"
	"sifang/ent/poll"
	"sifang/schema/ident"
)

// names are what verdicts name by identifier: parties, options, candidates and
// buildings.
type names map[ident.ID]string

// named reads the names in verdicts. What none of them names is not asked for.
func named(ctx context.Context, c *db.Client, judged map[ident.ID]poll.Judgment) (names, error) {
	var votes []ident.ID // that have choices
	var parties, areas []string
	for vote, j := range judged {
		if len(j.Choices) > 0 {
			votes = append(votes, vote)
		}
		for _, stand := range j.Parties {
			parties = append(parties, stand.Party)
		}
		for _, building := range j.Buildings {
			if building.Building != "" {
				areas = append(areas, building.Building)
			}
		}
	}
	n := names{}
	if err := n.parties(ctx, c, parties); err != nil {
		return nil, err
	}
	if err := n.choices(ctx, c, votes); err != nil {
		return nil, err
	}
	return n, n.buildings(ctx, c, areas)
}

func (n names) parties(ctx context.Context, c *db.Client, texts []string) error {
	ids, err := distinct(texts)
	if err != nil || len(ids) == 0 {
		return err
	}
	rows, err := c.LinkageParty.Query().Where(linkageparty.IDIn(ids...)).WithOrganization().All(ctx)
	for _, row := range rows {
		n[row.ID] = row.Edges.Organization.Name
	}
	return err
}

func (n names) choices(ctx context.Context, c *db.Client, votes []ident.ID) error {
	if len(votes) == 0 {
		return nil
	}
	options, err := c.VoteOption.Query().Where(voteoption.VoteIDIn(votes...)).All(ctx)
	if err != nil {
		return err
	}
	for _, row := range options {
		n[row.ID] = row.Label
	}
	candidates, err := c.Candidate.Query().Where(candidate.VoteIDIn(votes...)).WithPerson().All(ctx)
	for _, row := range candidates {
		n[row.ID] = row.Edges.Person.Name
	}
	return err
}

func (n names) buildings(ctx context.Context, c *db.Client, texts []string) error {
	ids, err := distinct(texts)
	if err != nil || len(ids) == 0 {
		return err
	}
	rows, err := c.Area.Query().Where(area.IDIn(ids...)).All(ctx)
	for _, row := range rows {
		n[row.ID] = row.Name
	}
	return err
}

// distinct reads identifiers, each once.
func distinct(texts []string) ([]ident.ID, error) {
	slices.Sort(texts)
	texts = slices.Compact(texts)
	ids := make([]ident.ID, len(texts))
	for i, text := range texts {
		var err error
		if ids[i], err = ident.Parse(text); err != nil {
			return nil, err
		}
	}
	return ids, nil
}
