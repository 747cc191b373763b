package checklist

import (
	"fmt"

	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/rule"
	"sifang/schema/window"
)

func (f Facts) quorum() Line {
	l := QuorumReached.asks("参与人数和面积须达到法定人数。", "Enough take part to make a quorum.", &f.Rule.Source)
	l.Evidence = f.Verdict.ID
	if f.Verdict.ID.IsZero() {
		return l.found(NotYet, "尚未计票。", "It was not counted so far.")
	}
	said := f.Verdict.Quorum.Sentence()
	return l.found(met(f.Verdict.Quorum.Met), said.Chinese, said.English)
}

func met(yes bool) State {
	if yes {
		return Met
	}
	return NotMet
}

// recount is a safeguard of this service: no provision asks for it.
func (f Facts) recount() Line {
	l := RecountAgrees.asks("独立的第二次计票须得出同一结果。", "A second, independent counter comes to the same result.", nil)
	l.Evidence = f.Verdict.ID
	switch {
	case f.Verdict.ID.IsZero():
		return l.found(NotYet, "尚未计票。", "It was not counted so far.")
	case f.Verdict.Recount == schema.RecountResultAgrees:
		return l.found(Met, "两次计票一致。", "Both agree.")
	case f.Verdict.Recount == schema.RecountResultDiffers:
		return l.found(NotMet, "两次计票不一致。", "They differ.")
	default:
		return l.found(NotProvable, "没有第二次计票的记录。", "No second count is on record.")
	}
}

// result asks for the posting of what the vote came to: as a preliminary result
// where the rule knows one, and in time where the periods say so.
func (f Facts) result() Line {
	least := window.Preliminary(f.Rule.Window)
	source := first(f.Bounds.Preliminary, &f.Rule.Source)
	l := ResultPosted.asks(fmt.Sprintf("表决结果须公示至少%d日。", least), fmt.Sprintf("The result is posted for at least %s.", days(least)), source)
	if least == 0 {
		l = ResultPosted.asks("表决结果应当公布；本规则未要求先行公示初步结果。",
			"The result is made public; the rule asks for no preliminary posting.", source)
	}
	l.Evidence = f.Result.ID
	switch {
	case f.Result.ID.IsZero() && f.Vote.Status == schema.VoteStatusFinal && least > 0:
		return l.found(NotMet, "结果已确定，没有公示记录。", "It is final, and no posting is on record.")
	case f.Result.ID.IsZero() && least == 0 && !f.Verdict.ID.IsZero():
		return l.found(Met, "已计票，本服务向所有人公开结果。", "It was counted, and everybody reads the result here.")
	case f.Result.ID.IsZero():
		return l.found(NotYet, "尚未公示。", "It was not posted so far.")
	default:
		return f.hung(l, f.Result, least)
	}
}

// hung says whether a posting hung for as long as it had to.
func (f Facts) hung(l Line, p Posting, least int) Line {
	zh, en := fmt.Sprintf("%s公示，至%s，共%d日。", p.Posted, p.Until, p.Days), fmt.Sprintf("Posted on %s until %s: %s.", p.Posted, p.Until, days(p.Days))
	switch {
	case p.Gone:
		return l.found(NotMet, zh+"其后被发现缺失，尚未恢复。", en+" It was found gone since, and is not back.")
	case p.Days < least:
		return l.found(NotMet, zh, en)
	case !f.Today.After(p.Until):
		return l.found(NotYet, zh, en)
	default:
		return l.found(Met, zh, en)
	}
}

func (f Facts) objections() Line {
	l := ObjectionsAnswered.asks("异议须逐一答复。", "Every objection is answered.", &f.Rule.Source)
	l.Evidence = f.Vote.ID
	o, until := f.Objections, f.Vote.ObjectionsUntil
	switch {
	case o.Unanswered > 0 && f.Vote.Status == schema.VoteStatusFinal:
		return l.found(NotMet, fmt.Sprintf("结果已确定，%d件异议中仍有%d件未答复。", o.Filed, o.Unanswered),
			fmt.Sprintf("The result is final, and of %d objections %d wait for an answer.", o.Filed, o.Unanswered))
	case o.Unanswered > 0:
		return l.found(NotYet, fmt.Sprintf("%d件异议中有%d件待答复。", o.Filed, o.Unanswered),
			fmt.Sprintf("Of %d objections %d wait for an answer.", o.Filed, o.Unanswered))
	case f.Vote.Status != schema.VoteStatusFinal && (until == nil || !f.Today.After(*until)):
		return l.found(NotYet, fmt.Sprintf("已提出%d件，均已答复；仍可提出。", o.Filed), fmt.Sprintf("All %d are answered; more may come.", o.Filed))
	default:
		return l.found(Met, fmt.Sprintf("%d件，均已答复。", o.Filed), fmt.Sprintf("All %d are answered.", o.Filed))
	}
}

// resolution asks for what was issued on the vote to be posted: within its days
// from the vote, and for its days.
func (f Facts) resolution() Line {
	within, least := f.Periods.PublishWithinDays, f.Periods.PublicationDays
	l := ResolutionPosted.asks("决定须公布"+inTimeChinese(within)+forChinese(least)+"。",
		"What was decided is posted"+inEnglish(within, least)+".", first(f.Sources.Publish, f.Sources.Publication))
	p := f.Resolution
	l.Evidence = p.Posting.ID
	if l.Evidence.IsZero() {
		l.Evidence = p.ID
	}
	var last day.Date
	if f.Vote.Closed != nil && within > 0 {
		last = day.Of(*f.Vote.Closed).AddDays(within)
	}
	switch {
	case f.Vote.Closed == nil:
		return l.found(NotYet, "表决尚未结束。", "The vote is not closed so far.")
	case p.Posting.ID.IsZero() && !last.IsZero() && f.Today.After(last):
		return l.found(NotMet, fmt.Sprintf("应于%s前公布，尚未公布。", last), fmt.Sprintf("It was due on %s, and is not posted.", last))
	case p.Posting.ID.IsZero():
		return l.found(NotYet, "尚未公布。", "It is not posted so far.")
	case !last.IsZero() && p.Posted.After(last):
		return l.found(NotMet, fmt.Sprintf("%s公布，应于%s前公布。", p.Posted, last), fmt.Sprintf("Posted on %s, which was due on %s.", p.Posted, last))
	default:
		return f.hung(l, p.Posting, least)
	}
}

func inTimeChinese(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("，自表决结束起%d日内", n)
}

func forChinese(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("，公示不少于%d日", n)
}

func inEnglish(within, least int) string {
	said := ""
	if within > 0 {
		said += " within " + days(within) + " of the close"
	}
	if least > 0 {
		said += " for at least " + days(least)
	}
	return said
}

func first(sources ...*rule.Source) *rule.Source {
	for _, s := range sources {
		if s != nil {
			return s
		}
	}
	return nil
}
