package ent

import (
	"context"
	"fmt"
	"maps"
	"slices"

	entgo "entgo.io/ent"
	"entgo.io/ent/dialect/sql"

	"sifang/ent/db"
	"sifang/ent/db/agendaitem"
	"sifang/ent/db/attendance"
	"sifang/ent/db/auditevent"
	"sifang/ent/db/ballot"
	"sifang/ent/db/candidate"
	"sifang/ent/db/challenge"
	"sifang/ent/db/declaration"
	"sifang/ent/db/delivery"
	"sifang/ent/db/document"
	"sifang/ent/db/evaluation"
	"sifang/ent/db/intercept"
	"sifang/ent/db/meeting"
	"sifang/ent/db/membership"
	"sifang/ent/db/minutes"
	"sifang/ent/db/minutessignature"
	"sifang/ent/db/motion"
	"sifang/ent/db/objection"
	"sifang/ent/db/opinion"
	"sifang/ent/db/ownership"
	"sifang/ent/db/paperballot"
	"sifang/ent/db/partydelegate"
	"sifang/ent/db/person"
	"sifang/ent/db/procedurerun"
	"sifang/ent/db/procedurestep"
	"sifang/ent/db/proposal"
	"sifang/ent/db/proxy"
	"sifang/ent/db/publication"
	"sifang/ent/db/recusal"
	"sifang/ent/db/residence"
	"sifang/ent/db/resolution"
	"sifang/ent/db/resolutioneffect"
	"sifang/ent/db/roll"
	"sifang/ent/db/rollamendment"
	"sifang/ent/db/rollentry"
	"sifang/ent/db/ruling"
	"sifang/ent/db/signature"
	"sifang/ent/db/speech"
	"sifang/ent/db/task"
	"sifang/ent/db/taskreport"
	"sifang/ent/db/verdict"
	"sifang/ent/db/vote"
	"sifang/ent/db/voteoption"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/ident"
	"sifang/schema/mandate"
	"sifang/schema/stage"
)

// rows limits a query to what may be seen.
type rows = func(*sql.Selector)

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

