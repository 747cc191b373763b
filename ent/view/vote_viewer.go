package view

import (
	"cmp"
	"context"
	"slices"
	"time"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/ballot"
	"sifang/ent/db/person"
	"sifang/ent/db/rollentry"
	"sifang/ent/poll"
	"sifang/ent/power"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/mandate"
	"sifang/schema/rule"
	"sifang/schema/stage"
)

// ViewerEntry is a place on the roll of a vote under which the viewer may vote.
type ViewerEntry struct {
	Entry *db.RollEntry
	// Voted: a ballot was cast under it, by the viewer or by somebody else who
	// may. Ballot is the viewer's own.
	Voted   bool
	Ballot  *db.Ballot
	Reasons []*fault.Fault
}

// VoteViewerEntries are the places on the roll under which the viewer may vote,
// each with the reasons why not now. Somebody who sits for two parties has two.
func VoteViewerEntries(ctx context.Context, s *ent.Store, id ident.ID) ([]ViewerEntry, error) {
	v, err := s.Read().Vote.Get(ctx, id)
	if err != nil {
		return nil, err
	}
	m, err := meetingOf(ent.Unguarded(ctx), s, v)
	if err != nil {
		return nil, err
	}
	return viewerEntries(ctx, s, v, m)
}

func viewerEntries(ctx context.Context, s *ent.Store, v *db.Vote, m *db.Meeting) ([]ViewerEntry, error) {
	me := ent.ViewerFrom(ctx).Person
	if v.RollID == nil || me.IsZero() {
		return nil, nil
	}
	rows, err := s.Read().RollEntry.Query().Where(rollentry.RollID(*v.RollID),
		rollentry.Or(rollentry.PersonID(me), rollentry.HasDelegatesWith(person.ID(me)))).
		Order(rollentry.ByPosition()).All(ctx)
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	// Whether the other delegate of a party voted, the viewer may know; how,
	// that delegate's ballot alone tells.
	ctx = ent.Unguarded(ctx)
	ids := make([]ident.ID, len(rows))
	for i, e := range rows {
		ids[i] = e.ID
	}
	cast, err := s.Read().Ballot.Query().Where(ballot.VoteID(v.ID), ballot.EntryIDIn(ids...)).All(ctx)
	if err != nil {
		return nil, err
	}
	stays, err := poll.Stays(ctx, s.Read(), m.ID, me)
	if err != nil {
		return nil, err
	}
	pinned, err := rule.Parse(v.Rule)
	entries := make([]ViewerEntry, len(rows))
	for i, e := range rows {
		entries[i].Entry = e
		entries[i].look(v, s.Now(), cast, me)
		if away := poll.Absent(m, v, pinned, stays, me, e.PartyID); away != nil && !entries[i].Voted {
			entries[i].Reasons = append(entries[i].Reasons, away)
		}
	}
	return entries, err
}

// look finds what was cast under the entry, and why nothing may be cast now.
func (e *ViewerEntry) look(v *db.Vote, now time.Time, cast []*db.Ballot, me ident.ID) {
	state := v.Status
	if state == schema.VoteStatusOpen && poll.TimeIsUp(v, now) {
		state = schema.VoteStatusClosed
	}
	if state != schema.VoteStatusOpen {
		e.Reasons = append(e.Reasons, fault.New(fault.VoteNotOpen, "state", state))
	}
	i := slices.IndexFunc(cast, func(b *db.Ballot) bool { return b.EntryID == e.Entry.ID })
	if i < 0 {
		return
	}
	e.Voted = true
	e.Reasons = append(e.Reasons, fault.New(fault.AlreadyVoted, "at", cast[i].CastAt))
	if cast[i].PersonID == me {
		e.Ballot = cast[i]
	}
}

// voteVerbs are the verbs about a vote.
var voteVerbs = []string{"correctVote", "openVote", "castBallots", "closeVote", "finalizeVote", "voidVote", "extendVote", "publish", "nominateCandidate"}

