package view

import (
	"context"

	"sifang/ent/db"
	"sifang/ent/db/membership"
	"sifang/ent/db/objection"
	"sifang/ent/db/publication"
	"sifang/ent/seating"
	"sifang/schema"
	"sifang/schema/ident"
	"sifang/schema/seat"
	"sifang/schema/todo"
)

// appointments are those to be posted, and those to be confirmed because no rule
// asks for a posting or it is over. The officers of the body are told, and the
// registrars of its community.
func (d desk) appointments(ctx context.Context) ([]errand, error) {
	rows, err := d.client.Membership.Query().Where(membership.PersonIDNotNil(), membership.PostIDNotNil(),
		membership.StatusIn(schema.MembershipStatusProposed, schema.MembershipStatusPublicized),
		membership.Or(membership.OrganizationIDIn(d.bodies...), membership.CommunityIDIn(d.registers...))).
		WithOrganization().WithPost().Order(membership.ByID()).Limit(mostOfKind).All(ctx)
	if err != nil {
		return nil, err
	}
	a, err := d.appointing(ctx, rows)
	var all []errand
	for _, row := range rows {
		e := errand{
			Thing:   todo.Thing{Name: row.Edges.Post.Title, Of: row.Edges.Organization.Name, Since: row.RecordedAt},
			subject: row.ID, body: row.OrganizationID,
		}
		switch posted := a.posted[row.ID]; {
		case row.Status == schema.MembershipStatusProposed && a.days[row.ID] > 0:
			e.Kind = todo.PostAppointment
		case row.Status == schema.MembershipStatusProposed, posted != nil && posted.Met && !a.objected[row.ID]:
			e.Kind = todo.ConfirmAppointment
		default:
			continue
		}
		all = append(all, e)
	}
	return all, err
}

// appointing is what some appointments wait for: for how many days they are to be
// posted, how the last posting complied, and who objected.
type appointing struct {
	days     map[ident.ID]int
	posted   map[ident.ID]*PublicationCompliance
	objected map[ident.ID]bool
}

func (d desk) appointing(ctx context.Context, rows []*db.Membership) (appointing, error) {
	a := appointing{days: map[ident.ID]int{}, posted: map[ident.ID]*PublicationCompliance{}}
	var ids []ident.ID
	var bodies []*db.Organization
	for _, row := range rows {
		ids, bodies = append(ids, row.ID), append(bodies, row.Edges.Organization)
	}
	o, err := d.present.offices(ctx, bodies)
	if err != nil {
		return a, err
	}
	holdings, err := seating.On(d.client, d.today).Holdings(ctx, membership.IDIn(ids...))
	if err != nil {
		return a, err
	}
	for _, h := range holdings {
		a.days[h.ID] = seat.PublicationDays(o.law[h.Organization.ID], h)
	}
	postings, err := d.client.Publication.Query().Where(publication.MembershipIDIn(ids...)).
		Order(db.Asc(publication.FieldPostedAt)).All(ctx)
	if err != nil {
		return a, err
	}
	complied, err := d.present.PublicationsCompliance(ctx, postings)
	for i, c := range complied {
		a.posted[*postings[i].MembershipID] = c
	}
	if err != nil {
		return a, err
	}
	a.objected, err = d.waitingAt(ctx, ids)
	return a, err
}

// waitingAt are appointments to which somebody objected without an answer so far.
func (d desk) waitingAt(ctx context.Context, memberships []ident.ID) (map[ident.ID]bool, error) {
	rows, err := d.client.Publication.Query().Where(publication.MembershipIDIn(memberships...),
		publication.HasObjectionsWith(objection.StatusEQ(schema.ObjectionStatusFiled))).All(ctx)
	all := make(map[ident.ID]bool, len(rows))
	for _, row := range rows {
		all[*row.MembershipID] = true
	}
	return all, err
}