// guard says who sees which rows. A type that is not here nobody sees.
// Whoever sees a row sees what its required edges lead to.
var guard = map[string]func(sight) rows{
	db.TypeArea:                 everybody,
	db.TypeAreaLink:             everybody,
	db.TypeOrganization:         everybody,
	db.TypeOrganizationRelation: everybody,
	db.TypeOrganizationArea:     everybody,
	db.TypeTerm:                 everybody,
	db.TypePost:                 everybody,
	db.TypeLinkage:              everybody,
	db.TypeLinkageParty:         everybody,
	db.TypeAssignment:           everybody,
	db.TypeRuleSet:              everybody,
	db.TypePublication:          everybody,
	db.TypePostingCheck:         everybody,
	db.TypeOversightAction:      everybody,
	db.TypeFiling:               everybody,
	db.TypeHolidayCalendar:      everybody,

	// Published, or open to those who hold a post in the community.
	db.TypeMembership: func(s sight) rows {
		return sql.OrPredicates(publishedPost, s.inside(), s.own(membership.FieldPersonID))
	},
	db.TypeProposal: func(s sight) rows {
		return sql.OrPredicates(sql.FieldNotNull(proposal.FieldPublishedAt), s.inside(), s.own(proposal.FieldProposerID))
	},
	db.TypeMeeting: func(s sight) rows {
		return sql.OrPredicates(sql.FieldNotNull(meeting.FieldNoticedAt), s.inside())
	},
	db.TypeAgendaItem: func(s sight) rows {
		return sql.OrPredicates(sql.FieldNotNull(agendaitem.FieldNoticedAt), s.inside())
	},
	db.TypeVote: func(s sight) rows {
		return sql.OrPredicates(sql.FieldNotNull(vote.FieldNoticedAt), s.inside())
	},
	db.TypeVerdict: func(s sight) rows {
		return sql.OrPredicates(noticedVote(verdict.FieldVoteID), s.inside())
	},
	db.TypeResolution: func(s sight) rows {
		return sql.OrPredicates(sql.FieldNotNull(resolution.FieldPublishedAt), s.inside())
	},
	db.TypePerson: persons,
	db.TypeOpinion: func(s sight) rows {
		return sql.OrPredicates(noticedItem(opinion.FieldAgendaItemID), s.inside())
	},
	db.TypeMotion: func(s sight) rows {
		return sql.OrPredicates(noticedItem(motion.FieldAgendaItemID), s.inside())
	},
	// Owners may read the minutes of their bodies (SPC interpretation on the
	// ownership of buildings, art. 13), and so may residents.
	db.TypeMinutes: func(s sight) rows {
		return sql.OrPredicates(sql.FieldNotNull(minutes.FieldApprovedAt), s.inside())
	},
	db.TypeProcedureRun: func(s sight) rows {
		return sql.OrPredicates(publishedProposal(procedurerun.FieldProposalID), s.inside())
	},
	db.TypeProcedureStep: func(s sight) rows {
		public := exists(procedurerun.Table, procedurerun.FieldID, procedurestep.FieldRunID, publishedProposal(procedurerun.FieldProposalID))
		return sql.OrPredicates(public, s.inside())
	},
	db.TypeTask: func(s sight) rows { return sql.OrPredicates(publishedResolution(task.FieldResolutionID), s.inside()) },
	db.TypeTaskReport: func(s sight) rows {
		public := exists(task.Table, task.FieldID, taskreport.FieldTaskID, publishedResolution(task.FieldResolutionID))
		return sql.OrPredicates(public, s.inside())
	},
	db.TypeChallenge: func(s sight) rows {
		return sql.OrPredicates(publishedResolution(challenge.FieldResolutionID), s.inside())
	},
	db.TypeRuling: func(s sight) rows {
		public := exists(challenge.Table, challenge.FieldID, ruling.FieldChallengeID, publishedResolution(challenge.FieldResolutionID))
		return sql.OrPredicates(public, s.inside())
	},
	db.TypeResolutionEffect: func(s sight) rows {
		return sql.OrPredicates(publishedResolution(resolutioneffect.FieldResolutionID), s.inside())
	},

	// Open to those concerned, and to those who work with it.
	db.TypeUnit: func(s sight) rows {
		mine := exists(ownership.Table, ownership.FieldUnitID, "id", s.holding(s.own(ownership.FieldPersonID)))
		return sql.OrPredicates(s.confided(), mine)
	},
	db.TypeOwnership: func(s sight) rows {
		return sql.OrPredicates(s.confided(), s.own(ownership.FieldPersonID))
	},
	db.TypeHousehold: func(s sight) rows {
		mine := exists(residence.Table, residence.FieldHouseholdID, "id", s.holding(s.own(residence.FieldPersonID)))
		return sql.OrPredicates(s.confided(), mine)
	},
	db.TypeResidence: func(s sight) rows {
		return sql.OrPredicates(s.confided(), s.own(residence.FieldPersonID))
	},
	db.TypeDeclaration: func(s sight) rows {
		return sql.OrPredicates(s.confided(), s.own(declaration.FieldPersonID))
	},
	db.TypePartyDelegate: func(s sight) rows {
		return sql.OrPredicates(s.inside(), s.own(partydelegate.FieldPersonID))
	},
	db.TypeAttendance: func(s sight) rows {
		return sql.OrPredicates(s.inside(), s.own(attendance.FieldPersonID))
	},
	db.TypeRoll: func(s sight) rows {
		mine := exists(rollentry.Table, rollentry.FieldRollID, roll.FieldID, s.ownEntry())
		return sql.OrPredicates(s.inside(), mine)
	},
	db.TypeRollEntry: func(s sight) rows { return sql.OrPredicates(s.inside(), s.ownEntry()) },
	db.TypeBallot:    ballots,
	db.TypeVoteOption: func(s sight) rows {
		return sql.OrPredicates(s.inside(), noticedVote(voteoption.FieldVoteID))
	},
	db.TypeCandidate: func(s sight) rows {
		return sql.OrPredicates(s.inside(), s.own(candidate.FieldPersonID), sql.FieldNotNull(candidate.FieldListedAt))
	},
	db.TypeDelivery: func(s sight) rows {
		mine := exists(rollentry.Table, rollentry.FieldID, delivery.FieldEntryID, s.ownEntry())
		return sql.OrPredicates(s.inside(), mine)
	},
	db.TypeRollAmendment: func(s sight) rows {
		mine := exists(rollentry.Table, rollentry.FieldRollID, rollamendment.FieldRollID, s.ownEntry())
		return sql.OrPredicates(s.inside(), mine)
	},
	db.TypeProxy: func(s sight) rows {
		return sql.OrPredicates(s.inside(), s.own(proxy.FieldPrincipalID), s.own(proxy.FieldAgentID), postedProxy)
	},
	db.TypePaperBallot: func(s sight) rows {
		return sql.OrPredicates(s.inside(), s.own(paperballot.FieldPersonID))
	},
	db.TypeCountSheet: func(s sight) rows { return s.inside() },
	db.TypeObjection: func(s sight) rows {
		return sql.OrPredicates(s.inside(), s.own(objection.FieldFiledByID))
	},
	db.TypeRecusal: func(s sight) rows {
		return sql.OrPredicates(s.inside(), s.own(recusal.FieldPersonID), s.own(recusal.FieldFiledByID))
	},
	db.TypeSignature: func(s sight) rows { return sql.OrPredicates(s.inside(), s.own(signature.FieldPersonID)) },
	db.TypeSpeech:    func(s sight) rows { return sql.OrPredicates(s.inside(), s.own(speech.FieldPersonID)) },
	db.TypeMinutesSignature: func(s sight) rows {
		return sql.OrPredicates(s.inside(), s.own(minutessignature.FieldPersonID))
	},
	db.TypeEvaluation:   func(s sight) rows { return sql.OrPredicates(s.inside(), s.own(evaluation.FieldEvaluatedByID)) },
	db.TypeHandover:     func(s sight) rows { return s.inside() },
	db.TypeHandoverItem: func(s sight) rows { return s.inside() },
	db.TypeDocument: func(s sight) rows {
		return sql.OrPredicates(s.confided(), s.own(document.FieldUploadedByID))
	},
	db.TypeAuditEvent: func(s sight) rows {
		return sql.OrPredicates(s.inside(), s.own(auditevent.FieldActorID))
	},
}

