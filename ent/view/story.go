package view

import (
	"context"
	"strings"

	"sifang/ent/db"
	"sifang/ent/db/agendaitem"
	"sifang/ent/db/candidate"
	"sifang/ent/db/challenge"
	"sifang/ent/db/filing"
	"sifang/ent/db/motion"
	"sifang/ent/db/opinion"
	"sifang/ent/db/oversightaction"
	"sifang/ent/db/procedurerun"
	"sifang/ent/db/procedurestep"
	"sifang/ent/db/proposal"
	"sifang/ent/db/recusal"
	"sifang/ent/db/resolution"
	"sifang/ent/db/ruling"
	"sifang/ent/db/task"
	"sifang/ent/db/verdict"
	"sifang/ent/db/vote"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/procedure"
	"sifang/schema/tale"
)

// thing is what something happened to, with the words for it.
type thing struct {
	row  db.Noder
	said tale.Subject
	on   *day.Date
}

// story are the things on the way of a proposal that the viewer may see.
type story struct {
	about map[ident.ID]thing
	// meetings treated it, some of them under orders.
	meetings, orders []ident.ID
	verdicts         map[ident.ID][]*db.Verdict // by vote, in their order
}

// then is what is said of a thing at the time of an event: of a vote, what it had
// come to by then.
func (t *story) then(one thing, e *db.AuditEvent) tale.Subject {
	said := one.said
	for _, v := range t.verdicts[e.SubjectID] {
		if !v.JudgedAt.After(e.RecordedAt) {
			said.Kind = v.Outcome
		}
	}
	return said
}

func (t *story) add(id ident.ID, row db.Noder, said tale.Subject, on *day.Date) {
	t.about[id] = thing{row: row, said: said, on: on}
}

func (t *story) gather(ctx context.Context, c *db.Client, p *db.Proposal) error {
	t.add(p.ID, p, tale.Subject{Name: p.Title}, nil)
	merged, err := c.Proposal.Query().Where(proposal.MergedIntoID(p.ID)).All(ctx)
	if err != nil {
		return err
	}
	for _, one := range merged {
		t.add(one.ID, one, tale.Subject{Name: one.Title}, nil)
	}
	for _, part := range []func(context.Context, *db.Client, ident.ID) error{
		t.sittings, t.deliberation, t.votes, t.resolutions, t.challenges, t.procedures,
	} {
		if err := part(ctx, c, p.ID); err != nil {
			return err
		}
	}
	return nil
}

func (t *story) sittings(ctx context.Context, c *db.Client, id ident.ID) error {
	items, err := c.AgendaItem.Query().Where(agendaitem.ProposalID(id)).WithMeeting().All(ctx)
	if err != nil {
		return err
	}
	for _, item := range items {
		said := tale.Subject{Name: item.Title}
		if m := item.Edges.Meeting; m != nil {
			said.Of = m.Title
			t.add(m.ID, m, tale.Subject{Name: m.Title}, nil)
			t.meetings = append(t.meetings, m.ID)
			if m.OrderID != nil {
				t.orders = append(t.orders, *m.OrderID)
			}
		}
		t.add(item.ID, item, said, nil)
	}
	return nil
}

func (t *story) deliberation(ctx context.Context, c *db.Client, id ident.ID) error {
	ofProposal := agendaitem.ProposalID(id)
	opinions, err := c.Opinion.Query().Where(opinion.HasAgendaItemWith(ofProposal)).WithOrganization().All(ctx)
	if err != nil {
		return err
	}
	for _, o := range opinions {
		said := tale.Subject{}
		if o.Edges.Organization != nil {
			said.Name = o.Edges.Organization.Name
		}
		t.add(o.ID, o, said, nil)
	}
	recusals, err := c.Recusal.Query().Where(recusal.HasAgendaItemWith(ofProposal)).WithPerson().All(ctx)
	if err != nil {
		return err
	}
	for _, r := range recusals {
		said := tale.Subject{Kind: r.Status}
		if r.Edges.Person != nil {
			said.Name = r.Edges.Person.Name
		}
		t.add(r.ID, r, said, nil)
	}
	motions, err := c.Motion.Query().Where(motion.HasAgendaItemWith(ofProposal)).All(ctx)
	for _, m := range motions {
		t.add(m.ID, m, tale.Subject{Name: m.Text}, nil)
	}
	return err
}

