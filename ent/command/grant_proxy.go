package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/proxy"
	"sifang/ent/db/vote"
	"sifang/ent/power"
	"sifang/schema"
	"sifang/schema/agency"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/mandate"
)

// GrantProxyInput is a written authority to vote for somebody in votes of a
// meeting: who gave it, to whom, for what, and until when. One that is passed on
// names the one it comes from.
type GrantProxyInput struct {
	ent.Order
	MeetingID      ident.Meeting
	PrincipalID    *ident.Person
	AgentID        ident.Person
	VoteIDs        []ident.Vote
	Scope          string
	SignedOn       day.Date
	ExpiresOn      day.Date
	DocumentID     *ident.Document
	PassedOnFromID *ident.Proxy
}

// GrantProxyPayload names the proxy.
type GrantProxyPayload struct {
	fault.Outcome
	ProxyID ident.ID
}

// GrantProxy records that somebody may vote for somebody else. Whoever gives the
// authority does it signed in; otherwise an officer does, with the paper that
// bears the signature. An agent passes it on only with the principal's consent
// in writing (Civil Code art. 165, 169).
func (d *Do) GrantProxy(ctx context.Context, in GrantProxyInput) (*GrantProxyPayload, error) {
	return work(ctx, d, "grantProxy", in, in.do)
}

func (in GrantProxyInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[GrantProxyPayload], error) {
	// The meeting is locked for this verb alone: of two authorities that together
	// are too many for an agent one comes second.
	m, err := need(ctx, lockedMeeting(tx, ent.Update), in.MeetingID.ID, "meetingId")
	if err != nil {
		return nil, err
	}
	g := proxyGrant{GrantProxyInput: in, meeting: m}
	grant, err := g.mandated(ctx, tx)
	if err != nil {
		return nil, err
	}
	if g.document, err = rollProof(ctx, tx, in.DocumentID, m.CommunityID); err != nil {
		return nil, err
	}
	if err := g.check(ctx, tx); err != nil {
		return nil, err
	}
	row, err := g.write(ctx, tx)
	if err != nil {
		return nil, err
	}
	tx.Seal("scope", in.Scope)
	return ent.Did(GrantProxyPayload{ProxyID: row.ID}, grant, row.ID, m.CommunityID, map[string]any{
		"meeting": m.ID, "principal": g.principal, "agent": in.AgentID, "votes": in.VoteIDs, "signedOn": in.SignedOn,
		"expiresOn": in.ExpiresOn, "document": g.document, "passedOnFrom": in.PassedOnFromID,
	}), nil
}

// proxyGrant is an authority on its way into the register.
type proxyGrant struct {
	GrantProxyInput
	meeting   *db.Meeting
	original  *db.Proxy // which is passed on, nil if none is
	principal ident.ID
	document  *ident.ID
}

// mandated finds who gives the authority, and asks whether the viewer may record
// it: that person, the agent who passes an authority on, and those who direct
// the meeting.
func (g *proxyGrant) mandated(ctx context.Context, tx *ent.Tx) (mandate.Grant, error) {
	var none mandate.Grant
	g.principal = tx.Viewer.Person
	subject, err := power.OfMeeting(ctx, tx.Client, tx.Today, g.meeting)
	if err != nil {
		return none, err
	}
	if g.PassedOnFromID != nil {
		if g.original, err = heldProxy(ctx, tx, g.PassedOnFromID.ID, g.meeting.ID); err != nil {
			return none, err
		}
		g.principal = g.original.PrincipalID
		subject.Persons = []ident.ID{g.original.AgentID}
	}
	if g.PrincipalID != nil {
		if _, err := need(ctx, tx.Person.Get, g.PrincipalID.ID, "principalId"); err != nil {
			return none, err
		}
		g.principal = g.PrincipalID.ID
	}
	subject.Persons = append(subject.Persons, g.principal)
	return may(ctx, tx, "grantProxy", g.meeting.ID, subject)
}

// heldProxy is the authority that is passed on. One of another meeting, and one
// that the viewer may not see, are refused like one that does not exist.
func heldProxy(ctx context.Context, tx *ent.Tx, id, meeting ident.ID) (*db.Proxy, error) {
	row, err := tx.Proxy.Query().Where(proxy.ID(id), proxy.MeetingID(meeting)).
		WithVotes(func(q *db.VoteQuery) { q.Select(vote.FieldID) }).Only(ctx)
	if row, err = found(row, err, ident.KindProxy, "passedOnFromId"); err != nil {
		return nil, err
	}
	return row, known(ctx, tx, id, "passedOnFromId")
}

// authority is what is to be granted, as it is judged.
func (g *proxyGrant) authority() agency.Authority {
	one := agency.Authority{
		Principal: g.principal, Agent: g.AgentID.ID, Held: day.Span{From: g.SignedOn, To: g.ExpiresOn},
	}
	for _, id := range g.VoteIDs {
		one.Votes = append(one.Votes, id.ID)
	}
	if g.original != nil {
		one.From = g.original.ID
	}
	return one
}

func (g *proxyGrant) write(ctx context.Context, tx *ent.Tx) (*db.Proxy, error) {
	return tx.Proxy.Create().SetNillableCommunityID(g.meeting.CommunityID).SetStatus(schema.ProxyStatusGranted).
		SetScope(g.Scope).SetSignedOn(g.SignedOn).SetExpiresOn(g.ExpiresOn).SetGrantedAt(tx.Now).
		SetMeetingID(g.meeting.ID).SetPrincipalID(g.principal).SetAgentID(g.AgentID.ID).SetNillableDocumentID(g.document).
		SetNillablePassedOnFromID(pointer(g.PassedOnFromID)).SetNillableRecordedByID(somebodyOf(tx)).
		AddVoteIDs(g.authority().Votes...).Save(ctx)
}
