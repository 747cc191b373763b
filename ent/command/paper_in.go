package command

import (
	"context"
	"time"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/paperballot"
	"sifang/ent/db/roll"
	"sifang/ent/db/rollentry"
	"sifang/ent/poll"
	"sifang/ent/power"
	"sifang/schema"
	"sifang/schema/agency"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/mandate"
	"sifang/schema/stage"
	"sifang/schema/tally"
	"sifang/schema/voice"
)

// handedIn is a paper that came in: for which place on the roll, signed by whom,
// and when.
type handedIn struct {
	meeting *db.Meeting
	entry   *db.RollEntry
	hand    hand
	at      time.Time
	verb    stage.Verb // with which it is entered or settled
	casts   bool       // its ballots are cast, if it is in order
	box     *box
}

// papered locks a meeting against change and asks the mandate of those who
// direct it.
func papered(ctx context.Context, tx *ent.Tx, verb string, about, id ident.ID, field string) (*db.Meeting, mandate.Grant, error) {
	var none mandate.Grant
	m, err := need(ctx, lockedMeeting(tx, ent.Share), id, field)
	if err != nil {
		return nil, none, err
	}
	subject, err := power.OfMeeting(ctx, tx.Client, tx.Today, m)
	if err != nil {
		return nil, none, err
	}
	grant, err := may(ctx, tx, verb, about, subject)
	return m, grant, err
}

// lockedPaper locks a paper that was entered before, so that two who read it at
// once do so one after the other. It is nil if there is none.
func lockedPaper(ctx context.Context, tx *ent.Tx, meeting ident.ID, number string) (*db.PaperBallot, error) {
	p, err := tx.PaperBallot.Query().Where(paperballot.MeetingID(meeting), paperballot.Number(number), ent.Update).Only(ctx)
	if db.IsNotFound(err) {
		return nil, nil
	}
	return p, err
}

// onTheRoll reads a place on the roll of a meeting. It refuses one that an
// amendment struck, and one on the roll of another meeting.
func onTheRoll(ctx context.Context, tx *ent.Tx, m *db.Meeting, id ident.ID, field string) (*db.RollEntry, error) {
	e, err := tx.RollEntry.Query().Where(rollentry.ID(id)).WithDelegates().Only(ctx)
	if e, err = found(e, err, ident.KindRollEntry, field); err != nil {
		return nil, err
	}
	here, err := tx.Roll.Query().Where(roll.ID(e.RollID), roll.MeetingID(m.ID)).Exist(ctx)
	if err != nil {
		return nil, err
	}
	if !here {
		return nil, fault.New(fault.EntryOfOtherRoll).At(field)
	}
	return e, refuse(at(offTheRoll(e), field))
}

// open gathers what the paper is judged by. Its ballots are then cast into the
// votes as online ones are. But a vote that is closed is judged anew with them, and
// of two papers at once neither verdict may lack the ballot of the other: so who
// casts them locks the votes alone. Whether one is closed is known too late to ask.
func (h *handedIn) open(ctx context.Context, tx *ent.Tx, answers []PaperAnswerInput) error {
	all := asked{persons: []ident.ID{h.hand.person}, at: h.at}
	if paperSized(answers) == nil {
		for _, one := range answers {
			all.votes = append(all.votes, one.VoteID.ID)
			if !h.hand.agent.IsZero() {
				all.agencies = append(all.agencies, standIn{vote: one.VoteID.ID, agent: h.hand.agent})
			}
		}
	}
	hold := heldVotes
	if h.casts {
		hold = claimedVotes
	}
	var err error
	h.box, err = casting{hold: hold}.gather(ctx, tx, all)
	return err
}

// check refuses a paper that cannot have come in as it was entered. What a voter
// did wrong is no reason: such a paper is kept as invalid.
func (h *handedIn) check(answers []PaperAnswerInput) fault.Faults {
	faults := h.box.legible(answers)
	if !h.box.entitled(h.entry, h.hand.person) {
		faults = append(faults, fault.New(fault.VoterNotOfEntry).At("personId"))
	}
	for i, one := range answers {
		m := h.box.motions[one.VoteID.ID]
		if m == nil {
			continue
		}
		if wrong := h.timely(m); wrong != nil {
			faults = append(faults, inBallot(wrong, i))
			continue
		}
		if wrong := h.standing(m); wrong != nil {
			faults = append(faults, wrong)
		}
	}
	return faults
}

// entitled reports whether somebody may vote for a place.
func (b *box) entitled(e *db.RollEntry, who ident.ID) bool {
	for _, voter := range poll.Voters(e) {
		if voter == who {
			return true
		}
	}
	return b.heir(e, who, b.on)
}

