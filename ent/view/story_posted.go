package view

import (
	"context"

	"sifang/ent/db"
	"sifang/ent/db/agendaitem"
	"sifang/ent/db/objection"
	"sifang/ent/db/postingcheck"
	"sifang/ent/db/predicate"
	"sifang/ent/db/publication"
	"sifang/ent/db/resolution"
	"sifang/ent/db/vote"
	"sifang/schema/ident"
	"sifang/schema/tale"
)

// posted are the objections and what was posted, each about a vote, a resolution
// or a meeting on the way of a proposal.
func (t *story) posted(ctx context.Context, c *db.Client, id ident.ID) error {
	objections, err := c.Objection.Query().Where(objection.Or(
		objection.HasVoteWith(vote.HasAgendaItemWith(agendaitem.ProposalID(id))),
		objection.HasResolutionWith(resolution.HasAgendaItemWith(agendaitem.ProposalID(id))))).All(ctx)
	if err != nil {
		return err
	}
	for _, o := range objections {
		t.add(o.ID, o, tale.Subject{Late: o.Late}, nil)
	}
	postings, err := c.Publication.Query().Where(publication.Or(
		publication.HasVoteWith(vote.HasAgendaItemWith(agendaitem.ProposalID(id))),
		publication.HasResolutionWith(resolution.HasAgendaItemWith(agendaitem.ProposalID(id))),
		publication.MeetingIDIn(t.meetings...))).All(ctx)
	if err != nil {
		return err
	}
	return t.hung(ctx, c, postings)
}

// hung are postings, and who looked after them.
func (t *story) hung(ctx context.Context, c *db.Client, postings []*db.Publication) error {
	of := make(map[ident.ID]*db.Publication, len(postings))
	ids := make([]ident.ID, len(postings))
	for i, one := range postings {
		t.add(one.ID, one, tale.Subject{Kind: one.Kind, Name: one.Place}, nil)
		of[one.ID], ids[i] = one, one.ID
	}
	checks, err := c.PostingCheck.Query().Where(postingcheck.PublicationIDIn(ids...)).All(ctx)
	for _, one := range checks {
		p := of[one.PublicationID]
		t.add(one.ID, one, tale.Subject{Kind: p.Kind, Name: p.Place}, nil)
	}
	return err
}

// filed is what was put on file.
func (t *story) filed(ctx context.Context, c *db.Client, about predicate.Filing) error {
	filings, err := c.Filing.Query().Where(about).All(ctx)
	for _, one := range filings {
		t.add(one.ID, one, tale.Subject{}, &one.FiledOn)
	}
	return err
}
