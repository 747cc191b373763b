package command

import (
	"context"
	"slices"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/agendaitem"
	"sifang/ent/db/ownership"
	"sifang/ent/db/residence"
	"sifang/ent/db/vote"
	"sifang/schema/agency"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/rule"
	"sifang/schema/stage"
)

// check refuses an authority that the law, or the rule of one of its votes, does
// not know.
func (g *proxyGrant) check(ctx context.Context, tx *ent.Tx) error {
	votes, faults, err := g.votes(ctx, tx)
	if err != nil {
		return err
	}
	unknown, err := g.unknown(ctx, tx)
	if err != nil {
		return err
	}
	_, wrong := stage.Meeting.Next("grantProxy", g.meeting.Status)
	faults = append(faults, g.written(tx)...)
	if err := refuse(append(faults, at(wrong, "meetingId"), unknown, differ(g.AgentID.ID, g.principal, "agentId"))...); err != nil {
		return err
	}
	return g.lawful(ctx, tx, votes)
}

// votes reads what the authority covers. What it does not name it is not for.
func (g *proxyGrant) votes(ctx context.Context, tx *ent.Tx) ([]*db.Vote, fault.Faults, error) {
	switch n := len(g.VoteIDs); {
	case n == 0:
		return nil, fault.Faults{fault.New(fault.Blank).At("voteIds")}, nil
	case n > motionLimit:
		return nil, fault.Faults{fault.New(fault.TooMany, "limit", motionLimit, "count", n).At("voteIds")}, nil
	}
	here, err := tx.Vote.Query().Where(vote.IDIn(g.authority().Votes...),
		vote.HasAgendaItemWith(agendaitem.MeetingID(g.meeting.ID))).All(ctx)
	if err != nil {
		return nil, nil, err
	}
	votes, faults := make([]*db.Vote, len(g.VoteIDs)), fault.Faults{}
	for i, id := range g.VoteIDs {
		place := slices.IndexFunc(here, func(v *db.Vote) bool { return v.ID == id.ID })
		if place >= 0 {
			votes[i] = here[place]
		}
		wrong, err := g.uncovered(ctx, tx, i, votes[i])
		if err != nil {
			return nil, nil, err
		}
		if wrong != nil {
			faults = append(faults, wrong.At("voteIds", i))
		}
	}
	return votes, faults, nil
}

// uncovered refuses a vote that is none of the meeting, named twice, or over.
func (g *proxyGrant) uncovered(ctx context.Context, tx *ent.Tx, i int, v *db.Vote) (*fault.Fault, error) {
	seen, err := tx.Sees(ctx, g.VoteIDs[i].ID)
	if err != nil {
		return nil, err
	}
	switch {
	case !seen:
		return fault.New(fault.NotFound, "kind", ident.KindVote), nil
	case v == nil:
		return fault.New(fault.VoteOfOtherMeeting), nil
	case slices.Index(g.VoteIDs, g.VoteIDs[i]) < i:
		return fault.New(fault.ListedTwice), nil
	}
	_, over := stage.Vote.Next("grantProxy", v.Status)
	return over, nil
}

// unknown refuses an agent whom the community does not know: those who look
// after the vote must see who votes in it.
func (g *proxyGrant) unknown(ctx context.Context, tx *ent.Tx) (*fault.Fault, error) {
	agent, err := need(ctx, tx.Person.Get, g.AgentID.ID, "agentId")
	if err != nil {
		return nil, err
	}
	seen, err := tx.Sees(ctx, agent.ID)
	if err != nil || seen || alike(agent.CommunityID, g.meeting.CommunityID) || g.meeting.CommunityID == nil {
		return nil, err
	}
	lives, err := tx.Residence.Query().Where(residence.PersonID(agent.ID), residence.CommunityID(*g.meeting.CommunityID)).Exist(ctx)
	if err != nil || lives {
		return nil, err
	}
	owns, err := tx.Ownership.Query().Where(ownership.PersonID(agent.ID), ownership.CommunityID(*g.meeting.CommunityID)).Exist(ctx)
	if err != nil || owns {
		return nil, err
	}
	return fault.New(fault.OutsideCommunity, "kind", ident.KindPerson).At("agentId"), nil
}

