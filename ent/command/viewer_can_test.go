package command_test

import (
	"context"
	"slices"
	"testing"

	"sifang/ent/command"
	"sifang/ent/view"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/mandate"
	"sifang/schema/stage"
)

// can lists what somebody could do, in the order of the answer, and for all
// else asserts that a reason is given.
func (c *council) can(answer []*view.VerbPermission, err error) []string {
	c.Helper()
	c.must(err)
	var verbs []string
	for _, p := range answer {
		if p.Allowed != (len(p.Reasons) == 0) {
			c.Errorf("%s is allowed: %v, with reasons %v", p.Verb, p.Allowed, p.Reasons)
		}
		if p.Allowed {
			verbs = append(verbs, p.Verb)
		}
	}
	return verbs
}

func (c *council) may(as context.Context, m ident.Meeting, want ...string) {
	c.Helper()
	if got := c.can(asked(as, view.Now(c.store).MeetingsViewerCan, c.store.Read().Meeting.Get, m.ID)); !slices.Equal(got, want) {
		c.Errorf("may do %v with the meeting, want %v", got, want)
	}
}

func (c *council) mayTreat(as context.Context, item ident.AgendaItem, want ...string) {
	c.Helper()
	if got := c.can(asked(as, view.Now(c.store).ItemsViewerCan, c.store.Read().AgendaItem.Get, item.ID)); !slices.Equal(got, want) {
		c.Errorf("may do %v with the item, want %v", got, want)
	}
}

func TestViewerCan(t *testing.T) {
	eachCouncil(t, func(c *council) {
		draft := c.draft(c.joint())
		c.may(c.asSecretary, draft, "correctMeeting", "addAgendaItem", "callMeeting", "cancelMeeting")
		c.may(c.asM, draft)
		m, item := c.called()
		c.may(c.asSecretary, m, "addAgendaItem", "amendNotice", "cancelMeeting", "freezeRoll") // not to be opened before its time
		c.may(c.visitor, m)
		c.mayTreat(c.asSecretary, item, "withdrawAgendaItem", "draftVote", "requestOpinion")
		c.clock.Set(evening(7))
		c.may(c.asSecretary, m, "addAgendaItem", "amendNotice", "cancelMeeting", "freezeRoll", "openMeeting")
		opened, err := c.do.OpenMeeting(c.asSecretary, command.OpenMeetingInput{MeetingID: m})
		done(c.town, opened, err)
		delegate, err := c.do.AuthorizeDelegate(c.asSecretary, command.AuthorizeDelegateInput{PartyID: c.branchParty, PersonID: ident.Person{ID: c.secretary}})
		done(c.town, delegate, err)
		frozen, err := c.do.FreezeRoll(c.asSecretary, command.FreezeRollInput{MeetingID: m})
		done(c.town, frozen, err)
		c.may(c.asSecretary, m, "addAgendaItem", "checkIn", "checkOut", "adjournMeeting", "closeMeeting", "draftMinutes")
		c.may(c.asM, m, "checkIn", "checkOut")
		c.may(c.as(c.person("路人")), m, "checkOut")
		c.mayTreat(c.asSecretary, item, "withdrawAgendaItem", "draftVote", "noteItem", "referItem", "carryOverItem", "issueResolution", "requestOpinion", "requestFloor", "moveMotion")
		c.mayTreat(c.asM, item, "requestFloor", "moveMotion")
		c.mayTreat(c.visitor, item)
		noted, err := c.do.NoteItem(c.asSecretary, command.NoteItemInput{AgendaItemID: item, Note: "已听取"})
		done(c.town, noted, err)
		c.mayTreat(c.asSecretary, item)
		closed, err := c.do.CloseMeeting(c.asSecretary, command.CloseMeetingInput{MeetingID: m})
		done(c.town, closed, err)
		c.may(c.asSecretary, m, "draftMinutes")
		if _, err := asked(c.visitor, view.Now(c.store).MeetingsViewerCan, c.store.Read().Meeting.Get, draft.ID); err == nil {
			c.Error("a visitor is told what could be done with a draft")
		}
	})
}

