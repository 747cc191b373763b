package command_test

import (
	"testing"
	"time"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/db"
	"sifang/ent/view"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

func (r *reign) filing(id ident.ID) *db.Filing {
	r.Helper()
	return get(r.town, r.store.Read().Filing.Get, id)
}

// The election is put on file within 30 days and answered within five working days
// in Beijing. 1 June 2026 is a Monday.
func TestFileForRecord(t *testing.T) {
	eachReign(t, inBeijing, "2026-05-20", "2031-05-20", func(r *reign) {
		file := command.FileForRecordInput{TermID: &r.term, AuthorityID: *organization(r.office)}
		with := func(change func(*command.FileForRecordInput)) command.FileForRecordInput {
			in := file
			change(&in)
			return in
		}
		refuses(r.town, r.do.FileForRecord, []refusal[command.FileForRecordInput]{
			{"nothing", r.asChair, with(func(in *command.FileForRecordInput) { in.TermID = nil }), []fault.Code{fault.OneOfNeeded}, "termId"},
			{"two things", r.asChair, with(func(in *command.FileForRecordInput) { in.MembershipID = &r.chairing }), []fault.Code{fault.OneOfNeeded}, "termId"},
			{"with the assembly", r.asChair, with(func(in *command.FileForRecordInput) { in.AuthorityID = *organization(r.assembly) }),
				[]fault.Code{fault.WrongKind}, "authorityId"},
			{"before the election", r.asChair, with(func(in *command.FileForRecordInput) { in.On = on("2026-05-19") }), []fault.Code{fault.OutOfRange}, "on"},
			{"tomorrow", r.asChair, with(func(in *command.FileForRecordInput) { in.On = on("2026-06-02") }), []fault.Code{fault.OutOfRange}, "on"},
			{"by a stranger", r.stranger, file, []fault.Code{fault.NotMandated}, ""},
		})
		made := once(r.town, func(o ent.Order) (*command.FileForRecordPayload, error) {
			file.Order = o
			return r.do.FileForRecord(r.asChair, file)
		})
		file.Order = ent.Order{}
		row := r.filing(made.FilingID)
		equal(r, "in time until", row.DueOn.String(), "2026-06-22") // from 19 June on is the Dragon Boat Festival, and a weekend
		equal(r, "by", *row.Basis, "北京市物业管理条例 §43")
		equal(r, "answered until", row.AnswerDueOn.String(), "2026-06-08")
		equal(r, "late", view.FilingLate(row), false)
		refuses(r.town, r.do.FileForRecord, []refusal[command.FileForRecordInput]{
			{"twice", r.asChair, file, []fault.Code{fault.AlreadyFiled}, "termId"},
		})
		r.clock.Set(time.Date(2026, 6, 8, 4, 0, 0, 0, time.UTC))
		equal(r, "overdue on the last day", view.Now(r.store).FilingOverdue(row), false)
		r.clock.Pass(oneDay)
		equal(r, "overdue the day after", view.Now(r.store).FilingOverdue(row), true)

		back := command.AnswerFilingInput{FilingID: ident.Filing{ID: row.ID}, Note: new("缺管理规约")}
		silent, numbered, early := back, back, back
		silent.Note, numbered.Number, early.On = nil, new("京备1号"), on("2026-05-31")
		taken := command.AnswerFilingInput{FilingID: back.FilingID, Accepted: true}
		refuses(r.town, r.do.AnswerFiling, []refusal[command.AnswerFilingInput]{
			{"by the committee", r.asChair, back, []fault.Code{fault.NotMandated}, ""},
			{"by another authority", r.housed, back, []fault.Code{fault.NotMandated}, ""},
			{"back without saying why", r.clerk, silent, []fault.Code{fault.Blank}, "note"},
			{"back under a number", r.clerk, numbered, []fault.Code{fault.NumberUnused}, "number"},
			{"before it was handed in", r.clerk, early, []fault.Code{fault.OutOfRange}, "on"},
			{"on file without a number", r.clerk, taken, []fault.Code{fault.Blank}, "number"},
		})
		once(r.town, func(o ent.Order) (*command.AnswerFilingPayload, error) {
			back.Order = ent.Order{RequestID: new("退回-1")}
			return r.do.AnswerFiling(r.clerk, back)
		})
		row = r.filing(row.ID)
		equal(r, "handed back", row.Status, schema.FilingStatusReturned)
		equal(r, "overdue once answered", view.Now(r.store).FilingOverdue(row), false)
		taken.Number = new("京备1号")
		refuses(r.town, r.do.AnswerFiling, []refusal[command.AnswerFilingInput]{
			{"after it was handed back", r.clerk, taken, []fault.Code{fault.WrongState}, "filingId"},
		})

		// What was handed back is handed in anew, this time late.
		r.clock.Set(time.Date(2026, 6, 23, 4, 0, 0, 0, time.UTC))
		again, err := r.do.FileForRecord(r.asChair, file)
		second := r.filing(done(r.town, again, err).FilingID)
		equal(r, "late", view.FilingLate(second), true)
		taken.FilingID = ident.Filing{ID: second.ID}
		answered, err := r.do.AnswerFiling(r.clerk, taken)
		done(r.town, answered, err)
		second = r.filing(second.ID)
		equal(r, "on file", second.Status, schema.FilingStatusAccepted)
		equal(r, "the number", *second.Number, "京备1号")
	})
}

// Who joins is put on file and, when they leave, put on file again; a resolution
// once it is published.
func TestFileChangesAndResolutions(t *testing.T) {
	eachReign(t, inShanghai, "2026-01-01", "2030-01-01", func(r *reign) {
		joined := command.FileForRecordInput{MembershipID: &r.sitting, AuthorityID: *organization(r.office)}
		p, err := r.do.FileForRecord(r.asChair, joined)
		row := r.filing(done(r.town, p, err).FilingID)
		equal(r, "30 days after 2020-01-01", row.DueOn.String(), "2020-01-31")
		equal(r, "late", view.FilingLate(row), true)
		r.clock.Pass(oneDay)
		e, err := r.do.EndMembership(r.asMember, command.EndMembershipInput{MembershipID: r.sitting, Reason: schema.EndReasonResigned})
		done(r.town, e, err)
		p, err = r.do.FileForRecord(r.asChair, joined)
		row = r.filing(done(r.town, p, err).FilingID)
		equal(r, "30 days after 2026-06-02", row.DueOn.String(), "2026-07-02")
		equal(r, "answered within 20 days", row.AnswerDueOn.String(), "2026-06-22")

		_, item := r.agenda(schema.MeetingKindCommittee, r.owners, nil, "OWNERS_COMMITTEE_BUSINESS")
		adopted := r.resolution(item, schema.ResolutionKindDecision, schema.ResolutionStatusAdopted)
		posted := r.resolution(item, schema.ResolutionKindDecision, schema.ResolutionStatusPublished)
		decision := command.FileForRecordInput{ResolutionID: adopted, AuthorityID: *organization(r.housing)}
		refuses(r.town, r.do.FileForRecord, []refusal[command.FileForRecordInput]{
			{"a resolution that was not published", r.asChair, decision, []fault.Code{fault.WrongState}, "resolutionId"},
		})
		decision.ResolutionID = posted
		p, err = r.do.FileForRecord(r.asChair, decision)
		row = r.filing(done(r.town, p, err).FilingID)
		equal(r, "no rule about resolutions", row.DueOn == nil && row.Basis == nil && row.AnswerDueOn == nil, true)
	})
}
