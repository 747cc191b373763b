package seating

import (
	"context"

	"sifang/ent/db"
	"sifang/ent/db/membership"
	"sifang/ent/db/organization"
	"sifang/ent/db/post"
	"sifang/ent/db/predicate"
	"sifang/ent/db/term"
	"sifang/schema/day"
	"sifang/schema/ident"
	"sifang/schema/seat"
)

// Reader reads who sits where on a day. Where the context asks for what was
// known at an earlier instant, it answers that.
type Reader struct {
	client *db.Client
	on     day.Date
}

// On reads through the client what held on the day.
func On(client *db.Client, on day.Date) Reader { return Reader{client: client, on: on} }

// Original is the identifier of a row, also where the row at hand is a former
// version of it.
func Original(id ident.ID, versionOf *ident.ID) ident.ID {
	if versionOf != nil {
		return *versionOf
	}
	return id
}

// Holdings are the memberships that fulfil the condition, past ones and
// proposed ones as well, in the order of their making. Their organizations
// have no areas yet.
func (r Reader) Holdings(ctx context.Context, condition predicate.Membership) ([]seat.Holding, error) {
	rows, err := r.client.Membership.Query().Where(condition).Order(db.Asc(membership.FieldFrom, membership.FieldID)).All(ctx)
	if err != nil {
		return nil, err
	}
	around, err := r.surroundings(ctx, rows)
	if err != nil {
		return nil, err
	}
	holdings := make([]seat.Holding, len(rows))
	for i, row := range rows {
		holdings[i] = around.holding(row, r.on)
	}
	return holdings, nil
}

// Seats are the holdings in some organizations, with what these are.
func (r Reader) Seats(ctx context.Context, organizations []ident.ID) ([]seat.Holding, map[ident.ID]seat.Organization, error) {
	found, err := r.organizations(ctx, organizations)
	if err != nil || len(found) == 0 {
		return nil, nil, err
	}
	holdings, err := r.Holdings(ctx, membership.OrganizationIDIn(organizations...))
	return holdings, found, err
}

// surroundings are the rows that memberships name.
type surroundings struct {
	organizations map[ident.ID]seat.Organization
	posts         map[ident.ID]seat.Post
	terms         map[ident.ID]day.Span
}

func (r Reader) surroundings(ctx context.Context, rows []*db.Membership) (surroundings, error) {
	var organizations, posts, terms []ident.ID
	for _, row := range rows {
		organizations = append(organizations, row.OrganizationID)
		organizations = appendKnown(organizations, row.OnBehalfOfID)
		posts = appendKnown(posts, row.PostID)
		terms = appendKnown(terms, row.TermID)
	}
	var s surroundings
	var err error
	if s.organizations, err = r.organizations(ctx, organizations); err != nil {
		return s, err
	}
	if s.posts, err = r.posts(ctx, posts); err != nil {
		return s, err
	}
	s.terms, err = r.terms(ctx, terms)
	return s, err
}

func appendKnown(ids []ident.ID, id *ident.ID) []ident.ID {
	if id == nil {
		return ids
	}
	return append(ids, *id)
}

func (r Reader) organizations(ctx context.Context, ids []ident.ID) (map[ident.ID]seat.Organization, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	ids = unique(ids)
	rows, err := r.client.Organization.Query().
		Where(organization.Or(organization.IDIn(ids...), organization.VersionOfIn(ids...))).All(ctx)
	found := make(map[ident.ID]seat.Organization, len(rows))
	for _, row := range rows {
		id := Original(row.ID, row.VersionOf)
		found[id] = seat.Organization{ID: id, Kind: row.Kind}
	}
	return found, err
}

func (r Reader) posts(ctx context.Context, ids []ident.ID) (map[ident.ID]seat.Post, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	ids = unique(ids)
	rows, err := r.client.Post.Query().Where(post.Or(post.IDIn(ids...), post.VersionOfIn(ids...))).All(ctx)
	found := make(map[ident.ID]seat.Post, len(rows))
	for _, row := range rows {
		one := Post(row)
		found[one.ID] = one
	}
	return found, err
}

func (r Reader) terms(ctx context.Context, ids []ident.ID) (map[ident.ID]day.Span, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	ids = unique(ids)
	rows, err := r.client.Term.Query().Where(term.Or(term.IDIn(ids...), term.VersionOfIn(ids...))).All(ctx)
	found := make(map[ident.ID]day.Span, len(rows))
	for _, row := range rows {
		found[Original(row.ID, row.VersionOf)] = Span(row.From, row.To)
	}
	return found, err
}
