package command

import (
	"context"
	"slices"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/candidate"
	"sifang/ent/poll"
	"sifang/ent/power"
	"sifang/ent/seating"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/seat"
	"sifang/schema/stage"
)

// NominateCandidateInput is who is to stand in an election, and who says so.
type NominateCandidateInput struct {
	ent.Order
	VoteID    ident.Vote
	PersonID  ident.Person
	Source    schema.NominationSource
	Statement *string
}

// NominateCandidatePayload names the candidate.
type NominateCandidatePayload struct {
	fault.Outcome
	CandidateID ident.ID
}

// NominateCandidate puts somebody on the paper of an election, behind those who
// are there. The rules about who may hold the post are asked as on the day of
// the meeting.
func (d *Do) NominateCandidate(ctx context.Context, in NominateCandidateInput) (*NominateCandidatePayload, error) {
	return work(ctx, d, "nominateCandidate", in, in.do)
}

func (in NominateCandidateInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[NominateCandidatePayload], error) {
	v, err := need(ctx, tx.Vote.Get, in.VoteID.ID, "voteId")
	if err != nil {
		return nil, err
	}
	themselves, err := in.themselves(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	e, grant, err := electing(ctx, tx, "nominateCandidate", v.ID, v, themselves...)
	if err != nil {
		return nil, err
	}
	if _, err := seenPerson(ctx, tx, tx.Person.Get, in.PersonID.ID, "personId"); err != nil {
		return nil, err
	}
	_, late := nextOf("nominateCandidate", e.vote)
	status, _ := stage.Candidate.Next("nominateCandidate", "")
	if err := refuse(at(poll.Nominable(e.vote), "voteId"), late, in.source(e), optionalText("statement", in.Statement, textLimit)); err != nil {
		return nil, err
	}
	place, err := in.place(ctx, tx)
	if err != nil {
		return nil, err
	}
	if err := in.eligible(ctx, tx, e); err != nil {
		return nil, err
	}
	row, err := tx.Candidate.Create().SetNillableCommunityID(e.vote.CommunityID).SetVoteID(e.vote.ID).SetPersonID(in.PersonID.ID).
		SetPosition(place).SetStatus(status).SetNominatedBy(in.Source).SetNillableStatement(in.Statement).SetNominatedAt(tx.Now).Save(ctx)
	if err != nil {
		return nil, err
	}
	if in.Statement != nil {
		tx.Seal("statement", *in.Statement)
	}
	return ent.Did(NominateCandidatePayload{CandidateID: row.ID}, grant, row.ID, row.CommunityID, map[string]any{
		"vote": e.vote.ID, "person": in.PersonID, "position": place, "source": in.Source,
	}), nil
}

// themselves are who may nominate for themselves: the person, if it is an
// election that they know of in the community they belong to.
func (in NominateCandidateInput) themselves(ctx context.Context, tx *ent.Tx, v *db.Vote) ([]ident.ID, error) {
	me := in.PersonID.ID
	if tx.Viewer.Person != me {
		return nil, nil
	}
	seen, err := tx.Sees(ctx, v.ID)
	if err != nil || !seen {
		return nil, err
	}
	there, err := power.Belongs(ctx, tx.Client, tx.Today, me, v.CommunityID)
	if err != nil || !there {
		return nil, err
	}
	return []ident.ID{me}, nil
}

// source refuses somebody who nominates themselves and says that it was another
// one.
func (in NominateCandidateInput) source(e election) *fault.Fault {
	if e.directs {
		return nil
	}
	return fits(in.Source, []schema.NominationSource{schema.NominationSourceSelf}, "source")
}

// place is the next one on the paper. Nobody stands twice, nor again after they
// withdrew or were struck off.
func (in NominateCandidateInput) place(ctx context.Context, tx *ent.Tx) (int, error) {
	all, err := tx.Candidate.Query().Where(candidate.VoteID(in.VoteID.ID)).Order(candidate.ByPosition()).All(ctx)
	if err != nil {
		return 0, err
	}
	if slices.ContainsFunc(all, func(c *db.Candidate) bool { return c.PersonID == in.PersonID.ID }) {
		return 0, fault.New(fault.AlreadyExists, "kind", ident.KindCandidate).At("personId")
	}
	if n := len(all); n >= optionLimit {
		return 0, fault.New(fault.TooMany, "limit", optionLimit, "count", n+1).At("voteId")
	}
	if len(all) == 0 {
		return 1, nil
	}
	return all[len(all)-1].Position + 1, nil
}

// aboutThePerson are the refusals of a seat that say something about who stands
// for it. The others say something about the seat, which is settled once it is
// taken: a term that begins by then, a predecessor who has left.
var aboutThePerson = []fault.Code{fault.NotEligible, fault.MissingFact, fault.Incompatible}

// eligible refuses who could not be given the post on the day of the meeting,
// with NOT_ELIGIBLE, MISSING_FACT and INCOMPATIBLE.
func (in NominateCandidateInput) eligible(ctx context.Context, tx *ent.Tx, e election) error {
	if e.vote.PostID == nil {
		return nil
	}
	office, err := tx.Post.Get(ctx, *e.vote.PostID)
	if err != nil {
		return err
	}
	from := day.Latest(tx.Today, day.Of(e.meeting.StartsAt))
	h, err := heard(ctx, tx, in.PersonID.ID, office.OrganizationID, nil, from)
	if err != nil {
		return err
	}
	var faults fault.Faults
	for _, refused := range h.judge(seat.Holding{
		ID: ident.New(ident.KindMembership, tx.Now), Member: in.PersonID.ID, Organization: h.Organization,
		Post: seating.Post(office), Kind: schema.MembershipKindPostHolder, Mode: schema.MembershipModeElected,
		Status: schema.MembershipStatusProposed, Held: day.Span{From: from},
	}) {
		if slices.Contains(aboutThePerson, refused.Code) {
			faults = append(faults, refused.At("personId"))
		}
	}
	return faults.Err()
}
