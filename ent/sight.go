package ent

import (
	"slices"

	"entgo.io/ent/dialect/sql"

	"sifang/ent/db/ownership"
	"sifang/ent/db/rollentry"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/ident"
	"sifang/schema/mandate"
)

// sight is what somebody's offices open to them.
type sight struct {
	person  ident.ID
	all     bool       // the operator, who sets the register up
	within  []ident.ID // communities in which they hold any post
	trusted []ident.ID // communities whose personal data they work with
	above   bool       // they hold a post above communities
	keeps   bool       // and work with personal data there
	today   day.Date
}

// trusting are the kinds of bodies whose post holders work with personal data.
var trusting = []schema.OrganizationKind{
	schema.OrganizationKindStreetOffice, schema.OrganizationKindPartyWorkingCommittee,
	schema.OrganizationKindPartyCommittee, schema.OrganizationKindPartyGeneralBranch,
	schema.OrganizationKindResidentsCommittee, schema.OrganizationKindResidentsSupervisionCommittee,
}

// Trusting reports whether those who hold a post in such a body work with the
// personal data of its community.
func Trusting(kind schema.OrganizationKind) bool { return slices.Contains(trusting, kind) }

// sightOf is what offices open: the community of each, and what lies below an
// office that has a say there.
func sightOf(v mandate.Viewer, today day.Date) sight {
	s := sight{person: v.Person, all: v.Operator, today: today}
	for _, o := range v.Offices {
		opens := slices.Clone(o.Reach)
		if !o.Community.IsZero() {
			opens = append(opens, o.Community)
		}
		s.within = append(s.within, opens...)
		if Trusting(o.Kind) {
			s.trusted = append(s.trusted, opens...)
			s.keeps = s.keeps || o.Community.IsZero()
		}
		s.above = s.above || o.Community.IsZero()
	}
	return s
}

func everybody(sight) rows { return nil }

func nobody(q *sql.Selector) { q.Where(sql.False()) }

// anybody is a condition, and not the lack of one, because it stands among
// alternatives.
func anybody(q *sql.Selector) { q.Where(sql.ExprP("1 = 1")) }

// inside limits to rows of the communities in which the viewer holds a post.
func (s sight) inside() rows { return s.belonging(s.within, s.above) }

// confided limits to rows of those whose personal data the viewer works with.
func (s sight) confided() rows { return s.belonging(s.trusted, s.keeps) }

// belonging limits to rows of the given communities, and to those of none for
// whoever has a say above communities.
func (s sight) belonging(communities []ident.ID, above bool) rows {
	if s.all {
		return anybody
	}
	return func(q *sql.Selector) {
		column := q.C("community_id")
		var either []*sql.Predicate
		if len(communities) > 0 {
			either = append(either, sql.In(column, values(communities)...))
		}
		if above {
			either = append(either, sql.IsNull(column))
		}
		if len(either) == 0 {
			nobody(q)
			return
		}
		q.Where(sql.Or(either...))
	}
}

func values(ids []ident.ID) []any {
	all := make([]any, len(ids))
	for i, id := range ids {
		all[i] = id
	}
	return all
}

// own limits to rows that name the viewer in the column.
func (s sight) own(column string) rows {
	if s.person.IsZero() {
		return nobody
	}
	return sql.FieldEQ(column, s.person)
}

// ownEntry limits to roll entries under which the viewer may vote, and to those
// of units that the viewer owns: who bought a flat after the roll was drawn up may
// vote under the seller's.
func (s sight) ownEntry() rows {
	if s.person.IsZero() {
		return nobody
	}
	delegated := exists(rollentry.DelegatesTable, rollentry.DelegatesPrimaryKey[0], rollentry.FieldID,
		sql.FieldEQ(rollentry.DelegatesPrimaryKey[1], s.person))
	owned := exists(rollentry.UnitsTable, rollentry.UnitsPrimaryKey[0], rollentry.FieldID,
		exists(ownership.Table, ownership.FieldUnitID, rollentry.UnitsPrimaryKey[1], s.holding(s.own(ownership.FieldPersonID))))
	return sql.OrPredicates(s.own(rollentry.FieldPersonID), delegated, owned)
}

// exists limits to rows whose outer column stands in the inner column of a row
// of another table that fulfils the condition.
func exists(table, inner, outer string, condition rows) rows {
	return func(q *sql.Selector) {
		t := sql.Dialect(q.Dialect()).Table(table)
		sub := sql.Dialect(q.Dialect()).Select(t.C(inner)).From(t)
		condition(sub)
		sub.Where(sql.ColumnsEQ(t.C(inner), q.C(outer)))
		q.Where(sql.Exists(sub))
	}
}

// held limits to versions that no later one replaced: what was entered by
// mistake and corrected opens nothing.
func held(condition rows) rows {
	return sql.AndPredicates(sql.FieldIsNull("superseded_at"), condition)
}

// holding limits to facts that hold today: who sold a flat sees it no more.
func (s sight) holding(condition rows) rows {
	lasts := sql.OrPredicates(sql.FieldIsNull("to"), sql.FieldGT("to", s.today))
	return held(sql.AndPredicates(sql.FieldLTE("from", s.today), lasts, condition))
}
