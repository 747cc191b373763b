package command_test

import (
	"testing"
	"time"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/view"
	"sifang/schema"
	"sifang/schema/ident"
	"sifang/schema/rule"
)

// quorum is what a visitor reads about who is at a meeting.
func (c *council) quorum(m ident.Meeting, at time.Time) *view.Quorum {
	c.Helper()
	q, err := asked(c.visitor, view.At(c.store, &at).Quorums, c.store.Read().Meeting.Get, m.ID)
	c.must(err)
	return q
}

// head is what a quorum comes to, in short.
type head struct {
	met                        bool
	persons, observers, remote int
	parties                    int
}

func short(q *view.Quorum) head {
	h := head{met: q.Met != nil && *q.Met, persons: q.Persons, observers: q.Observers, remote: q.Remote}
	for _, p := range q.Parties {
		if p.Present {
			h.parties++
		}
	}
	return h
}

// TestQuorumAtThreeInstants is a joint meeting of four parties in which people
// come and go; more than two parties make the quorum.
func TestQuorumAtThreeInstants(t *testing.T) {
	eachCouncil(t, func(c *council) {
		m, _ := c.opened()
		start := c.clock.Now()
		c.arrive(m, c.secretary, c.branchParty)
		c.arrive(m, c.director, c.residentsParty)
		guest, err := c.do.CheckIn(c.asSecretary, command.CheckInInput{MeetingID: m, PersonID: person(c.manager), Mode: schema.AttendanceModeInPerson})
		done(c.town, guest, err)
		c.clock.Pass(10 * time.Minute)
		c.arrive(m, c.chair, c.ownersParty)
		c.clock.Pass(10 * time.Minute)
		left, err := c.do.CheckOut(c.asDirector, command.CheckOutInput{MeetingID: m})
		done(c.town, left, err)

		for name, want := range map[string]struct {
			after time.Duration
			head
		}{
			"a moment before anybody came": {-time.Microsecond, head{}},
			"two parties":                  {0, head{persons: 2, observers: 1, parties: 2}},
			"a third one":                  {10 * time.Minute, head{met: true, persons: 3, observers: 1, parties: 3}},
			"one has left":                 {20 * time.Minute, head{persons: 2, observers: 1, parties: 2}},
			"tomorrow, answered as of now": {24 * time.Hour, head{persons: 2, observers: 1, parties: 2}},
		} {
			is(c, name, short(c.quorum(m, start.Add(want.after))), want.head)
		}
		q := c.quorum(m, start.Add(10*time.Minute))
		is(c, "the rule", *q.RuleCode, "JOINT_ALL_PARTIES")
		is(c, "the first party", q.Parties[0].Name, "新塘里社区党总支")
		is(c, "those there for the company", q.Parties[3].Persons, 0)
		is(c, "conditions", len(q.Conditions), 1)
		is(c, "what is needed", q.Conditions[0].Needed, 3)
		is(c, "in Chinese", q.Explanation.Chinese, "参加表决的各方共4方，须有过半数到会，即至少3方；现有3方，已满足。")
		is(c, "in English", q.Explanation.English, "More than half of the 4 parties that vote must be present, which takes at least 3; 3 are, so this is met.")
	})
}

// adopt puts one rule into force, for the votes of a kind of organization.
func (c *council) adopt(in command.AdoptRuleSetInput, of schema.OrganizationKind, r rule.Rule) {
	c.Helper()
	set := rule.Set{
		Code: "BYLAWS", Version: "1", Title: rule.Text{Chinese: "议事规则", English: "Bylaws"}, ValidFrom: *on("2026-01-01"),
		Source: rule.Source{Title: "议事规则", Jurisdiction: "三湘鑫苑", Text: "各方约定。", TextDate: *on("2026-01-01")},
		Voting: []rule.Voting{{Organization: of, Rule: &r}},
	}
	text, err := set.Print()
	c.must(err)
	in.Code, in.Document, in.From = set.Code, string(text), on("2026-06-01")
	adopted, err := c.do.AdoptRuleSet(c.registrar, in)
	done(c.town, adopted, err)
}

