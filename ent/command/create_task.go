package command

import (
	"context"

	"sifang/ent"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/stage"
)

// CreateTaskInput is what is to be done, by whom and until when.
type CreateTaskInput struct {
	ent.Order
	ResolutionID   ident.Resolution
	Title          string
	Text           *string
	OrganizationID ident.Organization
	PersonID       *ident.Person
	DueOn          day.Date
}

// CreateTaskPayload names the task.
type CreateTaskPayload struct {
	fault.Outcome
	TaskID ident.ID
}

// CreateTask gives somebody something to do to carry a resolution out.
func (d *Do) CreateTask(ctx context.Context, in CreateTaskInput) (*CreateTaskPayload, error) {
	return work(ctx, d, "createTask", in, in.do)
}

func (in CreateTaskInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[CreateTaskPayload], error) {
	if in.PersonID != nil {
		if _, err := seenPerson(ctx, tx, lockedPerson(tx, ent.Share), in.PersonID.ID, "personId"); err != nil {
			return nil, err
		}
	}
	organization, err := need(ctx, lockedOrganization(tx, ent.Share), in.OrganizationID.ID, "organizationId")
	if err != nil {
		return nil, err
	}
	d, err := lockedResolution(ctx, tx, in.ResolutionID.ID, "resolutionId")
	if err != nil {
		return nil, err
	}
	subject, err := ofOrganization(ctx, tx, d.resolution.OrganizationID)
	if err != nil {
		return nil, err
	}
	grant, err := may(ctx, tx, "createTask", d.resolution.ID, subject)
	if err != nil {
		return nil, err
	}
	_, wrong := stage.Resolution.Next("createTask", d.stands)
	if err := refuse(at(wrong, "resolutionId"), existsOn(tx.Today, organization.From, organization.To, "organizationId"),
		text("title", in.Title, nameLimit), optionalText("text", in.Text, textLimit),
		between(in.DueOn, tx.Today, day.Date{}, "dueOn")); err != nil {
		return nil, err
	}
	status, _ := stage.Task.Next("createTask", "")
	row, err := tx.Task.Create().SetNillableCommunityID(d.resolution.CommunityID).SetResolutionID(d.resolution.ID).
		SetTitle(in.Title).SetNillableText(in.Text).SetOrganizationID(organization.ID).SetNillablePersonID(pointer(in.PersonID)).
		SetDueOn(in.DueOn).SetStatus(status).SetProgress(0).SetCreatedAt(tx.Now).Save(ctx)
	if err != nil {
		return nil, err
	}
	tx.Seal("title", in.Title)
	return ent.Did(CreateTaskPayload{TaskID: row.ID}, grant, row.ID, row.CommunityID, map[string]any{
		"resolution": d.resolution.ID, "organization": organization.ID, "person": in.PersonID, "dueOn": in.DueOn,
	}), nil
}
