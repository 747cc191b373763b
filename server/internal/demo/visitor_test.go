package demo_test

import (
	"context"
	"slices"
	"testing"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/agendaitem"
	"sifang/ent/db/candidate"
	"sifang/ent/db/challenge"
	"sifang/ent/db/meeting"
	"sifang/ent/db/membership"
	"sifang/ent/db/minutes"
	"sifang/ent/db/motion"
	"sifang/ent/db/opinion"
	"sifang/ent/db/person"
	"sifang/ent/db/procedurerun"
	"sifang/ent/db/procedurestep"
	"sifang/ent/db/proposal"
	"sifang/ent/db/publication"
	"sifang/ent/db/resolution"
	"sifang/ent/db/resolutioneffect"
	"sifang/ent/db/ruling"
	"sifang/ent/db/task"
	"sifang/ent/db/taskreport"
	"sifang/ent/db/verdict"
	"sifang/ent/db/vote"
	"sifang/ent/db/voteoption"
	"sifang/schema"
	"sifang/schema/ident"
)

// list reads the identifiers of rows of a type.
type list = func(context.Context) ([]ident.ID, error)

// open are the types of which everybody reads all.
func open(c *db.Client) map[string]list {
	return map[string]list{
		db.TypeArea:                 c.Area.Query().IDs,
		db.TypeAreaLink:             c.AreaLink.Query().IDs,
		db.TypeOrganization:         c.Organization.Query().IDs,
		db.TypeOrganizationArea:     c.OrganizationArea.Query().IDs,
		db.TypeOrganizationRelation: c.OrganizationRelation.Query().IDs,
		db.TypeTerm:                 c.Term.Query().IDs,
		db.TypePost:                 c.Post.Query().IDs,
		db.TypeLinkage:              c.Linkage.Query().IDs,
		db.TypeLinkageParty:         c.LinkageParty.Query().IDs,
		db.TypeAssignment:           c.Assignment.Query().IDs,
		db.TypeRuleSet:              c.RuleSet.Query().IDs,
		db.TypePublication:          c.Publication.Query().IDs,
		db.TypePostingCheck:         c.PostingCheck.Query().IDs,
		db.TypeOversightAction:      c.OversightAction.Query().IDs,
		db.TypeFiling:               c.Filing.Query().IDs,
		db.TypeHolidayCalendar:      c.HolidayCalendar.Query().IDs,
	}
}

// closed are the types of which a visitor reads nothing.
func closed(c *db.Client) map[string]list {
	return map[string]list{
		db.TypeUnit:             c.Unit.Query().IDs,
		db.TypeOwnership:        c.Ownership.Query().IDs,
		db.TypeHousehold:        c.Household.Query().IDs,
		db.TypeResidence:        c.Residence.Query().IDs,
		db.TypeDeclaration:      c.Declaration.Query().IDs,
		db.TypePartyDelegate:    c.PartyDelegate.Query().IDs,
		db.TypeAttendance:       c.Attendance.Query().IDs,
		db.TypeRoll:             c.Roll.Query().IDs,
		db.TypeRollEntry:        c.RollEntry.Query().IDs,
		db.TypeRollAmendment:    c.RollAmendment.Query().IDs,
		db.TypeBallot:           c.Ballot.Query().IDs,
		db.TypePaperBallot:      c.PaperBallot.Query().IDs,
		db.TypeCountSheet:       c.CountSheet.Query().IDs,
		db.TypeDelivery:         c.Delivery.Query().IDs,
		db.TypeProxy:            c.Proxy.Query().IDs,
		db.TypeObjection:        c.Objection.Query().IDs,
		db.TypeRecusal:          c.Recusal.Query().IDs,
		db.TypeSignature:        c.Signature.Query().IDs,
		db.TypeSpeech:           c.Speech.Query().IDs,
		db.TypeMinutesSignature: c.MinutesSignature.Query().IDs,
		db.TypeEvaluation:       c.Evaluation.Query().IDs,
		db.TypeHandover:         c.Handover.Query().IDs,
		db.TypeHandoverItem:     c.HandoverItem.Query().IDs,
		db.TypeDocument:         c.Document.Query().IDs,
		db.TypeAuditEvent:       c.AuditEvent.Query().IDs,
	}
}

// What was published, told apart here in another way than where it is guarded.
var (
	noticed   = agendaitem.HasMeetingWith(meeting.StatusNEQ(schema.MeetingStatusDraft))
	announced = vote.StatusNEQ(schema.VoteStatusDraft)
	posted    = resolution.HasPublications()
	published = proposal.Or(proposal.HasAgendaItemsWith(noticed), proposal.HasSignatures())
	listed    = candidate.HasVoteWith(vote.HasPublicationsWith(publication.KindEQ(schema.PublicationKindCandidates)))
)

