package stage

import (
	"slices"

	"sifang/schema"
)

// Task is the life of a task. It stops with the resolution that it carries out,
// and goes on from where it stood when that one comes back.
var Task = Machine[schema.TaskStatus]{
	name:  "Task",
	final: in(schema.TaskStatusDone),
	moves: []move[schema.TaskStatus]{
		{verb: "createTask", to: schema.TaskStatusOpen},
		{verb: "reportProgress", from: underway, to: schema.TaskStatusInProgress},
		{verb: "completeTask", from: underway, to: schema.TaskStatusDone},
		{verb: Clock, from: in(schema.TaskStatusOpen, schema.TaskStatusInProgress), to: schema.TaskStatusOverdue},
		{verb: Lapse, from: underway, to: schema.TaskStatusStopped},
		{verb: Return, from: in(schema.TaskStatusStopped), to: schema.TaskStatusOpen},
		{verb: Return, from: in(schema.TaskStatusStopped), to: schema.TaskStatusInProgress, when: Begun},
	},
}

// underway are the states in which something is still to be done.
var underway = in(schema.TaskStatusOpen, schema.TaskStatusInProgress, schema.TaskStatusOverdue)

// CarriedOut reports whether a resolution in this state is to be carried out, so
// that its tasks go on.
func CarriedOut(status schema.ResolutionStatus) bool { return slices.Contains(carriedOut, status) }
