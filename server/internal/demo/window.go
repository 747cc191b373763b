package demo

import (
	"fmt"
	"slices"
	"time"

	"sifang/ent/command"
	"sifang/schema"
	"sifang/schema/ident"
)

const writtenVoteOpen = `{
  votes(first: 3) {
    edges {
      node {
        question
        status
        closesAt
        turnout { cast of }
        agendaItem {
          meeting {
            title
            form
            proxies { totalCount }
            paperBallots { totalCount edges { node { number status } } }
          }
        }
        doorList(served: false, first: 5) {
          places { place { name parent { name } } all { entries } unserved { entries } silent { entries } }
          entries { premises heads area served voted }
          quorum { met sentence }
        }
      }
    }
  }
}`

// writtenVoteOpen is a vote in writing in the second week of its window. Two
// buildings are served but for one entrance; in the third only a notice hangs.
func (t *teller) writtenVoteOpen() {
	c := t.compound(hangzhou, "桂语苑", "JOINT_MAJORITY_OF_PARTIES")
	a := t.asked(c, "桂语苑业主大会书面征求意见", 9, -12, waterTanks, charging, renewal)
	t.posts(a)
	t.rolls(a)
	t.serves(a, schema.DeliveryMethodInPerson, "送达签收单", homes(0, 18)...)
	t.serves(a, schema.DeliveryMethodMail, "挂号邮件回执", homes(flatsOfAll, flatsOfAll+2)...)
	t.opens(a)
	t.serves(a, schema.DeliveryMethodPosted, "3幢1单元门厅张贴", homes(24, 30)...)
	t.online(a, "FFF", 0, 1, 3, 7, 12)
	t.online(a, "FAF", 2, 5)
	t.until(a.starts.Add(2 * oneDay))
	t.entrusts(a, 8, 9, "FFB")
	t.online(a, "FBF", 14, 16)
	t.online(a, "AAF", largestOwner)
	t.until(a.starts.Add(6 * oneDay))
	received := a.starts.Add(5 * oneDay)
	for i, paper := range []struct {
		home int
		word string
	}{{4, "FFF"}, {6, "FAF"}, {11, "FFA"}, {13, "FBF"}, {15, "FFF"}} {
		for _, counter := range c.counters {
			t.reads(a, counter, paperNumber(i), paper.home, received, paper.word)
		}
	}
	t.spoilt(a, paperNumber(5), 17, received)
	t.serves(a, schema.DeliveryMethodInPerson, "到业主委员会办公室领取并签收", 20)
	t.reads(a, c.counters[0], paperNumber(6), 20, received, "FFF") // waits for the second clerk
	t.plays(c.homes[18].owner, "业主（选票尚未送达）", "Owner who was not served")
	t.plays(c.homes[9].owner, "业主（受托人）", "Owner who votes for a neighbour")
	t.plays(c.homes[8].owner, "业主（委托人）", "Owner who gave a proxy")
	t.plays(c.homes[couplesFlat].owner, "共有人（未被推选）", "Co-owner whose spouse votes for the flat")
	t.plays(c.homes[couplesFlat].spouse, "共有人（推选的表决代表）", "Co-owner who was named to vote for the flat")
	t.plays(c.homes[undecidedFlat].owner, "共有人（尚未推选表决代表）", "Co-owner of a flat for which nobody was named")
}

func paperNumber(i int) string { return fmt.Sprintf("GY-%04d", i+1) }

// homes are the places of homes from one up to before another.
func homes(from, to int) []int {
	var all []int
	for n := from; n < to; n++ {
		all = append(all, n)
	}
	return all
}

// voters are the homes among these whose first owner votes, and for no other
// home before.
func voters(from, to int) []int {
	return slices.DeleteFunc(homes(from, to), func(n int) bool {
		return n == couplesFlat || n == secondFlat || n == largestOwner+1
	})
}

// serves records that the papers reached the owners of some homes now.
func (t *teller) serves(a *written, how schema.DeliveryMethod, witness string, homes ...int) {
	in := command.RecordDeliveryInput{Method: how, DeliveredAt: t.clock.now(), AgendaTold: true, ConsequenceTold: true, Witness: &witness}
	seen := map[ident.ID]bool{}
	for _, n := range homes {
		if e := a.entries[n]; !seen[e.ID] {
			in.EntryIDs = append(in.EntryIDs, e)
			seen[e.ID] = true
		}
	}
	tell(t, t.do.RecordDelivery, in)
}

// entrusts lets the owner of a home ask a neighbour to vote for them, who does.
func (t *teller) entrusts(a *written, principal, agent int, word string) {
	from, to := a.homes[principal].owner, a.homes[agent].owner
	before := t.by
	t.as(from)
	tell(t, t.do.GrantProxy, command.GrantProxyInput{
		MeetingID: a.meeting, AgentID: to, VoteIDs: a.votes, Scope: "按委托书所列意见对三项议题投票",
		SignedOn: t.today(), ExpiresOn: t.today().AddDays(60),
	})
	t.by = before
	t.casts(a, to, &from, principal, word)
}

// spoilt enters a paper that says nothing legible on its second motion; both
// clerks read it so.
func (t *teller) spoilt(a *written, number string, home int, received time.Time) {
	altered := schema.InvalidReasonAltered
	before := t.by
	for _, counter := range a.counters {
		t.as(counter)
		tell(t, t.do.EnterPaperBallot, command.EnterPaperBallotInput{
			MeetingID: a.meeting, Number: number, EntryID: a.entries[home], PersonID: a.homes[home].owner, ReceivedAt: received,
			Ballots: []command.PaperAnswerInput{
				{VoteID: a.votes[0], Choice: schema.BallotChoiceFor}, {VoteID: a.votes[1], Invalid: &altered}, {VoteID: a.votes[2], Choice: schema.BallotChoiceFor},
			},
		})
	}
	t.by = before
}
