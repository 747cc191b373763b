package command_test

import (
	"context"
	"testing"
	"time"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/view"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// scan is a document of the community that everybody here may see who works there.
func (h *hall) scan() ident.Document {
	h.Helper()
	return ident.Document{ID: h.write(func(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
		row, err := tx.Document.Create().SetCommunityID(h.community).SetName("竣工照片.pdf").SetMediaType("application/pdf").SetSize(1).
			SetSha256("00").SetUploadedAt(tx.Now).SetUploadedByID(h.manager).Save(ctx)
		if err != nil {
			return ident.Nil, err
		}
		return row.ID, nil
	})}
}

// A task is given, reported on and done with evidence; its day alone makes it
// overdue.
func TestTaskLife(t *testing.T) {
	eachHall(t, "JOINT_ALL_PARTIES", func(h *hall) {
		r := h.inEffect()
		give := command.CreateTaskInput{
			ResolutionID: r, Title: "施划停车线", OrganizationID: *organization(h.company), PersonID: person(h.manager), DueOn: h.today(),
		}
		late, wordless := give, give
		late.DueOn, wordless.Title = h.today().AddDays(-1), ""
		denied(h, h.do.CreateTask, []refusal[command.CreateTaskInput]{
			{"until yesterday", h.officer, late, []fault.Code{fault.DayTooEarly}, "dueOn"},
			{"without words", h.officer, wordless, []fault.Code{fault.Blank}, "title"},
			{"by a delegate", h.asM, give, []fault.Code{fault.NotMandated}, ""},
		})
		job := h.task(r)
		h.taskStands(job, schema.TaskStatusOpen)
		report := command.ReportProgressInput{TaskID: job, Text: "已放样。", Progress: 40}
		over, silent := report, report
		over.Progress, silent.Text = 101, ""
		denied(h, h.do.ReportProgress, []refusal[command.ReportProgressInput]{
			{"more than all", h.asM, over, []fault.Code{fault.OutOfRange}, "progress"},
			{"without words", h.asM, silent, []fault.Code{fault.Blank}, "text"},
			{"by another party", h.asChair, report, []fault.Code{fault.NotMandated}, ""},
		})
		once(h.town, func(o ent.Order) (*command.ReportProgressPayload, error) {
			report.Order = o
			return h.do.ReportProgress(h.asM, report)
		})
		h.taskStands(job, schema.TaskStatusInProgress)
		h.clock.Pass(31 * 24 * time.Hour)
		h.taskStands(job, schema.TaskStatusOverdue)
		can, err := asked(h.asM, view.Now(h.store).TasksViewerCan, h.store.Read().Task.Get, job.ID)
		h.must(err)
		is(h.council, "the manager may report it done", can[1].Allowed, true)
		finish := command.CompleteTaskInput{TaskID: job, Text: "已完工。", DocumentID: h.scan()}
		unseen, mute := finish, finish
		unseen.DocumentID, mute.Text = ident.Document{ID: ident.New(ident.KindDocument, h.clock.Now())}, ""
		denied(h, h.do.CompleteTask, []refusal[command.CompleteTaskInput]{
			{"without evidence", h.asM, unseen, []fault.Code{fault.NotFound}, "documentId"},
			{"without words", h.asM, mute, []fault.Code{fault.Blank}, "text"},
		})
		p, err := h.do.CompleteTask(h.asM, finish)
		done(h.town, p, err)
		h.taskStands(job, schema.TaskStatusDone)
		denied(h, h.do.CompleteTask, []refusal[command.CompleteTaskInput]{
			{"twice", h.asM, finish, []fault.Code{fault.WrongState}, "taskId"},
		})
		h.challenged(h.suit(r))
		stopped := h.suit(r)
		stopped.Stay = new("暂缓执行。")
		idle := h.task(r)
		h.challenged(stopped)
		h.taskStands(job, schema.TaskStatusDone)
		h.taskStands(idle, schema.TaskStatusStopped)
		by, err := asked(h.visitor, view.Now(h.store).TasksStoppedBy, h.store.Read().Task.Get, idle.ID)
		h.must(err)
		is(h.council, "stopped by", *by, schema.ResolutionStatusStayed)
		report.TaskID, report.Order = idle, ent.Order{}
		denied(h, h.do.ReportProgress, []refusal[command.ReportProgressInput]{
			{"while it is stopped", h.asM, report, []fault.Code{fault.WrongState}, "taskId"},
		})
	})
}

// Whoever a resolution concerns says once what they think of it; figures are told
// of three and more.
func TestEvaluate(t *testing.T) {
	eachHall(t, "JOINT_ALL_PARTIES", func(h *hall) {
		r, _ := h.resolved()
		resident := h.person("居民")
		p, err := h.do.RegisterResidence(h.registrar, command.RegisterResidenceInput{
			PersonID: *person(resident), AreaID: ident.Area{ID: h.community}, VoterStatus: schema.VoterStatusVoter, From: on("2020-01-01"),
		})
		done(h.town, p, err)
		owner, flat := h.person("业主"), h.unit("1-101")
		o, err := h.do.RegisterOwnership(h.registrar, command.RegisterOwnershipInput{UnitID: flat, PersonID: person(owner), From: on("2020-01-01")})
		done(h.town, o, err)
		neighbour, elsewhere := h.person("邻居"), h.flat("2-101")
		elsewhere.AreaID = ident.Area{ID: h.area(schema.AreaKindEstate, "另一小区", h.community)}
		there, err := h.do.RegisterUnit(h.registrar, elsewhere)
		o, err = h.do.RegisterOwnership(h.registrar, command.RegisterOwnershipInput{
			UnitID: ident.Unit{ID: done(h.town, there, err).UnitID}, PersonID: person(neighbour), From: on("2020-01-01"),
		})
		done(h.town, o, err)
		of := command.EvaluateInput{ResolutionID: &ident.Resolution{ID: r.ID}, Grade: schema.EvaluationGradeGood}
		denied(h, h.do.Evaluate, []refusal[command.EvaluateInput]{
			{"before it was posted", h.asM, of, []fault.Code{fault.WrongState}, "resolutionId"},
		})
		h.comesIntoForce(r.ID)
		none, several, long := of, of, of
		none.ResolutionID, several.OrganizationID, long.Text = nil, organization(h.company), new("")
		denied(h, h.do.Evaluate, []refusal[command.EvaluateInput]{
			{"nothing", h.asM, none, []fault.Code{fault.OneOfNeeded}, "resolutionId"},
			{"two things", h.asM, several, []fault.Code{fault.OneOfNeeded}, "resolutionId"},
			{"in blank words", h.asM, long, []fault.Code{fault.Blank}, "text"},
			{"by a stranger", h.as(h.person("路人")), of, []fault.Code{fault.NotMandated}, ""},
			{"by an owner of another estate", h.as(neighbour), of, []fault.Code{fault.NotMandated}, ""},
		})
		say := func(who ident.ID, in command.EvaluateInput) {
			h.Helper()
			p, err := h.do.Evaluate(h.as(who), in)
			done(h.town, p, err)
		}
		say(resident, of)
		say(owner, of)
		told, err := asked(h.visitor, view.Now(h.store).Evaluations, h.store.Read().Resolution.Get, r.ID)
		h.must(err)
		if told.Count != 2 || told.Satisfied != nil || len(told.Grades) > 0 {
			t.Errorf("of two is told %+v", told)
		}
		poor := of
		poor.Grade = schema.EvaluationGradePoor
		say(h.manager, poor)
		told, err = asked(h.visitor, view.Now(h.store).Evaluations, h.store.Read().Resolution.Get, r.ID)
		h.must(err)
		if told.Count != 3 || *told.Satisfied != 2 || *told.SatisfiedOf != 3 || told.Grades[3].Count != 1 {
			t.Errorf("of three is told %+v", told)
		}
		denied(h, h.do.Evaluate, []refusal[command.EvaluateInput]{
			{"twice", h.as(owner), poor, []fault.Code{fault.AlreadyExists}, "resolutionId"},
		})

		firm := command.EvaluateInput{OrganizationID: organization(h.company), Grade: schema.EvaluationGradeFair}
		say(owner, firm)
		denied(h, h.do.Evaluate, []refusal[command.EvaluateInput]{
			{"a company twice in a year", h.as(owner), firm, []fault.Code{fault.AlreadyExists}, "organizationId"},
		})
		h.clock.Set(time.Date(2027, 1, 2, 1, 0, 0, 0, time.UTC))
		say(owner, firm)
		post := h.seat(h.person("委员"), h.owners, schema.PostCategoryMember)
		head := command.EvaluateInput{MembershipID: &ident.Membership{ID: post}, Grade: schema.EvaluationGradeExcellent}
		say(h.chair, head)
		mine := head
		mine.MembershipID = &ident.Membership{ID: h.seat(h.chair, h.owners, schema.PostCategoryMember)}
		denied(h, h.do.Evaluate, []refusal[command.EvaluateInput]{
			{"oneself", h.asChair, mine, []fault.Code{fault.OwnCase}, "membershipId"},
		})
	})
}
