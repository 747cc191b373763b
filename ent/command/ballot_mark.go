package command

import (
	"cmp"
	"context"
	"time"

	"sifang/ent/db"
	"sifang/ent/poll"
	"sifang/ent/power"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/mandate"
	"sifang/schema/stage"
	"sifang/schema/voice"
)

// hand is who casts a paper, and in whose name.
type hand struct {
	person  ident.ID // in whose name
	agent   ident.ID // who votes for them; zero if they do it themselves
	channel schema.BallotChannel
}

// hand is that of the viewer or, in the hall, of the voter who is there.
func (in CastBallotsInput) hand(viewer ident.ID) hand {
	h := hand{person: viewer, channel: cmp.Or(in.Channel, schema.BallotChannelOnline)}
	if in.VoterID != nil {
		h.person = in.VoterID.ID
	}
	if in.OnBehalfOfID != nil {
		h.person, h.agent = in.OnBehalfOfID.ID, h.person
	}
	return h
}

// present is who has to be there.
func (h hand) present() ident.ID {
	if h.agent.IsZero() {
		return h.person
	}
	return h.agent
}

// mark judges one ballot of a paper. The refusal names the field within the
// ballot.
func (b *box) mark(ctx context.Context, p *paper, in BallotInput) (*lodged, *fault.Fault, error) {
	h := p.Input.hand(p.Viewer.Person)
	m, mine := b.motions[in.VoteID.ID], []*db.RollEntry(nil)
	if m != nil {
		mine = b.mine(m.vote, h.person)
	}
	unknown, err := b.unseen(ctx, p, m, h, mine)
	if unknown != nil || err != nil {
		return nil, unknown, err
	}
	if err := b.direct(ctx, p, m, h); err != nil {
		return nil, nil, err
	}
	if _, refused := mandate.Ask("castBallots", p.Viewer, b.subject(p, m, h)); refused != nil {
		return nil, refused, nil
	}
	if wrong := b.runs(m, p.Now, h.channel); wrong != nil {
		return nil, wrong, nil
	}
	entry, wrong := under(mine, in.EntryID)
	if wrong != nil {
		return nil, wrong, nil
	}
	one := &lodged{
		Ballot: voice.Ballot{
			ID: ident.New(ident.KindBallot, p.Now), Voter: h.person, Agent: h.agent, Channel: h.channel,
			At: begun(m, p.Now), Said: in.said(), Heir: b.heir(entry, h.person, b.on),
		},
		motion: m, entry: entry,
	}
	return one, b.objection(one, p, h), nil
}

// begun is when a ballot was cast. The voter may have waited for the vote to
// open.
func begun(m *motion, now time.Time) time.Time {
	if now.Before(*m.vote.OpenedAt) {
		return *m.vote.OpenedAt
	}
	return now
}

// runs refuses a vote into which nobody can cast: one that is not open or whose
// time is over, one that is counted by hand, and one without a hall to be in.
func (b *box) runs(m *motion, now time.Time, channel schema.BallotChannel) *fault.Fault {
	state := m.vote.Status
	if _, wrong := stage.Vote.Next("castBallots", state); wrong == nil && poll.TimeIsUp(m.vote, now) {
		state = schema.VoteStatusClosed
	}
	switch {
	case state != schema.VoteStatusOpen:
		return fault.New(fault.VoteNotOpen, "state", state).At("voteId")
	case m.vote.Method != schema.VoteMethodNamed:
		return fault.New(fault.MethodNotSupported, "method", m.vote.Method).At("voteId")
	case channel == schema.BallotChannelHall && m.meeting.Form == schema.MeetingFormWritten:
		return fault.New(fault.NoSitting).At("voteId")
	default:
		return nil
	}
}

