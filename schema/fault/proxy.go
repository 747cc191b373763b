package fault

// Refusals about voting for others.
const (
	ProxyNotAllowed         Code = "PROXY_NOT_ALLOWED"
	ProxyBarred             Code = "PROXY_BARRED"
	ProxyAgentNotOnRoll     Code = "PROXY_AGENT_NOT_ON_ROLL"
	ProxyPrincipalNotOnRoll Code = "PROXY_PRINCIPAL_NOT_ON_ROLL"
	ProxyLimit              Code = "PROXY_LIMIT"
	ProxyNeeded             Code = "PROXY_NEEDED"
	ProxyRevoked            Code = "PROXY_REVOKED"
	ProxyExpired            Code = "PROXY_EXPIRED"
	ProxyTaken              Code = "PROXY_TAKEN"
	ProxyVague              Code = "PROXY_VAGUE"
	ProxyUnsigned           Code = "PROXY_UNSIGNED"
	ProxySignedLater        Code = "PROXY_SIGNED_LATER"
	ProxyNotPassedOn        Code = "PROXY_NOT_PASSED_ON"
	ProxyWider              Code = "PROXY_WIDER"
	ProxyRing               Code = "PROXY_RING"
	VoteOfOtherMeeting      Code = "VOTE_OF_OTHER_MEETING"
)

// proxyTexts are the refusals about voting for others.
var proxyTexts = table{
	ProxyNotAllowed:         {"规则 {rule} 不允许委托他人表决。", "The rule {rule} lets nobody vote for others."},
	ProxyBarred:             {"受托人属于{why}，不得代他人表决。", "The agent may not vote for others: {why} are barred from it."},
	ProxyAgentNotOnRoll:     {"受托人自己须在名册上。", "The agent must be on the roll as well."},
	ProxyPrincipalNotOnRoll: {"委托人不在名册上，没有可以委托的表决权。", "Whoever gives the authority is not on the roll, and has no vote to give."},
	ProxyLimit:              {"一人至多代 {limit} 人表决，这将是第 {count} 人。", "One agent may vote for {limit} others at most; this would be number {count}."},
	ProxyNeeded:             {"没有涵盖本次表决的委托登记。", "No authority for this vote is on record."},
	ProxyRevoked:            {"委托已经撤销。", "The authority was taken back."},
	ProxyExpired:            {"委托自 {from} 起有效，于 {to} 失效。", "The authority holds from {from} on and ends on {to}."},
	ProxyTaken:              {"委托人已就同一表决委托他人，须先撤销原委托。", "The voter has asked somebody to vote there already; that authority must be taken back first."},
	ProxyVague:              {"委托书须写明委托事项；仅写「全权代表」的无效。", "The authority must name what it is for; one for everything is none."},
	ProxyUnsigned:           {"须附委托人签名的书面材料；由委托人本人登录办理的除外。", "A paper signed by the principal is needed, unless they are signed in and do it themselves."},
	ProxySignedLater:        {"签署日期不能晚于今天（{today}）。", "It cannot have been signed after today, {today}."},
	ProxyNotPassedOn:        {"未经委托人同意不得转委托，须附委托人的书面同意。", "An authority is passed on only with the principal's consent, which must be shown in writing."},
	ProxyWider:              {"转委托不得超出原委托的委托人、事项和期限。", "What is passed on cannot go beyond the first authority: its principal, its votes and its time."},
	ProxyRing:               {"委托不能转回：受托人的表决又委托给了委托人，或者已转给经手过该委托的人。", "The authority would come back to where it came from: to the principal, or to somebody who has held it."},
	VoteOfOtherMeeting:      {"该项表决不属于本次会议。", "The vote is not one of this meeting."},
}