// TestOnePersonForTwoParties is one person who is the branch's secretary and
// sits for the owners as well. The parties agreed that three people must be
// there; without that three parties are enough.
func TestOnePersonForTwoParties(t *testing.T) {
	eachCouncil(t, func(c *council) {
		c.seat(c.secretary, c.owners, schema.PostCategoryMember)
		m, _ := c.opened()
		c.arrive(m, c.secretary, c.branchParty)
		c.arrive(m, c.secretary, c.ownersParty)
		c.arrive(m, c.director, c.residentsParty)
		is(c, "three parties by two people", short(c.quorum(m, c.clock.Now())), head{met: true, persons: 2, parties: 3})

		joint, _ := rule.Preset("JOINT_ALL_PARTIES")
		joint.DistinctPersonsMin = 3
		c.adopt(command.AdoptRuleSetInput{AreaID: &ident.Area{ID: c.community}}, schema.OrganizationKindCoGovernanceCommittee, joint)
		q := c.quorum(m, c.clock.Now())
		is(c, "three parties by two people", short(q), head{met: false, persons: 2, parties: 3})
		is(c, "conditions", len(q.Conditions), 2)
		is(c, "the parties", q.Conditions[0].Met, true)
		is(c, "the people", q.Conditions[1].Met, false)
		is(c, "in English", q.Explanation.English, "All of the following are required: this is not met. "+
			"More than half of the 4 parties that vote must be present, which takes at least 3; 3 are, so this is met. "+
			"At least 3 different people must be present; 2 are, so this is not met.")
		c.arrive(m, c.manager, c.companyParty)
		is(c, "a third person", short(c.quorum(m, c.clock.Now())), head{met: true, persons: 3, parties: 4})
	})
}

// TestQuorumOfCommittee counts seats with a vote; somebody may take part over
// the network.
func TestQuorumOfCommittee(t *testing.T) {
	eachCouncil(t, func(c *council) {
		members := []ident.ID{c.chair, c.person("委员甲"), c.person("委员乙"), c.person("委员丙")}
		for _, member := range members[1:] {
			c.seat(member, c.owners, schema.PostCategoryMember)
		}
		beijing, _ := rule.Preset("OWNERS_COMMITTEE_BEIJING")
		c.adopt(command.AdoptRuleSetInput{OrganizationID: organization(c.owners)}, schema.OrganizationKindOwnersCommittee, beijing)
		in := c.session()
		in.Form, in.StartsAt = schema.MeetingFormHybrid, c.store.Now()
		m := c.draft(in)
		called, err := c.do.CallMeeting(c.asChair, command.CallMeetingInput{
			MeetingID: m, Place: "公告栏", Acknowledge: []schema.WarningCode{schema.WarningCodeNoAgenda},
		})
		done(c.town, called, err)
		opened, err := c.do.OpenMeeting(c.asChair, command.OpenMeetingInput{MeetingID: m})
		done(c.town, opened, err)
		for i, want := range []head{{persons: 1}, {persons: 2, remote: 1}, {met: true, persons: 3, remote: 1}} {
			mode := schema.AttendanceModeInPerson
			if i == 1 {
				mode = schema.AttendanceModeRemote
			}
			came, err := c.do.CheckIn(c.as(members[i]), command.CheckInInput{MeetingID: m, Mode: mode})
			done(c.town, came, err)
			is(c, "the quorum", short(c.quorum(m, c.clock.Now())), want)
		}
	})
}