// VoteViewerCan tells for each verb about a vote whether the viewer could do it
// now.
func VoteViewerCan(ctx context.Context, s *ent.Store, id ident.ID) ([]VerbPermission, error) {
	v, err := s.Read().Vote.Get(ctx, id)
	if err != nil {
		return nil, err
	}
	viewer, err := s.Powers(ctx)
	if err != nil {
		return nil, err
	}
	whole := ent.Unguarded(ctx)
	m, err := meetingOf(whole, s, v)
	if err != nil {
		return nil, err
	}
	mine, err := viewerEntries(ctx, s, v, m)
	if err != nil {
		return nil, err
	}
	steps, rules, err := voteRules(whole, s, v, m)
	if err != nil {
		return nil, err
	}
	rules["castBallots"] = cannotCast(mine)
	subjects, err := voteSubjects(whole, s, v, m, viewer.Person)
	a := asker{viewer: viewer, steps: steps, rules: rules, subject: subjects}
	return a.ask(voteVerbs), err
}

// voteSubjects tell whose consent each verb about a vote takes: everybody casts
// their own ballot, and of the community everybody nominates themselves.
func voteSubjects(ctx context.Context, s *ent.Store, v *db.Vote, m *db.Meeting, viewer ident.ID) (func(string) mandate.Subject, error) {
	today := day.Of(s.Now())
	directs, err := power.OfMeeting(ctx, s.Read(), today, m)
	if err != nil {
		return nil, err
	}
	there, err := power.Belongs(ctx, s.Read(), today, viewer, v.CommunityID)
	nominates := directs
	if there {
		nominates.Persons = []ident.ID{viewer}
	}
	return func(verb string) mandate.Subject {
		switch verb {
		case "castBallots":
			return mandate.Subject{Persons: []ident.ID{viewer}}
		case "nominateCandidate":
			return nominates
		default:
			return directs
		}
	}, err
}

// voteRules are the lives that have a say in a vote, and what else its verbs
// ask.
func voteRules(ctx context.Context, s *ent.Store, v *db.Vote, m *db.Meeting) ([]step, map[string]*fault.Fault, error) {
	item, err := s.Read().AgendaItem.Get(ctx, v.AgendaItemID)
	if err != nil {
		return nil, nil, err
	}
	pinned, err := rule.Parse(v.Rule)
	if err != nil {
		return nil, nil, err
	}
	guard, unnoticed := poll.Noticed(v, item, pinned)
	rules, err := windowRules(ctx, s, v, pinned, unnoticed)
	if err != nil {
		return nil, nil, err
	}
	rules["correctVote"] = poll.Correctable(v)
	lists, uncalled := poll.Listing(v, item)
	rules["publish"] = cmp.Or(uncalled, rules["publish"])
	rules["nominateCandidate"] = poll.Nominable(v)
	if len(lists) > 0 {
		unready, err := poll.Unready(ctx, s.Read(), v, m, day.Of(s.Now()))
		if err != nil {
			return nil, nil, err
		}
		rules["openVote"] = cmp.Or(append([]*fault.Fault{rules["openVote"]}, unready...)...)
	}
	steps := []step{
		except("castBallots", except("correctVote", in(stage.Vote, v.Status, append(lists, guard)...))),
		only("openVote", in(stage.Meeting, m.Status)),
		only("openVote", in(stage.AgendaItem, item.Disposition)),
	}
	return steps, rules, nil
}

// cannotCast is why the viewer cannot vote, nil if there is a place under which
// nothing stands in the way.
func cannotCast(mine []ViewerEntry) *fault.Fault {
	if len(mine) == 0 {
		return fault.New(fault.NotOnRoll)
	}
	for _, e := range mine {
		if len(e.Reasons) == 0 {
			return nil
		}
	}
	return mine[0].Reasons[0]
}

// only is a step that has a say in one verb.
func only(spoken stage.Verb, s step) step {
	return func(verb stage.Verb) *fault.Fault {
		if verb != spoken {
			return nil
		}
		return s(verb)
	}
}

func meetingOf(ctx context.Context, s *ent.Store, v *db.Vote) (*db.Meeting, error) {
	item, err := s.Read().AgendaItem.Get(ctx, v.AgendaItemID)
	if err != nil {
		return nil, err
	}
	return s.Read().Meeting.Get(ctx, item.MeetingID)
}
