package view

import (
	"context"
	"slices"
	"time"

	"sifang/ent/db"
	"sifang/ent/db/agendaitem"
	assembly "sifang/ent/db/meeting"
	"sifang/ent/db/organization"
	"sifang/ent/db/predicate"
	"sifang/ent/db/vote"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/ident"
	"sifang/schema/mandate"
)

// desk is where the things to be done come together: whose it is, and for which
// bodies they act.
type desk struct {
	present Present
	client  *db.Client
	viewer  mandate.Viewer
	me      ident.ID
	now     time.Time
	today   day.Date
	// bodies are those in which the viewer holds a leading or clerical post, and
	// the assemblies that stand directly under these and have no officers.
	bodies []ident.ID
	// registers are the communities whose register the viewer keeps.
	registers []ident.ID
}

// assemblies are the kinds of organizations for which others act.
var assemblies = []schema.OrganizationKind{
	schema.OrganizationKindOwnersAssembly, schema.OrganizationKindResidentsMeeting, schema.OrganizationKindRepresentativesMeeting,
}

func (p Present) desk(ctx context.Context) (desk, error) {
	d := desk{present: p, client: p.store.Read(), now: p.store.Now(), today: p.today()}
	var err error
	if d.viewer, err = p.store.Powers(ctx); err != nil {
		return d, err
	}
	d.me = d.viewer.Person
	for _, o := range d.viewer.Offices {
		if o.Leads() {
			d.bodies = append(d.bodies, o.Organization)
		}
		if o.Registers() && !o.Community.IsZero() {
			d.registers = append(d.registers, o.Community)
		}
	}
	if len(d.bodies) == 0 {
		return d, nil
	}
	under, err := d.client.Organization.Query().Where(organization.KindIn(assemblies...),
		organization.ParentIDIn(d.bodies...)).IDs(unguarded(ctx))
	d.bodies = append(d.bodies, under...)
	return d, err
}

// gather asks everybody who knows of things to be done.
func (d desk) gather(ctx context.Context) ([]errand, error) {
	sources := []func(context.Context) ([]errand, error){
		d.ballots, d.proxies, d.sittings, d.signing, d.seats, d.tasks,
		d.papers, d.disputed, d.conflicts, d.counts, d.amendments, d.objections, d.recusals,
		d.meetings, d.minutes, d.votes,
	}
	if len(d.bodies) > 0 {
		sources = append(sources, d.opinions, d.resolutions, d.postings, d.steps, d.terms, d.filings,
			d.orders, d.handovers, d.intervals, d.proposals)
	}
	if len(d.bodies) > 0 || len(d.registers) > 0 {
		sources = append(sources, d.appointments)
	}
	var all []errand
	for _, source := range sources {
		found, err := source(ctx)
		if err != nil {
			return nil, err
		}
		all = append(all, found...)
	}
	return all, nil
}

// directed are the meetings that the viewer directs, or over which they preside.
func (d desk) directed(also ...predicate.Meeting) predicate.Meeting {
	return assembly.And(append(also, assembly.Or(
		assembly.OrganizationIDIn(d.bodies...), assembly.OrganizerIDIn(d.bodies...), assembly.ChairID(d.me)))...)
}

// onAgenda are the votes on the agenda of these meetings.
func (d desk) onAgenda(also ...predicate.Meeting) predicate.Vote {
	return vote.HasAgendaItemWith(agendaitem.HasMeetingWith(d.directed(also...)))
}

// running are the states of a meeting in which its roll and its votes are still in
// the making.
var running = []schema.MeetingStatus{schema.MeetingStatusCalled, schema.MeetingStatusOpen, schema.MeetingStatusAdjourned}

// counting are the states of a vote in which its papers are still read.
var counting = []schema.VoteStatus{schema.VoteStatusOpen, schema.VoteStatusClosed}

// leads reports whether the viewer acts for a body.
func (d desk) leads(body ident.ID) bool { return slices.Contains(d.bodies, body) }
