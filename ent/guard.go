package ent

import (
	"maps"
	"slices"

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
	"sifang/schema/stage"
)

// rows limits a query to what may be seen.
type rows = func(*sql.Selector)

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
