package flag

import (
	"sifang/schema/fault"
	"sifang/schema/rule"
)

// sentences say what each sign is.
var sentences = map[rule.AlertCode]fault.Words{
	rule.PapersAtOnce: {
		Chinese: "同一人在{minutes}分钟内录入{got}张纸质票（共{of}张），可能有正常原因，例如集中点票；请核对这些票的扫描件与收票时间。",
		English: "One person entered {got} of {of} papers within {minutes} min, which may have an ordinary reason, such as a joint count; look at the scans of these papers and when they were received.",
	},
	rule.BallotsAtOnce: {
		Chinese: "{minutes}分钟内收到{got}张线上和现场表决票（共{of}张），可能有正常原因，例如会场统一表决；请核对这些票的来源和登录记录。",
		English: "Of {of} ballots cast online or in the hall {got} came in within {minutes} min, which may have an ordinary reason, such as a hall that votes together; look at where they came from.",
	},
	rule.SameReaders: {
		Chinese: "{of}张两次录入的纸质票中有{got}张由同两人录入和复核，可能有正常原因，例如只有两名工作人员；请抽查这些票的扫描件。",
		English: "The same two persons read {got} of {of} papers, which may have an ordinary reason, such as that there are no others; look at the scans of some of these papers.",
	},
	rule.OneAgent: {
		Chinese: "同一受托人代{got}处投票（共{of}处已投票），可能有正常原因，例如家人之间委托；请核对委托书。",
		English: "One person cast the ballots of {got} of the {of} places that voted, which may have an ordinary reason, such as a large family; look at the papers of authority.",
	},
	rule.LateProxies: {
		Chinese: "{of}份委托中有{got}份在最后{days}日登记，可能有正常原因，例如此前集中上门；请核对委托书的签署日期。",
		English: "Of {of} authorities {got} were entered on the last days ({days}), which may have an ordinary reason, such as a round of visits; look at when they were signed.",
	},
	rule.AreasChanged: {
		Chinese: "名册冻结前{days}日内新登记或者变更权属的专有部分共{got}平方米（名册总面积{of}平方米），可能有正常原因，例如集中办证；请核对登记依据。",
		English: "In the {days} days before the roll was frozen units of {got} m² were registered or passed to other owners, of {of} m² on the roll, which may have an ordinary reason, such as titles issued together; look at what the entries rest on.",
	},
	rule.DeliveriesAtOnce: {
		Chinese: "同一人在{minutes}分钟内登记上门送达{got}户（共{of}户），可能有正常原因，例如按同一时间补登；请核对送达凭证。",
		English: "One person is down as having called at {got} of {of} doors within {minutes} min, which may have an ordinary reason, such as an entry made afterwards; look at the receipts.",
	},
}
