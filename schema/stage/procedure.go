package stage

import "sifang/schema"

// ProcedureRun is the life of a procedure that a proposal goes through. Which step
// may be taken is for the procedure to say; the last one completes it. A proposal
// that goes no further stops it.
var ProcedureRun = Machine[schema.ProcedureRunStatus]{
	name:  "ProcedureRun",
	final: in(schema.ProcedureRunStatusCompleted, schema.ProcedureRunStatusStopped),
	moves: []move[schema.ProcedureRunStatus]{
		{verb: "startProcedure", to: schema.ProcedureRunStatusRunning},
		{verb: "completeStep", from: running},
		{verb: "completeStep", from: running, to: schema.ProcedureRunStatusCompleted, when: LastStep},
		{verb: "stopProcedure", from: running, to: schema.ProcedureRunStatusStopped},
		{verb: "withdrawProposal", from: running, to: schema.ProcedureRunStatusStopped},
		{verb: "mergeProposals", from: running, to: schema.ProcedureRunStatusStopped},
	},
}

var running = in(schema.ProcedureRunStatusRunning)
