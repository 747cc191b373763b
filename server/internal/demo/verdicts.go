package demo

import (
	"sifang/ent/command"
	"sifang/schema"
	"sifang/schema/ident"
)

const calledTooLate = `{
  meetings(where: {titleContainsFold: "临江里"}) {
    edges {
      node {
        title
        status
        noticedAt
        startsAt
        acknowledgedWarnings
        warnings
        publications { edges { node { kind place postedAt } } }
        agendaItems { edges { node { title } } }
      }
    }
  }
}`

// calledTooLate is an assembly whose notice was posted six days before it begins.
// Whoever called it was told so and did it all the same: the flag stays.
func (t *teller) calledTooLate() {
	c := t.compound(hangzhou, "临江里", "JOINT_MAJORITY_OF_PARTIES")
	a := t.asked(c, "临江里业主大会书面征求意见", -6, -16, renewal)
	t.until(t.ago(oneDay))
	t.posts(a, schema.WarningCodeNoticeTooShort)
}

const noQuorum = `{
  votes(first: 1) {
    edges {
      node {
        question
        status
        verdict {
          outcome
          flags
          options { choice heads area }
          clauses { quorum measure needed got met }
        }
        agendaItem { disposition proposal { status } }
      }
    }
  }
}`

// noQuorum is a vote in which two thirds of the heads took part, nearly all of
// them in favour, and not two thirds of the area: the largest owner stayed away.
func (t *teller) noQuorum() {
	c := t.compound(hangzhou, "听松阁", "JOINT_MAJORITY_OF_PARTIES")
	a := t.asked(c, "听松阁业主大会书面征求意见", 25, 4, waterTanks)
	t.opened(a)
	t.online(a, "F", voters(0, 24)...)
	t.online(a, "A", 24, 25, 26, 27)
	t.ends(a)
	tell(t, t.do.FinalizeVote, command.FinalizeVoteInput{VoteID: a.votes[0]})
}

const headsYesAreaNo = `{
  votes(first: 2) {
    edges {
      node {
        question
        status
        verdict {
          outcome
          flags
          options { choice heads area }
          clauses { quorum measure needed got met }
        }
        revoteOf { id }
        revotes { edges { node { status agendaItem { meeting { title status startsAt } } } } }
      }
    }
  }
}`

// headsYesAreaNo is a motion that most of those who took part want, who own less
// than half of the area; it is called again.
func (t *teller) headsYesAreaNo() {
	c := t.compound(hangzhou, "沁园", "JOINT_MAJORITY_OF_PARTIES")
	a := t.asked(c, "沁园业主大会书面征求意见", 40, 20, covenant)
	t.opened(a)
	t.online(a, "F", voters(0, 18)...)
	t.online(a, "A", voters(18, 25)...)
	t.online(a, "A", largestOwner, largestOwner+2, largestOwner+3)
	t.ends(a)
	tell(t, t.do.FinalizeVote, command.FinalizeVoteInput{VoteID: a.votes[0]})
	again := t.asked(c, "沁园业主大会第二次书面征求意见", -17, -30)
	tell(t, t.do.CallRevote, command.CallRevoteInput{
		VoteID: a.votes[0], MeetingID: &again.meeting, OpensAt: &again.starts, ClosesAt: &again.closes,
	})
	t.posts(again)
}

const tie = `{
  votes(first: 1) {
    edges {
      node {
        question
        status
        verdict { outcome parties { label position } clauses { measure needed got met } }
        agendaItem { title authority disposition meeting { title status } }
      }
    }
  }
}`

// tie is a joint meeting of four parties that are divided two to two.
func (t *teller) tie() {
	c := t.compound(hangzhou, "望湖", "JOINT_MAJORITY_OF_PARTIES")
	s := t.meets(c, "望湖小区四方联席会议", 1, parking, true)
	t.say(s, c.parties(), "FFAA")
	t.closeVotes(s)
}

const pendingConsent = `{
  votes(first: 1) {
    edges {
      node {
        question
        status
        verdict { outcome consentUntil parties { label position } }
        viewerCan { verb allowed reasons { code } }
      }
    }
  }
}`

// pendingConsent is a decision that takes the consent of all parties, one of which
// was duly called and did not come. It has three days to object.
func (t *teller) pendingConsent() {
	c := t.compound(hangzhou, "竹里", "JOINT_ALL_PARTIES_CONSENT")
	s := t.meets(c, "竹里小区四方联席会议", 1, parking, false)
	t.say(s, c.parties()[:3], "FFF")
	t.closeVotes(s)
}

// Matters of joint meetings.
var parking = motion{"夜间临停车辆限时停放", "外来车辆二十二时后不得进入，临时停放不超过两小时，不改变共有部分用途。", "PARKING_ORDER"}

// parties are those who lead the parties of the linkage, in its order.
func (c *compound) parties() []ident.Person {
	return []ident.Person{c.secretary, c.director, c.chair, c.manager}
}

// meets is a joint meeting in session on the morning of some days ago, with an
// open vote on the matter. Each party is there with its leader, but the property
// project only if the whole linkage is.
func (t *teller) meets(c *compound, title string, ago int, about motion, whole bool) *sitting {
	starts := t.morning(ago)
	t.until(starts.Add(-12 * oneDay))
	t.as(c.director)
	p := t.proposal(about.title, about.text, about.matter, c.area, schema.ProposalSourceResident)
	t.as(c.secretary)
	s := t.joint(title, c.linkage, c.branch, c.secretary, starts, p)
	t.call(s)
	there := c.parties()
	if !whole {
		there = there[:3]
	}
	var present []delegate
	for i, party := range t.parties(c.linkage, len(there)) {
		t.as(there[i])
		present = append(present, t.authorize(party, there[i]))
	}
	t.until(starts)
	t.as(c.secretary)
	t.open(s, present...)
	return s
}

// say lets delegates vote in the first vote, a letter each.
func (t *teller) say(s *sitting, delegates []ident.Person, word string) {
	for i, choice := range choices(word) {
		t.paper(s, delegates[i], choice)
	}
}
