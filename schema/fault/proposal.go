package fault

// Refusals about the way of a proposal from one body to another.
const (
	SignaturePaperNeeded Code = "SIGNATURE_PAPER_NEEDED"
	PetitionUnknown      Code = "PETITION_UNKNOWN"
	PetitionNotMet       Code = "PETITION_NOT_MET"
	MergeWithItself      Code = "MERGE_WITH_ITSELF"
	MergeOtherMatter     Code = "MERGE_OTHER_MATTER"
	NotReferred          Code = "NOT_REFERRED"
	OrderNotForBody      Code = "ORDER_NOT_FOR_BODY"
	OrderNotToConvene    Code = "ORDER_NOT_TO_CONVENE"
	OrderObeyed          Code = "ORDER_OBEYED"
	RecallNotInPost      Code = "RECALL_NOT_IN_POST"
	RecallElsewhere      Code = "RECALL_ELSEWHERE"
	RecallNotTheirs      Code = "RECALL_NOT_THEIRS"
)

var proposalTexts = table{
	SignaturePaperNeeded: {"代他人登记的签名须附签名材料。", "A signature entered for somebody else takes the paper that shows it."},
	PetitionUnknown:      {"没有规则规定多少人联名可以要求召开 {kind} 会议。", "No rule says how many may ask for a {kind} meeting."},
	PetitionNotMet:       {"联名未达到要求：{shortfall}", "The petition falls short: {shortfall}"},
	MergeWithItself:      {"议案不能并入自身。", "A proposal cannot be merged into itself."},
	MergeOtherMatter:     {"事项为 {matter} 的议案不能并入事项为 {into} 的议案：决定权可能不同。", "A proposal about {matter} cannot be merged into one about {into}: another body may have to decide it."},
	NotReferred:          {"该议题没有转交给 {body}，而是由 {authority} 决定。", "The item was not referred to {body}: it is for {authority} to decide."},
	OrderNotForBody:      {"该责令不是对 {organization} 作出的。", "The order is not addressed to {organization}."},
	OrderNotToConvene:    {"该监督措施（{kind}）没有责令召集会议。", "This action ({kind}) orders nobody to convene a meeting."},
	OrderObeyed:          {"该责令所要求的会议已经召集（{meeting}）。", "The meeting that was ordered has been called already: {meeting}."},
	RecallNotInPost:      {"罢免的对象须是现任职务，而其状态为 {status}。", "Only somebody in office can be recalled, but this appointment is {status}."},
	RecallNotTheirs:      {"本次会议无权就此议题决定罢免「{organization}」的任职人员。", "This meeting cannot, under this item, recall those who hold posts in {organization}."},
	RecallElsewhere:      {"罢免的职务不属于本次会议所在社区。", "The post belongs to another community than the meeting."},
}
