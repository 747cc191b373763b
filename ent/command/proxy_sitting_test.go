package command_test

import (
	"context"
	"testing"

	"sifang/ent"
	"sifang/schema"
	"sifang/schema/ident"
	"sifang/schema/rule"
)

// To a sitting an agent comes in the place of the voter, who counts as present
// with them; whether the agent has a vote there does not matter. An agent
// without authority brings nobody.
func TestAgentsInASitting(t *testing.T) {
	eachBallotEstate(t, func(e *ballotEstate) {
		r, _ := rule.Preset("OWNERS_ORDINARY")
		r.Policies = rule.Policies{Proxies: &rule.Proxies{MostPrincipals: 3}}
		r.Quorum = &rule.Clause{Share: &rule.Share{
			Count: rule.Present, Measure: schema.MeasureHeads, Base: schema.BaseOnRoll,
			Compare: rule.AtLeast, Fraction: rule.Fraction{Num: 1, Den: 2},
		}}
		v := e.heldUnder(r)
		owner, _ := e.owner("业主受托人")
		lawyer := e.person("律师")
		e.sits(map[ident.ID]bool{owner: true, lawyer: false})
		e.says(v, owner, schema.BallotChoiceFor)
		signed := func(principal ident.ID, place ident.RollEntry, agent ident.ID) {
			in := e.paper(place, principal, answer(v, schema.BallotChoiceFor))
			in.AgentID = person(agent)
			e.read(in)
		}
		for i, agent := range []ident.ID{owner, lawyer, lawyer} {
			principal, place := e.owner("委托人")
			e.granted(e.authority(principal, agent, v))
			if i == 1 {
				cast, err := e.do.CastBallots(e.as(agent), behalf(v, principal, schema.BallotChoiceFor))
				done(e.town, cast, err)
			} else {
				signed(principal, place, agent)
			}
			e.stand(v, place, standsValid)
		}
		e.agrees(v)
		bare, place := e.owner("未委托者")
		signed(bare, place, lawyer)
		e.stand(v, place, standsInvalid)
		judged := e.closed(v)
		is(e.council, "in favour", judged.Options.For.Entries, 4)
		is(e.council, "present", judged.Quorum.Got, 4)
		is(e.council, "of", judged.Quorum.Whole, 5)
	})
}

// sits makes a sitting of the meeting, to which some came before the vote was
// opened, with a vote of their own or without.
func (e *ballotEstate) sits(came map[ident.ID]bool) {
	e.Helper()
	e.write(func(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
		for who, votes := range came {
			if err := tx.Attendance.Create().SetCommunityID(e.community).SetMode(schema.AttendanceModeInPerson).
				SetArrivedAt(evening(1)).SetVotes(votes).SetMeetingID(e.sitting.ID).SetPersonID(who).Exec(ctx); err != nil {
				return ident.Nil, err
			}
		}
		return e.sitting.ID, tx.Meeting.UpdateOneID(e.sitting.ID).SetForm(schema.MeetingFormInPerson).Exec(ctx)
	})
}
