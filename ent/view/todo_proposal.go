package view

import (
	"context"

	"sifang/ent/db"
	assembly "sifang/ent/db/meeting"
	"sifang/ent/db/proposal"
	"sifang/ent/poll"
	"sifang/ent/power"
	"sifang/schema"
	"sifang/schema/ident"
	"sifang/schema/todo"
)

// proposals are those that the viewer's bodies are to take up, and those for which
// enough have signed to have a meeting called.
func (d desk) proposals(ctx context.Context) ([]errand, error) {
	rows, err := d.client.Proposal.Query().Where(proposal.StatusEQ(schema.ProposalStatusSubmitted),
		proposal.CommunityIDIn(d.communities()...)).Order(proposal.ByID()).Limit(mostOfKind).All(ctx)
	if err != nil {
		return nil, err
	}
	areas := make([]ident.ID, len(rows))
	for i, row := range rows {
		areas[i] = row.AreaID
	}
	takers, err := power.TakersUp(ctx, d.client, d.today, d.bodies, areas...)
	if err != nil {
		return nil, err
	}
	var all []errand
	for _, row := range rows {
		if body, ok := takers[row.AreaID]; ok {
			all = append(all, errand{
				Thing: todo.Thing{Kind: todo.TakeUpProposal, Name: row.Title, Since: row.RecordedAt}, subject: row.ID, body: body,
			})
		}
	}
	petitions, err := d.petitions(ctx)
	return append(all, petitions...), err
}

// communities are those in which the viewer's posts lie, or over which they reach.
func (d desk) communities() []ident.ID {
	var all []ident.ID
	for _, o := range d.viewer.Offices {
		all = append(all, o.Reach...)
		if !o.Community.IsZero() {
			all = append(all, o.Community)
		}
	}
	return all
}

// meetsAs are the kinds of meetings that others than the members of a body may ask
// it for.
var meetsAs = map[schema.OrganizationKind]schema.MeetingKind{
	schema.OrganizationKindOwnersAssembly:         schema.MeetingKindAssembly,
	schema.OrganizationKindResidentsMeeting:       schema.MeetingKindResidents,
	schema.OrganizationKindRepresentativesMeeting: schema.MeetingKindRepresentatives,
}

// petitions are the proposals for which enough have signed and nobody drafted a
// meeting so far. Who is entitled is drawn up once for each body.
func (d desk) petitions(ctx context.Context) ([]errand, error) {
	bodies, err := d.led(ctx)
	if err != nil {
		return nil, err
	}
	var all []errand
	for _, body := range bodies {
		kind, asked := meetsAs[body.Kind]
		if !asked || body.CommunityID == nil {
			continue
		}
		rows, err := d.signed(ctx, *body.CommunityID)
		if err != nil {
			return nil, err
		}
		ids := make([]ident.ID, len(rows))
		for i, row := range rows {
			ids[i] = row.ID
		}
		petitions, known, err := poll.PetitionsFor(ctx, d.client, kind, body, d.today, ids...)
		if err != nil {
			return nil, err
		}
		for i, row := range rows {
			if known && petitions[i].Met {
				all = append(all, errand{
					Thing: todo.Thing{Kind: todo.ConveneOnPetition, Name: row.Title, Since: row.RecordedAt}, subject: row.ID, body: body.ID,
				})
			}
		}
	}
	return all, nil
}

// signed are the proposals of a community that somebody signed, for which no
// meeting was drafted and that nobody treats yet.
func (d desk) signed(ctx context.Context, community ident.ID) ([]*db.Proposal, error) {
	drafted := proposal.HasConvenedWith(assembly.StatusNEQ(schema.MeetingStatusCancelled))
	return d.client.Proposal.Query().Where(proposal.CommunityID(community), proposal.HasSignatures(), proposal.Not(drafted),
		proposal.StatusIn(schema.ProposalStatusSubmitted, schema.ProposalStatusAccepted)).
		Order(proposal.ByID()).Limit(mostOfKind).All(ctx)
}
