package rule

// contradictions tell where the rule leaves what a binding override of a more
// general set says. All that such an override states leaves no room.
func contradictions(law Override, source Source, own Rule) []Conflict {
	c := contest{source: source}
	if law.Proxies != nil && own.Proxies != nil {
		c.proxies(*law.Proxies, *own.Proxies)
	}
	if law.Window != nil {
		c.window(*law.Window, own.Window)
	}
	for _, differs := range []bool{
		law.InvalidBallots != "" && own.InvalidBallots != law.InvalidBallots,
		law.ChannelPrecedence != "" && own.ChannelPrecedence != law.ChannelPrecedence,
		law.Recast != "" && own.Recast != law.Recast,
	} {
		if differs {
			c.add("该规定对无效票、重复投票或者改票的处理，本规则另有规定。",
				"The law says how spoilt papers, ballots on two channels or a second ballot count, and this rule says otherwise.")
			break
		}
	}
	return c.found
}

func (c *contest) window(law Window, own *Window) {
	var w Window
	if own != nil {
		w = *own
	}
	tooLong := law.MostDays > 0 && (w.MostDays == 0 || w.MostDays > law.MostDays)
	if w.LeastDays < law.LeastDays || tooLong {
		c.add("该规定限定了投票期限，本规则超出限定。", "The law bounds how long a vote is open, and this rule leaves those bounds.")
	}
	if w.PreliminaryDays < law.PreliminaryDays {
		c.add("该规定要求的结果公示期，本规则没有达到。", "The law says how long a result is open to objections, and this rule makes it shorter.")
	}
}
