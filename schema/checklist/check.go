package checklist

import (
	"fmt"

	"sifang/schema"
	"sifang/schema/window"
)

// Of goes through the vote, in the order in which it comes to the requirements.
// Whether papers were served is asked only where papers must reach people: in a
// meeting in writing, or where the rule counts silence.
func Of(f Facts) []Line {
	lines := []Line{f.notice(), f.agenda(), f.authority(), f.frozen()}
	if f.Written || f.Rule.Deemed != nil {
		lines = append(lines, f.service())
	}
	return append(lines, f.recusals(), f.window(), f.quorum(), f.recount(), f.result(), f.objections(), f.resolution())
}

func (f Facts) notice() Line {
	least, n := f.Periods.NoticeDays, f.Notice
	l := NoticePeriod.asks(fmt.Sprintf("会议召开前至少提前%d日发布通知。", least),
		fmt.Sprintf("The meeting is announced at least %s before it is held.", days(least)), f.Sources.Notice)
	if least == 0 {
		l = NoticePeriod.asks("会议召开前发布通知；适用规则未规定期限。", "The meeting is announced; the rules in force set no period.", f.Sources.Notice)
	}
	l.Evidence = n.Posting
	if l.Evidence.IsZero() {
		l.Evidence = n.Meeting
	}
	switch {
	case n.Posted.IsZero():
		return l.found(NotYet, "尚未发布通知。", "It was not announced so far.")
	case n.Given < least:
		return l.found(NotMet, fmt.Sprintf("%s发布，%s召开，仅提前%d日。", n.Posted, n.Held, n.Given),
			fmt.Sprintf("Announced on %s for %s: %s only.", n.Posted, n.Held, days(n.Given)))
	case n.Posting.IsZero():
		return l.found(NotProvable, fmt.Sprintf("登记于%s通知，没有公示记录。", n.Posted),
			fmt.Sprintf("It is down as announced on %s, but no posting is on record.", n.Posted))
	default:
		return l.found(Met, fmt.Sprintf("%s发布，%s召开，提前%d日。", n.Posted, n.Held, n.Given),
			fmt.Sprintf("Announced on %s for %s: %s.", n.Posted, n.Held, days(n.Given)))
	}
}

func (f Facts) agenda() Line {
	l := AgendaPublished.asks("表决事项须事先列入公布的议程。", "The item stood on the agenda that was published before.", &f.Rule.Source)
	if !f.Rule.AgendaMustBeNoticed {
		l = AgendaPublished.asks("表决事项宜事先列入公布的议程；本规则不作强制。",
			"The item should stand on the published agenda; the rule does not insist.", &f.Rule.Source)
	}
	l.Evidence = f.Item.ID
	noticed, opened := f.Item.Noticed, f.Vote.Opened
	switch {
	case noticed != nil && (opened == nil || !noticed.After(*opened)):
		return l.found(Met, "已列入通知。", "It stood in a notice.")
	case opened == nil:
		return l.found(NotYet, "尚未列入通知。", "It stands in no notice so far.")
	case f.Rule.AgendaMustBeNoticed:
		return l.found(NotMet, "开始表决时未列入任何通知。", "It stood in no notice when the vote was opened.")
	default:
		return l.found(Met, "未列入通知，但本规则允许。", "It stood in no notice, which the rule allows.")
	}
}

func (f Facts) authority() Line {
	decides, _ := schema.Term(f.Item.Authority)
	l := Authority.asks("本会议须有权决定该事项。", "The meeting is the body that may decide the matter.", f.Item.Source)
	l.Evidence = f.Item.ID
	if f.Item.Own == f.Item.Authority {
		return l.found(Met, fmt.Sprintf("该事项由%s决定，本会议即是。", decides),
			fmt.Sprintf("The matter is decided by %s, which is this meeting.", f.Item.Authority))
	}
	return l.found(NotMet, fmt.Sprintf("该事项由%s决定；本会议只能提出建议或者转交，不能作出有约束力的决定。", decides),
		fmt.Sprintf("The matter is decided by %s; this meeting can only recommend or refer.", f.Item.Authority))
}

