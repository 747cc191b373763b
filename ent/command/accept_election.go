package command

import (
	"cmp"
	"context"
	"slices"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/candidate"
	"sifang/ent/db/predicate"
	"sifang/ent/db/publication"
	"sifang/ent/rules"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/seat"
	"sifang/schema/stage"
)

// AcceptElectionInput is who was elected, and whether they take the seat; from
// when, if not from today.
type AcceptElectionInput struct {
	ent.Order
	CandidateID ident.Candidate
	Accept      bool
	From        *day.Date
}

// AcceptElectionPayload names the candidate, and the seat if it was taken.
type AcceptElectionPayload struct {
	fault.Outcome
	CandidateID  ident.ID
	MembershipID ident.ID `json:",omitzero"`
}

// AcceptElection says whether somebody who was elected takes the seat. Only a
// final result seats anybody. Where a seat was declined or left, an alternate
// takes it in the same way.
func (d *Do) AcceptElection(ctx context.Context, in AcceptElectionInput) (*AcceptElectionPayload, error) {
	return work(ctx, d, "acceptElection", in, in.do)
}

func (in AcceptElectionInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[AcceptElectionPayload], error) {
	c, err := need(ctx, tx.Candidate.Get, in.CandidateID.ID, "candidateId")
	if err != nil {
		return nil, err
	}
	v, err := tx.Vote.Get(ctx, c.VoteID)
	if err != nil {
		return nil, err
	}
	vacancy, err := in.vacancy(ctx, tx, v, c)
	if err != nil {
		return nil, err
	}
	e, grant, err := electing(ctx, tx, "acceptElection", c.ID, v, c.PersonID)
	if err != nil {
		return nil, err
	}
	status, result, err := in.answer(ctx, tx, e)
	if err != nil {
		return nil, err
	}
	answered := tx.Candidate.UpdateOneID(c.ID).SetStatus(status).SetAnsweredAt(tx.Now)
	facts := map[string]any{"vote": v.ID, "person": c.PersonID, "accepted": in.Accept}
	payload := AcceptElectionPayload{CandidateID: c.ID}
	if in.Accept {
		m, err := vacancy.fill(ctx, tx, e.vote, result, c)
		if err != nil {
			return nil, err
		}
		payload.MembershipID = m.ID
		answered.SetMembershipID(m.ID)
		facts["membership"], facts["from"], facts["status"] = m.ID, m.From, m.Status
	}
	return ent.Did(payload, grant, c.ID, c.CommunityID, facts), answered.Exec(ctx)
}

// answer is the state to which the answer leads the candidate, or why it cannot
// be given: the result is not final, or was answered (WRONG_STATE); and what the
// slate refuses.
func (in AcceptElectionInput) answer(ctx context.Context, tx *ent.Tx, e election) (schema.CandidateStatus, returns, error) {
	var none returns
	// Now that the vote is locked, nobody else answers for the candidate.
	c, err := tx.Candidate.Get(ctx, in.CandidateID.ID)
	if err != nil {
		return "", none, err
	}
	var holds []stage.Guard
	if in.Accept {
		holds = append(holds, stage.SeatTaken)
	}
	_, early := stage.Vote.Next("acceptElection", e.vote.Status)
	status, wrong := stage.Candidate.Next("acceptElection", c.Status, holds...)
	if err := refuse(at(cmp.Or(early, wrong), "candidateId")); err != nil {
		return "", none, err
	}
	result, err := returnsOf(ctx, tx, e.vote)
	if err != nil {
		return "", result, err
	}
	if !in.Accept {
		return status, result, refuse(at(result.slate.Declines(c.ID), "candidateId"))
	}
	// Who directs the meeting enters what the body decided about equals.
	return status, result, refuse(at(result.slate.TakesUp(c.ID, e.directs), "candidateId"))
}

// vacancy is a post with a place that is to be taken, locked with all who might
// take it, or whose seats decide whether somebody may.
type vacancy struct {
	post         *db.Post
	organization *db.Organization
	from         day.Date
}

// vacancy locks the post for which the candidate stood. It is nothing for who
// declines.
func (in AcceptElectionInput) vacancy(ctx context.Context, tx *ent.Tx, v *db.Vote, c *db.Candidate) (vacancy, error) {
	place := vacancy{from: orToday(in.From, tx)}
	switch {
	case !in.Accept && in.From != nil:
		return place, fault.New(fault.FieldUnused, "kind", schema.CandidateStatusDeclined, "field", "from").At("from")
	case !in.Accept:
		return place, nil
	case v.PostID == nil:
		return place, fault.New(fault.UnknownPost, "from", place.from).At("candidateId")
	}
	if err := lockedPeople(ctx, tx, c.PersonID); err != nil {
		return place, err
	}
	var err error
	if place.post, err = lockedPost(ctx, tx, *v.PostID, place.from, "candidateId"); err != nil {
		return place, err
	}
	place.organization, err = lockedOrganization(tx, ent.Share)(ctx, place.post.OrganizationID)
	return place, err
}

