package command

import (
	"cmp"
	"context"
	"encoding/json"
	"slices"
	"strconv"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/mandate"
	"sifang/schema/voice"
)

// CastBallotsInput is one paper: somebody's answer in one vote or several. The
// viewer casts it, for themselves or, with OnBehalfOfID, as the agent of another
// voter; in the hall an officer enters what VoterID, who is there, says.
type CastBallotsInput struct {
	ent.Order
	Ballots      []BallotInput
	Channel      schema.BallotChannel
	VoterID      *ident.Person
	OnBehalfOfID *ident.Person
}

// BallotInput is an answer in one vote, under one place on its roll: a choice on
// a motion, or marks for options or candidates.
type BallotInput struct {
	VoteID  ident.Vote
	EntryID *ident.RollEntry
	Choice  schema.BallotChoice
	Marks   []ident.ID
}

func (in BallotInput) said() voice.Said { return voice.Said{Choice: in.Choice, Marks: in.Marks} }

// CastBallotsPayload names the ballots, in the order of the paper.
type CastBallotsPayload struct {
	fault.Outcome
	BallotIDs []ident.ID
}

// motionLimit is how many votes one paper may carry.
const motionLimit = 50

// CastBallots casts one paper: all its ballots are taken in, or none. Papers
// that come in together share a transaction, and each has an answer of its own.
func (d *Do) CastBallots(ctx context.Context, in CastBallotsInput) (*CastBallotsPayload, error) {
	payload, err := d.papers.Do(ctx, in)
	return &payload, err
}

// paper is a paper with what becomes of it.
type paper = ent.Part[CastBallotsInput, CastBallotsPayload]

// casting judges papers and writes their ballots.
type casting struct {
	// hold reads votes, and keeps them from being closed while ballots are cast
	// into them.
	hold func(ctx context.Context, tx *ent.Tx, votes []ident.ID) ([]*db.Vote, error)
}

// do judges the papers in the order in which they came.
func (c casting) do(ctx context.Context, tx *ent.Tx, papers []*paper) error {
	all := askedIn(papers)
	all.at = tx.Now
	box, err := c.gather(ctx, tx, all)
	if err != nil {
		return err
	}
	for _, p := range papers {
		ballots, err := box.judge(ctx, p)
		if _, refused := fault.Of(err); err != nil && !refused {
			return err
		}
		if p.Err = err; err != nil {
			continue
		}
		if p.Deed, err = box.deed(p, ballots); err != nil {
			return err
		}
	}
	return box.write(ctx, tx)
}

// askedIn are the votes and the people that the papers name. Papers of the wrong
// form are left out: they are refused anyway, and together they could name more
// than fits into a statement.
func askedIn(papers []*paper) asked {
	var all asked
	for _, p := range papers {
		if p.Input.formed(p.Viewer.Person) != nil {
			continue
		}
		h := p.Input.hand(p.Viewer.Person)
		all.persons = append(all.persons, h.person)
		for _, one := range p.Input.Ballots {
			all.votes = append(all.votes, one.VoteID.ID)
			if !h.agent.IsZero() {
				all.agencies = append(all.agencies, standIn{vote: one.VoteID.ID, agent: h.agent})
			}
		}
	}
	return all
}

// judge decides about a paper: all its ballots, or all that is wrong with it.
func (b *box) judge(ctx context.Context, p *paper) ([]*lodged, error) {
	if err := p.Input.formed(p.Viewer.Person).Err(); err != nil {
		return nil, err
	}
	var ballots []*lodged
	var faults fault.Faults
	for i, one := range p.Input.Ballots {
		ballot, wrong, err := b.mark(ctx, p, one)
		if err != nil {
			return nil, err
		}
		if wrong == nil && among(ballots, ballot) {
			wrong = fault.New(fault.ListedTwice).At("voteId")
		}
		if wrong == nil && len(ballots) > 0 && ballots[0].motion.meeting.ID != ballot.motion.meeting.ID {
			wrong = fault.New(fault.OneMeetingAtATime).At("voteId")
		}
		if wrong != nil {
			wrong.Field = append([]string{"ballots", strconv.Itoa(i)}, wrong.Field...)
			faults = append(faults, wrong)
			continue
		}
		ballots = append(ballots, ballot)
	}
	if err := faults.Err(); err != nil {
		return nil, err
	}
	for _, ballot := range ballots {
		b.drop(ballot)
	}
	return ballots, nil
}

