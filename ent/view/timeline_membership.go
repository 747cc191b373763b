package view

import (
	"context"
	"time"

	"sifang/ent/db"
	"sifang/ent/db/filing"
	"sifang/ent/db/membership"
	"sifang/ent/db/publication"
	"sifang/schema/ident"
	"sifang/schema/tale"
)

// MembershipTimeline tells what happened to an appointment, from the proposal on,
// as far as the viewer may see it.
func (p Present) MembershipTimeline(ctx context.Context, about *db.Membership, knownAt *time.Time) ([]*TimelineEntry, error) {
	t := &story{about: map[ident.ID]thing{}}
	m, err := p.store.Read().Membership.Query().Where(membership.ID(about.ID)).WithPost().WithPerson().WithOrganization().Only(ctx)
	if err != nil {
		return nil, err
	}
	said := tale.Subject{}
	if m.Edges.Post != nil && m.Edges.Person != nil {
		said.Name = m.Edges.Person.Name + "、" + m.Edges.Post.Title
	}
	if m.Edges.Organization != nil {
		said.Of = m.Edges.Organization.Name
	}
	if m.EndReason != nil {
		said.Kind = *m.EndReason
	}
	t.add(m.ID, about, said, nil)
	postings, err := p.store.Read().Publication.Query().Where(publication.MembershipID(m.ID)).All(ctx)
	if err != nil {
		return nil, err
	}
	if err := t.hung(ctx, p.store.Read(), postings); err != nil {
		return nil, err
	}
	if err := t.filed(ctx, p.store.Read(), filing.MembershipID(m.ID)); err != nil {
		return nil, err
	}
	return p.tell(ctx, t, knownAt)
}
