package rule

import (
	"fmt"
	"slices"
	"strings"
)

// Shortfall says of a quorum in one sentence how much there must still be, for
// whoever goes from door to door: still 23 people and 1940.00 square metres. Of
// several ways to a quorum it names all. It tells how many must still come, and
// nothing about how anybody voted.
func (f Finding) Shortfall() Text {
	switch {
	case f.Kind == "" || f.Kind == FoundNothing:
		return Text{Chinese: "规则未规定法定人数。", English: "The rule asks for no quorum."}
	case f.Met:
		return Text{Chinese: "已达到法定人数。", English: "The quorum is reached."}
	case f.Lost:
		return Text{Chinese: "已无法达到法定人数。", English: "The quorum can no longer be reached."}
	}
	missing := f.missing()
	return Text{
		Chinese: "距法定人数还差" + missing.Chinese + "。",
		English: "Still " + missing.English + " to the quorum.",
	}
}

// Unmet lists the leaves that still miss something which further voices can make
// up for, in their order.
func (f Finding) Unmet() []Finding {
	if len(f.Parts) == 0 {
		if f.Met || f.Lost {
			return nil
		}
		return []Finding{f}
	}
	var all []Finding
	for _, part := range f.Parts {
		all = append(all, part.Unmet()...)
	}
	return all
}

// missing words what an unmet finding still misses. It is part of a sentence.
func (f Finding) missing() Text {
	if len(f.Parts) == 0 {
		return f.missingHere()
	}
	open := slices.DeleteFunc(slices.Clone(f.Parts), func(part Finding) bool { return part.Met || part.Lost })
	if f.Kind == FoundKOf && f.Missing > 1 && int(f.Missing) < len(open) {
		of := joinMissing(open, "；", "; ")
		return Text{
			Chinese: fmt.Sprintf("以下%d项中的%d项（%s）", len(open), f.Missing, of.Chinese),
			English: fmt.Sprintf("%d of these %d (%s)", f.Missing, len(open), of.English),
		}
	}
	if f.Kind == FoundAll || int(f.Missing) == len(open) {
		return joinMissing(open, "、", " and ")
	}
	return joinMissing(open, "或者", " or ")
}

func (f Finding) missingHere() Text {
	if f.Kind == FoundPersons {
		return Text{
			Chinese: fmt.Sprintf("%d个不同的人", f.Missing), English: plural(f.Missing, "different person", "different people"),
		}
	}
	said := Text{Chinese: amount(f.Missing, f.Measure) + unitsChinese[f.Measure], English: f.units(f.Missing)}
	if f.Among != nil {
		said.Chinese = f.Among.Title.Chinese + said.Chinese
		said.English += " of the " + f.Among.Title.English
	}
	return said
}

// joinMissing words several parts. A combination among them stands in brackets.
func joinMissing(parts []Finding, zh, en string) Text {
	var chinese, english []string
	for _, part := range parts {
		said := part.missing()
		if len(part.Parts) > 1 && len(parts) > 1 {
			said = Text{Chinese: "（" + said.Chinese + "）", English: "(" + said.English + ")"}
		}
		chinese, english = append(chinese, said.Chinese), append(english, said.English)
	}
	return Text{Chinese: strings.Join(chinese, zh), English: strings.Join(english, en)}
}
