package command_test

import (
	"context"
	"testing"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/rule"
	"sifang/schema/seat"
)

// leaves says that a membership ends on a ground.
func leaves(m ident.Membership, reason schema.EndReason) command.EndMembershipInput {
	return command.EndMembershipInput{MembershipID: m, Reason: reason}
}

// noted lets somebody give notice, and asserts that the post is held on.
func (r *reign) noted(as context.Context, in command.EndMembershipInput) {
	r.Helper()
	p, err := r.do.EndMembership(as, in)
	equal(r, "pending", done(r.town, p, err).Pending, true)
	row := r.membership(in.MembershipID)
	equal(r, "noticed", row.NoticedOn.String(), "2026-06-01")
	equal(r, "held on", row.Status, schema.MembershipStatusEffective)
}

// gone asserts that a membership ended, and on which day.
func (r *reign) gone(m ident.Membership, on string) {
	r.Helper()
	row := r.membership(m)
	equal(r, "the membership", row.Status, schema.MembershipStatusEnded)
	equal(r, "ended on", row.To.String(), on)
}

// A resignation ends a post at once in Beijing, Shanghai and Hangzhou, and so does
// incapacity in Beijing.
func TestResignsAtOnce(t *testing.T) {
	eachReign(t, inBeijing, "2024-01-01", "2029-01-01", func(r *reign) {
		named := leaves(r.sitting, schema.EndReasonResigned)
		_, item := r.agenda(schema.MeetingKindAssembly, r.assembly, nil, "OWNERS_COMMITTEE_ELECTION")
		named.VoteID = r.decided(item, schema.VoteStatusFinal, schema.VerdictOutcomeAdopted)
		refuses(r.town, r.do.EndMembership, []refusal[command.EndMembershipInput]{
			{"by a decision that nobody has to take", r.asMember, named, []fault.Code{fault.FieldUnused}, "voteId"},
		})
		p, err := r.do.EndMembership(r.asMember, leaves(r.sitting, schema.EndReasonResigned))
		equal(r, "pending", done(r.town, p, err).Pending, false)
		r.gone(r.sitting, "2026-06-01")
		p, err = r.do.EndMembership(r.clerk, leaves(r.chairing, schema.EndReasonIncapacity))
		done(r.town, p, err)
		r.gone(r.chairing, "2026-06-01")
	})
}

