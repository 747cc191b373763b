package command

import (
	"slices"
	"strings"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/intake"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// plan is what is to be written of a list, and what is wrong with it when it is
// held against the register.
type plan struct {
	tx        *ent.Tx
	community *ident.ID
	known     *holdings
	companies map[string][]ident.ID
	list      *intake.List

	areas  []newArea
	people []newPerson
	units  []newUnit
	shares []newShare

	unchanged  int
	owners     map[intake.Owner]ident.ID
	recognised map[intake.Owner][]ident.ID // by what they own already
	told       map[string]bool             // what was refused once and holds for all rows
}

type newArea struct {
	id, parent ident.ID
	kind       schema.AreaKind
	name       string
}

type newPerson struct {
	id   ident.ID
	name string
}

type newUnit struct {
	id, area ident.ID
	row      intake.Row
}

type newShare struct {
	unit, owner  ident.ID
	organization bool
	votes        bool
}

// draw holds a list against the register.
func draw(tx *ent.Tx, estate *db.Area, known *holdings, companies map[string][]ident.ID, list *intake.List) *plan {
	p := &plan{
		tx: tx, community: estate.CommunityID, known: known, companies: companies, list: list.Copy(),
		owners: map[intake.Owner]ident.ID{}, recognised: map[intake.Owner][]ident.ID{}, told: map[string]bool{},
	}
	// First the units that are there: they tell who of the register is meant.
	var fresh []newUnit
	for _, row := range list.Rows {
		at, ok := p.spot(row)
		if !ok {
			continue
		}
		switch there := known.units[door{at, row.Number}]; len(there) {
		case 0:
			fresh = append(fresh, newUnit{id: ident.New(ident.KindUnit, tx.Now), area: at, row: row})
		case 1:
			if p.same(row, there[0]) {
				p.unchanged++
			}
		default:
			p.refuse(row, intake.Number, fault.New(fault.ImportPlaceAmbiguous, "name", row.Number, "count", len(there)))
		}
	}
	p.units = fresh
	for _, u := range fresh {
		p.own(u.id, u.row)
	}
	for _, row := range list.Rows {
		if u := p.ownerless(row); u != nil {
			p.own(u.ID, row)
		}
	}
	p.list.Sort()
	return p
}

func (p *plan) refuse(row intake.Row, c intake.Column, refusal *fault.Fault) {
	p.list.Add(row.Line, p.list.Heading(c), refusal)
}

// spot is the area in which a unit lies: one of the register, or a new one. It
// reports false where the register has several by that name.
func (p *plan) spot(row intake.Row) (ident.ID, bool) {
	at := p.known.spots[spot{}][0]
	kind := schema.AreaKindBuilding
	for _, s := range []spot{{building: row.Building}, {row.Building, row.Entrance}} {
		name, column := s.building, intake.Building
		if s.entrance != "" {
			name, column, kind = s.entrance, intake.Entrance, schema.AreaKindEntrance
		}
		switch there := p.known.spots[s]; {
		case len(there) == 1:
			at = there[0]
		case len(there) > 1:
			if key := "spot " + s.building + "\n" + s.entrance; !p.told[key] {
				p.told[key] = true
				p.refuse(row, column, fault.New(fault.ImportPlaceAmbiguous, "name", name, "count", len(there)))
			}
			return ident.Nil, false
		default:
			made := newArea{id: ident.New(ident.KindArea, p.tx.Now), parent: at, kind: kind, name: name}
			p.areas = append(p.areas, made)
			p.known.spots[s] = []ident.ID{made.id}
			at = made.id
		}
	}
	return at, true
}

// same refuses what a list says differently of a unit that is registered. What
// it leaves blank about owners it does not say.
func (p *plan) same(row intake.Row, u *db.Unit) bool {
	wrong := p.list.Wrong
	differ := func(c intake.Column, registered, listed any) {
		if registered != listed {
			p.refuse(row, c, fault.New(fault.ImportDiffers, "register", intake.Words(registered), "file", intake.Words(listed)))
		}
	}
	differ(intake.Use, u.Use, row.Use)
	differ(intake.Area, u.ExclusiveArea, row.Area)
	differ(intake.AreaSource, u.AreaSource, row.AreaSource)
	differ(intake.DeliveryStatus, u.DeliveryStatus, row.DeliveryStatus)
	differ(intake.CountsForVoting, u.CountsForVoting, row.CountsForVoting)
	shares := p.known.shares[u.ID]
	if len(row.Owners) == 0 || len(shares) == 0 {
		return p.list.Wrong == wrong
	}
	var registered, listed []string
	voter := ""
	for _, s := range shares {
		if within(p.known.on, s.From, s.To) {
			name := p.known.names[ownerOf(s)]
			registered = append(registered, name)
			if s.DesignatedVoter {
				voter = name
			}
		}
	}
	for _, o := range row.Owners {
		listed = append(listed, o.Name)
	}
	differ(intake.FirstOwner, together(registered), together(listed))
	if row.Voter >= 0 {
		differ(intake.DesignatedVoter, voter, row.Owners[row.Voter].Name)
	}
	if p.list.Wrong > wrong {
		return false
	}
	p.recognise(row, shares)
	return true
}

// together is some names as one text, in an order of their own.
func together(names []string) string {
	slices.Sort(names)
	return strings.Join(names, "、")
}

func ownerOf(s *db.Ownership) ident.ID {
	if s.PersonID != nil {
		return *s.PersonID
	}
	return *s.OrganizationID
}

// recognise learns from a unit that is registered who of the register a name in
// the list means: whoever owns the unit under that name, if it is one person.
func (p *plan) recognise(row intake.Row, shares []*db.Ownership) {
	for _, o := range row.Owners {
		var called []ident.ID
		for _, s := range shares {
			if s.PersonID != nil && within(p.known.on, s.From, s.To) && p.known.names[*s.PersonID] == o.Name {
				called = append(called, *s.PersonID)
			}
		}
		if len(called) == 1 && !o.Organization && !slices.Contains(p.recognised[o], called[0]) {
			p.recognised[o] = append(p.recognised[o], called[0])
		}
	}
}

// ownerless is the registered unit of a row if it has no owner, on the day or
// later, and the row names one.
func (p *plan) ownerless(row intake.Row) *db.Unit {
	if len(row.Owners) == 0 {
		return nil
	}
	spots := p.known.spots[spot{row.Building, row.Entrance}]
	if len(spots) != 1 {
		return nil
	}
	there := p.known.units[door{spots[0], row.Number}]
	if len(there) != 1 || len(p.known.shares[there[0].ID]) > 0 {
		return nil
	}
	return there[0]
}

// own makes the owners of a row the owners of the unit.
func (p *plan) own(u ident.ID, row intake.Row) {
	for i, o := range row.Owners {
		column := intake.FirstOwner
		if i > 0 {
			column = intake.CoOwners
		}
		id, refused := p.owner(o)
		if refused != nil && !p.told["owner "+o.Name] {
			p.told["owner "+o.Name] = true
			p.refuse(row, column, refused)
		}
		p.shares = append(p.shares, newShare{unit: u, owner: id, organization: o.Organization, votes: i == row.Voter})
	}
}

// owner is whoever the list means: an organization of the register, a person
// recognised by what they own, or a new person.
func (p *plan) owner(o intake.Owner) (ident.ID, *fault.Fault) {
	if id, ok := p.owners[o]; ok {
		return id, nil
	}
	var id ident.ID
	if o.Organization {
		switch there := p.companies[o.Name]; len(there) {
		case 0:
			return id, fault.New(fault.ImportOrganizationUnknown, "name", o.Name)
		case 1:
			id = there[0]
		default:
			return id, fault.New(fault.ImportOrganizationAmbiguous, "name", o.Name, "count", len(there))
		}
	} else {
		switch there := p.recognised[o]; len(there) {
		case 0:
			id = ident.New(ident.KindPerson, p.tx.Now)
			p.people = append(p.people, newPerson{id: id, name: o.Name})
		case 1:
			id = there[0]
		default:
			return id, fault.New(fault.ImportOwnerAmbiguous, "name", o.Name, "count", len(there))
		}
	}
	p.owners[o] = id
	return id, nil
}

// summary counts what the list holds and what is new in it.
func (p *plan) summary() ImportSummary {
	s := ImportSummary{
		Units: len(p.list.Rows), NewUnits: len(p.units), Unchanged: p.unchanged,
		NewPersons: len(p.people), NewOwnerships: len(p.shares),
	}
	for _, a := range p.areas {
		if a.kind == schema.AreaKindBuilding {
			s.NewBuildings++
		} else {
			s.NewEntrances++
		}
	}
	units := map[intake.Owner]int{}
	for _, row := range p.list.Rows {
		s.Area += row.Area
		if row.CountsForVoting {
			s.VotingArea += row.Area
		}
		if len(row.Owners) == 0 {
			s.WithoutOwner++
		}
		for _, o := range row.Owners {
			if units[o]++; units[o] == 2 {
				s.SeveralUnits++
			}
		}
	}
	s.Owners = len(units)
	return s
}
