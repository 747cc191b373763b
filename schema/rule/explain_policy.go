package rule

import "sifang/schema"

func (e *explanation) ties(r Rule) {
	switch r.Tie {
	case Escalate:
		e.say("同意与反对相等的，提请上级协调。", "If as many are for as against, the matter goes to the next higher body.")
	case Retable:
		e.say("同意与反对相等的，修改后可以再次提出。", "If as many are for as against, the motion may come back with changes.")
	case CastingVote:
		e.say("同意与反对相等的，由主持人的一票决定。", "If as many are for as against, the ballot of the chair decides.")
	}
}

func (e *explanation) sitting(r Rule) {
	if r.Parties != nil {
		e.parties(*r.Parties)
	}
	if said, ok := visibilities[r.Visibility]; ok {
		e.say(said.Chinese, said.English)
	}
	if r.AgendaMustBeNoticed {
		e.say("未事先公示的议题不得表决。", "What was not noticed beforehand cannot be voted on.")
	}
	if r.LateArrivalsVote {
		e.say("表决开始后到会的可以参加表决。", "Those who come after the vote was opened may vote.")
	}
	if r.Recused.InBase {
		e.say("回避的成员计入通过的基数。", "Those who step aside still count in the base of the approval.")
	} else {
		e.say("回避的成员不计入通过的基数。", "Those who step aside do not count in the base of the approval.")
	}
	if r.Recused.CountAsPresent {
		e.say("回避的成员计入到会人数。", "Those who step aside count as present.")
	}
}

func (e *explanation) parties(p Parties) {
	if p.Position == MembersMajority {
		e.say("各方的意见以其成员的过半数为准。", "A party stands as more than half of the ballots of its members.")
	} else {
		e.say("各方由其授权代表表决。", "A party votes through its authorised delegate.")
	}
	switch p.Absent {
	case schema.AbsentPartyPolicyLeavesBase:
		e.say("缺席的一方不计入基数。", "A party that is absent leaves the base.")
	case schema.AbsentPartyPolicyCountedAsConsentAfterNotice:
		e.count(p.ConsentDays, "day", "days", "缺席的一方在通知后%d日内未提出异议的，视为同意。",
			"A party that is absent and does not object within %s of its notice counts as consenting.")
	default:
		e.say("缺席的一方视为没有同意。", "A party that is absent is not in favour.")
		if p.ConsentDays > 0 {
			e.count(p.ConsentDays, "day", "days", "缺席的一方可以在通知后%d日内表示意见。", "It has %s from its notice to answer.")
		}
	}
}

func (e *explanation) policies(p Policies) {
	if p.InvalidBallots == TakePart {
		e.say("无效票计入参与表决，不计入同意。", "A spoilt paper takes part, in favour of nothing.")
	} else {
		e.say("无效票不计入参与表决。", "A spoilt paper takes no part.")
	}
	if p.Deemed != nil {
		e.deemed(*p.Deemed)
	}
	switch p.ChannelPrecedence {
	case OnlinePrevails:
		e.say("同时有电子票和纸质票的，以电子票为准。", "Of a ballot online and one on paper, the one online counts.")
	case PaperPrevails:
		e.say("同时有电子票和纸质票的，以纸质票为准。", "Of a ballot online and one on paper, the one on paper counts.")
	default:
		e.say("同时有电子票和纸质票的，以先投的为准。", "Of a ballot online and one on paper, the first counts.")
	}
	if p.Recast == UntilClose {
		e.say("截止前可以改票，以最后一次为准。", "A ballot may be changed until the vote closes; the last one counts.")
	} else {
		e.say("投出的票不能更改。", "A ballot that was cast cannot be changed.")
	}
	e.window(p.Window)
}

func (e *explanation) deemed(d Deemed) {
	zh, en := "已送达而未投票的，视为弃权", "Those who were served and did not vote count as abstaining"
	if d.Direction == FollowMajority {
		zh, en = "已送达而未投票的，视为同意已表决的多数意见", "Those who were served and did not vote count as the majority of those who did"
	}
	if d.CountsTowardQuorum {
		zh, en = zh+"，并计入法定人数", en+", and toward the quorum"
	}
	e.say(zh+"（"+d.Basis.Chinese+"）。", en+" ("+d.Basis.English+").")
}

func (e *explanation) proxies(p *Proxies, inPerson bool) {
	if p == nil {
		zh, en := "须本人投票；规则没有规定委托投票。", "Everybody votes in person; nothing is said about proxies."
		if inPerson {
			zh, en = "须本人投票，不得委托。", "Everybody votes in person; proxies are barred."
		}
		e.say(zh, en)
		return
	}
	e.say("可以书面委托他人投票。", "One may vote for another with a written authorisation.")
	if p.MostPrincipals > 0 {
		e.count(p.MostPrincipals, "other", "others", "每人至多接受%d人委托。", "One agent votes for at most %s.")
	}
	if p.AgentOnRoll {
		e.say("受托人本人须有表决权。", "An agent must have a vote in the meeting too.")
	}
	for _, group := range p.Barred {
		said := barred[group]
		e.say(said.Chinese, said.English)
	}
}

func (e *explanation) window(w *Window) {
	if w == nil {
		return
	}
	if w.LeastDays > 0 {
		e.count(w.LeastDays, "day", "days", "投票期限至少%d日。", "The vote is open for at least %s.")
	}
	if w.MostDays > 0 {
		e.count(w.MostDays, "day", "days", "投票期限连同延长至多%d日。", "The vote is open for at most %s, extensions included.")
	}
	if w.Extensions > 0 {
		e.count(w.Extensions, "time", "times", "截止前公告的，可以延长%d次。", "It may be extended %s, if that is announced before the close.")
	}
	if w.PreliminaryDays > 0 {
		e.count(w.PreliminaryDays, "day", "days", "结果公示满%d日，方为最终结果。", "The result is open to objections for %s before it is final.")
	}
}

// beside says what goes with the count: conditions, conflicts, and the sets that
// changed the rule.
func (e *explanation) beside(r Rule) {
	for _, one := range r.Conditions {
		zh, en := "，否则标明程序瑕疵。", "; otherwise the verdict is flagged as procedurally defective."
		if one.Lacking == Blocks {
			zh, en = "，否则不通过。", "; otherwise nothing is adopted."
		}
		e.say("条件："+one.Title.Chinese+zh, "Condition: "+one.Title.English+en)
	}
	for _, one := range r.Conflicts {
		cited := one.Source.Cited()
		e.say("与"+cited.Chinese+"抵触："+one.Note.Chinese, "It contradicts "+cited.English+": "+one.Note.English)
	}
	for _, one := range r.Laid {
		e.say("按"+one.Set+"（第"+one.Version+"版）作了调整。", "It was changed by "+one.Set+" (version "+one.Version+").")
	}
}

var barred = map[Barred]Text{
	PropertyStaff: {Chinese: "物业服务企业的工作人员不得接受委托。", English: "Staff of the property company may not be agents."},
	Candidate:     {Chinese: "候选人不得接受委托。", English: "Candidates may not be agents."},
}
