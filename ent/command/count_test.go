package command_test

import (
	"context"
	"reflect"
	"strings"
	"testing"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/db"
	"sifang/ent/view"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// counted is a vote of the committee in session that is counted by hand, with
// somebody who counts and somebody who watches.
func (h *hall) counted(method schema.VoteMethod, kind schema.VoteKind) ident.Vote {
	h.Helper()
	v := h.running("OWNERS_COMMITTEE_HANGZHOU")
	row := h.voteRow(v)
	return ident.Vote{ID: h.write(func(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
		one, err := tx.Vote.Create().SetCommunityID(h.community).SetQuestion("是否同意？").SetKind(kind).SetExtensions(0).
			SetRuleCode(row.RuleCode).SetRuleEdition(row.RuleEdition).SetRule(row.Rule).SetMethod(method).
			SetVisibility(row.Visibility).SetStatus(schema.VoteStatusOpen).SetNoticedAt(tx.Now).SetOpenedAt(tx.Now).
			SetRollID(*row.RollID).SetAgendaItemID(row.AgendaItemID).Save(ctx)
		if err != nil {
			return ident.Nil, err
		}
		return one.ID, nil
	})}
}

// counting is a count of a vote by the given members, who counted and watched.
func counting(v ident.Vote, figures command.CountInput, counters ...ident.ID) command.EnterCountInput {
	in := command.EnterCountInput{VoteID: v, CountInput: figures}
	for i, who := range counters {
		if i == len(counters)-1 {
			in.ScrutineerIDs = append(in.ScrutineerIDs, ident.Person{ID: who})
		} else {
			in.CounterIDs = append(in.CounterIDs, ident.Person{ID: who})
		}
	}
	return in
}

// eachCount runs the test in a committee of seven in session, all of them there,
// with a second clerk.
func eachCount(t *testing.T, test func(h *hall, members []ident.ID, second context.Context)) {
	t.Helper()
	eachCouncil(t, func(c *council) {
		h, members := c.seated(7, 7)
		test(h, members, c.officer("秘书", h.owners, schema.PostCategoryClerk))
	})
}

// Raised hands are counted once and read again by another person; then they
// count.
func TestCountOfHands(t *testing.T) {
	eachCount(t, func(h *hall, members []ident.ID, second context.Context) {
		v := h.counted(schema.VoteMethodShowOfHands, schema.VoteKindMotion)
		wrong := h.enterCount(counting(v, command.CountInput{For: 4, Against: 3}, members[5], members[6]))
		hands := command.CountInput{For: 5, Against: 1, Abstain: 1}
		entered := once(h.town, func(o ent.Order) (*command.EnterCountPayload, error) {
			in := counting(v, hands, members[5], members[6])
			in.Order = o
			return h.do.EnterCount(h.officer, in)
		})
		sheet := ident.CountSheet{ID: entered.CountSheetID}
		is(h.council, "the one nobody confirmed", h.sheet(wrong).Status, schema.CountSheetStatusReplaced)
		if leaf := h.record("enterCount", sheet.ID)[0]; !strings.Contains(leaf, `"replaced":["`+wrong.ID.String()+`"]`) {
			h.Errorf("the record does not tell which count was replaced: %s", leaf)
		}
		h.confirmRefusals(sheet, wrong, hands, second)
		confirmed := once(h.town, func(o ent.Order) (*command.ConfirmCountPayload, error) {
			return h.do.ConfirmCount(second, command.ConfirmCountInput{Order: o, CountSheetID: sheet, CountInput: hands})
		})
		is(h.council, "confirmed", h.sheet(ident.CountSheet{ID: confirmed.CountSheetID}).Status, schema.CountSheetStatusConfirmed)
		h.tells("while voters vote", sheet, second, nil)
		h.seen(func(c *db.Client) counted { return c.CountSheet.Query() }, 0, 2)
		judged := h.closed(v)
		is(h.council, "in favour", judged.Options.For.Entries, 5)
		is(h.council, "the outcome", judged.Outcome, schema.VerdictOutcomeAdopted)
		h.tells("when it is judged", sheet, second, &hands.For)
		h.tells("of the one replaced", wrong, second, nil)
		h.tells("outside the bodies", sheet, h.as(h.person("路人")), nil)
	})
}

// tells asserts how many are in favour, as somebody may read it of a count.
func (h *hall) tells(when string, sheet ident.CountSheet, reader context.Context, want *int) {
	h.Helper()
	inFavour := view.Now(h.store).CountFigures(func(s *db.CountSheet) *int { return s.For })
	all, err := inFavour(reader, []*db.CountSheet{{ID: sheet.ID}})
	h.must(err)
	if !reflect.DeepEqual(all, []*int{want}) {
		h.Errorf("%s, %v in favour, want %v", when, all[0], want)
	}
}

// confirmRefusals asserts who may not confirm a count, and with what.
func (h *hall) confirmRefusals(sheet, replaced ident.CountSheet, figures command.CountInput, second context.Context) {
	h.Helper()
	confirm := func(id ident.CountSheet, figures command.CountInput) command.ConfirmCountInput {
		return command.ConfirmCountInput{CountSheetID: id, CountInput: figures}
	}
	others := figures
	others.For, others.Against = figures.Against, figures.For
	denied(h, h.do.ConfirmCount, []refusal[command.ConfirmCountInput]{
		{"by who entered it", h.officer, confirm(sheet, figures), []fault.Code{fault.SamePerson}, "countSheetId"},
		{"with other figures", second, confirm(sheet, others), []fault.Code{fault.CountDiffers, fault.CountDiffers}, "for"},
		{"one that was replaced", second, confirm(replaced, figures), []fault.Code{fault.WrongState}, "countSheetId"},
		{"by a stranger", h.as(h.person("路人")), confirm(sheet, figures), []fault.Code{fault.NotMandated}, ""},
		{"what there is not", second, confirm(ident.CountSheet{ID: ident.New(ident.KindCountSheet, h.store.Now())}, figures),
			[]fault.Code{fault.NotFound}, "countSheetId"},
	})
	is(h.council, "still waiting", h.sheet(sheet).Status, schema.CountSheetStatusEntered)
}

func (h *hall) enterCount(in command.EnterCountInput) ident.CountSheet {
	h.Helper()
	p, err := h.do.EnterCount(h.officer, in)
	return ident.CountSheet{ID: done(h.town, p, err).CountSheetID}
}

func (h *hall) sheet(id ident.CountSheet) *db.CountSheet {
	h.Helper()
	return get(h.town, h.store.Read().CountSheet.Get, id.ID)
}

// Secret papers are counted with those that were handed out, came back, are
// blank or spoilt. A count that is confirmed after the close brings a new
// verdict.
func TestCountOfSecretPapers(t *testing.T) {
	eachCount(t, func(h *hall, members []ident.ID, second context.Context) {
		v := h.counted(schema.VoteMethodSecretPaper, schema.VoteKindMotion)
		figures := command.CountInput{Issued: 7, Returned: 6, Blank: 1, Invalid: 1, For: 4}
		sheet := h.enterCount(counting(v, figures, members[4], members[5], members[6]))
		is(h.council, "nothing confirmed", h.closed(v).Options.For.Entries, 0)
		h.tells("closed, and not confirmed", sheet, second, nil)
		before := h.lastVerdict(v).ID
		p, err := h.do.ConfirmCount(second, command.ConfirmCountInput{CountSheetID: sheet, CountInput: figures})
		done(h.town, p, err)
		if h.lastVerdict(v).ID == before {
			h.Fatal("the vote was not judged anew")
		}
		judged := h.verdictOf(h.lastVerdict(v).ID)
		is(h.council, "in favour", judged.Options.For.Entries, 4)
		is(h.council, "spoilt", judged.Invalid.Entries, 2)
	})
}

// Of options each paper marks some; the marks of all must fit on the papers.
func TestCountOfOptions(t *testing.T) {
	eachCount(t, func(h *hall, members []ident.ID, second context.Context) {
		v := h.counted(schema.VoteMethodSecretPaper, schema.VoteKindChoice)
		options := (&ballotEstate{hall: h}).options(v, 2)
		marks := func(papers ...int) command.CountInput {
			in := command.CountInput{Issued: 7, Returned: 7, Blank: 1}
			for i, n := range papers {
				in.Marks = append(in.Marks, command.MarkCountInput{OptionID: options[i], Papers: n})
			}
			return in
		}
		stranger := marks(1)
		stranger.Marks[0].OptionID = ident.New(ident.KindVoteOption, h.store.Now())
		votes := marks(6)
		votes.For = 1
		people := members[4:]
		denied(h, h.do.EnterCount, []refusal[command.EnterCountInput]{
			{"more marks than papers", h.officer, counting(v, marks(4, 3), people...), []fault.Code{fault.CountSheetSum}, "marks"},
			{"an option of another vote", h.officer, counting(v, stranger, people...), []fault.Code{fault.CountUnknown}, "marks.0.optionId"},
			{"voices for nothing", h.officer, counting(v, votes, people...), []fault.Code{fault.OutOfRange}, "for"},
		})
		sheet := h.enterCount(counting(v, marks(4, 1, 1), people...))
		denied(h, h.do.ConfirmCount, []refusal[command.ConfirmCountInput]{
			{"another option ahead", second, command.ConfirmCountInput{CountSheetID: sheet, CountInput: marks(1, 4, 1)},
				[]fault.Code{fault.CountDiffers, fault.CountDiffers}, "marks.0.papers"},
			{"an option left out", second, command.ConfirmCountInput{CountSheetID: sheet, CountInput: marks(4, 1)},
				[]fault.Code{fault.CountDiffers}, "marks"},
		})
		p, err := h.do.ConfirmCount(second, command.ConfirmCountInput{CountSheetID: sheet, CountInput: marks(4, 1, 1)})
		done(h.town, p, err)
		is(h.council, "the first option", h.closed(v).Choices[0].For.Entries, 4)
	})
}

func TestEnterCountRefusals(t *testing.T) {
	eachCount(t, func(h *hall, members []ident.ID, _ context.Context) {
		named := h.running("OWNERS_COMMITTEE_HANGZHOU")
		hands := h.counted(schema.VoteMethodShowOfHands, schema.VoteKindMotion)
		secret := h.counted(schema.VoteMethodSecretPaper, schema.VoteKindMotion)
		final := h.counted(schema.VoteMethodShowOfHands, schema.VoteKindMotion)
		(&ballotEstate{hall: h}).ends(final, h.clock.Now(), schema.VoteStatusFinal)
		runs := h.person("候选人")
		(&ballotEstate{hall: h}).runs(hands, runs, schema.CandidateStatusListed)
		withdrew := h.person("退选者")
		(&ballotEstate{hall: h}).runs(secret, withdrew, schema.CandidateStatusWithdrawn)
		five, papers := command.CountInput{For: 5}, command.CountInput{Issued: 7, Returned: 7, For: 7}
		wrong := func(change func(*command.CountInput)) command.EnterCountInput {
			in := papers
			change(&in)
			return counting(secret, in, members[4:]...)
		}
		pair, trio := members[5:], members[4:]
		unknown := ident.Vote{ID: ident.New(ident.KindVote, h.store.Now())}
		denied(h, h.do.EnterCount, []refusal[command.EnterCountInput]{
			{"by a member", h.as(members[6]), counting(hands, five, pair...), []fault.Code{fault.NotMandated}, ""},
			{"of ballots under names", h.officer, counting(named, five, pair...), []fault.Code{fault.NotCountedByHand}, "voteId"},
			{"when it is final", h.officer, counting(final, five, pair...), []fault.Code{fault.WrongState}, "voteId"},
			{"of what there is not", h.officer, counting(unknown, five, pair...), []fault.Code{fault.NotFound}, "voteId"},
			{"with nobody watching", h.officer, command.EnterCountInput{VoteID: hands, CountInput: five, CounterIDs: []ident.Person{{ID: members[5]}}},
				[]fault.Code{fault.CountersNeeded}, "scrutineerIds"},
			{"of papers, by one", h.officer, counting(secret, papers, pair...), []fault.Code{fault.CountersNeeded}, "counterIds"},
			{"by a candidate", h.officer, counting(hands, five, runs, members[6]), []fault.Code{fault.CounterIsCandidate}, "counterIds.0"},
			{"watched by who counted", h.officer, counting(hands, five, members[6], members[6]), []fault.Code{fault.ListedTwice}, "scrutineerIds.0"},
			{"of hands with papers", h.officer, counting(hands, papers, pair...), []fault.Code{fault.FieldUnused}, "issued"},
			{"of papers without papers", h.officer, counting(secret, five, trio...), []fault.Code{fault.FieldNeeded}, "issued"},
			{"that does not add up", h.officer, wrong(func(c *command.CountInput) { c.For = 6 }), []fault.Code{fault.CountSheetSum}, "returned"},
			{"with more back than out", h.officer, wrong(func(c *command.CountInput) { c.Issued = 6 }), []fault.Code{fault.CountSheetSum}, "issued"},
			{"with less than nothing", h.officer, wrong(func(c *command.CountInput) { c.Blank = -1 }), []fault.Code{fault.OutOfRange}, "blank"},
			{"of more than there are", h.officer, counting(hands, command.CountInput{For: 8}, pair...), []fault.Code{fault.CountSheetRoll}, "returned"},
		})
		h.enterCount(counting(secret, papers, members[5], withdrew, members[6])) // who withdrew may count
	})
}

// Land cannot be counted by hand.
func TestOwnersAreNotCountedByHand(t *testing.T) {
	eachBallotEstate(t, func(e *ballotEstate) {
		e.owner("甲")
		r := weifang
		v := e.held(r, func(v *db.VoteCreate) { v.SetMethod(schema.VoteMethodShowOfHands) })
		spurned(e, e.do.EnterCount, []refusal[command.EnterCountInput]{
			{"by area", e.officer, counting(v, command.CountInput{For: 1}, e.director, e.secretary), []fault.Code{fault.CountSheetMeasure}, "voteId"},
		})
	})
}
