package command

import (
	"slices"

	"sifang/ent/db"
	"sifang/ent/sitting"
	"sifang/schema"
	"sifang/schema/fault"
)

// reserved are the authorities to which the law reserves matters: what others
// resolve on these goes to them, and is not just advice.
var reserved = []schema.DecisionAuthority{
	schema.DecisionAuthorityOwnersAssembly, schema.DecisionAuthorityInterestedOwners,
	schema.DecisionAuthorityResidentsMeeting, schema.DecisionAuthorityRepresentativesMeeting,
}

// kind is what the meeting may issue on the item: a decision if it is the body
// that decides the matter, a referral if the matter is reserved to another one,
// a recommendation otherwise. Less than that may be asked for, never more: a
// decision of a body without the authority is refused with NOT_THE_AUTHORITY,
// and a referral of a body to itself with REFERRED_TO_ITSELF.
func (in IssueResolutionInput) kind(t treatment, organization *db.Organization) (schema.ResolutionKind, *fault.Fault) {
	own, ok := sitting.Authority(t.meeting.Kind, organization.Kind)
	decides := ok && own == t.item.Authority
	computed := schema.ResolutionKindRecommendation
	switch {
	case decides:
		computed = schema.ResolutionKindDecision
	case slices.Contains(reserved, t.item.Authority):
		computed = schema.ResolutionKindReferral
	}
	switch {
	case in.Kind == nil:
		return computed, nil
	case *in.Kind == schema.ResolutionKindDecision && !decides:
		return computed, fault.New(fault.NotTheAuthority, "authority", t.item.Authority).At("kind")
	case *in.Kind == schema.ResolutionKindReferral && decides:
		return computed, fault.New(fault.ReferredToItself, "authority", own).At("kind")
	default:
		return *in.Kind, nil
	}
}