// TestViewerCanGivesTheReasonsOfTheVerb holds the reasons against what the verb
// itself answers.
func TestViewerCanGivesTheReasonsOfTheVerb(t *testing.T) {
	eachCouncil(t, func(c *council) {
		m, _ := c.called()
		reasons := func(as context.Context, verb string) []*fault.Fault {
			answer, err := asked(as, view.Now(c.store).MeetingsViewerCan, c.store.Read().Meeting.Get, m.ID)
			c.must(err)
			i := slices.IndexFunc(answer, func(p *view.VerbPermission) bool { return p.Verb == verb })
			return answer[i].Reasons
		}
		_, early := c.do.OpenMeeting(c.asSecretary, command.OpenMeetingInput{MeetingID: m})
		_, state := c.do.CloseMeeting(c.asSecretary, command.CloseMeetingInput{MeetingID: m})
		_, mandated := c.do.CancelMeeting(c.asM, command.CancelMeetingInput{MeetingID: m, Reason: "x", Place: new("公告栏")})
		for name, one := range map[string]struct {
			got []*fault.Fault
			err error
		}{
			"openMeeting":   {reasons(c.asSecretary, "openMeeting"), early},
			"closeMeeting":  {reasons(c.asSecretary, "closeMeeting"), state},
			"cancelMeeting": {reasons(c.asM, "cancelMeeting"), mandated},
		} {
			want, _ := fault.Of(one.err)
			if len(one.got) != 1 || len(want) != 1 || one.got[0].Error() != want[0].Error() {
				c.Errorf("%s: the page says %v, the verb %v", name, one.got, one.err)
			}
		}
	})
}

// TestViewerCanAsksEveryVerb keeps the lists complete: what is done to a
// meeting or an item, and what a later verb adds to their lives.
func TestViewerCanAsksEveryVerb(t *testing.T) {
	eachCouncil(t, func(c *council) {
		m, item := c.called()
		var told []string
		of := func(answer []*view.VerbPermission, err error) {
			c.must(err)
			for _, p := range answer {
				told = append(told, p.Verb)
			}
		}
		of(asked(c.asSecretary, view.Now(c.store).MeetingsViewerCan, c.store.Read().Meeting.Get, m.ID))
		of(asked(c.asSecretary, view.Now(c.store).ItemsViewerCan, c.store.Read().AgendaItem.Get, item.ID))
		var lives []stage.Verb
		for _, state := range schema.MeetingStatus("").Values() {
			lives = append(lives, stage.Meeting.Verbs(schema.MeetingStatus(state))...)
		}
		for _, state := range schema.AgendaItemDisposition("").Values() {
			lives = append(lives, stage.AgendaItem.Verbs(schema.AgendaItemDisposition(state))...)
		}
		// Asked about a vote, an opinion, a motion or minutes, or about a roll, a proxy,
		// a recusal, a turn at the floor or the meeting that takes a referral up, which
		// answer for themselves when they are tried.
		others := []string{
			"openVote", "finalizeVote", "takeUpReferral", "amendRoll", "confirmRollAmendment", "recordDelivery",
			"grantProxy", "revokeProxy", "challengeParticipant", "ruleOnRecusal",
			"giveOpinion", "giveFloor", "yieldFloor", "withdrawFloorRequest", "secondMotion", "amendMotion", "withdrawMotion",
			"correctMinutes", "approveMinutes", "signMinutes",
		}
		for _, verb := range mandate.Verbs() {
			if slices.Contains(lives, stage.Verb(verb)) && !slices.Contains(told, verb) && !slices.Contains(others, verb) {
				c.Errorf("nobody is told whether they may %s", verb)
			}
		}
	})
}