// written refuses what a written authority must not lack: what it is for, a
// time, and a signature. One that is passed on takes the consent of whoever gave
// it.
func (g *proxyGrant) written(tx *ent.Tx) fault.Faults {
	var faults fault.Faults
	wrong := text("scope", g.Scope, reasonLimit)
	if wrong == nil && agency.Vague(g.Scope) {
		wrong = fault.New(fault.ProxyVague).At("scope")
	}
	if wrong != nil {
		faults = append(faults, wrong)
	}
	switch {
	case g.ExpiresOn.Compare(g.SignedOn) <= 0:
		faults = append(faults, fault.New(fault.EndsBeforeItStarts, "from", g.SignedOn, "to", g.ExpiresOn).At("expiresOn"))
	case g.SignedOn.Compare(tx.Today) > 0:
		faults = append(faults, fault.New(fault.ProxySignedLater, "today", tx.Today).At("signedOn"))
	case g.ExpiresOn.Compare(tx.Today) <= 0:
		faults = append(faults, fault.New(fault.ProxyExpired, "from", g.SignedOn, "to", g.ExpiresOn).At("expiresOn"))
	}
	signedIn := tx.Viewer.Person == g.principal
	switch {
	case g.document != nil || signedIn:
	case g.original != nil:
		faults = append(faults, fault.New(fault.ProxyNotPassedOn).At("documentId"))
	default:
		faults = append(faults, fault.New(fault.ProxyUnsigned).At("documentId"))
	}
	return faults
}

// lawful asks the law and the rules of the votes about principal and agent.
func (g *proxyGrant) lawful(ctx context.Context, tx *ent.Tx, votes []*db.Vote) error {
	entitled, err := agentsOnRoll(ctx, tx.Client, g.meeting, tx.Today, g.principal)
	if err != nil {
		return err
	}
	all, err := authorities(ctx, tx.Client, g.meeting, tx.Now)
	if err != nil {
		return err
	}
	known, err := standInsOf(ctx, tx.Client, g.meeting, tx.Now, []ident.ID{g.AgentID.ID})
	if err != nil {
		return err
	}
	var faults fault.Faults
	if !entitled[g.principal] {
		faults = append(faults, fault.New(fault.ProxyPrincipalNotOnRoll).At("principalId"))
	}
	one := g.authority()
	if g.original != nil {
		if wrong := agency.PassOn(authorityOf(g.original, tx.Now), one, tx.Today); wrong != nil {
			faults = append(faults, wrong.At("passedOnFromId"))
		}
	} else if _, taken := agency.Granted(all, g.principal, one.Votes, tx.Today); taken {
		faults = append(faults, fault.New(fault.ProxyTaken).At("voteIds"))
	}
	if agency.Rings(all, one, tx.Today) {
		faults = append(faults, fault.New(fault.ProxyRing).At("agentId"))
	}
	for i, v := range votes {
		pinned, err := rule.Parse(v.Rule)
		if err != nil {
			return err
		}
		faults = g.judged(faults, i, known.agents[g.AgentID.ID].Judge(pinned, g.principal))
	}
	return faults.Err()
}

// judged adds what the rule of one vote says about the agent. What several rules
// say alike is said once.
func (g *proxyGrant) judged(faults fault.Faults, i int, refused *fault.Fault) fault.Faults {
	switch {
	case refused == nil:
		return faults
	case refused.Code == fault.ProxyNotAllowed:
		return append(faults, refused.At("voteIds", i))
	case slices.ContainsFunc(faults, func(f *fault.Fault) bool { return f.Code == refused.Code }):
		return faults
	default:
		return append(faults, refused.At("agentId"))
	}
}