// formed refuses a paper that is empty or too long, and one that does not say
// rightly who casts it for whom.
func (in CastBallotsInput) formed(viewer ident.ID) fault.Faults {
	channel := cmp.Or(in.Channel, schema.BallotChannelOnline)
	var faults fault.Faults
	refused := func(f *fault.Fault) {
		if f != nil {
			faults = append(faults, f)
		}
	}
	refused(sized(in.Ballots))
	refused(fits(channel, []schema.BallotChannel{schema.BallotChannelOnline, schema.BallotChannelHall}, "channel"))
	switch hall := channel == schema.BallotChannelHall; {
	case hall && in.VoterID == nil:
		refused(fault.New(fault.FieldNeeded, "kind", channel, "field", "voterId").At("voterId"))
	case !hall && in.VoterID != nil:
		refused(fault.New(fault.FieldUnused, "kind", channel, "field", "voterId").At("voterId"))
	}
	if h := in.hand(viewer); in.OnBehalfOfID != nil {
		refused(differ(h.person, h.agent, "onBehalfOfId"))
	}
	return faults
}

func sized(ballots []BallotInput) *fault.Fault {
	switch n := len(ballots); {
	case n == 0:
		return fault.New(fault.Blank).At("ballots")
	case n > motionLimit:
		return fault.New(fault.TooMany, "limit", motionLimit, "count", n).At("ballots")
	default:
		return nil
	}
}

func among(ballots []*lodged, one *lodged) bool {
	return slices.ContainsFunc(ballots, func(other *lodged) bool { return other.slot() == one.slot() })
}

// deed is what the record tells of a paper: who took part in what, and through
// whom. The answers it only commits to.
func (b *box) deed(p *paper, ballots []*lodged) (*ent.Deed[CastBallotsPayload], error) {
	h := p.Input.hand(p.Viewer.Person)
	grant, refused := mandate.Ask("castBallots", p.Viewer, b.subject(p, ballots[0].motion, h))
	if refused != nil {
		return nil, refused
	}
	subject, community := ballots[0].motion.vote.ID, ballots[0].motion.vote.CommunityID
	if len(ballots) > 1 {
		subject = ballots[0].motion.meeting.ID
	}
	var payload CastBallotsPayload
	facts := map[string]any{"ballots": told(ballots), "channel": h.channel}
	if h.person != p.Viewer.Person {
		facts["voter"] = h.person
	}
	if !h.agent.IsZero() {
		facts["agent"] = h.agent
	}
	for _, one := range ballots {
		payload.BallotIDs = append(payload.BallotIDs, one.ID)
	}
	answers, err := answers(ballots)
	if err != nil {
		return nil, err
	}
	p.Seal("choices", answers)
	return ent.Did(payload, grant, subject, community, facts), nil
}

// told is what the record tells of ballots.
func told(ballots []*lodged) []any {
	all := make([]any, len(ballots))
	for i, one := range ballots {
		facts := map[string]any{"ballot": one.ID, "vote": one.motion.vote.ID, "entry": one.entry.ID}
		if one.proxy != nil {
			facts["proxy"] = *one.proxy
		}
		if one.invalid != nil {
			facts["invalid"] = *one.invalid
		}
		all[i] = facts
	}
	return all
}

// answers is what ballots say, by ballot, as the record commits to it: the
// choice, or the list of marks.
func answers(ballots []*lodged) (string, error) {
	chosen := map[ident.ID]any{}
	for _, one := range ballots {
		chosen[one.ID] = one.Said.Choice
		if len(one.Said.Marks) > 0 {
			chosen[one.ID] = one.Said.Marks
		}
	}
	text, err := json.Marshal(chosen)
	return string(text), err
}
