package stage

import "sifang/schema"

// Term is the life of a term of office. It ends when the next one begins; one that
// ran out before is kept up by those who held it, as caretakers.
var Term = Machine[schema.TermState]{
	name:  "Term",
	final: in(schema.TermStateEnded),
	moves: []move[schema.TermState]{
		{verb: "startTerm", to: schema.TermStateCurrent},
		{verb: "startTerm", from: in(schema.TermStateCurrent, schema.TermStateCaretaker), to: schema.TermStateEnded},
		{verb: "beginCaretaker", from: in(schema.TermStateCurrent), to: schema.TermStateCaretaker},
		{verb: Clock, from: in(schema.TermStateCurrent), to: schema.TermStateCaretaker},

		{verb: "fileForRecord", from: in(schema.TermStateCurrent, schema.TermStateCaretaker, schema.TermStateEnded)},
		{verb: "handOver", from: in(schema.TermStateCaretaker, schema.TermStateEnded)},
	},
}

// Filing is the life of what is put on file. What was handed back is handed in anew.
var Filing = Machine[schema.FilingStatus]{
	name:  "Filing",
	final: in(schema.FilingStatusAccepted, schema.FilingStatusReturned),
	moves: []move[schema.FilingStatus]{
		{verb: "fileForRecord", to: schema.FilingStatusSubmitted},
		{verb: "answerFiling", from: in(schema.FilingStatusSubmitted), to: schema.FilingStatusAccepted},
		{verb: "answerFiling", from: in(schema.FilingStatusSubmitted), to: schema.FilingStatusReturned, when: HandedBack},
	},
}