// halfOpen are the types of which a visitor reads what was published: all rows,
// and those.
func halfOpen(c *db.Client) map[string][2]list {
	return map[string][2]list{
		db.TypeMembership:       {c.Membership.Query().IDs, c.Membership.Query().Where(membership.PublishedAtNotNil(), membership.PostIDNotNil()).IDs},
		db.TypePerson:           {c.Person.Query().IDs, knownPersons(c)},
		db.TypeProposal:         {c.Proposal.Query().IDs, c.Proposal.Query().Where(published).IDs},
		db.TypeProcedureRun:     {c.ProcedureRun.Query().IDs, c.ProcedureRun.Query().Where(procedurerun.HasProposalWith(published)).IDs},
		db.TypeProcedureStep:    {c.ProcedureStep.Query().IDs, c.ProcedureStep.Query().Where(procedurestep.HasRunWith(procedurerun.HasProposalWith(published))).IDs},
		db.TypeMeeting:          {c.Meeting.Query().IDs, c.Meeting.Query().Where(meeting.StatusNEQ(schema.MeetingStatusDraft)).IDs},
		db.TypeAgendaItem:       {c.AgendaItem.Query().IDs, c.AgendaItem.Query().Where(noticed).IDs},
		db.TypeOpinion:          {c.Opinion.Query().IDs, c.Opinion.Query().Where(opinion.HasAgendaItemWith(noticed)).IDs},
		db.TypeMotion:           {c.Motion.Query().IDs, c.Motion.Query().Where(motion.HasAgendaItemWith(noticed)).IDs},
		db.TypeMinutes:          {c.Minutes.Query().IDs, c.Minutes.Query().Where(minutes.ApprovedAtNotNil()).IDs},
		db.TypeVote:             {c.Vote.Query().IDs, c.Vote.Query().Where(announced).IDs},
		db.TypeVoteOption:       {c.VoteOption.Query().IDs, c.VoteOption.Query().Where(voteoption.HasVoteWith(announced)).IDs},
		db.TypeVerdict:          {c.Verdict.Query().IDs, c.Verdict.Query().Where(verdict.HasVoteWith(announced)).IDs},
		db.TypeCandidate:        {c.Candidate.Query().IDs, c.Candidate.Query().Where(listed).IDs},
		db.TypeResolution:       {c.Resolution.Query().IDs, c.Resolution.Query().Where(posted).IDs},
		db.TypeResolutionEffect: {c.ResolutionEffect.Query().IDs, c.ResolutionEffect.Query().Where(resolutioneffect.HasResolutionWith(posted)).IDs},
		db.TypeTask:             {c.Task.Query().IDs, c.Task.Query().Where(task.HasResolutionWith(posted)).IDs},
		db.TypeTaskReport:       {c.TaskReport.Query().IDs, c.TaskReport.Query().Where(taskreport.HasTaskWith(task.HasResolutionWith(posted))).IDs},
		db.TypeChallenge:        {c.Challenge.Query().IDs, c.Challenge.Query().Where(challenge.HasResolutionWith(posted)).IDs},
		db.TypeRuling:           {c.Ruling.Query().IDs, c.Ruling.Query().Where(ruling.HasChallengeWith(challenge.HasResolutionWith(posted))).IDs},
	}
}

// knownPersons are those who hold or held a published post, or stand in an
// election whose candidates were posted.
func knownPersons(c *db.Client) list {
	return func(ctx context.Context) ([]ident.ID, error) {
		holders, err := c.Person.Query().Where(person.HasMembershipsWith(membership.PublishedAtNotNil(), membership.PostIDNotNil())).IDs(ctx)
		if err != nil {
			return nil, err
		}
		candidates, err := c.Candidate.Query().Where(listed).All(ctx)
		return append(holders, idsOf(candidates, func(one *db.Candidate) ident.ID { return one.PersonID })...), err
	}
}

// testVisitor compares what a visitor reads of each type with what was published.
func testVisitor(t *testing.T, s *ent.Store) {
	all, visitor, c := ent.Unguarded(t.Context()), ent.WithViewer(t.Context(), &ent.Viewer{}), s.Read()
	told := map[string]bool{}
	compare := func(name string, rows, shown list) {
		told[name] = true
		seen, err := rows(visitor)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		wanted, err := shown(all)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if seen, wanted := set(seen), set(wanted); !slices.Equal(seen, wanted) {
			t.Errorf("%s: a visitor reads %d rows, and %d are published", name, len(seen), len(wanted))
		}
	}
	everything := open(c) // a query is asked once
	for name, rows := range open(c) {
		compare(name, rows, everything[name])
	}
	for name, rows := range closed(c) {
		compare(name, rows, func(context.Context) ([]ident.ID, error) { return nil, nil })
	}
	for name, rows := range halfOpen(c) {
		compare(name, rows[0], rows[1])
	}
	// Of each kind there is a guard.
	for _, kind := range ident.Kinds() {
		if !told[kind.String()] {
			t.Errorf("nothing is said of what a visitor reads of %v", kind)
		}
	}
}

func idsOf[T any](rows []T, id func(T) ident.ID) []ident.ID {
	ids := make([]ident.ID, len(rows))
	for i, row := range rows {
		ids[i] = id(row)
	}
	return ids
}

func set(ids []ident.ID) []string {
	texts := idsOfText(ids)
	slices.Sort(texts)
	return slices.Compact(texts)
}

func idsOfText(ids []ident.ID) []string {
	texts := make([]string, len(ids))
	for i, id := range ids {
		texts[i] = id.String()
	}
	return texts
}
