package command

import (
	"context"
	"encoding/json"
	"strconv"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/procedurerun"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/procedure"
	"sifang/schema/stage"
)

// StartProcedureInput is a proposal, the procedure it is to go through, and who
// conducts it.
type StartProcedureInput struct {
	ent.Order
	ProposalID     ident.Proposal
	OrganizationID ident.Organization
	Code           string
	Rules          []StepRuleInput
}

// StepRuleInput is by which rule the vote of a step is judged.
type StepRuleInput struct {
	Step     string
	RuleCode string
}

// StartProcedurePayload names the procedure begun.
type StartProcedurePayload struct {
	fault.Outcome
	ProcedureRunID ident.ID
}

// StartProcedure sets a proposal out on a procedure, which is pinned as it is
// today: a later version changes nothing about what was begun.
func (d *Do) StartProcedure(ctx context.Context, in StartProcedureInput) (*StartProcedurePayload, error) {
	return work(ctx, d, "startProcedure", in, in.do)
}

func (in StartProcedureInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[StartProcedurePayload], error) {
	o, err := need(ctx, lockedOrganization(tx, ent.Share), in.OrganizationID.ID, "organizationId")
	if err != nil {
		return nil, err
	}
	p, err := need(ctx, lockedProposal(tx, ent.Update), in.ProposalID.ID, "proposalId")
	if err != nil {
		return nil, err
	}
	grant, err := mayDirect(ctx, tx, "startProcedure", o.ID)
	if err != nil {
		return nil, err
	}
	if err := known(ctx, tx, p.ID, "proposalId"); err != nil {
		return nil, err
	}
	plan, err := in.plan()
	if err != nil {
		return nil, err
	}
	_, wrong := stage.Proposal.Next("startProcedure", p.Status)
	if err := refuse(at(wrong, "proposalId"), fits(o.Kind, plan.Organizations, "organizationId"),
		existsOn(tx.Today, o.From, o.To, "organizationId"), in.elsewhere(o, p)); err != nil {
		return nil, err
	}
	if err := in.once(ctx, tx, p, plan); err != nil {
		return nil, err
	}
	row, err := in.write(ctx, tx, p, plan)
	if err != nil {
		return nil, err
	}
	return ent.Did(StartProcedurePayload{ProcedureRunID: row.ID}, grant, row.ID, p.CommunityID, map[string]any{
		"proposal": p.ID, "organization": o.ID, "code": plan.Code, "version": plan.Version,
	}), nil
}

// plan is the procedure of that code, each of its votes under one rule.
func (in StartProcedureInput) plan() (procedure.Procedure, error) {
	plan, ok := procedure.Preset(in.Code)
	if !ok {
		return plan, fault.New(fault.ProcedureUnknown, "code", in.Code, "known", procedure.Codes()).At("code")
	}
	settled := map[string]bool{}
	for i, one := range in.Rules {
		if settled[one.Step] {
			return plan, fault.New(fault.ListedTwice).At("rules", i, "step")
		}
		settled[one.Step] = true
		var refused *fault.Fault
		if plan, refused = plan.Under(one.Step, one.RuleCode); refused != nil {
			return plan, refused.At("rules", i)
		}
	}
	return plan.Settled(), nil
}

// elsewhere refuses a body that conducts procedures of another community.
func (in StartProcedureInput) elsewhere(o *db.Organization, p *db.Proposal) *fault.Fault {
	if !apart(o.CommunityID, p.CommunityID) {
		return nil
	}
	return fault.New(fault.OutsideCommunity, "kind", ident.KindOrganization).At("organizationId")
}

// once refuses a procedure that the proposal is already going through.
func (in StartProcedureInput) once(ctx context.Context, tx *ent.Tx, p *db.Proposal, plan procedure.Procedure) error {
	running, err := tx.ProcedureRun.Query().Where(procedurerun.ProposalID(p.ID), procedurerun.Code(plan.Code),
		procedurerun.StatusEQ(schema.ProcedureRunStatusRunning)).Exist(ctx)
	if err != nil || !running {
		return err
	}
	return fault.New(fault.ProcedureRunning, "procedure", fault.Words(plan.Title)).At("code")
}

func (in StartProcedureInput) write(ctx context.Context, tx *ent.Tx, p *db.Proposal, plan procedure.Procedure) (*db.ProcedureRun, error) {
	document, err := plan.Print()
	if err != nil {
		return nil, err
	}
	edition, err := strconv.Atoi(plan.Version)
	if err != nil {
		return nil, err
	}
	status, _ := stage.ProcedureRun.Next("startProcedure", "")
	return tx.ProcedureRun.Create().SetNillableCommunityID(p.CommunityID).SetCode(plan.Code).SetEdition(edition).
		SetProcedure(json.RawMessage(document)).SetStatus(status).SetStartedAt(tx.Now).SetProposalID(p.ID).
		SetOrganizationID(in.OrganizationID.ID).Save(ctx)
}
