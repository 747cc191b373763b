package rule_test

import (
	"slices"
	"strings"
	"testing"

	"sifang/schema"
	"sifang/schema/rule"
)

func TestExplain(t *testing.T) {
	deemed := preset(t, "OWNERS_SPECIAL")
	deemed.Deemed = &rule.Deemed{
		Basis: rule.Text{Chinese: "规约第三条", English: "art. 3 of the bylaws"}, Direction: rule.FollowMajority, CountsTowardQuorum: true,
	}
	deemed.Window = &rule.Window{LeastDays: 5, MostDays: 60, Extensions: 1, PreliminaryDays: 15}
	deemed.Proxies = &rule.Proxies{MostPrincipals: 3, AgentOnRoll: true, Barred: []rule.Barred{rule.PropertyStaff}}
	deemed.InvalidBallots, deemed.ChannelPrecedence, deemed.Recast = rule.TakePart, rule.OnlinePrevails, rule.UntilClose
	deemed.Laid = []rule.Laid{{Set: "BYLAWS", Version: "3"}}
	deemed.DistinctPersonsMin, deemed.Tie = 1, rule.CastingVote
	silent := deemed
	silent.Deemed = &rule.Deemed{Basis: deemed.Deemed.Basis, Direction: rule.DeemedAbstain}
	silent.ChannelPrecedence, silent.Tie, silent.Recused = rule.PaperPrevails, rule.Retable, rule.Recused{CountAsPresent: true}
	combined := preset(t, "RESIDENTS_COMMITTEE")
	combined.Approval = rule.Clause{Any: []rule.Clause{
		combined.Approval,
		{KOf: &rule.KOf{K: 1, Of: []rule.Clause{least(2), limit(schema.MeasureHeads, schema.BaseOnRoll, 1, 5)}}},
	}}
	combined.ValidTo, combined.Visibility = combined.ValidFrom, schema.BallotVisibilitySemiOpen
	for _, c := range []struct {
		name string
		r    rule.Rule
		want []rule.Text // among others, in this order
	}{
		{"special matter", preset(t, "OWNERS_SPECIAL"), []rule.Text{
			{Chinese: "业主共同决定的特别事项（OWNERS_SPECIAL，第2版）。", English: "Owners' decision on a special matter (OWNERS_SPECIAL, version 2)."},
			{Chinese: "已于2026-11-22与文本核对。", English: "It was compared with the text on 2026-11-22."},
			{Chinese: "用于特别事项。", English: "It is made for special matters."},
			{Chinese: "下位规定和规约的要求不得低于本规则。", English: "Texts below it, bylaws included, may not ask for less."},
			{
				Chinese: "法定人数：名册所列面积须有三分之二以上参与表决，并且名册所列人数须有三分之二以上参与表决。",
				English: "Quorum: at least two thirds of the area on the roll must take part, and at least two thirds of the people on the roll must take part.",
			},
			{
				Chinese: "通过须：参与表决的面积须有四分之三以上同意，并且参与表决的人数须有四分之三以上同意。",
				English: "To be adopted: at least three quarters of the area that took part must be in favour, and at least three quarters of the people that took part must be in favour.",
			},
			{Chinese: "未事先公示的议题不得表决。", English: "What was not noticed beforehand cannot be voted on."},
		}},
		{"policies", deemed, []rule.Text{
			{Chinese: "到会的不同自然人至少须有1人。", English: "At least 1 different person must be present."},
			{Chinese: "同意与反对相等的，由主持人的一票决定。", English: "If as many are for as against, the ballot of the chair decides."},
			{Chinese: "无效票计入参与表决，不计入同意。", English: "A spoilt paper takes part, in favour of nothing."},
			{
				Chinese: "已送达而未投票的，视为同意已表决的多数意见，并计入法定人数（规约第三条）。",
				English: "Those who were served and did not vote count as the majority of those who did, and toward the quorum (art. 3 of the bylaws).",
			},
			{Chinese: "同时有电子票和纸质票的，以电子票为准。", English: "Of a ballot online and one on paper, the one online counts."},
			{Chinese: "截止前可以改票，以最后一次为准。", English: "A ballot may be changed until the vote closes; the last one counts."},
			{Chinese: "投票期限至少5日。", English: "The vote is open for at least 5 days."},
			{Chinese: "投票期限连同延长至多60日。", English: "The vote is open for at most 60 days, extensions included."},
			{Chinese: "截止前公告的，可以延长1次。", English: "It may be extended 1 time, if that is announced before the close."},
			{Chinese: "结果公示满15日，方为最终结果。", English: "The result is open to objections for 15 days before it is final."},
			{Chinese: "每人至多接受3人委托。", English: "One agent votes for at most 3 others."},
			{Chinese: "受托人本人须有表决权。", English: "An agent must have a vote in the meeting too."},
			{Chinese: "物业服务企业的工作人员不得接受委托。", English: "Staff of the property company may not be agents."},
			{Chinese: "按BYLAWS（第3版）作了调整。", English: "It was changed by BYLAWS (version 3)."},
		}},
		{"other policies", silent, []rule.Text{
			{Chinese: "同意与反对相等的，修改后可以再次提出。", English: "If as many are for as against, the motion may come back with changes."},
			{Chinese: "回避的成员不计入通过的基数。", English: "Those who step aside do not count in the base of the approval."},
			{Chinese: "回避的成员计入到会人数。", English: "Those who step aside count as present."},
			{Chinese: "已送达而未投票的，视为弃权（规约第三条）。", English: "Those who were served and did not vote count as abstaining (art. 3 of the bylaws)."},
			{Chinese: "同时有电子票和纸质票的，以纸质票为准。", English: "Of a ballot online and one on paper, the one on paper counts."},
		}},
		{"custom", preset(t, "JOINT_ALL_PARTIES_CONSENT"), []rule.Text{
			{
				Chinese: "未核实：没有与法律文本核对，仅为惯例、约定或者一般知识。",
				English: "UNVERIFIED: it was not compared with a text of law; it is custom, agreement or general knowledge.",
			},
			{Chinese: "法定人数：参加表决的各方须有过半数到会。", English: "Quorum: more than half of the parties that vote must be present."},
			{Chinese: "通过须：参加表决的各方须全部同意。", English: "To be adopted: all of the parties that vote must be in favour."},
			{Chinese: "各方由其授权代表表决。", English: "A party votes through its authorised delegate."},
			{
				Chinese: "缺席的一方在通知后3日内未提出异议的，视为同意。",
				English: "A party that is absent and does not object within 3 days of its notice counts as consenting.",
			},
			{Chinese: "须本人投票；规则没有规定委托投票。", English: "Everybody votes in person; nothing is said about proxies."},
		}},
		{"parties that may answer", preset(t, "JOINT_ALL_PARTIES"), []rule.Text{
			{Chinese: "缺席的一方视为没有同意。", English: "A party that is absent is not in favour."},
			{Chinese: "缺席的一方可以在通知后3日内表示意见。", English: "It has 3 days from its notice to answer."},
		}},
		{"members of parties", preset(t, "JOINT_MAJORITY_OF_MEMBERS"), []rule.Text{
			{Chinese: "同意与反对相等的，提请上级协调。", English: "If as many are for as against, the matter goes to the next higher body."},
			{Chinese: "各方的意见以其成员的过半数为准。", English: "A party stands as more than half of the ballots of its members."},
		}},
		{"consensus", preset(t, "JOINT_CONSENSUS"), []rule.Text{{
			Chinese: "通过须：至少须有1方同意，并且参加表决的各方中不得有反对的。",
			English: "To be adopted: at least 1 party must be in favour, and none of the parties that vote may be against.",
		}}},
		{"objections", preset(t, "OBJECTION_VOTE_HENAN"), []rule.Text{
			{Chinese: "没有法定人数。", English: "There is no quorum."},
			{
				Chinese: "通过须：名册所列面积中反对的不得超过三分之一，并且名册所列人数中反对的不得超过三分之一。",
				English: "To be adopted: at most one third of the area on the roll may be against, and at most one third of the people on the roll may be against.",
			},
			{Chinese: "没有人反对时，无人表示同意也通过。", English: "If nobody is against, it is adopted even if nobody is in favour."},
			{Chinese: "可以书面委托他人投票。", English: "One may vote for another with a written authorisation."},
		}},
		{"election", preset(t, "OWNERS_COMMITTEE_ELECTION_HANGZHOU"), []rule.Text{
			{
				Chinese: "候选人当选须：参与表决的面积须有过半数同意，并且参与表决的人数须有过半数同意。",
				English: "To be elected, for each candidate: more than half of the area that took part must be in favour, and more than half of the people that took part must be in favour.",
			},
			{Chinese: "名次按得票排列，先计人数，再计面积。", English: "Candidates are ranked by their votes, counted in people, then in area."},
			{Chinese: "每张票圈选的人数不得超过应选人数。", English: "One paper marks at most as many candidates as there are seats."},
			{Chinese: "当选人数至少达到5人，方可成立。", English: "The body is established only if at least 5 seats are filled."},
			{Chinese: "须有应选人数的过半数当选，方可成立。", English: "The body is established only if more than half of the seats are filled."},
			{
				Chinese: "最后名额得票相等的，在相等者之间另行投票；再次相等的，席位空缺。",
				English: "Candidates tied for the last seats are voted on among themselves; after a second tie the seat stays vacant.",
			},
			{Chinese: "未当选但达到当选条件的按名次候补。", English: "Those who reached the approval but no seat stand by in their order."},
		}},
		{"run-off", preset(t, "RESIDENTS_COMMITTEE_RUN_OFF_BY_REPRESENTATIVES"), []rule.Text{
			{Chinese: "法定人数：名册所列人数须有超过三分之二参与表决。", English: "Quorum: more than two thirds of the people on the roll must take part."},
			{
				Chinese: "候选人当选须：收回表决票的人数须有三分之一以上同意。",
				English: "To be elected, for each candidate: at least one third of the people with a paper returned must be in favour.",
			},
			{Chinese: "名次按得票排列，计人数。", English: "Candidates are ranked by their votes, counted in people."},
			{Chinese: "不设候补。", English: "Nobody stands by."},
			{Chinese: "无记名投票。", English: "Ballots are secret."},
			{Chinese: "须本人投票，不得委托。", English: "Everybody votes in person; proxies are barred."},
		}},
		{"recall", preset(t, "OWNERS_COMMITTEE_RECALL_HANGZHOU"), []rule.Text{{
			Chinese: "条件：被提议罢免的成员有机会申辩，否则不通过。",
			English: "Condition: the member concerned had the chance to be heard; otherwise nothing is adopted.",
		}}},
		{"combinations, for a while", combined, []rule.Text{
			{Chinese: "自2026-01-01起适用，2026-01-01起不再适用。", English: "It holds from 2026-01-01 and no longer on 2026-01-01."},
			{
				Chinese: "通过须：到会的席位须有过半数同意，或者（以下2项中至少须满足1项：至少须有2人同意；名册所列人数中反对的不得超过五分之一）。",
				English: "To be adopted: more than half of the seats present must be in favour, or (at least 1 of these 2: at least 2 people must be in favour; at most one fifth of the people on the roll may be against).",
			},
			{Chinese: "公布选择，不公布何人所投。", English: "Choices are shown, but not whose they are."},
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			rest := rule.Explain(c.r)
			for _, want := range c.want {
				i := slices.Index(rest, want)
				if i < 0 {
					t.Fatalf("%+v is not among\n%+v", want, rest)
				}
				rest = rest[i+1:]
			}
		})
	}
}

// Every preset reads in both languages, and only what was compared with a text
// says so.
func TestExplainEveryPreset(t *testing.T) {
	for _, r := range rule.Presets() {
		marked := false
		for _, said := range rule.Explain(r) {
			marked = marked || strings.HasPrefix(said.English, "UNVERIFIED")
			if !strings.HasSuffix(said.Chinese, "。") && !strings.HasPrefix(said.Chinese, "依据") || said.English == "" {
				t.Errorf("%s: %+v", r.Code, said)
			}
			if strings.ContainsAny(said.Chinese+said.English, "%<>{}[]=") || strings.ContainsAny(said.Chinese, ",;") {
				t.Errorf("%s: %+v", r.Code, said)
			}
		}
		if marked == r.Source.Verified() {
			t.Errorf("%s: marked as unverified is %v", r.Code, marked)
		}
	}
}
