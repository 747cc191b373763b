package floor

import "sifang/schema/fault"

// Reason is what put somebody before those behind them.
type Reason string

// The reasons.
const (
	Alone     Reason = "ALONE"      // nobody else waits
	Unheard   Reason = "UNHEARD"    // had fewer turns than the others
	OtherSide Reason = "OTHER_SIDE" // is on the other side than the last
	Earlier   Reason = "EARLIER"    // asked before the others
)

// Values lists every Reason.
func (Reason) Values() []string { return []string{"ALONE", "UNHEARD", "OTHER_SIDE", "EARLIER"} }

var reasons = map[Reason]fault.Words{
	Alone:     {Chinese: "没有其他人申请发言", English: "nobody else asked for the floor"},
	Unheard:   {Chinese: "发言次数较少者优先", English: "who spoke less often goes before who spoke more often"},
	OtherSide: {Chinese: "正反双方轮流发言", English: "the sides take turns"},
	Earlier:   {Chinese: "先申请者先发言", English: "who asked first speaks first"},
}

// Words say the reason.
func (r Reason) Words() fault.Words { return reasons[r] }