// In Shandong the assembly decides on a resignation, or the committee in its name.
func TestResignsByDecision(t *testing.T) {
	eachReign(t, inShandong, "2024-01-01", "2029-01-01", func(r *reign) {
		in := leaves(r.sitting, schema.EndReasonResigned)
		r.noted(r.asMember, in)
		refuses(r.town, r.do.EndMembership, []refusal[command.EndMembershipInput]{
			{"twice", r.asMember, in, []fault.Code{fault.NoticeGiven}, "membershipId"},
		})
		r.clock.Pass(10 * oneDay)
		_, item := r.agenda(schema.MeetingKindAssembly, r.assembly, nil, "OWNERS_COMMITTEE_ELECTION")
		_, other := r.agenda(schema.MeetingKindConsultation, r.owners, nil, "OWNERS_COMMITTEE_ELECTION")
		_, street := r.agenda(schema.MeetingKindCommittee, r.assembly, nil, "OWNERS_COMMITTEE_BUSINESS")
		with := func(v *ident.Vote, res *ident.Resolution) command.EndMembershipInput {
			decided := in
			decided.VoteID, decided.ResolutionID = v, res
			return decided
		}
		final := r.decided(item, schema.VoteStatusFinal, schema.VerdictOutcomeAdopted)
		early := with(final, nil)
		early.On = on("2026-06-10")
		refuses(r.town, r.do.EndMembership, []refusal[command.EndMembershipInput]{
			{"by a vote that rejected it", r.asMember, with(r.decided(item, schema.VoteStatusFinal, schema.VerdictOutcomeRejected), nil),
				[]fault.Code{fault.DecisionUnfit}, "voteId"},
			{"by a vote that is not final", r.asMember, with(r.decided(item, schema.VoteStatusClosed, schema.VerdictOutcomeAdopted), nil),
				[]fault.Code{fault.DecisionUnfit}, "voteId"},
			{"by a talk", r.asMember, with(r.decided(other, schema.VoteStatusFinal, schema.VerdictOutcomeAdopted), nil),
				[]fault.Code{fault.DecisionUnfit}, "voteId"},
			{"by another committee", r.asMember, with(r.decided(street, schema.VoteStatusFinal, schema.VerdictOutcomeAdopted), nil),
				[]fault.Code{fault.DecisionUnfit}, "voteId"},
			{"by a recommendation", r.asMember, with(nil, r.resolution(item, schema.ResolutionKindRecommendation, schema.ResolutionStatusPublished)),
				[]fault.Code{fault.DecisionUnfit}, "resolutionId"},
			{"by a decision that was revoked", r.asMember, with(nil, r.resolution(item, schema.ResolutionKindDecision, schema.ResolutionStatusRevoked)),
				[]fault.Code{fault.DecisionUnfit}, "resolutionId"},
			{"by two decisions", r.asMember, with(final, r.resolution(item, schema.ResolutionKindDecision, schema.ResolutionStatusPublished)),
				[]fault.Code{fault.OneOfNeeded}, "voteId"},
			{"from before it was decided", r.asMember, early, []fault.Code{fault.OutOfRange}, "on"},
			{"by no vote", r.asMember, with(&ident.Vote{ID: ident.New(ident.KindVote, r.store.Now())}, nil), []fault.Code{fault.NotFound}, "voteId"},
		})
		once(r.town, func(o ent.Order) (*command.EndMembershipPayload, error) {
			decided := with(final, nil)
			decided.Order = o
			return r.do.EndMembership(r.clerk, decided)
		})
		r.gone(r.sitting, "2026-06-11")
		equal(r, "noticed", r.membership(r.sitting).NoticedOn.String(), "2026-06-01")

		// The committee decides where the assembly authorized it; a resolution does as well.
		_, own := r.agenda(schema.MeetingKindCommittee, r.owners, nil, "OWNERS_COMMITTEE_BUSINESS")
		decided := leaves(r.chairing, schema.EndReasonResigned)
		decided.ResolutionID = r.resolution(own, schema.ResolutionKindDecision, schema.ResolutionStatusPublished)
		p, err := r.do.EndMembership(r.asChair, decided)
		done(r.town, p, err)
		r.gone(r.chairing, "2026-06-11")
	})
}

// In Shanghai the assembly decides whether somebody is incapable.
func TestIncapacityByDecision(t *testing.T) {
	eachReign(t, inShanghai, "2024-01-01", "2028-01-01", func(r *reign) {
		in := leaves(r.sitting, schema.EndReasonIncapacity)
		refuses(r.town, r.do.EndMembership, []refusal[command.EndMembershipInput]{
			{"without a decision", r.clerk, in, []fault.Code{fault.DecisionNeeded}, "voteId"},
		})
		_, item := r.agenda(schema.MeetingKindAssembly, r.assembly, nil, "OWNERS_COMMITTEE_ELECTION")
		in.VoteID = r.decided(item, schema.VoteStatusFinal, schema.VerdictOutcomeAdopted)
		p, err := r.do.EndMembership(r.clerk, in)
		done(r.town, p, err)
		r.gone(r.sitting, "2026-06-01")
	})
}

