package view

import (
	"context"
	"slices"
	"time"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/power"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/mandate"
	"sifang/schema/todo"
)

// How many things to be done are answered, and how many of each kind are looked
// at.
const (
	usualTodos = 50
	mostTodos  = 200
	mostOfKind = 500
)

// TodoList is what somebody is to do now, the most urgent first.
type TodoList struct {
	Todos   []*Todo
	Total   int
	Overdue int
	More    int
}

// Todo is one thing to be done.
type Todo struct {
	Kind todo.Kind
	// Verb is nil where no verb does it.
	Verb      *string
	SubjectID ident.ID
	Count     int
	Since     time.Time
	DueOn     *day.Date
	Until     *time.Time
	Overdue   bool
	Sentence  fault.Words
}

// errand is a thing to be done, and whose consent its verb takes: that of those
// who direct the meeting or the body, or of the viewer alone if there is neither.
type errand struct {
	todo.Thing
	subject ident.ID
	meeting *db.Meeting
	body    ident.ID
}

// Errands say which things to be done are asked for. What is nil asks for the
// usual number, and for all kinds.
type Errands struct {
	First *int
	Kinds []todo.Kind
}

// Todos are what the viewer is to do now: never what they have no mandate for, and
// never about what they may not see. It takes the same number of statements
// however much there is to do.
func (p Present) Todos(asked Errands) func(context.Context, []*Viewer) ([]*TodoList, error) {
	return func(ctx context.Context, viewers []*Viewer) ([]*TodoList, error) {
		list, err := p.todos(ctx, asked)
		return slices.Repeat([]*TodoList{list}, len(viewers)), err
	}
}

func (p Present) todos(ctx context.Context, asked Errands) (*TodoList, error) {
	list := &TodoList{Todos: []*Todo{}}
	d, err := p.desk(ctx)
	if err != nil || d.me.IsZero() {
		return list, err
	}
	all, err := d.gather(ent.Unguarded(ctx))
	if err != nil {
		return nil, err
	}
	all = slices.DeleteFunc(all, func(e errand) bool { return len(asked.Kinds) > 0 && !slices.Contains(asked.Kinds, e.Kind) })
	if all, err = d.mandated(ent.Unguarded(ctx), all); err != nil {
		return nil, err
	}
	if all, err = d.visible(ctx, all); err != nil {
		return nil, err
	}
	todo.Sort(d.now, all, func(e errand) todo.Thing { return e.Thing })
	list.fill(all, asked.size(), d.now)
	return list, nil
}

func (asked Errands) size() int {
	if asked.First == nil {
		return usualTodos
	}
	return min(max(*asked.First, 0), mostTodos)
}

func (l *TodoList) fill(all []errand, size int, now time.Time) {
	l.Total, l.More = len(all), max(len(all)-size, 0)
	for i, e := range all {
		if e.Overdue(now) {
			l.Overdue++
		}
		if i < size {
			l.Todos = append(l.Todos, e.told(now))
		}
	}
}

func (e errand) told(now time.Time) *Todo {
	t := &Todo{
		Kind: e.Kind, SubjectID: e.subject, Count: e.Number(), Since: e.Since, DueOn: dated(e.Day()),
		Overdue: e.Overdue(now), Sentence: e.Sentence(now),
	}
	if verb := e.Kind.Verb(); verb != "" {
		t.Verb = &verb
	}
	if !e.Until.IsZero() {
		t.Until = &e.Until
	}
	return t
}

// mandated leaves what the viewer may do, by the grounds that the verbs ask for.
// What no verb does is asked of whoever leads the body.
func (d desk) mandated(ctx context.Context, all []errand) ([]errand, error) {
	var meetings []*db.Meeting
	var bodies []ident.ID
	for _, e := range all {
		switch {
		case e.meeting != nil:
			meetings = append(meetings, e.meeting)
		case !e.body.IsZero():
			bodies = append(bodies, e.body)
		}
	}
	ofMeetings, err := power.OfMeetings(ctx, d.client, d.today, meetings...)
	if err != nil {
		return nil, err
	}
	ofBodies, err := power.OfOrganizations(ctx, d.client, d.today, bodies...)
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(all, func(e errand) bool {
		subject := mandate.Subject{Persons: []ident.ID{d.me}}
		switch {
		case e.meeting != nil:
			subject, ofMeetings = ofMeetings[0], ofMeetings[1:]
		case !e.body.IsZero():
			subject, ofBodies = ofBodies[0], ofBodies[1:]
		}
		if e.Kind.Verb() == "" {
			return !d.leads(e.body)
		}
		_, refused := mandate.Ask(e.Kind.Verb(), d.viewer, subject)
		return refused != nil
	}), nil
}

// visible leaves what is about things that the viewer may see, which it asks once
// for each type of them.
func (d desk) visible(ctx context.Context, all []errand) ([]errand, error) {
	var ids []ident.ID
	for _, e := range all {
		if !slices.Contains(ids, e.subject) {
			ids = append(ids, e.subject)
		}
	}
	rows, err := d.client.Noders(ctx, ids, db.WithNodeType(func(_ context.Context, id ident.ID) (string, error) {
		return ent.TableOf(id), nil
	}))
	if err != nil {
		return nil, err
	}
	seen := make(map[ident.ID]bool, len(ids))
	for i, row := range rows {
		seen[ids[i]] = row != nil
	}
	return slices.DeleteFunc(all, func(e errand) bool { return !seen[e.subject] }), nil
}
