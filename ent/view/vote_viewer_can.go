package view

import (
	"context"
	"slices"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/power"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/mandate"
	"sifang/schema/stage"
)

// voteVerbs are the verbs about a vote.
var voteVerbs = []string{
	"correctVote", "openVote", "castBallots", "closeVote", "finalizeVote", "voidVote", "extendVote", "confirmCondition", "publish", "nominateCandidate",
}

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
	law, err := p.voteLaw(whole, votes, items, viewer.Person)
	if err != nil {
		return nil, err
	}
	subjects, err := p.voteSubjects(whole, votes, items, viewer.Person)
	if err != nil {
		return nil, err
	}
	all := make([][]*VerbPermission, len(votes))
	for i, v := range votes {
		a := asker{viewer: viewer, subject: subjects[i]}
		if a.steps, a.rules, err = law.about(whole, v); err != nil {
			return nil, err
		}
		a.rules["castBallots"] = cannotCast(mine[i])
		all[i] = a.ask(voteVerbs)
	}
	return all, nil
}

// voteSubjects tell of each vote whose consent its verbs take: everybody casts
// their own ballot, and of the community everybody nominates themselves.
func (p Present) voteSubjects(ctx context.Context, votes []*db.Vote, items map[ident.ID]*db.AgendaItem, viewer ident.ID) ([]func(string) mandate.Subject, error) {
	today := day.Of(p.store.Now())
	meetings := make([]*db.Meeting, len(votes))
	for i, v := range votes {
		meetings[i] = items[v.AgendaItemID].Edges.Meeting
	}
	directing, err := power.OfMeetings(ctx, p.store.Read(), today, meetings...)
	if err != nil {
		return nil, err
	}
	communities, err := power.Communities(ctx, p.store.Read(), today, viewer)
	all := make([]func(string) mandate.Subject, len(votes))
	for i, v := range votes {
		nominating := directing[i]
		if v.CommunityID != nil && slices.Contains(communities, *v.CommunityID) {
			nominating.Persons = []ident.ID{viewer}
		}
		all[i] = voting(directing[i], nominating, viewer)
	}
	return all, err
}

func voting(directing, nominating mandate.Subject, viewer ident.ID) func(string) mandate.Subject {
	return func(verb string) mandate.Subject {
		switch verb {
		case "castBallots":
			return mandate.Subject{Persons: []ident.ID{viewer}}
		case "nominateCandidate":
			return nominating
		default:
			return directing
		}
	}
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