// A member of the residents' committee resigns when the residents' meeting or the
// representatives' meeting accepts it, everywhere.
func TestResidentsAcceptAResignation(t *testing.T) {
	eachReign(t, inHangzhou, "2024-01-01", "2028-01-01", func(r *reign) {
		committee := r.organization(schema.OrganizationKindResidentsCommittee, "居委会", ident.Nil, r.ward.community)
		meeting := r.organization(schema.OrganizationKindRepresentativesMeeting, "居民代表会议", ident.Nil, r.ward.community)
		r.seat(r.chair, meeting, schema.PostCategoryClerk)
		seat := ident.Membership{ID: r.seat(r.member, committee, schema.PostCategoryMember)}
		r.noted(r.asMember, leaves(seat, schema.EndReasonResigned))
		_, item := r.agenda(schema.MeetingKindRepresentatives, meeting, nil, "RESIDENTS_COMMITTEE_REPORT")
		in := leaves(seat, schema.EndReasonResigned)
		in.VoteID = r.decided(item, schema.VoteStatusFinal, schema.VerdictOutcomeAdopted)
		p, err := r.do.EndMembership(r.clerk, in)
		done(r.town, p, err)
		r.gone(seat, "2026-06-01")
		// The post in the owners' committee was won by election and stays.
		equal(r, "the other post", r.membership(r.sitting).Status, schema.MembershipStatusEffective)
	})
}

// In Zhoushan the rules of procedure may let a post end a month after notice. Until
// then it is held with all that rests on it, and not a day longer.
func TestResignsAfterNotice(t *testing.T) {
	eachReign(t, inZhoushan, "2024-01-01", "2028-01-01", func(r *reign) {
		r.letsGoAfter(1)
		forum := r.organization(schema.OrganizationKindCoGovernanceCommittee, "共治委员会", ident.Nil, r.estate)
		advising := r.post(forum, schema.PostCategoryOther, schema.SeatKindCoOpted, schema.VotingRightConsultative, 1)
		resting := ident.Membership{ID: r.write(func(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
			m, err := tx.Membership.Create().SetNillableCommunityID(&r.ward.community).SetOrganizationID(forum).SetPersonID(r.member).
				SetPostID(advising.ID).SetKind(schema.MembershipKindPostHolder).SetMode(schema.MembershipModeCoOpted).SetSourceID(r.sitting.ID).
				SetStatus(schema.MembershipStatusEffective).SetFrom(*on("2024-01-01")).Save(ctx)
			if err != nil {
				return ident.Nil, err
			}
			return m.ID, nil
		})}
		in := leaves(r.sitting, schema.EndReasonResigned)
		r.noted(r.asMember, in)
		for _, m := range []ident.Membership{r.sitting, resting} {
			row := r.membership(m)
			equal(r, "held until", row.To.String(), "2026-07-02")
			equal(r, "held", row.Status, schema.MembershipStatusEffective)
		}
		refuses(r.town, r.do.EndMembership, []refusal[command.EndMembershipInput]{
			{"twice", r.asMember, in, []fault.Code{fault.NoticeGiven}, "membershipId"},
		})
		// What is entered late may be over already.
		late := leaves(r.chairing, schema.EndReasonResigned)
		late.On = on("2026-04-30")
		p, err := r.do.EndMembership(r.asChair, late)
		equal(r, "pending", done(r.town, p, err).Pending, false)
		r.gone(r.chairing, "2026-05-31")
	})
}

// letsGoAfter lets the owners agree that a post ends so many months after notice.
func (r *reign) letsGoAfter(months int) {
	r.Helper()
	cities, err := seat.Load("zhoushan")
	if err != nil {
		r.Fatal(err)
	}
	agreed := cities.Ending[0]
	agreed.Off, agreed.Notice.Months = false, months
	set := rule.Set{
		Code: "PROCEDURE", Version: "1", Title: rule.Text{Chinese: "议事规则", English: "Rules of procedure"}, ValidFrom: *on("2024-01-01"),
		Source: rule.Source{Title: "议事规则", Jurisdiction: "小区", Text: "辞职满一个月职务终止。", TextDate: *on("2024-01-01")},
		Seats:  seat.Rules{Ending: []seat.Ending{agreed}},
	}
	text, err := set.Print()
	if err != nil {
		r.Fatal(err)
	}
	p, err := r.do.AdoptRuleSet(r.operator, command.AdoptRuleSetInput{
		Code: set.Code, OrganizationID: organization(r.owners), Document: string(text), From: on("2026-01-01"),
	})
	done(r.town, p, err)
}
