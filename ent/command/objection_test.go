package command_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/db"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// objecting is an objection to what a vote came to.
func objecting(v ident.Vote) command.FileObjectionInput {
	return command.FileObjectionInput{VoteID: &v, Text: "张三的票不是他本人投的。"}
}

// objects files an objection to what a vote came to.
func (h *hall) objects(by context.Context, v ident.Vote) ident.Objection {
	h.Helper()
	p, err := h.do.FileObjection(by, objecting(v))
	return ident.Objection{ID: done(h.town, p, err).ObjectionID}
}

func (c *council) objection(id ident.Objection) *db.Objection {
	c.Helper()
	return get(c.town, c.store.Read().Objection.Get, id.ID)
}

// dismissing is an answer that finds no ground.
func dismissing(id ident.Objection) command.AnswerObjectionInput {
	return command.AnswerObjectionInput{ObjectionID: id, Answer: "经核对签名，确系本人。"}
}

// upholding is an answer that finds the objection right.
func upholding(id ident.Objection, remedy schema.ObjectionRemedy) command.AnswerObjectionInput {
	return command.AnswerObjectionInput{ObjectionID: id, Upheld: true, Answer: "情况属实。", Remedy: remedy}
}

func (c *council) answers(by context.Context, in command.AnswerObjectionInput) {
	c.Helper()
	p, err := c.do.AnswerObjection(by, in)
	done(c.town, p, err)
}

// filed is how many objections there are.
func (h *hall) filed() int {
	h.Helper()
	n, err := h.store.Read().Objection.Query().Count(ent.Unguarded(h.Context()))
	h.must(err)
	return n
}

// From the preliminary result over an objection and its answer to the final one.
func TestObjectionToAResult(t *testing.T) {
	eachCorrespondence(t, fortnight, func(h *hall) {
		v := h.published()
		resident := h.as(h.person("居民"))
		filed := once(h.town, func(o ent.Order) (*command.FileObjectionPayload, error) {
			in := objecting(v)
			in.Order = o
			return h.do.FileObjection(resident, in)
		})
		id := ident.Objection{ID: filed.ObjectionID}
		row := h.objection(id)
		is(h.council, "filed", row.Status, schema.ObjectionStatusFiled)
		is(h.council, "when", row.FiledAt, h.store.Now())
		is(h.council, "late", row.Late, false)
		objections := func(d *db.Client) counted { return d.Objection.Query() }
		h.seen(objections, 0, 1)
		if own, err := h.store.Read().Objection.Query().Count(resident); err != nil || own != 1 {
			h.Errorf("whoever filed it sees %d, %v", own, err)
		}
		if leaf := h.record("fileObjection", id.ID)[0]; strings.Contains(leaf, "张三") {
			h.Errorf("the record tells of a person: %s", leaf)
		}

		h.clock.Set(h.voteRow(v).ObjectionsUntil.End())
		final := command.FinalizeVoteInput{VoteID: v}
		denied(h, h.do.FinalizeVote, []refusal[command.FinalizeVoteInput]{
			{"before it is answered", h.officer, final, []fault.Code{fault.ObjectionsUnanswered}, "voteId"},
		})
		h.may(h.officer, v, "finalizeVote", fault.ObjectionsUnanswered)
		once(h.town, func(o ent.Order) (*command.AnswerObjectionPayload, error) {
			o.RequestID = new("请求-2")
			in := dismissing(id)
			in.Order = o
			return h.do.AnswerObjection(h.officer, in)
		})
		row = h.objection(id)
		is(h.council, "answered", row.Status, schema.ObjectionStatusDismissed)
		is(h.council, "by", *row.AnsweredByID, h.secretary)
		is(h.council, "what follows", *row.Remedy, schema.ObjectionRemedyNone)
		if leaf := h.record("answerObjection", id.ID)[0]; strings.Contains(leaf, "签名") {
			h.Errorf("the record tells the answer: %s", leaf)
		}
		p, err := h.do.FinalizeVote(h.officer, final)
		done(h.town, p, err)
		is(h.council, "the vote", h.voteRow(v).Status, schema.VoteStatusFinal)
	})
}

