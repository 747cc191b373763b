package view

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
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

// voteVerbs are the verbs about a vote.
var voteVerbs = []string{"correctVote", "openVote", "castBallots", "closeVote", "finalizeVote", "voidVote"}

// VotesViewerCan tells for each verb about a vote whether the viewer could do it
// now.
func (p Present) VotesViewerCan(ctx context.Context, votes []*db.Vote) ([][]*VerbPermission, error) {
	viewer, err := p.store.Powers(ctx)
	if err != nil {
		return nil, err
	}
	whole := ent.Unguarded(ctx)
	items, err := p.around(whole, votes)
	if err != nil {
		return nil, err
	}
	mine, err := p.viewerEntries(ctx, votes, items)
	if err != nil {
		return nil, err
	}
	judged, err := poll.Standings(whole, p.store.Read(), p.store.Now(), votes...)
	if err != nil {
		return nil, err
	}
	meetings := make([]*db.Meeting, len(votes))
	for i, v := range votes {
		meetings[i] = items[v.AgendaItemID].Edges.Meeting
	}
	subjects, err := power.OfMeetings(whole, p.store.Read(), day.Of(p.store.Now()), meetings...)
	if err != nil {
		return nil, err
	}
	all := make([][]*VerbPermission, len(votes))
	for i, v := range votes {
		a := asker{viewer: viewer, subject: voting(subjects[i], viewer.Person)}
		if a.steps, a.rules, err = voteRules(v, items[v.AgendaItemID], judged[v.ID]); err != nil {
			return nil, err
		}
		a.rules["castBallots"] = cannotCast(mine[i])
		all[i] = a.ask(voteVerbs)
	}
	return all, nil
}

// voting is the subject of what concerns a vote: whoever votes does so for
// themselves.
func voting(directing mandate.Subject, person ident.ID) func(string) mandate.Subject {
	return func(verb string) mandate.Subject {
		if verb == "castBallots" {
			return mandate.Subject{Persons: []ident.ID{person}}
		}
		return directing
	}
}

// voteRules are the lives that have a say in a vote, and what else its verbs
// ask.
func voteRules(v *db.Vote, item *db.AgendaItem, judged poll.Judgment) ([]step, map[string]*fault.Fault, error) {
	pinned, err := rule.Parse(v.Rule)
	if err != nil {
		return nil, nil, err
	}
	guard, unnoticed := poll.Noticed(v, item, pinned)
	steps := []step{
		except("castBallots", except("correctVote", in(stage.Vote, v.Status, guard))),
		only("openVote", in(stage.Meeting, item.Edges.Meeting.Status)),
		only("openVote", in(stage.AgendaItem, item.Disposition)),
	}
	return steps, map[string]*fault.Fault{
		"correctVote": poll.Correctable(v), "openVote": unnoticed, "finalizeVote": consentPending(judged), "voidVote": nil,
	}, nil
}

// consentPending refuses to make final what absent parties may still change.
func consentPending(judged poll.Judgment) *fault.Fault {
	if judged.Outcome != schema.VerdictOutcomePendingConsent {
		return nil
	}
	return fault.New(fault.ConsentPending, "until", judged.ConsentDeadline)
}

// cannotCast is why the viewer cannot vote, nil if there is a place under which
// nothing stands in the way.
func cannotCast(mine []*ViewerEntry) *fault.Fault {
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
