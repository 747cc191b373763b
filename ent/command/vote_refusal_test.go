package command_test

import (
	"context"
	"maps"
	"strings"
	"testing"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/rule"
)

// tallied counts the rows of votes and of what follows from them.
func (h *hall) tallied() map[string]int {
	h.Helper()
	ctx, c := ent.Unguarded(h.Context()), h.store.Read()
	rows := map[string]int{}
	for name, count := range map[string]func(context.Context) (int, error){
		"votes": c.Vote.Query().Count, "rolls": c.Roll.Query().Count, "entries": c.RollEntry.Query().Count,
		"ballots": c.Ballot.Query().Count, "verdicts": c.Verdict.Query().Count, "resolutions": c.Resolution.Query().Count,
		"publications": c.Publication.Query().Count, "requests": c.Request.Query().Count,
	} {
		n, err := count(ctx)
		h.must(err)
		rows[name] = n
	}
	return rows
}

// denied asserts that a verb refuses each input by name, and that nothing of
// meetings and votes moved.
func denied[I, P any](h *hall, verb func(context.Context, I) (*P, error), cases []refusal[I]) {
	h.Helper()
	before := h.tallied()
	refused(h.council, verb, cases)
	if after := h.tallied(); !maps.Equal(before, after) {
		h.Errorf("the refusals changed %v to %v", before, after)
	}
}

func TestDraftVoteRefusals(t *testing.T) {
	eachHall(t, "JOINT_ALL_PARTIES", func(h *hall) {
		stranger := h.as(h.person("路人"))
		other := h.running("")
		ask := func(change func(*command.DraftVoteInput)) command.DraftVoteInput {
			in := command.DraftVoteInput{
				AgendaItemID: h.item, Question: "是否同意?", Method: schema.VoteMethodNamed, Visibility: schema.BallotVisibilityOpen,
			}
			change(&in)
			return in
		}
		code := func(code string) command.DraftVoteInput {
			return ask(func(in *command.DraftVoteInput) { in.RuleCode = &code })
		}
		denied(h, h.do.DraftVote, []refusal[command.DraftVoteInput]{
			{"no such item", h.officer, ask(func(in *command.DraftVoteInput) {
				in.AgendaItemID = ident.AgendaItem{ID: ident.New(ident.KindAgendaItem, h.store.Now())}
			}), []fault.Code{fault.NotFound}, "agendaItemId"},
			{"by a stranger", stranger, ask(func(*command.DraftVoteInput) {}), []fault.Code{fault.NotMandated}, ""},
			{"nothing asked", h.officer, ask(func(in *command.DraftVoteInput) { in.Question = " " }), []fault.Code{fault.Blank}, "question"},
			{"by hand and in secret", h.officer, ask(func(in *command.DraftVoteInput) {
				in.Method, in.Visibility = schema.VoteMethodShowOfHands, schema.BallotVisibilitySecret
			}), []fault.Code{fault.SecretNotSupported}, "visibility"},
			{"no such rule", h.officer, code("NO_SUCH_RULE"), []fault.Code{fault.UnknownRule}, "ruleCode"},
			{"a rule that counts no parties", h.officer, code("OWNERS_COMMITTEE_BEIJING"), []fault.Code{fault.RuleDoesNotFit}, "ruleCode"},
			{"repeating what still runs", h.officer, ask(func(in *command.DraftVoteInput) { in.RevoteOfID = &other }),
				[]fault.Code{fault.WrongState}, "revoteOfId"},
		})
	})
}

// A committee for which no law says how it votes must name a rule, one that its
// roll can answer.
func TestRulesOfACommittee(t *testing.T) {
	eachCouncil(t, func(c *council) {
		h, _ := c.seated(7, 7)
		ask := func(code string) command.DraftVoteInput {
			in := command.DraftVoteInput{
				AgendaItemID: h.item, Question: "是否同意?", Method: schema.VoteMethodNamed, Visibility: schema.BallotVisibilityOpen,
			}
			if code != "" {
				in.RuleCode = &code
			}
			return in
		}
		denied(h, h.do.DraftVote, []refusal[command.DraftVoteInput]{
			{"none is prescribed", h.officer, ask(""), []fault.Code{fault.RuleNeeded}, "ruleCode"},
			{"one that counts parties", h.officer, ask("JOINT_ALL_PARTIES"), []fault.Code{fault.RuleDoesNotFit}, "ruleCode"},
			{"one that counts areas", h.officer, ask("OWNERS_ORDINARY"), []fault.Code{fault.RuleDoesNotFit}, "ruleCode"},
			{"one that counts groups", h.officer, ask("INTERIM_PROPERTY_COMMITTEE_BEIJING"), []fault.Code{fault.RuleDoesNotFit}, "ruleCode"},
		})
	})
}

