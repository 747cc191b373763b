package command_test

import (
	"context"
	"testing"
	"time"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/db"
	body "sifang/ent/db/organization"
	"sifang/schema"
	"sifang/schema/ident"
)

// reign is an estate in some city whose owners' committee is in office for a
// term, with the street office and the housing department of the place.
type reign struct {
	*ward
	office, housing           ident.ID
	assembly, owners          ident.ID
	chair, member             ident.ID // persons
	chairing, sitting         ident.Membership
	asChair, asMember, housed context.Context
	stranger                  context.Context
	term                      ident.Term
}

// newReign has the term begin and end on the days given, in the city of the code.
func newReign(w *town, code, from, to string) *reign {
	w.Helper()
	r := &reign{ward: newWard(w, code)}
	office, err := w.store.Read().Organization.Query().Where(body.AreaID(r.street)).Only(w.visitor)
	r.office = done(w, office, err).ID
	r.housing = w.organization(schema.OrganizationKindGovernmentDepartment, "房管局", ident.Nil, r.street)
	r.housed = w.officer("房管干部", r.housing, schema.PostCategoryClerk)
	r.assembly = w.organization(schema.OrganizationKindOwnersAssembly, "业主大会", ident.Nil, r.estate)
	r.owners = w.organization(schema.OrganizationKindOwnersCommittee, "业主委员会", r.assembly, r.estate)
	r.chair, r.member = r.resident("业委会主任"), r.resident("业委会委员")
	r.chairing = ident.Membership{ID: w.seat(r.chair, r.owners, schema.PostCategoryChair)}
	r.sitting = ident.Membership{ID: w.seat(r.member, r.owners, schema.PostCategoryMember)}
	w.seat(r.chair, r.assembly, schema.PostCategoryClerk)
	r.asChair, r.asMember, r.stranger = w.as(r.chair), w.as(r.member), w.as(r.resident("路人"))
	p, err := w.do.StartTerm(r.asChair, w.term(r.owners, from, to))
	r.term = ident.Term{ID: done(w, p, err).TermID}
	return r
}

// eachReign runs the test in such an estate on every engine.
func eachReign(t *testing.T, code, from, to string, test func(r *reign)) {
	t.Helper()
	eachTown(t, func(w *town) { test(newReign(w, code, from, to)) })
}

// The codes of streets, which decide whose rules are in force.
const (
	inBeijing  = "110105001"
	inShanghai = "310104001"
	inHangzhou = "330106001"
	inShandong = "370102001"
	inZhoushan = "330902001"
	inHenan    = "410102001"
)

// agenda is a meeting of the organization with an item on a matter.
func (r *reign) agenda(kind schema.MeetingKind, of ident.ID, organizer *ident.Organization, matter string) (ident.Meeting, ident.AgendaItem) {
	r.Helper()
	s, err := r.do.SubmitProposal(r.asChair, command.SubmitProposalInput{
		Title: "议案", Text: "请予讨论。", Source: schema.ProposalSourceCommittee, Matter: matter, AreaID: ident.Area{ID: r.estate},
	})
	proposal := ident.Proposal{ID: done(r.town, s, err).ProposalID}
	a, err := r.do.AcceptProposal(r.clerk, command.AcceptProposalInput{ProposalID: proposal})
	done(r.town, a, err)
	starts := r.clock.Now().Add(30 * oneDay)
	m, err := r.do.DraftMeeting(r.asChair, command.DraftMeetingInput{
		Kind: kind, Form: schema.MeetingFormInPerson, Title: "会议", Venue: new("会议室"), ChairID: person(r.chair), StartsAt: starts, EndsAt: starts.Add(2 * time.Hour),
		ConvenedUnder: schema.ConvenedUnderRegular, OrganizationID: ident.Organization{ID: of}, OrganizerID: organizer,
	})
	meeting := ident.Meeting{ID: done(r.town, m, err).MeetingID}
	i, err := r.do.AddAgendaItem(r.asChair, command.AddAgendaItemInput{MeetingID: meeting, ProposalID: proposal})
	return meeting, ident.AgendaItem{ID: done(r.town, i, err).AgendaItemID}
}

// decided is a vote on the item that was closed today with an outcome.
func (r *reign) decided(item ident.AgendaItem, status schema.VoteStatus, outcome schema.VerdictOutcome) *ident.Vote {
	r.Helper()
	return &ident.Vote{ID: r.write(func(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
		row, err := tx.AgendaItem.Get(ctx, item.ID)
		if err != nil {
			return ident.Nil, err
		}
		v, err := tx.Vote.Create().SetNillableCommunityID(row.CommunityID).SetQuestion("是否同意？").SetKind(schema.VoteKindMotion).
			SetExtensions(0).SetRuleCode("OWNERS_ORDINARY").SetRuleEdition(1).SetRule([]byte("{}")).SetMethod(schema.VoteMethodNamed).
			SetVisibility(schema.BallotVisibilityOpen).SetStatus(status).SetNoticedAt(tx.Now).SetClosedAt(tx.Now).SetAgendaItemID(item.ID).Save(ctx)
		if err != nil {
			return ident.Nil, err
		}
		return v.ID, tx.Verdict.Create().SetOutcome(outcome).SetDocument([]byte("{}")).SetJudgedAt(tx.Now).SetVoteID(v.ID).Exec(ctx)
	})}
}

// resolution is a decision on the item, in some state.
func (r *reign) resolution(item ident.AgendaItem, kind schema.ResolutionKind, status schema.ResolutionStatus) *ident.Resolution {
	r.Helper()
	return &ident.Resolution{ID: r.write(func(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
		row, err := tx.AgendaItem.Get(ctx, item.ID)
		if err != nil {
			return ident.Nil, err
		}
		m, err := tx.Meeting.Get(ctx, row.MeetingID)
		if err != nil {
			return ident.Nil, err
		}
		n, err := tx.Resolution.Query().Count(ctx)
		if err != nil {
			return ident.Nil, err
		}
		d, err := tx.Resolution.Create().SetNillableCommunityID(row.CommunityID).SetYear(2026).SetSerial(n + 1).SetKind(kind).
			SetTitle("决定").SetText("同意。").SetStatus(status).SetAdoptedAt(tx.Now).SetPublishedAt(tx.Now).SetOrganizationID(m.OrganizationID).
			SetAgendaItemID(item.ID).Save(ctx)
		if err != nil {
			return ident.Nil, err
		}
		return d.ID, nil
	})}
}

// row reads the term.
func (r *reign) row() *db.Term {
	r.Helper()
	return get(r.town, r.store.Read().Term.Get, r.term.ID)
}

// equal asserts a value.
func equal[T comparable](r *reign, what string, got, want T) {
	r.Helper()
	if got != want {
		r.Errorf("%s is %v, want %v", what, got, want)
	}
}