// fill gives the place to the candidate, if the rules of the first day allow it.
// It takes effect at once unless they ask that it be posted first, and what was
// posted about the election did not hang for that long.
func (p vacancy) fill(ctx context.Context, tx *ent.Tx, v *db.Vote, r returns, c *db.Candidate) (*db.Membership, error) {
	term, err := termOn(ctx, tx, p.organization.ID, p.from)
	if err != nil {
		return nil, err
	}
	other, err := r.otherTerm(ctx, tx, term)
	if err != nil {
		return nil, err
	}
	if err := refuse(p.soon(v), other, existsOn(p.from, p.organization.From, p.organization.To, "candidateId")); err != nil {
		return nil, err
	}
	target, err := p.judge(ctx, tx, c, term)
	if err != nil {
		return nil, err
	}
	held, err := p.held(ctx, tx, r, c, target)
	if err != nil {
		return nil, err
	}
	status, wrong := stage.Membership.Next("acceptElection", "", held...)
	if err := refuse(wrong); err != nil {
		return nil, err
	}
	row := appointment(tx, p.organization, target, term).SetStatus(status).
		SetBasis("经选举产生：" + v.Question + "（表决 " + v.ID.String() + "）")
	if status == schema.MembershipStatusEffective {
		// It is known to everybody who was elected.
		row.SetPublishedAt(tx.Now)
	}
	return row.Save(ctx)
}

// soon refuses a seat from a day before the election was over.
func (p vacancy) soon(v *db.Vote) *fault.Fault {
	over := day.Of(*v.ClosedAt)
	if !p.from.Before(over) {
		return nil
	}
	return fault.New(fault.SeatedTooSoon, "earliest", over).At("from")
}

// otherTerm refuses, with OUTSIDE_TERM, a seat in another term than that in which
// those sit who were elected with the candidate.
func (r returns) otherTerm(ctx context.Context, tx *ent.Tx, term *db.Term) (*fault.Fault, error) {
	for _, m := range r.seated {
		if m.TermID == nil || term != nil && term.ID == *m.TermID {
			continue
		}
		theirs, err := tx.Term.Get(ctx, *m.TermID)
		if err != nil {
			return nil, err
		}
		return fault.New(fault.OutsideTerm, "termFrom", theirs.From, "termTo", openEnd(theirs.To)).At("from"), nil
	}
	return nil, nil
}

// judge asks all rules about the seat, as for any appointment.
func (p vacancy) judge(ctx context.Context, tx *ent.Tx, c *db.Candidate, term *db.Term) (seat.Holding, error) {
	proposed := ProposeAppointmentInput{
		PostID: ident.Post{ID: p.post.ID}, PersonID: ident.Person{ID: c.PersonID}, Mode: schema.MembershipModeElected, From: &p.from,
	}
	target, err := proposed.judge(ctx, tx, p.post, seat.Organization{}, term, p.from)
	if faults, refused := fault.Of(err); refused {
		for _, one := range faults {
			one.Field = []string{"candidateId"}
			if one.Code == fault.OutsideTerm {
				one.Field = []string{"from"}
			}
		}
	}
	return target, err
}

// held is the condition under which the seat takes effect at once: no rule asks
// that it be posted, or the list with the candidate on it or the result was
// posted for as long, and that time is over.
func (p vacancy) held(ctx context.Context, tx *ent.Tx, r returns, c *db.Candidate, target seat.Holding) ([]stage.Guard, error) {
	chain, err := rules.For(ctx, tx.Client, p.organization.ID, p.from)
	if err != nil {
		return nil, err
	}
	days := seat.PublicationDays(chain.Seats(), target)
	posted := days == 0
	if !posted {
		posted, err = r.posted(ctx, tx, c, publication.UntilLT(tx.Today), publication.MinimumDaysGTE(days))
	}
	if err != nil || !posted {
		return nil, err
	}
	return []stage.Guard{stage.PublicationNotNeeded}, nil
}

// posted reports whether there is such a posting of the result, or of a list of
// candidates with the candidate on it: somebody who was listed later was not on
// what was posted before.
func (r returns) posted(ctx context.Context, tx *ent.Tx, c *db.Candidate, such ...predicate.Publication) (bool, error) {
	postings, err := tx.Publication.Query().Where(append(such, publication.VoteIDIn(r.votes...),
		publication.KindIn(schema.PublicationKindCandidates, schema.PublicationKindResult))...).All(ctx)
	if err != nil {
		return false, err
	}
	// Who was tied stands in the election and in the votes that broke its ties.
	stands, err := tx.Candidate.Query().Where(candidate.PersonID(c.PersonID), candidate.VoteIDIn(r.votes...)).All(ctx)
	return slices.ContainsFunc(postings, func(p *db.Publication) bool {
		return p.Kind == schema.PublicationKindResult || slices.ContainsFunc(stands, func(c *db.Candidate) bool {
			return c.VoteID == *p.VoteID && c.ListedAt != nil && !p.PostedAt.Before(*c.ListedAt)
		})
	}), err
}
