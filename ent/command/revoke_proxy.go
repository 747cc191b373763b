package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/proxy"
	"sifang/ent/power"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/stage"
)

// RevokeProxyInput is an authority that is taken back.
type RevokeProxyInput struct {
	ent.Order
	ProxyID    ident.Proxy
	DocumentID *ident.Document
}

// RevokeProxyPayload names the proxy.
type RevokeProxyPayload struct {
	fault.Outcome
	ProxyID ident.ID
}

// RevokeProxy takes an authority to vote back, and with it those it was passed
// on in. Ballots that were cast under it stay; the principal's own goes before
// them.
func (d *Do) RevokeProxy(ctx context.Context, in RevokeProxyInput) (*RevokeProxyPayload, error) {
	return work(ctx, d, "revokeProxy", in, in.do)
}

func (in RevokeProxyInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[RevokeProxyPayload], error) {
	row, err := need(ctx, tx.Proxy.Get, in.ProxyID.ID, "proxyId")
	if err != nil {
		return nil, err
	}
	m, err := lockedMeeting(tx, ent.Update)(ctx, row.MeetingID)
	if err != nil {
		return nil, err
	}
	subject, err := power.OfMeeting(ctx, tx.Client, tx.Today, m)
	if err != nil {
		return nil, err
	}
	subject.Persons = []ident.ID{row.PrincipalID}
	grant, err := may(ctx, tx, "revokeProxy", row.ID, subject)
	if err != nil {
		return nil, err
	}
	document, err := rollProof(ctx, tx, in.DocumentID, m.CommunityID)
	if err != nil {
		return nil, err
	}
	// Read again, now that nobody else can take it back.
	if row, err = tx.Proxy.Get(ctx, row.ID); err != nil {
		return nil, err
	}
	_, wrong := stage.Meeting.Next("revokeProxy", m.Status)
	if err := refuse(at(wrong, "proxyId"), revocable(row), unsigned(tx, row, document)); err != nil {
		return nil, err
	}
	ended, err := passedOn(ctx, tx, row.ID)
	if err != nil {
		return nil, err
	}
	for _, id := range ended {
		if err := tx.Proxy.UpdateOneID(id).SetStatus(schema.ProxyStatusRevoked).SetRevokedAt(tx.Now).Exec(ctx); err != nil {
			return nil, err
		}
	}
	return ent.Did(RevokeProxyPayload{ProxyID: row.ID}, grant, row.ID, m.CommunityID, map[string]any{
		"meeting": m.ID, "principal": row.PrincipalID, "agent": row.AgentID, "ended": ended, "document": document,
	}), nil
}

// revocable refuses an authority that was taken back before.
func revocable(row *db.Proxy) *fault.Fault {
	if row.Status == schema.ProxyStatusGranted {
		return nil
	}
	return fault.New(fault.WrongState, "verb", "revokeProxy", "state", row.Status, "allowed", schema.ProxyStatusGranted).At("proxyId")
}

// unsigned refuses to take an authority back in the name of somebody who neither
// does it themselves nor signed that they want it.
func unsigned(tx *ent.Tx, row *db.Proxy, document *ident.ID) *fault.Fault {
	if document != nil || tx.Viewer.Person == row.PrincipalID {
		return nil
	}
	return fault.New(fault.ProxyUnsigned).At("documentId")
}

// passedOn are the authority and all that it was passed on in, as far as they
// were not taken back before, the first one first.
func passedOn(ctx context.Context, tx *ent.Tx, id ident.ID) ([]ident.ID, error) {
	all := []ident.ID{id}
	for level := all; len(level) > 0; {
		next, err := tx.Proxy.Query().Where(proxy.PassedOnFromIDIn(level...), proxy.StatusEQ(schema.ProxyStatusGranted)).
			Order(proxy.ByID()).IDs(ctx)
		if err != nil {
			return nil, err
		}
		all, level = append(all, next...), next
	}
	return all, nil
}
