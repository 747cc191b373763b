package view

import (
	"context"

	"sifang/ent/db"
	"sifang/ent/db/filing"
	"sifang/ent/db/handover"
	"sifang/ent/db/handoveritem"
	assembly "sifang/ent/db/meeting"
	"sifang/ent/db/membership"
	"sifang/ent/db/organization"
	"sifang/ent/db/oversightaction"
	"sifang/ent/db/procedurerun"
	"sifang/ent/db/term"
	"sifang/ent/restdays"
	"sifang/ent/seating"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/procedure"
	"sifang/schema/seat"
	"sifang/schema/stage"
	"sifang/schema/todo"
)

// steps are those that come next in the procedures that the viewer's bodies
// conduct.
func (d desk) steps(ctx context.Context) ([]errand, error) {
	runs, err := d.client.ProcedureRun.Query().Where(procedurerun.StatusEQ(schema.ProcedureRunStatusRunning),
		procedurerun.OrganizationIDIn(d.bodies...)).Order(procedurerun.ByID()).Limit(mostOfKind).All(ctx)
	if err != nil {
		return nil, err
	}
	next, err := d.present.ProceduresNext(ctx, runs)
	if err != nil {
		return nil, err
	}
	var all []errand
	for i, run := range runs {
		plan, err := procedure.Parse(run.Procedure)
		if err != nil {
			return nil, err
		}
		for _, one := range next[i] {
			all = append(all, errand{
				Thing: todo.Thing{
					Kind: todo.TakeStep, Title: one.Step.Title, OfTitle: fault.Words(plan.Title), Since: run.StartedAt, DueOn: value(one.Until),
				},
				subject: run.ID, body: run.OrganizationID,
			})
		}
	}
	return all, nil
}

// led are the viewer's bodies as they stand today.
func (d desk) led(ctx context.Context) ([]*db.Organization, error) {
	return d.client.Organization.Query().Where(organization.IDIn(d.bodies...), organization.FromLTE(d.today),
		organization.Or(organization.ToIsNil(), organization.ToGT(d.today))).Order(organization.ByID()).All(ctx)
}

// terms are those to be put on file, and those at whose end nothing was handed
// over so far: of each body the last two.
func (d desk) terms(ctx context.Context) ([]errand, error) {
	bodies, err := d.led(ctx)
	if err != nil {
		return nil, err
	}
	rows, err := d.client.Term.Query().Where(term.OrganizationIDIn(d.bodies...), term.FromLTE(d.today)).
		Order(db.Asc(term.FieldNumber)).All(ctx)
	if err != nil {
		return nil, err
	}
	o, err := d.present.offices(ctx, bodies)
	if err != nil {
		return nil, err
	}
	offices, err := seating.Offices(ctx, d.client, rows...)
	if err != nil {
		return nil, err
	}
	done, err := d.afterTerms(ctx, rows)
	if err != nil {
		return nil, err
	}
	var all []errand
	for _, body := range bodies {
		mine := termsOf(body.ID, rows)
		for n, i := range mine {
			s := succession{body: body, law: o.law[body.ID], term: rows[i], office: offices[i], done: done}
			all = append(all, s.due(d.today, n == len(mine)-1)...)
		}
	}
	return all, nil
}

// termsOf are the places of the last two terms of a body.
func termsOf(body ident.ID, rows []*db.Term) []int {
	var mine []int
	for i, row := range rows {
		if row.OrganizationID == body {
			mine = append(mine, i)
		}
	}
	return mine[max(len(mine)-2, 0):]
}

// afterTerm is what was done at the change of terms: which are on file, or were
// handed in, and at the end of which something was handed over.
type afterTerm struct {
	rest          day.Calendar
	filed, handed map[ident.ID]bool
}

func (d desk) afterTerms(ctx context.Context, rows []*db.Term) (afterTerm, error) {
	done := afterTerm{filed: map[ident.ID]bool{}, handed: map[ident.ID]bool{}}
	ids := make([]ident.ID, len(rows))
	for i, row := range rows {
		ids[i] = row.ID
	}
	filings, err := d.client.Filing.Query().Where(filing.TermIDIn(ids...), filing.StatusNEQ(schema.FilingStatusReturned)).All(ctx)
	if err != nil {
		return done, err
	}
	for _, f := range filings {
		done.filed[*f.TermID] = true
	}
	handovers, err := d.client.Handover.Query().Where(handover.TermIDIn(ids...)).All(ctx)
	if err != nil {
		return done, err
	}
	for _, h := range handovers {
		done.handed[*h.TermID] = true
	}
	done.rest, err = restdays.Known(ctx, d.client)
	return done, err
}

// succession is a term of a body, and what was done about it.
type succession struct {
	body   *db.Organization
	law    seat.Rules
	term   *db.Term
	office seat.Office
	done   afterTerm
}

// due is what a rule asks for at the change of terms and was not done: the last
// one is put on file, and handed over when it is over.
func (s succession) due(today day.Date, last bool) []errand {
	var all []errand
	add := func(kind todo.Kind, since, due day.Date) {
		all = append(all, errand{
			Thing:   todo.Thing{Kind: kind, Name: s.body.Name, Since: since.Start(), DueOn: due},
			subject: s.term.ID, body: s.body.ID,
		})
	}
	rule, filed := seat.FilingOf(s.law, s.body.Kind, seat.FiledTerm)
	if last && filed && !s.done.filed[s.term.ID] && s.office.On(today) == schema.TermStateCurrent {
		add(todo.FileForRecord, s.term.From, rule.Due(s.term.From, s.done.rest))
	}
	_, over := stage.Term.Next("handOver", s.office.On(today))
	_, due, handed := seat.HandoverDue(s.law, s.body.Kind, s.office, s.done.rest)
	if over == nil && handed && !s.done.handed[s.term.ID] {
		add(todo.HandOver, s.office.Held.To, due)
	}
	return all
}

