package seating

import (
	"context"
	"slices"

	"sifang/ent/db/area"
	"sifang/ent/db/arealink"
	"sifang/ent/db/organization"
	"sifang/ent/db/organizationarea"
	"sifang/ent/db/organizationrelation"
	"sifang/schema"
	"sifang/schema/ident"
)

// areas are the ways from an area to others, and what they lead to.
type areas map[ident.ID][]ident.ID

// from lists the areas themselves and all that they lead to, each once.
func (a areas) from(start []ident.ID) []ident.ID {
	all := unique(start)
	seen := make(map[ident.ID]bool, len(all))
	for _, id := range all {
		seen[id] = true
	}
	for i := 0; i < len(all); i++ {
		for _, next := range a[all[i]] {
			if !seen[next] {
				seen[next] = true
				all = append(all, next)
			}
		}
	}
	return all
}

// walk follows the ways of a kind from the areas as far as they lead, one
// level of areas at a time.
func (r Reader) walk(ctx context.Context, start []ident.ID, step func(context.Context, []ident.ID, areas) error) (areas, error) {
	ways := areas{}
	seen := map[ident.ID]bool{}
	for level := unique(start); len(level) > 0; {
		if err := step(ctx, level, ways); err != nil {
			return nil, err
		}
		var next []ident.ID
		for _, one := range level {
			seen[one] = true
			next = append(next, ways[one]...)
		}
		level = slices.DeleteFunc(unique(next), func(id ident.ID) bool { return seen[id] })
	}
	return ways, nil
}

// inward adds what lies directly inside the areas of a level.
func (r Reader) inward(ctx context.Context, level []ident.ID, ways areas) error {
	children, err := r.client.Area.Query().Where(area.ParentIDIn(level...)).All(ctx)
	if err != nil {
		return err
	}
	for _, child := range children {
		ways[*child.ParentID] = append(ways[*child.ParentID], Original(child.ID, child.VersionOf))
	}
	links, err := r.client.AreaLink.Query().Where(arealink.KindEQ(schema.AreaLinkKindWithin), arealink.TargetIDIn(level...),
		arealink.FromLTE(r.on), arealink.Or(arealink.ToIsNil(), arealink.ToGT(r.on))).All(ctx)
	for _, link := range links {
		ways[link.TargetID] = append(ways[link.TargetID], link.AreaID)
	}
	return err
}

// outward adds what lies directly around the areas of a level.
func (r Reader) outward(ctx context.Context, level []ident.ID, ways areas) error {
	rows, err := r.client.Area.Query().
		Where(area.Or(area.IDIn(level...), area.VersionOfIn(level...)), area.ParentIDNotNil()).All(ctx)
	if err != nil {
		return err
	}
	for _, row := range rows {
		id := Original(row.ID, row.VersionOf)
		ways[id] = append(ways[id], *row.ParentID)
	}
	links, err := r.client.AreaLink.Query().Where(arealink.KindEQ(schema.AreaLinkKindWithin), arealink.AreaIDIn(level...),
		arealink.FromLTE(r.on), arealink.Or(arealink.ToIsNil(), arealink.ToGT(r.on))).All(ctx)
	for _, link := range links {
		ways[link.AreaID] = append(ways[link.AreaID], link.TargetID)
	}
	return err
}

// locate tells where each organization is at work, with every area inside.
func (r Reader) locate(ctx context.Context, organizations []ident.ID) (map[ident.ID][]ident.ID, error) {
	bases, err := r.bases(ctx, unique(organizations))
	if err != nil {
		return nil, err
	}
	var start []ident.ID
	for _, at := range bases {
		start = append(start, at...)
	}
	ways, err := r.walk(ctx, start, r.inward)
	if err != nil {
		return nil, err
	}
	for id, at := range bases {
		bases[id] = ways.from(at)
	}
	return bases, nil
}

// bases are the areas that each organization covers, those of whom it serves,
// those of its projects if it is a company, and the one it is at home in. A
// property company that is at work anywhere is not at work where its office is.
func (r Reader) bases(ctx context.Context, organizations []ident.ID) (map[ident.ID][]ident.ID, error) {
	workplaces, err := r.workplaces(ctx, organizations)
	if err != nil {
		return nil, err
	}
	all := slices.Clone(organizations)
	for _, others := range workplaces {
		all = append(all, others...)
	}
	covered, homes, err := r.grounds(ctx, unique(all))
	if err != nil {
		return nil, err
	}
	found := make(map[ident.ID][]ident.ID, len(organizations))
	for _, id := range organizations {
		at := slices.Clone(covered[id])
		for _, other := range workplaces[id] {
			at = append(at, covered[other]...)
			at = append(at, homes[other].at...)
		}
		if homes[id].kind != schema.OrganizationKindPropertyCompany || len(at) == 0 {
			at = append(at, homes[id].at...)
		}
		found[id] = at
	}
	return found, nil
}

// workplaces are the organizations at whose places each one is at work: those
// that it serves, and the projects of a property company.
func (r Reader) workplaces(ctx context.Context, organizations []ident.ID) (map[ident.ID][]ident.ID, error) {
	found := map[ident.ID][]ident.ID{}
	projects, err := r.client.Organization.Query().Where(organization.ParentIDIn(organizations...),
		organization.KindEQ(schema.OrganizationKindPropertyProject)).All(ctx)
	if err != nil {
		return nil, err
	}
	for _, project := range projects {
		found[*project.ParentID] = append(found[*project.ParentID], Original(project.ID, project.VersionOf))
	}
	served, err := r.client.OrganizationRelation.Query().Where(
		organizationrelation.KindEQ(schema.RelationKindServes), organizationrelation.OrganizationIDIn(organizations...),
		organizationrelation.FromLTE(r.on), organizationrelation.Or(organizationrelation.ToIsNil(), organizationrelation.ToGT(r.on)),
	).All(ctx)
	for _, relation := range served {
		found[relation.OrganizationID] = append(found[relation.OrganizationID], relation.TargetID)
	}
	return found, err
}

// home is what an organization is, and where it is at home, if anywhere.
type home struct {
	kind schema.OrganizationKind
	at   []ident.ID
}

func (r Reader) grounds(ctx context.Context, organizations []ident.ID) (map[ident.ID][]ident.ID, map[ident.ID]home, error) {
	covered := map[ident.ID][]ident.ID{}
	homes := map[ident.ID]home{}
	rows, err := r.client.Organization.Query().
		Where(organization.Or(organization.IDIn(organizations...), organization.VersionOfIn(organizations...))).All(ctx)
	if err != nil {
		return nil, nil, err
	}
	for _, row := range rows {
		homes[Original(row.ID, row.VersionOf)] = home{kind: row.Kind, at: appendKnown(nil, row.AreaID)}
	}
	coverage, err := r.client.OrganizationArea.Query().Where(organizationarea.OrganizationIDIn(organizations...),
		organizationarea.FromLTE(r.on), organizationarea.Or(organizationarea.ToIsNil(), organizationarea.ToGT(r.on))).All(ctx)
	for _, row := range coverage {
		covered[row.OrganizationID] = append(covered[row.OrganizationID], row.AreaID)
	}
	return covered, homes, err
}
