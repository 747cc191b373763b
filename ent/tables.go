package ent

import (
	"sifang/ent/db/agendaitem"
	"sifang/ent/db/area"
	"sifang/ent/db/arealink"
	"sifang/ent/db/assignment"
	"sifang/ent/db/attendance"
	"sifang/ent/db/auditevent"
	"sifang/ent/db/ballot"
	"sifang/ent/db/candidate"
	"sifang/ent/db/challenge"
	"sifang/ent/db/countsheet"
	"sifang/ent/db/declaration"
	"sifang/ent/db/delivery"
	"sifang/ent/db/document"
	"sifang/ent/db/evaluation"
	"sifang/ent/db/filing"
	"sifang/ent/db/handover"
	"sifang/ent/db/handoveritem"
	"sifang/ent/db/holidaycalendar"
	"sifang/ent/db/household"
	"sifang/ent/db/linkage"
	"sifang/ent/db/linkageparty"
	"sifang/ent/db/meeting"
	"sifang/ent/db/membership"
	"sifang/ent/db/minutes"
	"sifang/ent/db/minutessignature"
	"sifang/ent/db/motion"
	"sifang/ent/db/objection"
	"sifang/ent/db/opinion"
	"sifang/ent/db/organization"
	"sifang/ent/db/organizationarea"
	"sifang/ent/db/organizationrelation"
	"sifang/ent/db/oversightaction"
	"sifang/ent/db/ownership"
	"sifang/ent/db/paperballot"
	"sifang/ent/db/partydelegate"
	"sifang/ent/db/person"
	"sifang/ent/db/post"
	"sifang/ent/db/postingcheck"
	"sifang/ent/db/procedurerun"
	"sifang/ent/db/procedurestep"
	"sifang/ent/db/proposal"
	"sifang/ent/db/proxy"
	"sifang/ent/db/publication"
	"sifang/ent/db/recusal"
	"sifang/ent/db/residence"
	"sifang/ent/db/resolution"
	"sifang/ent/db/resolutioneffect"
	"sifang/ent/db/roll"
	"sifang/ent/db/rollamendment"
	"sifang/ent/db/rollentry"
	"sifang/ent/db/ruleset"
	"sifang/ent/db/ruling"
	"sifang/ent/db/signature"
	"sifang/ent/db/speech"
	"sifang/ent/db/task"
	"sifang/ent/db/taskreport"
	"sifang/ent/db/term"
	"sifang/ent/db/unit"
	"sifang/ent/db/verdict"
	"sifang/ent/db/vote"
	"sifang/ent/db/voteoption"

	"sifang/schema/ident"
)

// tables says where the rows of each kind are kept.
var tables = map[ident.Kind]string{
	ident.KindArea:                 area.Table,
	ident.KindAreaLink:             arealink.Table,
	ident.KindUnit:                 unit.Table,
	ident.KindPerson:               person.Table,
	ident.KindHousehold:            household.Table,
	ident.KindResidence:            residence.Table,
	ident.KindOwnership:            ownership.Table,
	ident.KindDeclaration:          declaration.Table,
	ident.KindOrganization:         organization.Table,
	ident.KindOrganizationRelation: organizationrelation.Table,
	ident.KindOrganizationArea:     organizationarea.Table,
	ident.KindTerm:                 term.Table,
	ident.KindPost:                 post.Table,
	ident.KindMembership:           membership.Table,
	ident.KindAssignment:           assignment.Table,
	ident.KindLinkage:              linkage.Table,
	ident.KindLinkageParty:         linkageparty.Table,
	ident.KindPartyDelegate:        partydelegate.Table,
	ident.KindRuleSet:              ruleset.Table,
	ident.KindProposal:             proposal.Table,
	ident.KindMeeting:              meeting.Table,
	ident.KindAgendaItem:           agendaitem.Table,
	ident.KindAttendance:           attendance.Table,
	ident.KindRoll:                 roll.Table,
	ident.KindRollEntry:            rollentry.Table,
	ident.KindVote:                 vote.Table,
	ident.KindBallot:               ballot.Table,
	ident.KindVerdict:              verdict.Table,
	ident.KindResolution:           resolution.Table,
	ident.KindPublication:          publication.Table,
	ident.KindAuditEvent:           auditevent.Table,
	ident.KindRecusal:              recusal.Table,
	ident.KindSignature:            signature.Table,
	ident.KindOpinion:              opinion.Table,
	ident.KindSpeech:               speech.Table,
	ident.KindMotion:               motion.Table,
	ident.KindMinutes:              minutes.Table,
	ident.KindMinutesSignature:     minutessignature.Table,
	ident.KindProcedureRun:         procedurerun.Table,
	ident.KindProcedureStep:        procedurestep.Table,
	ident.KindPostingCheck:         postingcheck.Table,
	ident.KindTask:                 task.Table,
	ident.KindTaskReport:           taskreport.Table,
	ident.KindEvaluation:           evaluation.Table,
	ident.KindChallenge:            challenge.Table,
	ident.KindRuling:               ruling.Table,
	ident.KindOversightAction:      oversightaction.Table,
	ident.KindResolutionEffect:     resolutioneffect.Table,
	ident.KindFiling:               filing.Table,
	ident.KindHandover:             handover.Table,
	ident.KindHandoverItem:         handoveritem.Table,
	ident.KindHolidayCalendar:      holidaycalendar.Table,
	ident.KindObjection:            objection.Table,
	ident.KindRollAmendment:        rollamendment.Table,
	ident.KindCountSheet:           countsheet.Table,
	ident.KindPaperBallot:          paperballot.Table,
	ident.KindCandidate:            candidate.Table,
	ident.KindVoteOption:           voteoption.Table,
	ident.KindProxy:                proxy.Table,
	ident.KindDelivery:             delivery.Table,
	ident.KindDocument:             document.Table,
}

// TableOf tells in which table the row with this identifier would be, without
// looking. It is what node(id:) needs.
func TableOf(id ident.ID) string { return tables[id.Kind()] }
