package command_test

import (
	"testing"

	"sifang/ent/command"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// An election says how many seats of which post it fills; what only an election
// has goes with nothing else.
func TestDraftElectionRefusals(t *testing.T) {
	eachCouncil(t, func(c *council) {
		e := newContest(c)
		other, err := c.do.AddAgendaItem(e.officer, command.AddAgendaItemInput{
			MeetingID: e.sitting, ProposalID: c.proposal("选聘物业公司", "PROPERTY_COMPANY_SELECTION"),
		})
		item := ident.AgendaItem{ID: done(c.town, other, err).AgendaItemID}
		appointed := e.posted(c.owners, schema.SeatKindAppointed)
		elsewhere := c.area(schema.AreaKindCommunity, "邻近社区", c.street)
		neighbours := e.posted(c.organization(schema.OrganizationKindResidentsCommittee, "邻近社区居委会", ident.Nil, elsewhere), schema.SeatKindElected)
		with := func(change func(*command.DraftVoteInput)) command.DraftVoteInput {
			in := e.electing(seven)
			change(&in)
			return in
		}
		plain := func(change func(*command.DraftVoteInput)) command.DraftVoteInput {
			return with(func(in *command.DraftVoteInput) {
				in.Kind, in.RuleCode, in.Seats, in.PostID = schema.VoteKindMotion, new("OWNERS_ORDINARY"), nil, nil
				change(in)
			})
		}
		choice := func(options ...string) command.DraftVoteInput {
			return plain(func(in *command.DraftVoteInput) { in.Kind, in.Options = schema.VoteKindChoice, options })
		}
		shut(e, c.do.DraftVote,
			refusal[command.DraftVoteInput]{"of nothing", e.officer, with(func(in *command.DraftVoteInput) { in.PostID = nil }), only(fault.FieldNeeded), "postId"},
			refusal[command.DraftVoteInput]{"of a post that there is not", e.officer, with(func(in *command.DraftVoteInput) {
				in.PostID = &ident.Post{ID: ident.New(ident.KindPost, c.store.Now())}
			}), only(fault.UnknownPost), "postId"},
			refusal[command.DraftVoteInput]{"of one that is appointed", e.officer, with(func(in *command.DraftVoteInput) { in.PostID = &appointed }), only(fault.WrongKind), "postId"},
			refusal[command.DraftVoteInput]{"of another community's", e.officer, with(func(in *command.DraftVoteInput) { in.PostID = &neighbours }), only(fault.PostElsewhere), "postId"},
			refusal[command.DraftVoteInput]{"of eight for seven seats", e.officer, with(func(in *command.DraftVoteInput) { in.Seats = new(8) }), only(fault.OutOfRange), "seats"},
			refusal[command.DraftVoteInput]{"of nobody knows how many", e.officer, with(func(in *command.DraftVoteInput) { in.Seats = nil }), only(fault.Blank), "seats"},
			refusal[command.DraftVoteInput]{"with less than nobody standing by", e.officer, with(func(in *command.DraftVoteInput) { in.Alternates = new(-1) }), only(fault.OutOfRange), "alternates"},
			refusal[command.DraftVoteInput]{"without a mark", e.officer, with(func(in *command.DraftVoteInput) { in.MostMarks = new(0) }), only(fault.OutOfRange), "mostMarks"},
			refusal[command.DraftVoteInput]{"among options", e.officer, with(func(in *command.DraftVoteInput) { in.Options = []string{"甲"} }), only(fault.VoteKindMismatch), "options"},
			refusal[command.DraftVoteInput]{"under a rule for motions", e.officer, with(func(in *command.DraftVoteInput) { in.RuleCode = new("OWNERS_ORDINARY") }), only(fault.VoteKindMismatch), "kind"},
			refusal[command.DraftVoteInput]{"a motion under a rule for elections", e.officer, plain(func(in *command.DraftVoteInput) { in.RuleCode = new("OWNERS_COMMITTEE_ELECTION") }), only(fault.VoteKindMismatch), "kind"},
			refusal[command.DraftVoteInput]{"a motion that fills a post", e.officer, plain(func(in *command.DraftVoteInput) { in.PostID = &e.post }), only(fault.VoteKindMismatch), "postId"},
			refusal[command.DraftVoteInput]{"a motion with seats", e.officer, plain(func(in *command.DraftVoteInput) { in.Seats = new(1) }), only(fault.VoteKindMismatch), "seats"},
			refusal[command.DraftVoteInput]{"a choice of one", e.officer, choice("甲"), only(fault.TooFewOptions), "options"},
			refusal[command.DraftVoteInput]{"a choice of the same twice", e.officer, choice("甲", "甲"), only(fault.ListedTwice), "options.1"},
		)
		e.breaksNo(e.drafts(e.electing(seven)), item)
	})
}

// breaksNo asserts what is no vote among those tied in an election that was only
// drafted.
func (e *contest) breaksNo(v ident.Vote, other ident.AgendaItem) {
	e.Helper()
	with := func(change func(*command.DraftVoteInput)) command.DraftVoteInput {
		in := e.breaking(v)
		change(&in)
		return in
	}
	unknown := ident.Vote{ID: ident.New(ident.KindVote, e.store.Now())}
	shut(e, e.do.DraftVote,
		refusal[command.DraftVoteInput]{"of what was not held", e.officer, e.breaking(v), only(fault.NoTie), "tieBreakOfId"},
		refusal[command.DraftVoteInput]{"of what there is not", e.officer, e.breaking(unknown), only(fault.NotFound), "tieBreakOfId"},
		refusal[command.DraftVoteInput]{"on another item", e.officer, with(func(in *command.DraftVoteInput) { in.AgendaItemID = other }), only(fault.TieBreakOfOtherItem), "tieBreakOfId"},
		refusal[command.DraftVoteInput]{"with seats of its own", e.officer, with(func(in *command.DraftVoteInput) { in.Seats = new(1) }), only(fault.FieldUnused), "seats"},
		refusal[command.DraftVoteInput]{"under another rule", e.officer, with(func(in *command.DraftVoteInput) { in.RuleCode = new("OWNERS_COMMITTEE_ELECTION") }), only(fault.FieldUnused), "ruleCode"},
		refusal[command.DraftVoteInput]{"as a choice", e.officer, with(func(in *command.DraftVoteInput) { in.Kind = schema.VoteKindChoice }), only(fault.VoteKindMismatch), "kind"},
	)
}
