package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/membership"
	"sifang/ent/sitting"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// resolvedUpon is an objection to a resolution.
func resolvedUpon(ctx context.Context, tx *ent.Tx, field string, r *db.Resolution) (contested, error) {
	about := contested{field: field, subject: r.ID, community: r.CommunityID, organization: r.OrganizationID, resolution: r}
	item, err := tx.AgendaItem.Get(ctx, r.AgendaItemID)
	if err != nil {
		return about, err
	}
	about.meeting, err = tx.Meeting.Get(ctx, item.MeetingID)
	return about, err
}

// hung is an objection to something posted.
func hung(ctx context.Context, tx *ent.Tx, field string, p *db.Publication) (contested, error) {
	about := contested{field: field, subject: p.ID, community: p.CommunityID, publication: p}
	whose, err := postedBy(ctx, tx, p)
	about.organization, about.meeting = whose.organization, whose.meeting
	return about, err
}

// namedBy are the fields by which objections are filed to what has its own way of
// being settled, whether or not it was posted.
var namedBy = []struct {
	posted schema.PublicationKind
	kind   ident.Kind
	field  string
}{
	{schema.PublicationKindResult, ident.KindVote, "voteId"},
	{schema.PublicationKindCandidates, ident.KindCandidate, "candidateId"},
	{schema.PublicationKindRoll, ident.KindRoll, "rollId"},
}

// elsewhere refuses an objection to a posting of what is objected to by itself:
// that leads to a recount, a name struck off or an amendment, and not to another
// sheet of paper (OBJECTION_ELSEWHERE).
func (c contested) elsewhere() *fault.Fault {
	if c.publication == nil {
		return nil
	}
	for _, one := range namedBy {
		if one.posted == c.publication.Kind {
			return fault.New(fault.ObjectionElsewhere, "kind", one.kind, "field", one.field).At(c.field)
		}
	}
	return nil
}

// sits reports whether somebody sits in one of the bodies that met or, where
// nothing met, in the organization.
func (c contested) sits(ctx context.Context, tx *ent.Tx, who ident.ID) (bool, error) {
	if c.meeting != nil {
		return sitting.Attends(ctx, tx.Client, c.meeting, who, tx.Today)
	}
	return tx.Membership.Query().Where(membership.OrganizationID(c.organization), membership.PersonID(who),
		membership.StatusEQ(schema.MembershipStatusEffective), membership.FromLTE(tx.Today),
		membership.Or(membership.ToIsNil(), membership.ToGT(tx.Today))).Exist(ctx)
}

// isAbout reports whether the objection is about somebody: a candidate, or whoever
// is posted as taking up or leaving a post.
func (c contested) isAbout(ctx context.Context, tx *ent.Tx, who ident.ID) (bool, error) {
	switch {
	case c.candidate != nil:
		return c.candidate.PersonID == who, nil
	case c.publication == nil || c.publication.MembershipID == nil:
		return false, nil
	}
	m, err := tx.Membership.Get(ctx, *c.publication.MembershipID)
	if err != nil {
		return false, err
	}
	return m.PersonID != nil && *m.PersonID == who, nil
}
