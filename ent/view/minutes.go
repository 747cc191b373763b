package view

import (
	"cmp"
	"slices"

	"sifang/ent/db"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/mandate"
	"sifang/schema/stage"
)

// unsigned are the parties of a meeting for which nobody signed an edition.
func unsigned(e *db.Minutes) []*db.LinkageParty {
	signed := map[ident.ID]bool{}
	for _, s := range e.Edges.Signatures {
		signed[s.PersonID] = true
	}
	parties, done := map[ident.ID]*db.LinkageParty{}, map[ident.ID]bool{}
	for _, stay := range e.Edges.Meeting.Edges.Attendances {
		if stay.PartyID != nil {
			parties[*stay.PartyID] = stay.Edges.Party
			done[*stay.PartyID] = done[*stay.PartyID] || signed[stay.PersonID]
		}
	}
	var left []*db.LinkageParty
	for id, party := range parties {
		if !done[id] {
			left = append(left, party)
		}
	}
	slices.SortFunc(left, func(a, b *db.LinkageParty) int { return cmp.Compare(a.Position, b.Position) })
	return left
}

// minuted is a meeting with its attendances and minutes, and whose consent its
// verbs take.
type minuted struct {
	meeting *db.Meeting
	subject mandate.Subject
}

// about tells what the viewer could do with an edition.
func (m minuted) about(e *db.Minutes, viewer mandate.Viewer) []*VerbPermission {
	a := asker{
		viewer: viewer, subject: m.signing(viewer.Person),
		steps: []step{in(stage.Meeting, m.meeting.Status), in(stage.Minutes, e.Status)},
		rules: map[string]*fault.Fault{},
	}
	for _, other := range m.meeting.Edges.Minutes {
		if other.Edition > e.Edition {
			a.rules["correctMinutes"] = fault.New(fault.MinutesReplaced, "edition", other.Edition)
		}
	}
	presided := m.meeting.ChairID != nil && *m.meeting.ChairID == viewer.Person
	if e.DraftedByID != nil && *e.DraftedByID == viewer.Person && !presided {
		a.rules["approveMinutes"] = fault.New(fault.OwnDraft)
	}
	if !m.attended(viewer.Person) {
		a.rules["signMinutes"] = fault.New(fault.DidNotAttend)
	}
	return a.ask([]string{"correctMinutes", "approveMinutes", "signMinutes"})
}

func (m minuted) attended(person ident.ID) bool {
	return slices.ContainsFunc(m.meeting.Edges.Attendances, func(s *db.Attendance) bool { return s.PersonID == person })
}

// signing is the subject of what concerns minutes: everybody signs for themselves.
func (m minuted) signing(person ident.ID) func(string) mandate.Subject {
	return func(verb string) mandate.Subject {
		s := m.subject
		if verb == "signMinutes" {
			s.Persons = []ident.ID{person}
		}
		return s
	}
}
