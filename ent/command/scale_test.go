package command_test

import (
	"context"
	"fmt"
	"math"
	"testing"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/db"
	dbarea "sifang/ent/db/area"
	dborganization "sifang/ent/db/organization"
	"sifang/ent/db/organizationarea"
	"sifang/schema"
	"sifang/schema/ident"
)

// An estate's branch has two grid branches, these have 34 groups, and those
// look after 353 responsibility areas: four levels, with the areas as areas.
func TestFourLevels(t *testing.T) {
	const grids, groups, areas = 2, 34, 353
	eachTown(t, func(w *town) {
		branch := w.organization(schema.OrganizationKindPartyBranch, "万科府前护院党支部", ident.Nil, w.estate)
		secretary := w.officer("书记", branch, schema.PostCategorySecretary)
		below := func(kind schema.OrganizationKind, name string, parent ident.ID) ident.ID {
			p, err := w.do.EstablishOrganization(secretary, command.EstablishOrganizationInput{
				Kind: kind, Name: name, ParentID: organization(parent), AreaID: area(w.estate),
			})
			return done(w, p, err).OrganizationID
		}
		var gridBranches [grids]ident.ID
		for i := range gridBranches {
			gridBranches[i] = below(schema.OrganizationKindGridPartyBranch, fmt.Sprintf("第%d网格党支部", i+1), branch)
		}
		duties := w.areas(schema.AreaKindResponsibilityArea, w.estate, areas)
		covered := 0
		for g := range groups {
			group := below(schema.OrganizationKindPartyGroup, fmt.Sprintf("第%d党小组", g+1), gridBranches[g%grids])
			p, err := w.do.CoverArea(secretary, command.CoverAreaInput{
				OrganizationID: ident.Organization{ID: group}, AreaIDs: duties[g*areas/groups : (g+1)*areas/groups],
			})
			covered += len(done(w, p, err).CoverageIDs)
		}
		if covered != areas {
			t.Errorf("%d areas are covered, want %d", covered, areas)
		}
		// Counted from above, as anybody can.
		c := w.store.Read()
		level := []ident.ID{branch}
		for depth, want := range []int{grids, groups} {
			ids, err := c.Organization.Query().Where(dborganization.ParentIDIn(level...)).IDs(w.visitor)
			if err != nil || len(ids) != want {
				t.Fatalf("level %d has %d organizations (%v), want %d", depth+2, len(ids), err, want)
			}
			level = ids
		}
		last, err := c.OrganizationArea.Query().Where(organizationarea.OrganizationIDIn(level...),
			organizationarea.HasAreaWith(dbarea.KindEQ(schema.AreaKindResponsibilityArea))).Count(w.visitor)
		if err != nil || last != areas {
			t.Errorf("the groups look after %d areas (%v), want %d", last, err, areas)
		}
	})
}

// A district's 860 grid branches meet its 839 grids, many to many: some grids
// have several branches, and some branches several grids. The last branch costs
// as many statements as the first, however many there are by then.
func TestBranchesAndGrids(t *testing.T) {
	const branches, grids = 860, 839
	eachTown(t, func(w *town) {
		areas, organizations := w.areas(schema.AreaKindGrid, w.community, grids), w.branches(branches)
		want, least, most := 0, int64(math.MaxInt64), int64(0)
		for i, branch := range organizations {
			charge := []ident.Area{areas[i%grids]}
			if i%10 == 0 {
				charge = append(charge, areas[(i+1)%grids])
			}
			cost := w.cost(func() { w.covers(branch, charge) })
			want, least, most = want+len(charge), min(least, cost), max(most, cost)
		}
		if least != most {
			t.Errorf("a branch costs %d to %d statements", least, most)
		}
		c := w.store.Read()
		if got, err := c.OrganizationArea.Query().Count(w.visitor); err != nil || got != want {
			t.Errorf("%d pairs (%v), want %d", got, err, want)
		}
		var perGrid []struct {
			AreaID ident.ID `json:"area_id"`
			Count  int      `json:"count"`
		}
		err := c.OrganizationArea.Query().GroupBy(organizationarea.FieldAreaID).Aggregate(db.Count()).Scan(w.visitor, &perGrid)
		if err != nil || len(perGrid) != grids {
			t.Fatalf("%d grids have a branch (%v), want %d", len(perGrid), err, grids)
		}
		several := 0
		for _, g := range perGrid {
			if g.Count > 1 {
				several++
			}
		}
		if several < branches-grids {
			t.Errorf("%d grids have several branches, want at least %d", several, branches-grids)
		}
	})
}

// A list costs as many statements as a single area.
func TestListsCostNoMore(t *testing.T) {
	eachTown(t, func(w *town) {
		areas, organizations := w.areas(schema.AreaKindGrid, w.community, 200), w.branches(2)
		who := []*ident.Person{person(w.person("甲")), person(w.person("乙"))}
		for name, pair := range map[string][2]func(){
			"coverArea": {func() { w.covers(organizations[0], areas[:1]) }, func() { w.covers(organizations[1], areas) }},
			"assign":    {func() { w.charges(who[0], areas[:1]) }, func() { w.charges(who[1], areas) }},
		} {
			if one, all := w.cost(pair[0]), w.cost(pair[1]); one != all || one > 20 {
				t.Errorf("%s sends %d statements for one area and %d for %d", name, one, all, len(areas))
			}
		}
	})
}

// cost is how many statements something sends.
func (w *town) cost(do func()) int64 {
	before := w.sent.Load()
	do()
	return w.sent.Load() - before
}

func (w *town) covers(organ ident.Organization, areas []ident.Area) {
	w.Helper()
	p, err := w.do.CoverArea(w.registrar, command.CoverAreaInput{OrganizationID: organ, AreaIDs: areas})
	done(w, p, err)
}

func (w *town) charges(who *ident.Person, areas []ident.Area) {
	w.Helper()
	p, err := w.do.Assign(w.registrar, command.AssignInput{PersonID: who, Duty: schema.DutyPatrol, AreaIDs: areas})
	done(w, p, err)
}

// areas are so many parts of an area of the community, written at once.
func (w *town) areas(kind schema.AreaKind, parent ident.ID, n int) []ident.Area {
	w.Helper()
	all := make([]ident.Area, n)
	w.write(func(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
		rows := make([]*db.AreaCreate, n)
		for i := range rows {
			all[i] = ident.Area{ID: ident.New(ident.KindArea, tx.Now)}
			rows[i] = tx.Area.Create().SetID(all[i].ID).SetCommunityID(w.community).SetParentID(parent).SetKind(kind).
				SetName(fmt.Sprintf("第%d号", i+1)).SetPilot(false).SetFrom(*on("2020-01-01"))
		}
		return w.community, tx.Area.CreateBulk(rows...).Exec(ctx)
	})
	return all
}

// branches are so many grid branches in the community, written at once.
func (w *town) branches(n int) []ident.Organization {
	w.Helper()
	all := make([]ident.Organization, n)
	w.write(func(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
		rows := make([]*db.OrganizationCreate, n)
		for i := range rows {
			all[i] = ident.Organization{ID: ident.New(ident.KindOrganization, tx.Now)}
			rows[i] = tx.Organization.Create().SetID(all[i].ID).SetCommunityID(w.community).SetAreaID(w.community).
				SetKind(schema.OrganizationKindGridPartyBranch).SetName(fmt.Sprintf("网格党支部%d", i+1)).SetFrom(*on("2020-01-01"))
		}
		return w.community, tx.Organization.CreateBulk(rows...).Exec(ctx)
	})
	return all
}