// TestQuorumUnknown is a committee for which no rule is known, and an assembly,
// whose quorum only its ballots tell.
func TestQuorumUnknown(t *testing.T) {
	eachCouncil(t, func(c *council) {
		m := c.draft(c.session())
		q, err := asked(c.asChair, view.At(c.store, nil).Quorums, c.store.Read().Meeting.Get, m.ID)
		c.must(err)
		if q.Met != nil || q.RuleCode != nil || q.Explanation.Chinese == "" {
			c.Errorf("without a rule it is %v", q)
		}
		assembly := c.organization(schema.OrganizationKindOwnersAssembly, "三湘鑫苑业主大会", ident.Nil, c.estate)
		convener := c.officer("大会召集人", assembly, schema.PostCategoryChair)
		in := c.session()
		in.Kind, in.OrganizationID, in.ChairID = schema.MeetingKindAssembly, ident.Organization{ID: assembly}, nil
		p, err := c.do.DraftMeeting(convener, in)
		q, err = asked(convener, view.At(c.store, nil).Quorums, c.store.Read().Meeting.Get, done(c.town, p, err).MeetingID)
		c.must(err)
		is(c, "the rule of an assembly", *q.RuleCode, "OWNERS_ORDINARY")
		if q.Met != nil || q.Explanation.English == "" {
			c.Errorf("an assembly without ballots is %v", q)
		}
		if _, err := asked(c.visitor, view.At(c.store, nil).Quorums, c.store.Read().Meeting.Get, m.ID); err == nil {
			c.Error("a visitor reads the quorum of a draft")
		}
	})
}

// TestPartyMembersMakeTheBranch has Party members without a post attend the
// general meeting of their branch: they count, activists do not.
func TestPartyMembersMakeTheBranch(t *testing.T) {
	eachCouncil(t, func(c *council) {
		branch := c.organization(schema.OrganizationKindPartyBranch, "三湘鑫苑党支部", c.branch, c.estate)
		secretary := c.officer("支部书记", branch, schema.PostCategorySecretary)
		in := c.session()
		in.Kind, in.OrganizationID, in.ChairID, in.StartsAt = schema.MeetingKindPartyBranch, ident.Organization{ID: branch}, nil, c.store.Now()
		p, err := c.do.DraftMeeting(secretary, in)
		m := ident.Meeting{ID: done(c.town, p, err).MeetingID}
		called, err := c.do.CallMeeting(secretary, command.CallMeetingInput{
			MeetingID: m, Place: "支部", Acknowledge: []schema.WarningCode{schema.WarningCodeNoAgenda, schema.WarningCodeNoChair},
		})
		done(c.town, called, err)
		opened, err := c.do.OpenMeeting(secretary, command.OpenMeetingInput{MeetingID: m})
		done(c.town, opened, err)
		for i, kind := range []schema.MembershipKind{
			schema.MembershipKindPartyMember, schema.MembershipKindPartyMember, schema.MembershipKindPartyMember, schema.MembershipKindActivist,
		} {
			someone := c.person("党员")
			enrolled, err := c.do.EnrolMember(c.registrar, command.EnrolMemberInput{
				OrganizationID: ident.Organization{ID: branch}, PersonID: person(someone), Kind: kind, From: on("2020-01-01"),
			})
			done(c.town, enrolled, err)
			if i == 1 {
				continue // stays away
			}
			c.arrive(m, someone, ident.LinkageParty{})
		}
		is(c, "two of four members with a vote", short(c.quorum(m, c.clock.Now())), head{met: true, persons: 2, observers: 1})
		left, err := c.do.CloseMeeting(secretary, command.CloseMeetingInput{MeetingID: m})
		done(c.town, left, err)
		is(c, "after it is closed", short(c.quorum(m, c.clock.Now())), head{})
	})
}

// TestQuorumCountsUnguarded tells a visitor numbers and no names: the stays
// behind them the visitor does not see.
func TestQuorumCountsUnguarded(t *testing.T) {
	eachCouncil(t, func(c *council) {
		m, _ := c.opened()
		c.arrive(m, c.secretary, c.branchParty)
		is(c, "those there", c.quorum(m, c.clock.Now()).Persons, 1)
		rows, err := c.store.Read().Attendance.Query().Count(c.visitor)
		c.must(err)
		is(c, "the stays a visitor sees", rows, 0)
		rows, err = c.store.Read().Attendance.Query().Count(ent.Unguarded(c.visitor))
		c.must(err)
		is(c, "the stays there are", rows, 1)
	})
}
