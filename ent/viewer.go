package ent

import (
	"context"
	"errors"
	"sync"

	"sifang/ent/db"
	"sifang/ent/db/area"
	"sifang/ent/db/membership"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/ident"
	"sifang/schema/mandate"
)

// ErrUnauthenticated reports a verb by somebody who has not signed in.
var ErrUnauthenticated = errors.New("not signed in")

// Viewer is whoever asks. The zero Viewer is a visitor.
type Viewer struct {
	Person   ident.ID
	Operator bool
	// Clock is nobody: what is done is done because an announced time has come. No
	// token makes a Clock.
	Clock bool

	once   sync.Once
	powers mandate.Viewer
	err    error
}

type viewerKey struct{}

// WithViewer says who asks.
func WithViewer(ctx context.Context, v *Viewer) context.Context {
	return context.WithValue(ctx, viewerKey{}, v)
}

// ViewerFrom tells who asks. Without anybody it is a visitor.
func ViewerFrom(ctx context.Context) *Viewer {
	if v, ok := ctx.Value(viewerKey{}).(*Viewer); ok {
		return v
	}
	return &Viewer{}
}

func (v *Viewer) visitor() bool { return v.Person.IsZero() && !v.Operator && !v.Clock }

// Powers are the posts the viewer holds today. They are looked up once for a
// question, however many rows it touches.
func (s *Store) Powers(ctx context.Context) (mandate.Viewer, error) {
	v := ViewerFrom(ctx)
	v.once.Do(func() {
		// Powers are those of now, also in a question about what was known before.
		now := context.WithValue(Unguarded(ctx), knownAtKey{}, nil)
		v.powers, v.err = powers(now, s.client, v, day.Of(s.now()))
	})
	return v.powers, v.err
}

func powers(ctx context.Context, c *db.Client, v *Viewer, today day.Date) (mandate.Viewer, error) {
	p := mandate.Viewer{Person: v.Person, Operator: v.Operator, Clock: v.Clock}
	if v.Person.IsZero() {
		return p, nil
	}
	held, err := c.Membership.Query().
		Where(membership.PersonID(v.Person), membership.PostIDNotNil(),
			membership.StatusEQ(schema.MembershipStatusEffective),
			membership.FromLTE(today), membership.Or(membership.ToIsNil(), membership.ToGT(today))).
		WithOrganization().WithPost().Order(db.Asc(membership.FieldID)).All(ctx)
	if err != nil {
		return p, err
	}
	for _, m := range held {
		o := mandate.Office{Organization: m.OrganizationID, Kind: m.Edges.Organization.Kind, Category: m.Edges.Post.Category}
		if m.CommunityID != nil {
			o.Community = *m.CommunityID
		} else if Trusting(o.Kind) {
			// A company's home says nothing: where it is at work its projects are.
			if o.Reach, err = communitiesBelow(ctx, c, m.Edges.Organization.AreaID); err != nil {
				return p, err
			}
		}
		p.Offices = append(p.Offices, o)
	}
	return p, nil
}

// communitiesBelow are the communities that an office above communities
// reaches, which is those in its area.
func communitiesBelow(ctx context.Context, c *db.Client, within *ident.ID) ([]ident.ID, error) {
	var found []ident.ID
	if within == nil {
		return nil, nil
	}
	for level := []ident.ID{*within}; len(level) > 0; {
		below, err := c.Area.Query().Where(area.ParentIDIn(level...), area.Or(area.CommunityIDIsNil(),
			area.KindIn(schema.AreaKindCommunity, schema.AreaKindVillage))).All(ctx)
		if err != nil {
			return nil, err
		}
		level = nil
		for _, a := range below {
			if a.CommunityID == nil {
				level = append(level, a.ID)
			} else {
				found = append(found, a.ID)
			}
		}
	}
	return found, nil
}