// A late objection is taken in, marked, and answered. A final result stays what it
// is, and may be voted on again beside it.
func TestLateObjections(t *testing.T) {
	eachCorrespondence(t, fortnight, func(h *hall) {
		v := h.published()
		resident := h.as(h.person("居民"))
		h.clock.Set(h.voteRow(v).ObjectionsUntil.End())
		late := h.objects(resident, v)
		is(h.council, "after the time", h.objection(late).Late, true)
		final := command.FinalizeVoteInput{VoteID: v}
		denied(h, h.do.FinalizeVote, []refusal[command.FinalizeVoteInput]{
			{"before it is answered", h.officer, final, []fault.Code{fault.ObjectionsUnanswered}, "voteId"},
		})
		h.answers(h.officer, dismissing(late))
		p, err := h.do.FinalizeVote(h.officer, final)
		done(h.town, p, err)

		later := h.objects(resident, v)
		is(h.council, "after the result was final", h.objection(later).Late, true)
		denied(h, h.do.AnswerObjection, []refusal[command.AnswerObjectionInput]{
			{"by counting again", h.officer, upholding(later, schema.ObjectionRemedyRecount), []fault.Code{fault.RemedyNotPossible}, "remedy"},
			{"by a correction", h.officer, upholding(later, schema.ObjectionRemedyCorrection), []fault.Code{fault.RemedyNotPossible}, "remedy"},
		})
		verdict := h.lastVerdict(v).ID
		h.answers(h.officer, upholding(later, schema.ObjectionRemedyNewVote))
		is(h.council, "the vote", h.voteRow(v).Status, schema.VoteStatusFinal)
		is(h.council, "its verdict", h.lastVerdict(v).ID, verdict)
		again, err := h.do.DraftVote(h.officer, h.motion(func(in *command.DraftVoteInput) { in.RevoteOfID = &v }))
		done(h.town, again, err)
	})
}

func TestFileObjectionRefusals(t *testing.T) {
	eachCorrespondence(t, fortnight, func(h *hall) {
		v, running := h.carried(), h.until(30)
		resident := h.as(h.person("居民"))
		with := func(change func(*command.FileObjectionInput)) command.FileObjectionInput {
			in := objecting(v)
			change(&in)
			return in
		}
		roll := ident.Roll{ID: *h.voteRow(v).RollID}
		denied(h, h.do.FileObjection, []refusal[command.FileObjectionInput]{
			{"to nothing", resident, with(func(in *command.FileObjectionInput) { in.VoteID = nil }), []fault.Code{fault.OneOfNeeded}, "voteId"},
			{"to two things", resident, with(func(in *command.FileObjectionInput) { in.RollID = &roll }), []fault.Code{fault.OneOfNeeded}, "voteId"},
			{"to a roll, by a party", h.asM, with(func(in *command.FileObjectionInput) {
				in.VoteID, in.RollID, in.PartyID = nil, &roll, &h.companyParty
			}), []fault.Code{fault.FieldUnused}, "partyId"},
			{"without a word", resident, with(func(in *command.FileObjectionInput) { in.Text = " " }), []fault.Code{fault.Blank}, "text"},
			{"in too many words", resident, with(func(in *command.FileObjectionInput) { in.Text = strings.Repeat("字", 20_001) }), []fault.Code{fault.TooLong}, "text"},
			{"to a result that there is not", resident, objecting(running), []fault.Code{fault.WrongState}, "voteId"},
			{"to no such vote", resident, objecting(ident.Vote{ID: ident.New(ident.KindVote, h.store.Now())}), []fault.Code{fault.NotFound}, "voteId"},
			{"by somebody from elsewhere", h.as(h.foreigner()), objecting(v), []fault.Code{fault.NotMandated}, ""},
			{"by the operator", h.operator, objecting(v), []fault.Code{fault.NotMandated}, ""},
			{"by the clock", h.byClock(), objecting(v), []fault.Code{fault.NotMandated}, ""},
		})
		is(h.council, "objections", h.filed(), 0)
	})
}

