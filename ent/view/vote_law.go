package view

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"time"

	"sifang/ent/db"
	"sifang/ent/debate"
	"sifang/ent/poll"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/rule"
	"sifang/schema/stage"
)

// voteLaw is what the law says to the verbs about some votes.
type voteLaw struct {
	client    *db.Client
	now       time.Time
	items     map[ident.ID]*db.AgendaItem // with their meetings
	judged    map[ident.ID]poll.Judgment  // by vote
	unsettled map[ident.ID]fault.Faults   // by vote
	moved     map[ident.ID]*fault.Fault   // by vote
	awaited   map[ident.ID]*fault.Fault   // by item
	aside     map[ident.ID]*fault.Fault   // by item
}

func (p Present) voteLaw(ctx context.Context, votes []*db.Vote, items map[ident.ID]*db.AgendaItem, viewer ident.ID) (voteLaw, error) {
	l := voteLaw{client: p.store.Read(), now: p.store.Now(), items: items}
	var err error
	if l.judged, err = poll.Standings(ctx, l.client, l.now, votes...); err != nil {
		return l, err
	}
	if l.unsettled, err = poll.UnsettledOf(ctx, l.client, day.Of(l.now), votes...); err != nil {
		return l, err
	}
	ids := slices.Collect(maps.Keys(items))
	if l.aside, err = debate.StepsAside(ctx, l.client, viewer, ids...); err != nil {
		return l, err
	}
	if !slices.ContainsFunc(votes, func(v *db.Vote) bool { return slices.Contains(stage.Unopened, v.Status) }) {
		return l, nil // what comes before an opening has no say any more
	}
	if l.awaited, err = debate.OpinionsAwaited(ctx, l.client, l.now, ids...); err != nil {
		return l, err
	}
	l.moved, err = debate.Moved(ctx, l.client, votes...)
	return l, err
}

// about are the lives that have a say in a vote, and what else its verbs ask.
// Only what is peculiar to few votes is read here: the list of candidates before
// an election, and who has not voted yet before the announced close of a vote.
func (l voteLaw) about(ctx context.Context, v *db.Vote) ([]step, map[string]*fault.Fault, error) {
	item := l.items[v.AgendaItemID]
	pinned, err := rule.Parse(v.Rule)
	if err != nil {
		return nil, nil, err
	}
	guard, unnoticed := poll.Noticed(v, item, pinned)
	rules, err := l.windowRules(ctx, v, pinned, unnoticed)
	if err != nil {
		return nil, nil, err
	}
	if slices.Contains(stage.Unopened, v.Status) {
		rules["openVote"] = cmp.Or(l.aside[item.ID], rules["openVote"], l.awaited[item.ID], l.moved[v.ID])
	}
	rules["closeVote"] = cmp.Or(l.aside[item.ID], rules["closeVote"])
	rules["correctVote"] = poll.Correctable(v)
	lists, uncalled := poll.Listing(v, item)
	rules["publish"] = cmp.Or(uncalled, rules["publish"])
	rules["nominateCandidate"] = poll.Nominable(v)
	if len(lists) > 0 {
		unready, err := poll.Unready(ctx, l.client, v, item.Edges.Meeting, day.Of(l.now))
		if err != nil {
			return nil, nil, err
		}
		rules["openVote"] = cmp.Or(append([]*fault.Fault{rules["openVote"]}, unready...)...)
	}
	steps := []step{
		except("castBallots", except("correctVote", in(stage.Vote, v.Status, append(lists, guard)...))),
		only("openVote", in(stage.Meeting, item.Edges.Meeting.Status)),
		only("openVote", in(stage.AgendaItem, item.Disposition)),
	}
	return steps, rules, nil
}