// publishedPost is an appointment that was published. Belonging without a post,
// such as to the Party, is nobody's business but the bodies' concerned.
func publishedPost(q *sql.Selector) {
	q.Where(sql.And(sql.NotNull(q.C(membership.FieldPostID)), sql.NotNull(q.C(membership.FieldPublishedAt))))
}

// postedProxy is an authority to vote in an election of residents that was
// granted before the list of who votes for whom was posted.
func postedProxy(q *sql.Selector) {
	t := sql.Dialect(q.Dialect()).Table(publication.Table)
	list := sql.Dialect(q.Dialect()).Select(t.C(publication.FieldID)).From(t).Where(sql.And(
		sql.ColumnsEQ(t.C(publication.FieldMeetingID), q.C(proxy.FieldMeetingID)),
		sql.EQ(t.C(publication.FieldKind), schema.PublicationKindProxies),
		sql.ColumnsGTE(t.C(publication.FieldPostedAt), q.C(proxy.FieldGrantedAt)),
	))
	q.Where(sql.Exists(list))
}

// noticedVote limits to rows whose column names a vote that was announced.
func noticedVote(column string) rows {
	return exists(vote.Table, vote.FieldID, column, sql.FieldNotNull(vote.FieldNoticedAt))
}

// noticedItem limits to rows whose column names an item that was announced.
func noticedItem(column string) rows {
	return exists(agendaitem.Table, agendaitem.FieldID, column, sql.FieldNotNull(agendaitem.FieldNoticedAt))
}

// publishedProposal limits to rows whose column names a proposal that was published.
func publishedProposal(column string) rows {
	return exists(proposal.Table, proposal.FieldID, column, sql.FieldNotNull(proposal.FieldPublishedAt))
}

