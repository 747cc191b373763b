package rule

import (
	"fmt"

	"sifang/schema"
)

// Explain says what the rule asks for in plain sentences, one thing each, for
// whoever writes rules or has to trust them: what it is and where it stands, when
// there is a quorum, what adopts or elects, and what else it regulates.
func Explain(r Rule) []Text {
	var e explanation
	e.head(r)
	e.thresholds(r)
	if r.Election != nil {
		e.election(*r.Election)
	}
	e.ties(r)
	e.sitting(r)
	e.policies(r.Policies)
	e.proxies(r.Proxies, r.InPerson)
	e.beside(r)
	return e.said
}

type explanation struct{ said []Text }

func (e *explanation) say(zh, en string) { e.said = append(e.said, Text{Chinese: zh, English: en}) }

// count says something about a number: %d in Chinese, %s for the number with its
// noun in English.
func (e *explanation) count(n int, one, many, zh, en string) {
	e.say(fmt.Sprintf(zh, n), fmt.Sprintf(en, plural(int64(n), one, many)))
}

func (e *explanation) head(r Rule) {
	e.say(fmt.Sprintf("%s（%s，第%s版）。", r.Title.Chinese, r.Code, r.Version),
		fmt.Sprintf("%s (%s, version %s).", r.Title.English, r.Code, r.Version))
	e.source(r.Source)
	if r.ValidTo.IsZero() {
		e.say(fmt.Sprintf("自%s起适用。", r.ValidFrom), fmt.Sprintf("It holds from %s on.", r.ValidFrom))
	} else {
		e.say(fmt.Sprintf("自%s起适用，%s起不再适用。", r.ValidFrom, r.ValidTo),
			fmt.Sprintf("It holds from %s and no longer on %s.", r.ValidFrom, r.ValidTo))
	}
	if class, ok := classes[r.Class]; ok {
		e.say("用于"+class.Chinese+"。", "It is made for "+class.English+".")
	}
	if r.Binding {
		e.say("下位规定和规约的要求不得低于本规则。", "Texts below it, bylaws included, may not ask for less.")
	}
}

func (e *explanation) source(s Source) {
	cited := s.Cited()
	e.say(fmt.Sprintf("依据：%s（%s）：%s", cited.Chinese, s.Jurisdiction, s.Text),
		fmt.Sprintf("Source: %s (%s): %s", cited.English, s.Jurisdiction, s.Text))
	if s.Verified() {
		e.say(fmt.Sprintf("已于%s与文本核对。", s.VerifiedOn), fmt.Sprintf("It was compared with the text on %s.", s.VerifiedOn))
	} else {
		e.say("未核实：没有与法律文本核对，仅为惯例、约定或者一般知识。",
			"UNVERIFIED: it was not compared with a text of law; it is custom, agreement or general knowledge.")
	}
}

// Cited names the text and the provision. A law keeps its own title.
func (s Source) Cited() Text {
	if s.Article == "" {
		return Text{Chinese: s.Title, English: s.Title}
	}
	return Text{Chinese: s.Title + "第" + s.Article + "条", English: s.Title + ", art. " + s.Article}
}

func (e *explanation) thresholds(r Rule) {
	if r.Quorum != nil {
		asked := r.Quorum.requirement()
		e.say("法定人数："+asked.Chinese+"。", "Quorum: "+asked.English+".")
	} else {
		e.say("没有法定人数。", "There is no quorum.")
	}
	if r.DistinctPersonsMin > 0 {
		e.count(r.DistinctPersonsMin, "different person", "different people", "到会的不同自然人至少须有%d人。", "At least %s must be present.")
	}
	asked := r.Approval.requirement()
	if r.Election != nil {
		e.say("候选人当选须："+asked.Chinese+"。", "To be elected, for each candidate: "+asked.English+".")
	} else {
		e.say("通过须："+asked.Chinese+"。", "To be adopted: "+asked.English+".")
	}
	if r.silencePasses() {
		e.say("没有人反对时，无人表示同意也通过。", "If nobody is against, it is adopted even if nobody is in favour.")
	}
}

// silencePasses reports whether the rule needs no voice in favour.
func (r Rule) silencePasses() bool {
	for _, leaf := range r.Approval.Leaves() {
		if leaf.Limit == nil {
			return false
		}
	}
	return true
}

func (e *explanation) election(v Election) {
	e.ranking(v.Ranking)
	if v.MarksAtMostSeats {
		e.say("每张票圈选的人数不得超过应选人数。", "One paper marks at most as many candidates as there are seats.")
	}
	if v.MoreCandidatesThanSeats {
		e.say("候选人须多于应选人数。", "There must be more candidates than seats.")
	}
	if v.LeastSeats > 0 {
		e.count(v.LeastSeats, "seat", "seats", "当选人数至少达到%d人，方可成立。", "The body is established only if at least %s are filled.")
	}
	if v.LeastShare != nil {
		e.say("须有应选人数的"+v.LeastShare.Fraction.chinese(v.LeastShare.Compare)+"当选，方可成立。",
			"The body is established only if "+lower(v.LeastShare.Fraction.english(v.LeastShare.Compare))+" of the seats are filled.")
	}
	if v.SecondTie == VoteAgain {
		e.say("最后名额得票相等的，在相等者之间另行投票，直至分出先后。",
			"Candidates tied for the last seats are voted on among themselves until one leads.")
	} else {
		e.say("最后名额得票相等的，在相等者之间另行投票；再次相等的，席位空缺。",
			"Candidates tied for the last seats are voted on among themselves; after a second tie the seat stays vacant.")
	}
	e.alternates(v.Alternates)
}

func (e *explanation) ranking(measures []schema.Measure) {
	zh, en := "名次按得票排列，", "Candidates are ranked by their votes, counted in "
	for i, measure := range measures {
		switch {
		case i > 0:
			zh, en = zh+"，再", en+", then in "
		case len(measures) > 1:
			zh += "先"
		}
		zh, en = zh+"计"+nouns[measure].Chinese, en+nouns[measure].English
	}
	e.say(zh+"。", en+".")
}

func (e *explanation) alternates(a *Alternates) {
	if a == nil {
		e.say("不设候补。", "Nobody stands by.")
		return
	}
	zh, en := "未当选的按名次候补", "Those behind the elected stand by in their order"
	if a.MustQualify {
		zh, en = "未当选但达到当选条件的按名次候补", "Those who reached the approval but no seat stand by in their order"
	}
	if a.MostPerSeat > 0 {
		zh += fmt.Sprintf("，候补人数至多为应选人数的%d倍", a.MostPerSeat)
		en += fmt.Sprintf(", at most %d for each seat", a.MostPerSeat)
	}
	e.say(zh+"。", en+".")
}

var classes = map[Class]Text{
	Ordinary:  {Chinese: "一般事项", English: "ordinary matters"},
	Special:   {Chinese: "特别事项", English: "special matters"},
	Unanimous: {Chinese: "须一致同意的事项", English: "matters that take everybody's consent"},
}

var visibilities = map[schema.BallotVisibility]Text{
	schema.BallotVisibilityOpen:     {Chinese: "公开投票。", English: "Ballots are open."},
	schema.BallotVisibilitySemiOpen: {Chinese: "公布选择，不公布何人所投。", English: "Choices are shown, but not whose they are."},
	schema.BallotVisibilitySecret:   {Chinese: "无记名投票。", English: "Ballots are secret."},
}
