package fault

// Refusals about procedures and their steps.
const (
	ProcedureUnknown  Code = "PROCEDURE_UNKNOWN"
	ProcedureRunning  Code = "PROCEDURE_RUNNING"
	StepUnknown       Code = "STEP_UNKNOWN"
	StepRule          Code = "STEP_RULE"
	StepDone          Code = "STEP_DONE"
	StepNotDue        Code = "STEP_NOT_DUE"
	StepsNotMergeable Code = "STEPS_NOT_MERGEABLE"
	HeadsDiffer       Code = "HEADS_DIFFER"
	ProofDoesNotFit   Code = "PROOF_DOES_NOT_FIT"
	ProofOfOther      Code = "PROOF_OF_OTHER"
	ProofUnfinished   Code = "PROOF_UNFINISHED"
	ProofTooEarly     Code = "PROOF_TOO_EARLY"
	ProofUsed         Code = "PROOF_USED"
)

var procedureTexts = table{
	ProcedureUnknown:  {"没有代码为 {code} 的程序：现有{known}。", "There is no procedure {code}; there are {known}."},
	ProcedureRunning:  {"该议案的程序「{procedure}」正在进行。", "The proposal is already going through the procedure “{procedure}”."},
	StepUnknown:       {"程序中没有代码为 {step} 的步骤：现有{known}。", "The procedure has no step {step}; it has {known}."},
	StepRule:          {"步骤「{step}」不能依规则 {rule} 表决：可用{allowed}。", "The step “{step}” cannot be judged by the rule {rule}, only by {allowed}."},
	StepDone:          {"步骤「{step}」已经完成或者已经略过。", "The step “{step}” was done before, or passed over."},
	StepNotDue:        {"尚不能进行步骤「{step}」：{missing}没有完成。", "The step “{step}” is not due yet: {missing} has to be done first."},
	StepsNotMergeable: {"程序不允许步骤「{step}」与所列其他步骤合并进行。", "The procedure does not let the step “{step}” be taken at once with the others named."},
	HeadsDiffer:       {"没有人同时主持步骤「{steps}」的各个组织，不能合并进行。", "Nobody heads the bodies of all of these at once, so they cannot be taken together: {steps}."},
	ProofDoesNotFit:   {"所提供的证明不符合步骤「{step}」的要求：须为{wanted}。", "This does not prove the step “{step}”, which takes: {wanted}."},
	ProofOfOther:      {"所提供的{kind}与本议案无关。", "This {kind} is not about the proposal."},
	ProofUnfinished:   {"所提供的{kind}尚不能证明该步骤：现为{state}。", "This {kind} proves nothing yet: it is {state}."},
	ProofTooEarly:     {"所提供的证明始于 {began}，早于前一步骤「{before}」完成的 {done}。", "This began on {began}, before the step “{before}” was done on {done}."},
	ProofUsed:         {"同一事项已经证明了步骤「{step}」。", "This has already proved the step “{step}”."},
}
