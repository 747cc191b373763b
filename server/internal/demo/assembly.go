package demo

import (
	"slices"
	"time"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/db/rollentry"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/ident"
)

// motion is a question to the owners.
type motion struct{ title, text, matter string }

// Motions of the states.
var (
	waterTanks = motion{"使用维修资金更换二次供水设备", "使用专项维修资金更换全小区二次供水水箱和水泵，预算18.6万元，由业主委员会组织招标并公布结算。", "MAINTENANCE_FUND_USE"}
	charging   = motion{"利用东门空地设置充电车棚", "将东门内属全体业主共有的空地改为电动自行车充电车棚，收益归全体业主所有。", "COMMON_PARTS_BUSINESS"}
	renewal    = motion{"续聘物业服务企业", "现物业服务合同将于年底届满，拟按原服务标准和收费续聘三年。", "PROPERTY_COMPANY_SELECTION"}
	covenant   = motion{"修订管理规约", "修订管理规约中的宠物饲养、装修时段和车辆停放条款。", "OWNERS_COVENANT"}
)

// written is an assembly of the owners in writing: no sitting, but a window in
// which papers come in, one paper for all its motions.
type written struct {
	*compound
	title   string
	starts  time.Time
	closes  time.Time
	meeting ident.Meeting
	items   []ident.AgendaItem
	votes   []ident.Vote
	entries []ident.RollEntry // in the order of the homes; of two homes of one owner both are the same
}

// morning is nine o'clock in China on the day before or, if negative, after the
// present by so many days.
func (t *teller) morning(ago int) time.Time {
	present := t.clock.present().Add(-time.Duration(ago) * oneDay)
	return day.Of(present).Start().Add(9 * time.Hour)
}

// noticeDays is for how long the states leave a notice posted before the vote:
// more than the fifteen clear days that the law asks for.
const noticeDays = 18

// asked drafts an assembly in writing with a vote on each motion, as it stands
// when its notice is due. The window opens in the morning so many days before the
// present, and closes in the morning of another day.
func (t *teller) asked(c *compound, title string, opens, closes int, motions ...motion) *written {
	a := &written{compound: c, title: title, starts: t.morning(opens), closes: t.morning(closes)}
	t.until(a.starts.Add(-noticeDays * oneDay))
	t.as(c.chair)
	a.meeting = ident.Meeting{ID: tell(t, t.do.DraftMeeting, command.DraftMeetingInput{
		Kind: schema.MeetingKindAssembly, Form: schema.MeetingFormWritten, Title: title, StartsAt: a.starts, EndsAt: a.closes,
		ConvenedUnder: schema.ConvenedUnderRegular, OrganizationID: c.assembly, OrganizerID: &c.committee, ChairID: &c.chair,
	}).MeetingID}
	for _, m := range motions {
		t.puts(a, t.proposal(m.title, m.text, m.matter, c.area, schema.ProposalSourceCommittee), "是否同意"+m.title+"？")
	}
	return a
}

// puts puts a proposal on the agenda, with a vote whose window the notice tells.
func (t *teller) puts(a *written, p ident.Proposal, question string) {
	item := ident.AgendaItem{ID: tell(t, t.do.AddAgendaItem, command.AddAgendaItemInput{MeetingID: a.meeting, ProposalID: p}).AgendaItemID}
	a.items = append(a.items, item)
	a.votes = append(a.votes, ident.Vote{ID: tell(t, t.do.DraftVote, command.DraftVoteInput{
		AgendaItemID: item, Question: question, Method: schema.VoteMethodNamed, Visibility: schema.BallotVisibilitySemiOpen,
		OpensAt: &a.starts, ClosesAt: &a.closes,
	}).VoteID})
}

// posts posts the notice.
func (t *teller) posts(a *written, acknowledged ...schema.WarningCode) {
	tell(t, t.do.CallMeeting, command.CallMeetingInput{MeetingID: a.meeting, Place: "小区公告栏、各单元门厅", Acknowledge: acknowledged})
}