// timely refuses a vote of another meeting, one that is counted by hand, one for
// which no papers are entered any more, and a paper that came too late for it,
// or before it was opened.
func (h *handedIn) timely(m *motion) *fault.Fault {
	ended := end(m.vote)
	late := ended != nil && h.at.After(*ended)
	guard := stage.ReceivedInTime
	if late {
		guard = ""
	}
	_, wrong := stage.Vote.Next(h.verb, m.vote.Status, guard)
	switch {
	case m.meeting.ID != h.meeting.ID:
		return fault.New(fault.VoteOfOtherMeeting).At("voteId")
	case m.vote.Method != schema.VoteMethodNamed:
		return fault.New(fault.MethodNotSupported, "method", m.vote.Method).At("voteId")
	case late:
		return fault.New(fault.LatePaper, "received", h.at, "closed", *ended).At("voteId")
	case wrong != nil:
		return wrong.At("voteId")
	case h.at.Before(*m.vote.OpenedAt):
		return fault.New(fault.EarlyPaper, "received", h.at, "opened", *m.vote.OpenedAt).At("voteId")
	default:
		return nil
	}
}

// end is when a vote ended: at the announced close or, if that was sooner, when
// it was closed; nil while it goes on.
func end(v *db.Vote) *time.Time {
	if v.ClosesAt == nil || v.ClosedAt != nil && v.ClosedAt.Before(*v.ClosesAt) {
		return v.ClosedAt
	}
	return v.ClosesAt
}

// standing refuses a paper of somebody who was not there, and a second one for a
// party, which casts one ballot among its delegates.
func (h *handedIn) standing(m *motion) *fault.Fault {
	if !h.admitted(m) {
		return fault.New(fault.NotPresent, "why", fault.Words{
			Chinese: "此人在表决时没有到会", English: "the person did not attend when the vote was held",
		}).At("personId")
	}
	if h.entry.PartyID == nil {
		return nil
	}
	for _, one := range h.box.lodged[slot{m.vote.ID, h.entry.ID}] {
		if !one.Invalid && !one.Stray && one.Voter != h.hand.person {
			return fault.New(fault.AlreadyVoted, "at", one.At).At("personId")
		}
	}
	return nil
}

// admitted reports whether whoever signed the paper was there when the vote was
// held. To a written vote nobody comes.
func (h *handedIn) admitted(m *motion) bool {
	if m.meeting.Form == schema.MeetingFormWritten {
		return true
	}
	arrival := poll.Arrival(m.stays, h.hand.person, h.entry.PartyID, m.vote)
	if !h.hand.agent.IsZero() {
		arrival = poll.Arrival(h.box.standIns[m.meeting.ID].stays, h.hand.agent, nil, m.vote)
	}
	return arrival == tally.AtOpening || arrival == tally.Late && m.rule.LateArrivalsVote
}

// cast casts what was read, one ballot for each vote. Those that do not count
// are stored with the reason.
func (h *handedIn) cast(tx *ent.Tx, paper ident.ID, r reading) []*lodged {
	var all []*lodged
	for _, answer := range r {
		m := h.box.motions[answer.Vote]
		one := &lodged{
			Ballot: voice.Ballot{
				ID: ident.New(ident.KindBallot, tx.Now), Voter: h.hand.person, Agent: h.hand.agent, Channel: h.hand.channel,
				At: h.at, Said: answer.Said, Heir: h.box.heir(h.entry, h.hand.person, h.box.on),
			},
			motion: m, entry: h.entry, paper: &paper,
		}
		one.invalid = h.spoils(one, answer)
		one.Invalid = one.invalid != nil
		h.box.drop(one)
		all = append(all, one)
	}
	return all
}

// rejudged judges those votes anew that were closed before the ballots of the
// paper were written into them, and answers what the record tells of each.
func (second counter) rejudged(ctx context.Context, tx *ent.Tx, cast []*lodged) ([]any, error) {
	var all []any
	for _, one := range cast {
		v := one.motion.vote
		if v.Status != schema.VoteStatusClosed {
			continue
		}
		told, err := second.rejudge(ctx, tx, v)
		if err != nil {
			return nil, err
		}
		if told != nil {
			told["vote"] = v.ID
			all = append(all, told)
		}
	}
	return all, nil
}

// spoils is why a ballot on the paper does not count, nil if it does; and finds
// the authority of an agent.
func (h *handedIn) spoils(one *lodged, answer answerRead) *schema.InvalidReason {
	reason := func(r schema.InvalidReason) *schema.InvalidReason { return &r }
	m := one.motion
	if !h.hand.agent.IsZero() {
		proxy, refused := h.box.standIns[m.meeting.ID].authority(m, h.hand.person, h.hand.agent, day.Of(h.at))
		if refused != nil {
			return reason(agency.Reason(refused))
		}
		one.proxy = &proxy
	}
	switch {
	case answer.Invalid != nil:
		return answer.Invalid
	case m.offer.Count(one.Said) != nil:
		return reason(schema.InvalidReasonTooManyMarks)
	case h.box.stepsAside(m, h.hand) != nil, h.forestalled(one):
		return reason(schema.InvalidReasonOther)
	default:
		return nil
	}
}

// forestalled reports whether a former owner voted before the new one did, or
// the reverse: a flat that changes hands has one vote, however often it does.
func (h *handedIn) forestalled(one *lodged) bool {
	for _, other := range h.box.lodged[one.slot()] {
		if !other.Invalid && !other.Stray && (other.Heir != one.Heir || other.Resold && other.Voter != one.Voter) && other.At.Before(one.At) {
			return true
		}
	}
	return false
}