func TestCorrectVoteRefusals(t *testing.T) {
	eachHall(t, "JOINT_ALL_PARTIES", func(h *hall) {
		draft, running := h.drafted(""), h.running("")
		denied(h, h.do.CorrectVote, []refusal[command.CorrectVoteInput]{
			{"edited meanwhile", h.officer, command.CorrectVoteInput{VoteID: draft, ExpectedVersion: 2, Question: "?"}, []fault.Code{fault.VersionConflict}, "expectedVersion"},
			{"nothing asked", h.officer, command.CorrectVoteInput{VoteID: draft, ExpectedVersion: 1}, []fault.Code{fault.Blank}, "question"},
			{"read by others", h.officer, command.CorrectVoteInput{VoteID: running, ExpectedVersion: 2, Question: "?"}, []fault.Code{fault.WrongState}, "voteId"},
			{"by a delegate", h.asM, command.CorrectVoteInput{VoteID: draft, ExpectedVersion: 1, Question: "?"}, []fault.Code{fault.NotMandated}, ""},
		})
	})
}

func TestOpenVoteRefusals(t *testing.T) {
	eachCouncil(t, func(c *council) {
		c.agrees("JOINT_MAJORITY_OF_PARTIES", func(r *rule.Rule) { r.Parties.Position = rule.MembersMajority })
		c.agrees("JOINT_ALL_PARTIES_CONSENT", func(r *rule.Rule) { r.AgendaMustBeNoticed = true })
		h := c.joined("JOINT_ALL_PARTIES", c.leaders(), [4]bool{true, true, true, true})
		added, err := c.do.AddAgendaItem(h.officer, command.AddAgendaItemInput{MeetingID: h.sitting, ProposalID: c.proposal("楼道照明", "SAFETY_AND_ORDER")})
		unnoticed := *h
		unnoticed.item = ident.AgendaItem{ID: done(c.town, added, err).AgendaItemID}
		strict, lenient := unnoticed.drafted("JOINT_ALL_PARTIES_CONSENT"), unnoticed.drafted("")
		running, members, later := h.running(""), h.drafted("JOINT_MAJORITY_OF_PARTIES"), h.drafted("JOINT_ALL_PARTIES_CONSENT")
		open := func(v ident.Vote) command.OpenVoteInput { return command.OpenVoteInput{VoteID: v} }
		denied(h, h.do.OpenVote, []refusal[command.OpenVoteInput]{
			{"an item in no notice", h.officer, open(strict), []fault.Code{fault.NotNoticed}, "voteId"},
			{"an open vote", h.officer, open(running), []fault.Code{fault.WrongState}, "voteId"},
			{"another kind of roll", h.officer, open(members), []fault.Code{fault.RollMismatch}, "voteId"},
			{"by a delegate", h.asM, open(later), []fault.Code{fault.NotMandated}, ""},
			{"no such vote", h.officer, open(ident.Vote{ID: ident.New(ident.KindVote, h.store.Now())}), []fault.Code{fault.NotFound}, "voteId"},
		})
		for name, v := range map[string]ident.Vote{"where the rule asks for no notice": lenient, "on an item that was noticed": later} {
			p, err := c.do.OpenVote(h.officer, open(v))
			done(c.town, p, err)
			is(c, name, h.voteRow(v).Status, schema.VoteStatusOpen)
		}
	})
}

func TestNobodyToVote(t *testing.T) {
	eachCouncil(t, func(c *council) {
		h := c.joined("JOINT_ALL_PARTIES", [4]ident.ID{}, [4]bool{})
		v := h.drafted("")
		denied(h, h.do.OpenVote, []refusal[command.OpenVoteInput]{
			{"no delegates", h.officer, command.OpenVoteInput{VoteID: v}, []fault.Code{fault.RollEmpty}, ""},
		})
	})
}

func TestClosingRefusals(t *testing.T) {
	eachHall(t, "JOINT_ALL_PARTIES", func(h *hall) {
		draft, closed := h.drafted(""), h.running("")
		h.closed(closed)
		voided, err := h.do.VoidVote(h.officer, command.VoidVoteInput{VoteID: h.drafted(""), Reason: "重复"})
		void := ident.Vote{ID: done(h.town, voided, err).VoteID}
		denied(h, h.do.CloseVote, []refusal[command.CloseVoteInput]{
			{"a draft", h.officer, command.CloseVoteInput{VoteID: draft}, []fault.Code{fault.WrongState}, "voteId"},
			{"a closed one", h.officer, command.CloseVoteInput{VoteID: closed}, []fault.Code{fault.WrongState}, "voteId"},
			{"by a delegate", h.asM, command.CloseVoteInput{VoteID: draft}, []fault.Code{fault.NotMandated}, ""},
		})
		denied(h, h.do.FinalizeVote, []refusal[command.FinalizeVoteInput]{
			{"a draft", h.officer, command.FinalizeVoteInput{VoteID: draft}, []fault.Code{fault.WrongState}, "voteId"},
			{"by a delegate", h.asM, command.FinalizeVoteInput{VoteID: closed}, []fault.Code{fault.NotMandated}, ""},
		})
		denied(h, h.do.VoidVote, []refusal[command.VoidVoteInput]{
			{"a void one", h.officer, command.VoidVoteInput{VoteID: void, Reason: "重复"}, []fault.Code{fault.WrongState}, "voteId"},
			{"without a reason", h.officer, command.VoidVoteInput{VoteID: closed, Reason: ""}, []fault.Code{fault.Blank}, "reason"},
			{"with too many words", h.officer, command.VoidVoteInput{VoteID: closed, Reason: strings.Repeat("字", 2001)}, []fault.Code{fault.TooLong}, "reason"},
		})
	})
}