// rolls freezes the roll, three days before the window opens.
func (t *teller) rolls(a *written) {
	t.until(a.starts.Add(-3 * oneDay))
	roll := tell(t, t.do.FreezeRoll, command.FreezeRollInput{MeetingID: a.meeting}).RollID
	a.entries = make([]ident.RollEntry, len(a.homes))
	if t.err != nil {
		return
	}
	rows, err := t.store.Read().RollEntry.Query().Where(rollentry.RollID(roll)).WithUnits().All(ent.Unguarded(t.ctx))
	places := map[ident.ID]ident.RollEntry{}
	for _, row := range rows {
		for _, unit := range row.Edges.Units {
			places[unit.ID] = ident.RollEntry{ID: row.ID}
		}
	}
	for i, h := range a.homes {
		a.entries[i] = places[h.unit.ID]
	}
	t.err = err
}

// opened opens the window: the notice was posted, the roll is frozen, and all are
// served, those in the last entrance by papers left at their doors.
func (t *teller) opened(a *written) {
	t.posts(a)
	t.rolls(a)
	last := len(a.homes) - len(shopAreas) - entranceFlats
	t.serves(a, schema.DeliveryMethodInPerson, "送达签收单", slices.Concat(homes(0, last), homes(flatsOfAll, len(a.homes)))...)
	t.serves(a, schema.DeliveryMethodLeftAtUnit, "两名楼长在场，拍照存证", homes(last, flatsOfAll)...)
	t.opens(a)
}

func (t *teller) opens(a *written) {
	t.until(a.starts)
	tell(t, t.do.OpenMeeting, command.OpenMeetingInput{MeetingID: a.meeting})
	for _, v := range a.votes {
		tell(t, t.do.OpenVote, command.OpenVoteInput{VoteID: v})
	}
}

// choices are what a word says, a letter a motion: F for, A against, B abstaining.
func choices(word string) []schema.BallotChoice {
	said := map[rune]schema.BallotChoice{'F': schema.BallotChoiceFor, 'A': schema.BallotChoiceAgainst, 'B': schema.BallotChoiceAbstain}
	var all []schema.BallotChoice
	for _, letter := range word {
		all = append(all, said[letter])
	}
	return all
}

// online lets the owners of some homes vote online, all with the same word.
func (t *teller) online(a *written, word string, homes ...int) {
	for _, n := range homes {
		t.casts(a, a.homes[n].owner, nil, n, word)
	}
}

// casts lets somebody vote online for a home, for themselves or for a principal.
func (t *teller) casts(a *written, voter ident.Person, principal *ident.Person, home int, word string) {
	before := t.by
	t.as(voter)
	in := command.CastBallotsInput{Channel: schema.BallotChannelOnline, OnBehalfOfID: principal}
	for i, choice := range choices(word) {
		in.Ballots = append(in.Ballots, command.BallotInput{VoteID: a.votes[i], EntryID: &a.entries[home], Choice: choice})
	}
	tell(t, t.do.CastBallots, in)
	t.by = before
}

// reads lets somebody enter the paper of a home as they read it.
func (t *teller) reads(a *written, reader ident.Person, number string, home int, received time.Time, word string) ident.PaperBallot {
	before := t.by
	t.as(reader)
	in := command.EnterPaperBallotInput{
		MeetingID: a.meeting, Number: number, EntryID: a.entries[home], PersonID: a.homes[home].owner, ReceivedAt: received,
	}
	for i, choice := range choices(word) {
		in.Ballots = append(in.Ballots, command.PaperAnswerInput{VoteID: a.votes[i], Choice: choice})
	}
	paper := ident.PaperBallot{ID: tell(t, t.do.EnterPaperBallot, in).PaperBallotID}
	t.by = before
	return paper
}

// ends lets the window run out and judges the votes.
func (t *teller) ends(a *written) {
	t.until(a.closes.Add(time.Hour))
	t.as(a.chair)
	for _, v := range a.votes {
		tell(t, t.do.CloseVote, command.CloseVoteInput{VoteID: v})
	}
}