// filings are those handed in with the viewer's bodies and not answered.
func (d desk) filings(ctx context.Context) ([]errand, error) {
	rows, err := d.client.Filing.Query().Where(filing.StatusEQ(schema.FilingStatusSubmitted), filing.AuthorityIDIn(d.bodies...)).
		WithOrganization().Order(filing.ByID()).Limit(mostOfKind).All(ctx)
	all := make([]errand, len(rows))
	for i, row := range rows {
		all[i] = errand{
			Thing: todo.Thing{
				Kind: todo.AnswerFiling, Name: row.Edges.Organization.Name, Since: row.FiledOn.Start(), DueOn: value(row.AnswerDueOn),
			},
			subject: row.ID, body: row.AuthorityID,
		}
	}
	return all, err
}

// orders are those that the viewer's bodies have to obey, and those of their own
// whose time is over.
func (d desk) orders(ctx context.Context) ([]errand, error) {
	drafted := d.client.Meeting.Query().Where(assembly.OrderIDNotNil(), assembly.StatusNEQ(schema.MeetingStatusCancelled), d.directed())
	meetings, err := drafted.All(ctx)
	if err != nil {
		return nil, err
	}
	begun := map[ident.ID]bool{}
	for _, m := range meetings {
		begun[*m.OrderID] = true
	}
	rows, err := d.client.OversightAction.Query().Where(oversightaction.FulfilledOnIsNil(),
		oversightaction.KindIn(schema.OversightKindOrderToConvene, schema.OversightKindOrderToCorrect),
		oversightaction.Or(oversightaction.TargetIDIn(d.bodies...), oversightaction.And(oversightaction.OrganizationIDIn(d.bodies...),
			oversightaction.KindEQ(schema.OversightKindOrderToCorrect), oversightaction.DueOnLT(d.today)))).
		WithOrganization().WithTarget().Order(oversightaction.ByID()).Limit(mostOfKind).All(ctx)
	var all []errand
	for _, row := range rows {
		e := errand{
			Thing:   todo.Thing{Name: row.Edges.Organization.Name, Since: row.IssuedOn.Start(), DueOn: value(row.DueOn)},
			subject: row.ID, body: row.TargetID,
		}
		switch {
		case !d.leads(row.TargetID):
			e.Kind, e.Name, e.body = todo.ConfirmCorrection, row.Edges.Target.Name, row.OrganizationID
			e.Since, e.DueOn = row.DueOn.End(), day.Date{}
		case row.Kind == schema.OversightKindOrderToCorrect:
			e.Kind = todo.CorrectAsOrdered
		case begun[row.ID]:
			continue // calling what was drafted is told with the meeting
		default:
			e.Kind = todo.ConveneAsOrdered
		}
		all = append(all, e)
	}
	return all, err
}

// handovers are those of which the viewer's bodies have not received everything. Who
// leaves does not receive for the body.
func (d desk) handovers(ctx context.Context) ([]errand, error) {
	rows, err := d.client.Handover.Query().Where(handover.CompletedAtIsNil(), handover.ReceiverIDIn(d.bodies...),
		handover.Not(handover.HasMembershipWith(membership.PersonID(d.me)))).
		WithOrganization().WithItems(func(q *db.HandoverItemQuery) { q.Where(handoveritem.ReceivedAtIsNil()) }).
		Order(handover.ByID()).Limit(mostOfKind).All(ctx)
	all := make([]errand, len(rows))
	for i, row := range rows {
		all[i] = errand{
			Thing: todo.Thing{
				Kind: todo.ReceiveItems, Name: row.Edges.Organization.Name, Count: len(row.Edges.Items), Since: row.StartedAt, DueOn: row.DueOn,
			},
			subject: row.ID, body: row.ReceiverID,
		}
	}
	return all, err
}

// intervals are the bodies that are to meet again, and have no meeting ahead.
func (d desk) intervals(ctx context.Context) ([]errand, error) {
	bodies, err := d.led(ctx)
	if err != nil {
		return nil, err
	}
	dues, err := d.present.NextMeetings(ctx, bodies)
	if err != nil {
		return nil, err
	}
	ahead, err := d.client.Meeting.Query().Where(assembly.OrganizationIDIn(d.bodies...), assembly.LinkageIDIsNil(),
		assembly.StatusIn(append([]schema.MeetingStatus{schema.MeetingStatusDraft}, running...)...)).All(ctx)
	planned := map[ident.ID]bool{}
	for _, m := range ahead {
		planned[m.OrganizationID] = true
	}
	var all []errand
	for i, body := range bodies {
		if due := dues[i]; due != nil && !planned[body.ID] {
			since := body.From
			if due.LastHeldOn != nil {
				since = *due.LastHeldOn
			}
			all = append(all, errand{
				Thing:   todo.Thing{Kind: todo.HoldMeeting, Name: body.Name, Since: since.Start(), DueOn: due.DueOn},
				subject: body.ID, body: body.ID,
			})
		}
	}
	return all, err
}