// foreigner is a person of another community.
func (c *council) foreigner() ident.ID {
	c.Helper()
	elsewhere := c.area(schema.AreaKindCommunity, "邻近社区", c.street)
	p, err := c.do.RegisterPerson(c.operator, command.RegisterPersonInput{Name: "邻居", CommunityID: area(elsewhere)})
	return done(c.town, p, err).PersonID
}

// Those who met may object to what only they know of; others learn nothing.
func TestObjectionToWhatIsNotPublic(t *testing.T) {
	eachHall(t, "JOINT_ALL_PARTIES", func(h *hall) {
		added, err := h.do.AddAgendaItem(h.officer, command.AddAgendaItemInput{MeetingID: h.sitting, ProposalID: h.proposal("楼道照明", "SAFETY_AND_ORDER")})
		h.item = ident.AgendaItem{ID: done(h.town, added, err).AgendaItemID}
		v := h.carried()
		denied(h, h.do.FileObjection, []refusal[command.FileObjectionInput]{
			{"by a resident", h.as(h.person("居民")), objecting(v), []fault.Code{fault.NotFound}, ""},
		})
		is(h.council, "in time", h.objection(h.objects(h.asM, v)).Late, false)
	})
}

func TestAnswerObjectionRefusals(t *testing.T) {
	eachCorrespondence(t, fortnight, func(h *hall) {
		v := h.published()
		resident := h.as(h.person("居民"))
		id, own, answered := h.objects(resident, v), h.objects(h.officer, v), h.objects(resident, v)
		h.answers(h.officer, dismissing(answered))
		with := func(change func(*command.AnswerObjectionInput)) command.AnswerObjectionInput {
			in := dismissing(id)
			change(&in)
			return in
		}
		denied(h, h.do.AnswerObjection, []refusal[command.AnswerObjectionInput]{
			{"one's own", h.officer, dismissing(own), []fault.Code{fault.OwnCase}, "objectionId"},
			{"a second time", h.officer, dismissing(answered), []fault.Code{fault.AlreadyRuled}, "objectionId"},
			{"dismissed, with a remedy", h.officer, with(func(in *command.AnswerObjectionInput) { in.Remedy = schema.ObjectionRemedyRecount }),
				[]fault.Code{fault.RemedyNotPossible}, "remedy"},
			{"without a word", h.officer, with(func(in *command.AnswerObjectionInput) { in.Answer = "" }), []fault.Code{fault.Blank}, "answer"},
			{"by a delegate", h.asM, dismissing(id), []fault.Code{fault.NotMandated}, ""},
			{"by whoever filed it", resident, dismissing(id), []fault.Code{fault.NotMandated}, ""},
			{"by somebody who does not know of it", h.as(h.person("路人")), dismissing(id), []fault.Code{fault.NotFound}, ""},
			{"no such objection", h.officer, dismissing(ident.Objection{ID: ident.New(ident.KindObjection, h.store.Now())}),
				[]fault.Code{fault.NotFound}, "objectionId"},
		})
		is(h.council, "still open", h.objection(id).Status, schema.ObjectionStatusFiled)
	})
}

// An objection that comes in while the result is made final is either answered
// before, or late.
func TestObjectionAgainstFinality(t *testing.T) {
	eachHall(t, "JOINT_ALL_PARTIES", func(h *hall) {
		resident := h.as(h.person("居民"))
		for range 5 {
			v := h.carried()
			var id ident.Objection
			answers := atOnce(2, func(i int) error {
				if i == 0 {
					_, err := h.do.FinalizeVote(h.officer, command.FinalizeVoteInput{VoteID: v})
					return err
				}
				p, err := h.do.FileObjection(resident, objecting(v))
				id.ID = p.ObjectionID
				return err
			})
			h.must(answers[1])
			if late := h.objection(id).Late; late != (answers[0] == nil) {
				h.Errorf("the vote became final: %v; the objection is late: %v", answers[0], late)
			}
			h.clock.Pass(time.Minute)
		}
	})
}
