package command

import (
	"cmp"
	"context"
	"slices"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/poll"
	"sifang/schema"
	"sifang/schema/ident"
	"sifang/schema/voice"
)

// lodged is a ballot in the box, or on its way into it.
type lodged struct {
	voice.Ballot
	motion  *motion
	entry   *db.RollEntry
	proxy   *ident.ID
	paper   *ident.ID
	invalid *schema.InvalidReason
	// status is what stands, was what is written down; empty for a new ballot.
	status, was schema.BallotStatus
	// settled is whether the voters of the place agreed on it, agreed what is
	// written down.
	settled, agreed bool
}

// stored is a ballot that came in before.
func stored(row *db.Ballot, m *motion, e *db.RollEntry) *lodged {
	return &lodged{
		Ballot: poll.Voice(row), motion: m, entry: e, proxy: row.ProxyID, paper: row.PaperID, invalid: row.InvalidReason,
		status: row.Status, was: row.Status, settled: row.Settled, agreed: row.Settled,
	}
}

func (l *lodged) slot() slot { return slot{l.motion.vote.ID, l.entry.ID} }

func (l *lodged) row(tx *ent.Tx) *db.BallotCreate {
	row := tx.Ballot.Create().SetID(l.ID).SetNillableCommunityID(l.motion.vote.CommunityID).SetSettled(l.settled).
		SetChannel(l.Channel).SetStatus(l.status).SetNillableInvalidReason(l.invalid).SetCastAt(l.At).
		SetVoteID(l.motion.vote.ID).SetEntryID(l.entry.ID).SetPersonID(l.Voter).
		SetNillableProxyID(l.proxy).SetNillablePaperID(l.paper)
	if !l.Agent.IsZero() {
		row.SetAgentID(l.Agent)
	}
	if l.Said.Choice != "" {
		row.SetChoice(l.Said.Choice)
	}
	if len(l.Said.Marks) > 0 {
		row.SetMarks(l.Said.Marks)
	}
	return row
}

// ballotPlace is a place on the roll of a vote as the ballots for it are judged.
func ballotPlace(m *motion, e *db.RollEntry, ballots []*lodged) voice.Place {
	p := voice.Place{Policies: m.rule.Policies, Party: e.PartyID != nil}
	for _, one := range ballots {
		if one.settled {
			p.Settled = one.Voter
		}
	}
	return p
}

// voices are ballots as they are judged.
func voices(ballots []*lodged) []voice.Ballot {
	all := make([]voice.Ballot, len(ballots))
	for i, one := range ballots {
		all[i] = one.Ballot
	}
	return all
}

// drop puts a ballot into the box. What becomes of those that came in for the
// same place may change with it.
func (b *box) drop(one *lodged) {
	all := append(b.lodged[one.slot()], one)
	b.lodged[one.slot()] = all
	b.restand(one.slot())
}

// restand finds anew what becomes of the ballots for a place.
func (b *box) restand(s slot) {
	all := b.lodged[s]
	for i, status := range ballotPlace(all[0].motion, all[0].entry, all).Stand(voices(all)) {
		all[i].status = status
	}
}

// write writes down what became of all ballots: first those that count no more,
// because of a place only one counts, and then the new ones. A ballot is never
// deleted. Of two processes given the same ballots each takes the places in the
// same order, so that one waits for the other and never both.
func (b *box) write(ctx context.Context, tx *ent.Tx) error {
	var changed, fresh []*lodged
	for _, all := range b.lodged {
		for _, one := range all {
			switch {
			case one.was == "":
				fresh = append(fresh, one)
			case one.status != one.was, one.settled != one.agreed:
				changed = append(changed, one)
			}
		}
	}
	// VALID comes last in each place.
	order := func(x, y *lodged) int {
		return cmp.Or(x.slot().compare(y.slot()), counts(x)-counts(y), inOrder(x.ID, y.ID))
	}
	slices.SortFunc(changed, order)
	slices.SortFunc(fresh, order)
	for _, one := range changed {
		if err := tx.Ballot.UpdateOneID(one.ID).SetStatus(one.status).SetSettled(one.settled).Exec(ctx); err != nil {
			return err
		}
	}
	return inRows(fresh, func(one *lodged) *db.BallotCreate { return one.row(tx) },
		func(rows []*db.BallotCreate) error { return tx.Ballot.CreateBulk(rows...).Exec(ctx) })
}

func counts(one *lodged) int {
	if one.status == schema.BallotStatusValid {
		return 1
	}
	return 0
}
