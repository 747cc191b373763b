package demo

import (
	"fmt"

	"sifang/ent/command"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/ident"
)

const reservedMatterReferred = `{
  resolutions(first: 1) {
    edges {
      node {
        kind
        label
        title
        organization { name }
        agendaItem {
          authority
          disposition
          meeting { title kind }
          proposal { title matter status }
          referredTo { totalCount }
        }
        vote { status verdict { outcome } }
      }
    }
  }
}`

// reservedMatterReferred is a matter that only all owners may decide (Civil Code
// art. 278): the four parties agree and refer it to the owners' assembly.
func (t *teller) reservedMatterReferred() {
	c := t.compound(hangzhou, "锦绣里", "JOINT_MAJORITY_OF_PARTIES")
	s := t.meets(c, "锦绣里小区四方联席会议", 4, renewal, true)
	t.say(s, c.parties(), "FFFB")
	t.closeVotes(s)
	t.until(s.starts.Add(3 * oneDay))
	tell(t, t.do.FinalizeVote, command.FinalizeVoteInput{VoteID: s.votes[0]})
	r := ident.Resolution{ID: tell(t, t.do.IssueResolution, command.IssueResolutionInput{
		AgendaItemID: s.items[0], VoteID: &s.votes[0], Title: "关于续聘物业服务企业提请业主大会决定的意见",
		Text: "续聘物业服务企业依法由业主共同决定，联席会议同意提请业主大会表决。",
	}).ResolutionID}
	tell(t, t.do.Publish, command.PublishInput{ResolutionID: &r, Place: "小区公告栏", Text: "联席会议意见"})
	tell(t, t.do.CloseMeeting, command.CloseMeetingInput{MeetingID: s.meeting})
	t.minutes(s.meeting)
}

const challenged = `{
  resolutions(first: 1) {
    edges {
      node {
        label
        title
        currentStatus
        effectiveFrom
        challenges {
          edges {
            node {
              kind
              authority
              caseNumber
              filedOn
              late
              status
              rulings { edges { node { outcome ruledOn } } }
            }
          }
        }
        tasks { edges { node { title currentStatus stoppedBy } } }
        agendaItem { proposal { status } }
      }
    }
  }
}`

// revokedByCourt is a decision of the owners that a court struck down. It never
// held, its task stops, and the matter waits to be decided anew.
func (t *teller) revokedByCourt() {
	c := t.compound(hangzhou, "碧波", "JOINT_MAJORITY_OF_PARTIES")
	r := t.decided(c, "碧波业主大会书面征求意见", 100, 80, charging)
	t.until(t.ago(55 * oneDay))
	suit := t.sued(c, r, "部分选票并非业主本人签名，表决程序违反法律规定，请求撤销。", nil)
	t.until(t.ago(4 * oneDay))
	number := t.caseNumber()
	tell(t, t.do.RecordRuling, command.RecordRulingInput{
		ChallengeID: suit, Outcome: schema.RulingOutcomeRevoked, Text: "撤销业主大会关于利用东门空地设置充电车棚的决定。",
		CaseNumber: &number, RuledOn: t.today(),
	})
}

// stayedByCourt is a decision that rests until a court has decided on it.
func (t *teller) stayedByCourt() {
	c := t.compound(hangzhou, "云汀", "JOINT_MAJORITY_OF_PARTIES")
	r := t.decided(c, "云汀业主大会书面征求意见", 70, 50, charging)
	t.until(t.ago(6 * oneDay))
	stay := "裁定准许行为保全申请，诉讼期间暂停充电车棚的施工。"
	t.sued(c, r, "改变共有空地的用途损害相邻业主的合法权益，请求撤销。", &stay)
}

// decided is what the owners adopted, posted for as long as the rules ask, with a
// task that carries it out.
func (t *teller) decided(c *compound, title string, opens, closes int, m motion) ident.Resolution {
	a := t.asked(c, title, opens, closes, m)
	t.opened(a)
	t.carries(a)
	t.ends(a)
	t.until(a.closes.Add(oneDay))
	tell(t, t.do.FinalizeVote, command.FinalizeVoteInput{VoteID: a.votes[0]})
	r := ident.Resolution{ID: tell(t, t.do.IssueResolution, command.IssueResolutionInput{
		AgendaItemID: a.items[0], VoteID: &a.votes[0], Title: "关于" + m.title + "的决定", Text: m.text,
	}).ResolutionID}
	tell(t, t.do.Publish, command.PublishInput{ResolutionID: &r, Place: "小区公告栏、各单元门厅", Text: "业主大会决定"})
	t.gives(c, r, "组织实施"+m.title, c.project, c.manager, t.today().AddDays(365))
	return r
}

// gives gives somebody a task.
func (t *teller) gives(c *compound, r ident.Resolution, title string, o ident.Organization, who ident.Person, due day.Date) ident.Task {
	t.as(c.chair)
	return ident.Task{ID: tell(t, t.do.CreateTask, command.CreateTaskInput{
		ResolutionID: r, Title: title, OrganizationID: o, PersonID: &who, DueOn: due,
	}).TaskID}
}

// sued is a suit of an owner, which the street enters today.
func (t *teller) sued(c *compound, r ident.Resolution, ground string, stay *string) ident.Challenge {
	t.as(c.clerk)
	challenger, number := c.homes[28].owner, t.caseNumber()
	t.plays(challenger, "业主（原告）", "Owner who brought the suit")
	return ident.Challenge{ID: tell(t, t.do.RecordChallenge, command.RecordChallengeInput{
		ResolutionID: r, Kind: schema.ChallengeKindSuit, Authority: "某区人民法院", CaseNumber: &number, Ground: ground,
		FiledOn: t.today(), Stay: stay, ChallengerID: &challenger,
	}).ChallengeID}
}

// caseNumber is the number of a case of the year, of a court that there is not.
func (t *teller) caseNumber() string {
	return fmt.Sprintf("（%d）某民初1024号", t.clock.now().Year())
}

const resolutionOverdue = `{
  resolutions(first: 1) {
    edges {
      node {
        label
        title
        currentStatus
        tasks { edges { node { title dueOn currentStatus progress organization { name } } } }
        evaluation { count satisfied satisfiedOf grades { grade count } }
      }
    }
  }
}`

// resolutionOverdue is a decision in force that is not carried out: one task is
// overdue with some progress, another without any; owners evaluate it.
func (t *teller) resolutionOverdue() {
	c := t.compound(hangzhou, "棠棣", "JOINT_MAJORITY_OF_PARTIES")
	r := t.decided(c, "棠棣业主大会书面征求意见", 100, 80, waterTanks)
	bidding := t.gives(c, r, "完成水箱和水泵招标并签订合同", c.committee, c.vice, t.today().AddDays(30))
	t.gives(c, r, "公布施工期间临时供水安排", c.project, c.manager, t.today().AddDays(45))
	t.until(t.ago(52 * oneDay))
	t.as(c.vice)
	tell(t, t.do.ReportProgress, command.ReportProgressInput{TaskID: bidding, Text: "已完成两家比选，尚未签订合同。", Progress: 40})
	t.until(t.ago(3 * oneDay))
	for n, grade := range []schema.EvaluationGrade{
		schema.EvaluationGradeGood, schema.EvaluationGradePoor, schema.EvaluationGradePoor, schema.EvaluationGradeFair,
	} {
		t.as(c.homes[1+n].owner)
		tell(t, t.do.Evaluate, command.EvaluateInput{ResolutionID: &r, Grade: grade})
	}
}