// objection is why a ballot for a place on the roll is not taken in, and finds
// the authority of an agent.
func (b *box) objection(one *lodged, p *paper, h hand) *fault.Fault {
	m := one.motion
	if aside := b.stepsAside(m, h); aside != nil {
		return aside.At("voteId")
	}
	if !h.agent.IsZero() {
		proxy, refused := b.standIns[m.meeting.ID].authority(m, h.person, h.agent, p.Today)
		if refused != nil {
			return refused.At("voteId")
		}
		one.proxy = &proxy
	}
	if wrong := m.offer.Read(one.Said); wrong != nil {
		return wrong
	}
	if wrong := m.offer.Count(one.Said); wrong != nil {
		return wrong
	}
	before := b.lodged[one.slot()]
	if done := ballotPlace(m, one.entry, before).Admit(voices(before), one.Ballot); done != nil {
		return done.At("voteId")
	}
	return at(b.absent(one, h), "voteId")
}

// stepsAside refuses voters, and agents, who have stepped aside on the item.
func (b *box) stepsAside(m *motion, h hand) *fault.Fault {
	item := m.vote.AgendaItemID
	if b.recused[recused{item, h.person}] || b.recused[recused{item, h.present()}] {
		return fault.New(fault.Recused)
	}
	return nil
}

// absent refuses who is not there. An agent comes in the place of the voter, and
// counts as there in whatever capacity.
func (b *box) absent(one *lodged, h hand) *fault.Fault {
	m := one.motion
	if h.agent.IsZero() {
		return poll.Absent(m.meeting, m.vote, m.rule, m.stays, h.person, one.entry.PartyID)
	}
	return poll.Absent(m.meeting, m.vote, m.rule, b.standIns[m.meeting.ID].stays, h.agent, nil)
}

// unseen refuses a vote that does not exist, or that the viewer may not even
// see. Who is on its roll, or holds an authority for it, may know of it.
func (b *box) unseen(ctx context.Context, p *paper, m *motion, h hand, mine []*db.RollEntry) (*fault.Fault, error) {
	seen := m != nil && len(mine) > 0 && h.person == p.Viewer.Person
	if m != nil && h.agent == p.Viewer.Person && !h.agent.IsZero() {
		_, refused := b.standIns[m.meeting.ID].authority(m, h.person, h.agent, p.Today)
		seen = refused == nil
	}
	if m != nil && !seen {
		var err error
		if seen, err = p.Sees(ctx, m.vote.ID); err != nil {
			return nil, err
		}
	}
	if seen {
		return nil, nil
	}
	return fault.New(fault.NotFound, "kind", ident.KindVote).At("voteId"), nil
}

// direct reads who directs the meeting, whom it takes to enter ballots in the
// hall, and which offices the viewer holds.
func (b *box) direct(ctx context.Context, p *paper, m *motion, h hand) error {
	if h.channel != schema.BallotChannelHall {
		return nil
	}
	if _, known := b.subjects[m.meeting.ID]; !known {
		subject, err := power.OfMeeting(ctx, p.Client, p.Today, m.meeting)
		if err != nil {
			return err
		}
		b.subjects[m.meeting.ID] = subject
	}
	_, err := p.Sees(ctx, m.vote.ID)
	return err
}

// subject is the subject of casting a ballot: everybody casts their own, or with
// a written authority that of another; in the hall those do who direct the
// meeting.
func (b *box) subject(p *paper, m *motion, h hand) mandate.Subject {
	if h.channel == schema.BallotChannelHall {
		return b.subjects[m.meeting.ID]
	}
	return mandate.Subject{Persons: []ident.ID{p.Viewer.Person}}
}

// under is the place that a ballot names, or the only one there is.
func under(mine []*db.RollEntry, named *ident.RollEntry) (*db.RollEntry, *fault.Fault) {
	switch {
	case named != nil:
		for _, e := range mine {
			if e.ID == named.ID {
				return e, nil
			}
		}
		return nil, fault.New(fault.NotOnRoll).At("entryId")
	case len(mine) == 0:
		return nil, fault.New(fault.NotOnRoll).At("voteId")
	case len(mine) > 1:
		return nil, fault.New(fault.EntryNeeded, "count", len(mine)).At("entryId")
	default:
		return mine[0], nil
	}
}