// publishedResolution limits to rows whose column names a resolution that was
// published.
func publishedResolution(column string) rows {
	return exists(resolution.Table, resolution.FieldID, column, sql.FieldNotNull(resolution.FieldPublishedAt))
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

// known are the tables in which a community knows a person, each with the rows
// of it that count.
var known = map[string]func(rows) rows{
	membership.Table:    held,
	residence.Table:     held,
	ownership.Table:     held,
	declaration.Table:   held,
	partydelegate.Table: held,
	attendance.Table:    func(all rows) rows { return all },
}

// persons are visible to everybody where they hold or held a published post, stand
// or stood in an election on a published list, or are named on a published list of
// proxies, and otherwise to the community that knows them. Who may vote for somebody
// and who asked them to see each other.
func persons(s sight) rows {
	published := exists(membership.Table, membership.FieldPersonID, person.FieldID, held(publishedPost))
	stands := exists(candidate.Table, candidate.FieldPersonID, person.FieldID, sql.FieldNotNull(candidate.FieldListedAt))
	gives := exists(proxy.Table, proxy.FieldPrincipalID, person.FieldID, postedProxy)
	takes := exists(proxy.Table, proxy.FieldAgentID, person.FieldID, postedProxy)
	asked := exists(proxy.Table, proxy.FieldAgentID, person.FieldID, s.own(proxy.FieldPrincipalID))
	asks := exists(proxy.Table, proxy.FieldPrincipalID, person.FieldID, s.own(proxy.FieldAgentID))
	either := []rows{published, stands, gives, takes, asked, asks, s.own(person.FieldID), s.inside()}
	if len(s.within) > 0 || s.above {
		for _, table := range slices.Sorted(maps.Keys(known)) {
			either = append(either, exists(table, "person_id", person.FieldID, known[table](s.inside())))
		}
	}
	return sql.OrPredicates(either...)
}

// ballots are the voter's own. Those of an open vote are shown to the
// community's post holders once it is closed, and not before.
func ballots(s sight) rows {
	closed := exists(vote.Table, vote.FieldID, ballot.FieldVoteID, sql.AndPredicates(
		sql.FieldEQ(vote.FieldVisibility, schema.BallotVisibilityOpen),
		sql.FieldIn(vote.FieldStatus, stage.Counted...),
	))
	return sql.OrPredicates(s.own(ballot.FieldPersonID), sql.AndPredicates(closed, s.inside()))
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

// guarded applies the guard to every query: of root fields, of node, of edges
// within edges, and of counts.
func guarded(s *Store) entgo.Interceptor {
	return intercept.TraverseFunc(func(ctx context.Context, q intercept.Query) error {
		if _, ok := versioned[q.Type()]; ok {
			q.WhereP(standing(ctx))
		}
		if unguarded(ctx) {
			return nil
		}
		rule, ok := guard[q.Type()]
		if !ok {
			return fmt.Errorf("nobody may read rows of %s", q.Type())
		}
		powers, err := s.Powers(ctx)
		if err != nil {
			return err
		}
		if limit := rule(sightOf(powers, day.Of(s.now()))); limit != nil {
			q.WhereP(limit)
		}
		return nil
	})
}

type unguardedKey struct{}

// Unguarded marks a context in which facts are gathered whole. It is for the
// inside of the store and of verbs, which answer nothing directly.
func Unguarded(ctx context.Context) context.Context {
	return context.WithValue(ctx, unguardedKey{}, true)
}

func unguarded(ctx context.Context) bool { return ctx.Value(unguardedKey{}) == true }

// Sees reports whether the viewer may see the row, as the transaction has it.
func (tx *Tx) Sees(ctx context.Context, id ident.ID) (bool, error) {
	rule, ok := guard[id.Kind().String()]
	if !ok {
		return false, nil
	}
	q := sql.Dialect(tx.dialect).Select("id").From(sql.Dialect(tx.dialect).Table(TableOf(id)))
	q.Where(sql.EQ(q.C("id"), id))
	if limit := rule(sightOf(tx.Viewer, tx.Today)); limit != nil {
		limit(q)
	}
	statement, args := q.Query()
	found, err := tx.QueryContext(ctx, statement, args...)
	if err != nil {
		return false, err
	}
	defer found.Close()
	return found.Next(), found.Err()
}
