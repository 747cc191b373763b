package command

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/ruleset"
	"sifang/ent/rules"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/mandate"
	"sifang/schema/rule"
	"sifang/schema/seat"
)

// AdoptRuleSetInput is a set of rules as a document, and for whom it is.
type AdoptRuleSetInput struct {
	ent.Order
	Code           string
	AreaID         *ident.Area
	OrganizationID *ident.Organization
	Document       string
	From           *day.Date
	To             *day.Date
}

// AdoptRuleSetPayload names the edition adopted.
type AdoptRuleSetPayload struct {
	fault.Outcome
	RuleSetID ident.ID
}

// AdoptRuleSet puts a set of rules into force, for an area and all within it or
// as the bylaws of an organization and of those under it. A set that was
// adopted before under the same code ends where the new edition begins.
func (d *Do) AdoptRuleSet(ctx context.Context, in AdoptRuleSetInput) (*AdoptRuleSetPayload, error) {
	return work(ctx, d, "adoptRuleSet", in, in.do)
}

func (in AdoptRuleSetInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[AdoptRuleSetPayload], error) {
	scope, err := in.scope(ctx, tx)
	if err != nil {
		return nil, err
	}
	grant, err := may(ctx, tx, "adoptRuleSet", scope.id, scope.subject)
	if err != nil {
		return nil, err
	}
	set, err := in.read()
	if err != nil {
		return nil, err
	}
	from, to := in.period(set)
	before, err := in.previous(ctx, tx)
	if err != nil {
		return nil, err
	}
	if err = refuse(in.named(set), in.free(before), follows(before, from), span(from, to), dated(set)); err != nil {
		return nil, err
	}
	if err = in.layered(ctx, tx, set, from); err != nil {
		return nil, err
	}
	if err = closeEdition(ctx, tx, before, from); err != nil {
		return nil, err
	}
	edition := 1
	if before != nil {
		edition = before.Edition + 1
	}
	text, err := set.Print()
	if err != nil {
		return nil, err
	}
	row := tx.RuleSet.Create().SetNillableCommunityID(scope.community).SetCode(set.Code).SetEdition(edition).
		SetTitle(set.Title.Chinese).SetTextDate(set.Source.TextDate).SetDocument(text).SetFrom(from).SetNillableTo(to).
		SetNillableAreaID(pointer(in.AreaID)).SetNillableOrganizationID(pointer(in.OrganizationID))
	if set.Source.Verified() {
		row.SetVerifiedOn(set.Source.VerifiedOn)
	}
	adopted, err := row.Save(ctx)
	if err != nil {
		return nil, err
	}
	digest := sha256.Sum256(text)
	return ent.Did(AdoptRuleSetPayload{RuleSetID: adopted.ID}, grant, adopted.ID, scope.community, map[string]any{
		"code": set.Code, "edition": edition, "scope": scope.id, "from": from, "document": hex.EncodeToString(digest[:]),
	}), nil
}

// jurisdiction is the area or organization for which rules are adopted.
type jurisdiction struct {
	id        ident.ID
	community *ident.ID
	subject   mandate.Subject
}

// scope reads what the rules are for and locks it, so that its editions come
// one after the other.
func (in AdoptRuleSetInput) scope(ctx context.Context, tx *ent.Tx) (jurisdiction, error) {
	switch {
	case (in.AreaID == nil) == (in.OrganizationID == nil):
		return jurisdiction{}, fault.New(fault.OneOfNeeded, "fields", "areaId, organizationId").At("areaId")
	case in.AreaID != nil:
		area, err := need(ctx, lockedArea(tx, ent.Update), in.AreaID.ID, "areaId")
		if err != nil {
			return jurisdiction{}, err
		}
		return jurisdiction{id: area.ID, community: area.CommunityID, subject: inCommunity(area.CommunityID)}, nil
	}
	organization, err := need(ctx, lockedOrganization(tx, ent.Update), in.OrganizationID.ID, "organizationId")
	if err != nil {
		return jurisdiction{}, err
	}
	subject, err := ofOrganization(ctx, tx, organization.ID)
	return jurisdiction{id: organization.ID, community: organization.CommunityID, subject: subject}, err
}