func (f Facts) frozen() Line {
	l := RollFrozen.asks("表决前确定名册及其人数、面积总数。", "The roll is settled before the vote, with its totals.", &f.Rule.Source)
	l.Evidence = f.Roll.ID
	if f.Roll.ID.IsZero() {
		return l.found(NotYet, "名册尚未冻结。", "The roll is not frozen so far.")
	}
	if f.Roll.Hash == "" || f.Roll.Entries == 0 {
		return l.found(NotProvable, "名册没有指纹或者没有条目。", "The roll has no fingerprint, or no entries.")
	}
	return l.found(Met, fmt.Sprintf("名册%d条，%d人，%s平方米，指纹%s。", f.Roll.Entries, f.Roll.Heads, f.Roll.Area, f.Roll.Hash),
		fmt.Sprintf("%d entries, %d heads, %s m², fingerprint %s.", f.Roll.Entries, f.Roll.Heads, f.Roll.Area, f.Roll.Hash))
}

func (f Facts) service() Line {
	source := &f.Rule.Source
	l := ServiceProven.asks("表决票和议题须送达每一位有表决权的人，张贴不算送达。",
		"The paper with the agenda reached everybody who may vote; a posting does not do.", source)
	l.Evidence = f.Roll.ID
	rest := f.Roll.Entries - f.Roll.Served
	switch {
	case f.Roll.ID.IsZero(), f.Vote.Closed == nil && rest > 0:
		return l.found(NotYet, fmt.Sprintf("%d条中已证明送达%d条。", f.Roll.Entries, f.Roll.Served),
			fmt.Sprintf("Proved for %d of %d entries so far.", f.Roll.Served, f.Roll.Entries))
	case rest > 0:
		return l.found(NotProvable, fmt.Sprintf("%d条中有%d条没有送达证明。", f.Roll.Entries, rest),
			fmt.Sprintf("Of %d entries %d are without proof.", f.Roll.Entries, rest))
	default:
		return l.found(Met, fmt.Sprintf("%d条均已证明送达。", f.Roll.Entries), fmt.Sprintf("Proved for all %d entries.", f.Roll.Entries))
	}
}

func (f Facts) recusals() Line {
	l := RecusalsRuled.asks("回避申请须在表决结束前全部作出决定。", "Every request that somebody step aside is ruled on before the vote is closed.", nil)
	l.Evidence = f.Item.ID
	switch {
	case f.Unruled == 0:
		return l.found(Met, fmt.Sprintf("回避%d件，均已处理。", f.Recusals), fmt.Sprintf("None of %d waits.", f.Recusals))
	case f.Vote.Closed == nil:
		return l.found(NotYet, fmt.Sprintf("%d件待决定。", f.Unruled), fmt.Sprintf("%d wait for a ruling.", f.Unruled))
	default:
		return l.found(NotMet, fmt.Sprintf("表决已结束，仍有%d件未决定。", f.Unruled), fmt.Sprintf("The vote is closed, and %d still wait.", f.Unruled))
	}
}

func (f Facts) window() Line {
	l := WindowKept.asks("表决持续时间须在规定的限度之内。", "The vote is open for as long as the rule asks, and no longer.",
		first(f.Bounds.Least, f.Bounds.Most, &f.Rule.Source))
	l.Evidence = f.Vote.ID
	if !window.Bounded(f.Rule.Window) {
		return l.found(Met, "本规则未规定限度。", "The rule sets no bounds.")
	}
	end := f.Vote.Closed
	if end == nil || f.Vote.Closes != nil && f.Vote.Closes.Before(*end) {
		end = f.Vote.Closes // whenever somebody wrote it down
	}
	if f.Vote.Opened == nil || end == nil {
		return l.found(NotYet, "表决尚未开始，或者未公布截止时间。", "It is not open so far, or no close was announced.")
	}
	w := window.Window{Opens: *f.Vote.Opened, Closes: *end}
	if outside := w.Outside(f.Rule.Window); outside != nil {
		return l.found(NotMet, fmt.Sprintf("共%d日，规定%d日至%s。", w.Days(), f.Rule.Window.LeastDays, mostChinese(f.Rule.Window.MostDays)),
			fmt.Sprintf("%s; the rule asks for %s.", days(w.Days()), bounds(f.Rule.Window.LeastDays, f.Rule.Window.MostDays)))
	}
	return l.found(Met, fmt.Sprintf("共%d日。", w.Days()), fmt.Sprintf("Open for %s.", days(w.Days())))
}

func mostChinese(most int) string {
	if most == 0 {
		return "不限"
	}
	return fmt.Sprintf("%d日", most)
}

func bounds(least, most int) string {
	if most == 0 {
		return "at least " + days(least)
	}
	return fmt.Sprintf("%d to %s", least, days(most))
}
