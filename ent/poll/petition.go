package poll

import (
	"context"

	"sifang/ent/db"
	"sifang/ent/db/membership"
	"sifang/ent/db/organization"
	"sifang/ent/db/post"
	"sifang/ent/db/signature"
	"sifang/ent/rules"
	"sifang/ent/seating"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/rule"
	"sifang/schema/seat"
)

// Petition is how the petition of a proposal for a meeting stands.
type Petition struct {
	Source     rule.Source
	Signatures int
	// Requests are the ways to ask for the meeting, any of which is enough, each
	// with a line a measure.
	Requests [][]rule.Signed
	Met      bool
}

// Petitioned tells how the petition of a proposal stands on the day, for a
// meeting of a kind that an organization would call. A signature counts for those
// who are entitled on that day; owners who hold a flat together sign as one. It
// reports false if no rule lets anybody petition for such a meeting.
func Petitioned(ctx context.Context, c *db.Client, proposal ident.ID, kind schema.MeetingKind, o *db.Organization, on day.Date) (Petition, bool, error) {
	all, known, err := PetitionsFor(ctx, c, kind, o, on, proposal)
	if err != nil || !known {
		return Petition{}, known, err
	}
	return all[0], true, nil
}

// PetitionsFor is Petitioned for several proposals at once, in their order. Who is
// entitled is drawn up once for all of them, and not at all where there are none.
func PetitionsFor(
	ctx context.Context, c *db.Client, kind schema.MeetingKind, o *db.Organization, on day.Date, proposals ...ident.ID,
) ([]Petition, bool, error) {
	chain, err := rules.For(ctx, c, o.ID, on)
	if err != nil {
		return nil, false, err
	}
	asked, ok := chain.Petition(kind)
	if !ok || len(proposals) == 0 {
		return nil, ok, nil
	}
	signed, err := signers(ctx, c, proposals)
	if err != nil {
		return nil, false, err
	}
	petitions := make([]Petition, len(proposals))
	for i, id := range proposals {
		petitions[i].Source, petitions[i].Signatures = asked.Source, len(signed[id])
	}
	for _, request := range asked.Any {
		all, err := entitled(ctx, c, request.By, o, on)
		if err != nil {
			return nil, false, err
		}
		for i, id := range proposals {
			lines, met := request.Judge(all.weighing(func(e Entry) bool { return e.of(signed[id]) }), all.weighing(func(Entry) bool { return true }))
			petitions[i].Requests, petitions[i].Met = append(petitions[i].Requests, lines), petitions[i].Met || met
		}
	}
	return petitions, true, nil
}

// signers are those who signed each of some proposals.
func signers(ctx context.Context, c *db.Client, proposals []ident.ID) (map[ident.ID]map[ident.ID]bool, error) {
	rows, err := c.Signature.Query().Where(signature.ProposalIDIn(proposals...)).All(ctx)
	signed := map[ident.ID]map[ident.ID]bool{}
	for _, row := range rows {
		if signed[row.ProposalID] == nil {
			signed[row.ProposalID] = map[ident.ID]bool{}
		}
		signed[row.ProposalID][row.PersonID] = true
	}
	return signed, err
}

// entitled are those who may ask for a meeting, as places on a roll of the day;
// none where nobody could vote either.
func entitled(ctx context.Context, c *db.Client, by rule.Signers, o *db.Organization, on day.Date) (Roll, error) {
	if by == rule.ByRepresentatives {
		return representatives(ctx, c, o, on)
	}
	m := &db.Meeting{Kind: schema.MeetingKindResidents, OrganizationID: o.ID, CommunityID: o.CommunityID}
	d := Drawing{On: on, Basis: schema.RollBasisResidents}
	switch by {
	case rule.ByOwners:
		m.Kind = schema.MeetingKindAssembly
	case rule.ByHouseholds:
		d.Basis = schema.RollBasisHouseholds
	}
	r, err := Draw(ctx, c, m, d)
	if refused, ok := fault.Of(err); ok && refused[0].Code == fault.RollEmpty {
		return Roll{}, nil
	}
	return r, err
}

// representatives are those of the residents in the community of an organization.
// The members of the committee sit in their meeting too, and do not count here.
func representatives(ctx context.Context, c *db.Client, o *db.Organization, on day.Date) (Roll, error) {
	var r Roll
	if o.CommunityID == nil {
		return r, nil
	}
	held, err := seating.On(c, on).Holdings(ctx, membership.And(membership.PersonIDNotNil(),
		membership.HasPostWith(post.CategoryEQ(schema.PostCategoryRepresentative)),
		membership.HasOrganizationWith(organization.KindEQ(schema.OrganizationKindRepresentativesMeeting), organization.CommunityID(*o.CommunityID))))
	seen := map[ident.ID]bool{}
	for _, h := range held {
		if seat.Effective(h, on) && !seen[h.Member] {
			seen[h.Member] = true
			r.Entries = append(r.Entries, Entry{Person: &h.Member, Heads: 1})
		}
	}
	return r, err
}

// of reports whether one of some persons stands for the entry.
func (e Entry) of(persons map[ident.ID]bool) bool {
	if e.Person != nil && persons[*e.Person] {
		return true
	}
	for _, delegate := range e.Delegates {
		if persons[delegate] {
			return true
		}
	}
	return false
}

// weighing tells what the entries that count weigh together, in a measure.
func (r Roll) weighing(counts func(Entry) bool) func(schema.Measure) int64 {
	return func(measure schema.Measure) int64 {
		sum := int64(0)
		for _, e := range r.Entries {
			switch {
			case !counts(e):
			case measure == schema.MeasureArea:
				sum += int64(e.Area)
			default:
				sum += int64(e.Heads)
			}
		}
		return sum
	}
}