// read parses the document. What is wrong in it is refused at its place there.
func (in AdoptRuleSetInput) read() (rule.Set, error) {
	set, err := rule.ParseSet([]byte(in.Document))
	faults, refused := fault.Of(err)
	if !refused {
		return set, err
	}
	return set, inDocument(faults)
}

func inDocument(faults fault.Faults) error {
	for _, one := range faults {
		one.Field = slices.Concat([]string{"document"}, one.Field)
	}
	return faults.Err()
}

// period is the one given, or else the one that the document states.
func (in AdoptRuleSetInput) period(set rule.Set) (day.Date, *day.Date) {
	from, to := set.ValidFrom, in.To
	if in.From != nil {
		from = *in.From
	}
	if to == nil && !set.ValidTo.IsZero() {
		to = &set.ValidTo
	}
	return from, to
}

// previous is the last edition of the same code, whoever adopted it.
func (in AdoptRuleSetInput) previous(ctx context.Context, tx *ent.Tx) (*db.RuleSet, error) {
	row, err := tx.RuleSet.Query().Where(ruleset.Code(in.Code)).Order(db.Desc(ruleset.FieldEdition)).First(ctx)
	if db.IsNotFound(err) {
		return nil, nil
	}
	return row, err
}

func (in AdoptRuleSetInput) named(set rule.Set) *fault.Fault {
	if set.Code == in.Code {
		return nil
	}
	return fault.New(fault.RuleSetCodeDiffers, "document", set.Code, "code", in.Code).At("code")
}

// free refuses a code that stands for the rules of somebody else.
func (in AdoptRuleSetInput) free(before *db.RuleSet) *fault.Fault {
	names, _ := seat.Presets()
	shipped := slices.Contains(rule.SetCodes(), in.Code) || slices.Contains(names, strings.ToLower(in.Code))
	same := func(a, b *ident.ID) bool { return a == b || a != nil && b != nil && *a == *b }
	elsewhere := before != nil &&
		(!same(before.AreaID, pointer(in.AreaID)) || !same(before.OrganizationID, pointer(in.OrganizationID)))
	if shipped || elsewhere {
		return fault.New(fault.RuleSetTaken, "code", in.Code).At("code")
	}
	return nil
}

func follows(before *db.RuleSet, from day.Date) *fault.Fault {
	if before == nil || from.After(before.From) {
		return nil
	}
	return fault.New(fault.RuleSetTooEarly, "edition", before.Edition, "from", before.From).At("from")
}

// dated refuses rules that do not say which version of a text they were taken
// from.
func dated(set rule.Set) *fault.Fault {
	if set.Source.TextDate.IsZero() {
		return fault.New(fault.Blank).At("document", "source", "textDate")
	}
	return nil
}

// layered refuses what does not go with the more general rules in force.
func (in AdoptRuleSetInput) layered(ctx context.Context, tx *ent.Tx, set rule.Set, from day.Date) error {
	var chain rule.Chain
	var err error
	if in.AreaID != nil {
		chain, err = rules.In(ctx, tx.Client, in.AreaID.ID, from)
	} else {
		chain, err = rules.For(ctx, tx.Client, in.OrganizationID.ID, from)
	}
	if err != nil {
		return err
	}
	chain = slices.DeleteFunc(chain, func(s rule.Set) bool { return s.Code == set.Code })
	chain = append(chain, set)
	last := strconv.Itoa(len(chain) - 1)
	var faults fault.Faults
	for _, one := range chain.Validate() {
		if len(one.Field) > 0 && one.Field[0] == last {
			one.Field = one.Field[1:]
			faults = append(faults, one)
		}
	}
	return inDocument(faults)
}

// closeEdition ends the edition before where the new one begins.
func closeEdition(ctx context.Context, tx *ent.Tx, before *db.RuleSet, from day.Date) error {
	if before == nil || before.To != nil && !before.To.After(from) {
		return nil
	}
	return tx.RuleSet.UpdateOneID(before.ID).SetTo(from).Exec(ctx)
}