func (t *story) votes(ctx context.Context, c *db.Client, id ident.ID) error {
	votes, err := c.Vote.Query().Where(vote.HasAgendaItemWith(agendaitem.ProposalID(id))).All(ctx)
	if err != nil {
		return err
	}
	for _, v := range votes {
		t.add(v.ID, v, tale.Subject{Name: v.Question}, nil)
	}
	verdicts, err := c.Verdict.Query().Where(verdict.HasVoteWith(vote.HasAgendaItemWith(agendaitem.ProposalID(id)))).Order(verdict.ByID()).All(ctx)
	if err != nil {
		return err
	}
	for _, one := range verdicts {
		t.verdicts[one.VoteID] = append(t.verdicts[one.VoteID], one)
	}
	candidates, err := c.Candidate.Query().Where(candidate.HasVoteWith(vote.HasAgendaItemWith(agendaitem.ProposalID(id)))).WithPerson().All(ctx)
	if err != nil {
		return err
	}
	for _, one := range candidates {
		said := tale.Subject{Kind: one.Status}
		if one.Edges.Person != nil {
			said.Name = one.Edges.Person.Name
		}
		t.add(one.ID, one, said, nil)
	}
	return t.posted(ctx, c, id)
}

func (t *story) resolutions(ctx context.Context, c *db.Client, id ident.ID) error {
	mine := resolution.HasAgendaItemWith(agendaitem.ProposalID(id))
	resolutions, err := c.Resolution.Query().Where(mine).All(ctx)
	if err != nil {
		return err
	}
	for _, r := range resolutions {
		t.add(r.ID, r, tale.Subject{Kind: r.Kind, Name: ResolutionLabel(r) + "《" + r.Title + "》"}, nil)
	}
	tasks, err := c.Task.Query().Where(task.HasResolutionWith(mine)).All(ctx)
	if err != nil {
		return err
	}
	for _, one := range tasks {
		t.add(one.ID, one, tale.Subject{Name: one.Title}, nil)
	}
	return t.filed(ctx, c, filing.HasResolutionWith(mine))
}

func (t *story) challenges(ctx context.Context, c *db.Client, id ident.ID) error {
	mine := resolution.HasAgendaItemWith(agendaitem.ProposalID(id))
	challenges, err := c.Challenge.Query().Where(challenge.HasResolutionWith(mine)).All(ctx)
	if err != nil {
		return err
	}
	for _, one := range challenges {
		t.add(one.ID, one, tale.Subject{Kind: one.Kind, Name: one.Authority, Late: one.Late}, &one.FiledOn)
	}
	rulings, err := c.Ruling.Query().Where(ruling.HasChallengeWith(challenge.HasResolutionWith(mine))).WithChallenge().All(ctx)
	if err != nil {
		return err
	}
	for _, one := range rulings {
		said := tale.Subject{Kind: one.Outcome}
		if one.Edges.Challenge != nil {
			said.Name = one.Edges.Challenge.Authority
		}
		t.add(one.ID, one, said, &one.RuledOn)
	}
	measures, err := c.OversightAction.Query().Where(oversightaction.Or(oversightaction.HasResolutionWith(mine),
		oversightaction.IDIn(t.orders...))).WithOrganization().All(ctx)
	for _, one := range measures {
		said := tale.Subject{Kind: one.Kind}
		if one.Edges.Organization != nil {
			said.Name = one.Edges.Organization.Name
		}
		t.add(one.ID, one, said, &one.IssuedOn)
	}
	return err
}

func (t *story) procedures(ctx context.Context, c *db.Client, id ident.ID) error {
	runs, err := c.ProcedureRun.Query().Where(procedurerun.ProposalID(id)).All(ctx)
	if err != nil {
		return err
	}
	steps, err := c.ProcedureStep.Query().Where(procedurestep.HasRunWith(procedurerun.ProposalID(id))).Order(procedurestep.ByID()).All(ctx)
	if err != nil {
		return err
	}
	for _, run := range runs {
		plan, err := procedure.Parse(run.Procedure)
		if err != nil {
			return err
		}
		t.add(run.ID, run, tale.Subject{Title: fault.Words(plan.Title)}, nil)
		for _, one := range steps {
			if one.RunID == run.ID {
				t.add(one.ID, one, tale.Subject{Title: takenAtOnce(plan, one, steps)}, nil)
			}
		}
	}
	return nil
}

// takenAtOnce names the steps that were taken together with one of them: by the
// same thing, and recorded with it.
func takenAtOnce(plan procedure.Procedure, one *db.ProcedureStep, steps []*db.ProcedureStep) fault.Words {
	var zh, en []string
	for _, other := range steps {
		s, _ := plan.Step(other.Step)
		if other.RunID == one.RunID && stepProof(other) == stepProof(one) {
			zh, en = append(zh, s.Title.Chinese), append(en, s.Title.English)
		}
	}
	return fault.Words{Chinese: strings.Join(zh, "、"), English: strings.Join(en, ", ")}
}

// stepProof is the thing that proves a step.
func stepProof(s *db.ProcedureStep) ident.ID {
	for _, id := range []*ident.ID{s.MeetingID, s.VoteID, s.ResolutionID, s.PublicationID, s.DocumentID} {
		if id != nil {
			return *id
		}
	}
	return s.ID
}
