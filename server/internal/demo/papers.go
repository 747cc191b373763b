package demo

import (
	"time"

	"sifang/ent/command"
	"sifang/schema"
	"sifang/schema/ident"
)

const paperConflict = `{
  meetings(first: 1, where: {titleContainsFold: "荷风"}) {
    edges {
      node {
        title
        paperBallots(first: 20) {
          edges {
            node {
              number
              status
              receivedAt
              entry { premises }
              enteredBy { name }
              checkedBy { name }
              settledBy { name }
            }
          }
        }
      }
    }
  }
}`

// paperConflict is a paper that the two clerks of the committee read differently.
// None of its ballots is cast until a third person says what it says.
func (t *teller) paperConflict() {
	c := t.compound(hangzhou, "荷风", "JOINT_MAJORITY_OF_PARTIES")
	a := t.asked(c, "荷风业主大会书面征求意见", 9, -12, waterTanks, covenant)
	t.opened(a)
	t.online(a, "FF", voters(0, 9)...)
	t.until(a.starts.Add(6 * oneDay))
	received := a.starts.Add(5 * oneDay)
	for _, counter := range c.counters {
		t.reads(a, counter, "HF-0001", 12, received, "FF")
	}
	t.reads(a, c.counters[0], "HF-0002", 13, received, "FF")
	t.reads(a, c.counters[1], "HF-0002", 13, received, "FA")
}

const preliminaryWithObjections = `{
  votes(first: 1) {
    edges {
      node {
        question
        status
        objectionsUntil
        verdict { outcome clauses { quorum measure needed got met } }
        objections {
          edges { node { status text filedAt late answer filedBy { name } } }
        }
        viewerCan { verb allowed reasons { code } }
      }
    }
  }
}`

// preliminaryWithObjections is a result that is posted for objections: one was
// answered, another one waits, and the result cannot be final before.
func (t *teller) preliminaryWithObjections() {
	c := t.compound(qingyuan, "榕荫", "JOINT_MAJORITY_OF_PARTIES")
	a := t.asked(c, "榕荫业主大会书面征求意见", 30, 7, renewal)
	t.opened(a)
	t.carries(a)
	t.ends(a)
	t.until(a.closes.Add(oneDay))
	t.postsResult(a)
	t.until(a.closes.Add(3 * oneDay))
	first := t.objects(a, a.homes[33].owner, "本人没有收到选票，要求说明送达情况。")
	t.until(a.closes.Add(4 * oneDay))
	t.as(c.chair)
	t.answers(first, false, "选票已于征求意见开始前留置送达，两名楼长在场并拍照存证；本户未参与也不影响表决结果。", schema.ObjectionRemedyNone)
	t.until(a.closes.Add(5 * oneDay))
	t.objects(a, a.homes[27].owner, "表决票上有三户签名笔迹相同，要求核对原票。")
	t.plays(a.homes[33].owner, "业主（异议已答复）", "Owner whose objection was answered")
	t.plays(a.homes[27].owner, "业主（异议待答复）", "Owner whose objection waits")
}

const recountDiffers = `{
  votes(first: 1) {
    edges {
      node {
        question
        status
        objectionsUntil
        verdict { outcome options { choice heads area } }
        verdicts { edges { node { outcome judgedAt } } }
        objections { edges { node { status remedy text answer } } }
        viewerCan { verb allowed reasons { code } }
      }
    }
  }
}`

// recountDiffers is a result that comes out otherwise when it is counted again:
// two papers that were handed in in time had stayed in the box. It has to be
// posted anew.
func (t *teller) recountDiffers() {
	c := t.compound(qingyuan, "紫藤", "JOINT_MAJORITY_OF_PARTIES")
	a := t.asked(c, "紫藤业主大会书面征求意见", 35, 12, waterTanks)
	t.opened(a)
	t.online(a, "F", voters(0, 15)...)
	t.online(a, "F", largestOwner)
	t.online(a, "A", voters(15, 30)...)
	t.ends(a)
	t.until(a.closes.Add(oneDay))
	t.postsResult(a)
	t.until(a.closes.Add(3 * oneDay))
	wrong := t.objects(a, a.homes[31].owner, "本人的选票在截止前一天投入3幢票箱，公示的票数里没有，要求复核。")
	t.until(a.closes.Add(5 * oneDay))
	t.as(c.chair)
	t.answers(wrong, true, "经当众开箱复核，3幢票箱内有两张截止前投入的选票漏计，予以补录，重新统计后再次公示。", schema.ObjectionRemedyCorrection)
	for i, home := range []int{31, 32} {
		for _, counter := range c.counters {
			t.reads(a, counter, []string{"ZT-0001", "ZT-0002"}[i], home, a.closes.Add(-oneDay), "F")
		}
	}
	t.plays(a.homes[31].owner, "业主（选票曾漏计）", "Owner whose paper had been left out")
}

// postsResult posts what the first vote came to, for objections.
func (t *teller) postsResult(a *written) {
	t.as(a.chair)
	tell(t, t.do.Publish, command.PublishInput{VoteID: &a.votes[0], Place: "小区公告栏、各单元门厅", Text: a.title + "结果公示"})
}

// objects lets somebody object to the result of the first vote.
func (t *teller) objects(a *written, who ident.Person, text string) ident.Objection {
	t.as(who)
	return ident.Objection{ID: tell(t, t.do.FileObjection, command.FileObjectionInput{VoteID: &a.votes[0], Text: text}).ObjectionID}
}

func (t *teller) answers(o ident.Objection, upheld bool, answer string, remedy schema.ObjectionRemedy) {
	tell(t, t.do.AnswerObjection, command.AnswerObjectionInput{ObjectionID: o, Upheld: upheld, Answer: answer, Remedy: remedy})
}

// carries lets most owners vote in favour of all motions, with the largest among
// them, and some against.
func (t *teller) carries(a *written) {
	t.online(a, all(a, "F"), voters(0, 26)...)
	t.online(a, all(a, "F"), largestOwner)
	t.until(a.starts.Add(2 * time.Hour))
	t.online(a, all(a, "A"), voters(28, 33)...)
}

// all says the same to each motion.
func all(a *written, letter string) string {
	word := ""
	for range a.votes {
		word += letter
	}
	return word
}
