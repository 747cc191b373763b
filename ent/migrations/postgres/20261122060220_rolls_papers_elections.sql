-- Drop index "ballot_vote_id_entry_id" from table: "ballots"
DROP INDEX "ballot_vote_id_entry_id";
-- Modify "ballots" table
ALTER TABLE "ballots" ALTER COLUMN "choice" DROP NOT NULL, ADD COLUMN "marks" jsonb NULL, ADD COLUMN "invalid_reason" character varying NULL, ADD COLUMN "settled" boolean NOT NULL DEFAULT false, ADD COLUMN "agent_id" uuid NULL, ADD COLUMN "proxy_id" uuid NULL, ADD COLUMN "paper_id" uuid NULL;
-- Create index "ballot_vote_id_entry_id" to table: "ballots"
CREATE UNIQUE INDEX "ballot_vote_id_entry_id" ON "ballots" ("vote_id", "entry_id") WHERE ((status)::text = 'VALID'::text);
-- Create index "ballot_agent_id_id" to table: "ballots"
CREATE INDEX "ballot_agent_id_id" ON "ballots" ("agent_id", "id");
-- Create index "ballot_paper_id_id" to table: "ballots"
CREATE INDEX "ballot_paper_id_id" ON "ballots" ("paper_id", "id");
-- Create index "ballot_proxy_id_id" to table: "ballots"
CREATE INDEX "ballot_proxy_id_id" ON "ballots" ("proxy_id", "id");
-- Drop index "linkageparty_linkage_id_organization_id" from table: "linkage_parties"
DROP INDEX "linkageparty_linkage_id_organization_id";
-- Create index "linkageparty_linkage_id_organization_id_from" to table: "linkage_parties"
CREATE UNIQUE INDEX "linkageparty_linkage_id_organization_id_from" ON "linkage_parties" ("linkage_id", "organization_id", "from") WHERE (superseded_at IS NULL);
-- Modify "publications" table
ALTER TABLE "publications" ADD COLUMN "vote_id" uuid NULL;
-- Create index "publication_vote_id_id" to table: "publications"
CREATE INDEX "publication_vote_id_id" ON "publications" ("vote_id", "id");
-- Create index "publication_vote_id_posted_at_id" to table: "publications"
CREATE INDEX "publication_vote_id_posted_at_id" ON "publications" ("vote_id", "posted_at", "id");
-- Modify "roll_entries" table
ALTER TABLE "roll_entries" ADD COLUMN "premises" text NULL, ADD COLUMN "heads" bigint NULL, ADD COLUMN "area" bigint NULL, ADD COLUMN "seats" bigint NULL, ADD COLUMN "households" bigint NULL, ADD COLUMN "struck" boolean NULL, ADD COLUMN "groups" jsonb NULL, ADD COLUMN "organization_id" uuid NULL, ADD COLUMN "household_id" uuid NULL, ADD COLUMN "building_id" uuid NULL, ADD COLUMN "amended_by_id" uuid NULL;
-- Create index "rollentry_amended_by_id_id" to table: "roll_entries"
CREATE INDEX "rollentry_amended_by_id_id" ON "roll_entries" ("amended_by_id", "id");
-- Create index "rollentry_amended_by_id_position_id" to table: "roll_entries"
CREATE INDEX "rollentry_amended_by_id_position_id" ON "roll_entries" ("amended_by_id", "position", "id");
-- Create index "rollentry_building_id_id" to table: "roll_entries"
CREATE INDEX "rollentry_building_id_id" ON "roll_entries" ("building_id", "id");
-- Create index "rollentry_building_id_position_id" to table: "roll_entries"
CREATE INDEX "rollentry_building_id_position_id" ON "roll_entries" ("building_id", "position", "id");
-- Create index "rollentry_household_id_id" to table: "roll_entries"
CREATE INDEX "rollentry_household_id_id" ON "roll_entries" ("household_id", "id");
-- Create index "rollentry_household_id_position_id" to table: "roll_entries"
CREATE INDEX "rollentry_household_id_position_id" ON "roll_entries" ("household_id", "position", "id");
-- Create index "rollentry_organization_id_id" to table: "roll_entries"
CREATE INDEX "rollentry_organization_id_id" ON "roll_entries" ("organization_id", "id");
-- Create index "rollentry_organization_id_position_id" to table: "roll_entries"
CREATE INDEX "rollentry_organization_id_position_id" ON "roll_entries" ("organization_id", "position", "id");
-- Modify "rolls" table
ALTER TABLE "rolls" ADD COLUMN "basis" character varying NULL, ADD COLUMN "drawn_on" date NULL, ADD COLUMN "units" bigint NOT NULL DEFAULT 0, ADD COLUMN "heads" bigint NOT NULL DEFAULT 0, ADD COLUMN "area" bigint NOT NULL DEFAULT 0, ADD COLUMN "households" bigint NOT NULL DEFAULT 0;
-- Modify "units" table
ALTER TABLE "units" ADD COLUMN "use" character varying NOT NULL DEFAULT 'DWELLING';
-- Modify "verdicts" table
ALTER TABLE "verdicts" ADD COLUMN "recount" character varying NULL, ADD COLUMN "differences" jsonb NULL;
-- Modify "votes" table
ALTER TABLE "votes" ADD COLUMN "kind" character varying NOT NULL DEFAULT 'MOTION', ADD COLUMN "most_marks" bigint NULL, ADD COLUMN "seats" bigint NULL, ADD COLUMN "alternates" bigint NULL, ADD COLUMN "opens_at" timestamptz NULL, ADD COLUMN "closes_at" timestamptz NULL, ADD COLUMN "extensions" bigint NOT NULL DEFAULT 0, ADD COLUMN "objections_until" date NULL, ADD COLUMN "fulfilled" jsonb NULL, ADD COLUMN "tie_break_of_id" uuid NULL, ADD COLUMN "post_id" uuid NULL;
-- Create index "vote_post_id_id" to table: "votes"
CREATE INDEX "vote_post_id_id" ON "votes" ("post_id", "id");
-- Create index "vote_status_closes_at" to table: "votes"
CREATE INDEX "vote_status_closes_at" ON "votes" ("status", "closes_at");
-- Create index "vote_status_opens_at" to table: "votes"
CREATE INDEX "vote_status_opens_at" ON "votes" ("status", "opens_at");
-- Create index "vote_tie_break_of_id_id" to table: "votes"
CREATE INDEX "vote_tie_break_of_id_id" ON "votes" ("tie_break_of_id", "id");
-- Create "candidates" table
CREATE TABLE "candidates" ("id" uuid NOT NULL, "community_id" uuid NULL, "recorded_at" timestamptz NOT NULL, "position" bigint NOT NULL, "status" character varying NOT NULL, "nominated_by" character varying NOT NULL, "statement" text NULL, "nominated_at" timestamptz NOT NULL, "listed_at" timestamptz NULL, "answered_at" timestamptz NULL, "vote_id" uuid NOT NULL, "person_id" uuid NOT NULL, "membership_id" uuid NULL, PRIMARY KEY ("id"));
-- Create index "candidate_community_id_id" to table: "candidates"
CREATE INDEX "candidate_community_id_id" ON "candidates" ("community_id", "id");
-- Create index "candidate_membership_id_id" to table: "candidates"
CREATE INDEX "candidate_membership_id_id" ON "candidates" ("membership_id", "id");
-- Create index "candidate_membership_id_position_id" to table: "candidates"
CREATE INDEX "candidate_membership_id_position_id" ON "candidates" ("membership_id", "position", "id");
-- Create index "candidate_person_id_id" to table: "candidates"
CREATE INDEX "candidate_person_id_id" ON "candidates" ("person_id", "id");
-- Create index "candidate_person_id_position_id" to table: "candidates"
CREATE INDEX "candidate_person_id_position_id" ON "candidates" ("person_id", "position", "id");
-- Create index "candidate_position_id" to table: "candidates"
CREATE INDEX "candidate_position_id" ON "candidates" ("position", "id");
-- Create index "candidate_vote_id_id" to table: "candidates"
CREATE INDEX "candidate_vote_id_id" ON "candidates" ("vote_id", "id");
-- Create index "candidate_vote_id_person_id" to table: "candidates"
CREATE UNIQUE INDEX "candidate_vote_id_person_id" ON "candidates" ("vote_id", "person_id");
-- Create index "candidate_vote_id_position" to table: "candidates"
CREATE UNIQUE INDEX "candidate_vote_id_position" ON "candidates" ("vote_id", "position");
-- Create index "candidate_vote_id_position_id" to table: "candidates"
CREATE INDEX "candidate_vote_id_position_id" ON "candidates" ("vote_id", "position", "id");
-- Create "count_sheets" table
CREATE TABLE "count_sheets" ("id" uuid NOT NULL, "community_id" uuid NULL, "recorded_at" timestamptz NOT NULL, "status" character varying NOT NULL, "issued" bigint NULL, "returned" bigint NULL, "blank" bigint NULL, "invalid" bigint NULL, "for" bigint NULL, "against" bigint NULL, "abstain" bigint NULL, "marks" jsonb NULL, "entered_at" timestamptz NOT NULL, "confirmed_at" timestamptz NULL, "vote_id" uuid NOT NULL, "document_id" uuid NULL, "entered_by_id" uuid NULL, "confirmed_by_id" uuid NULL, PRIMARY KEY ("id"));
-- Create index "countsheet_community_id_id" to table: "count_sheets"
CREATE INDEX "countsheet_community_id_id" ON "count_sheets" ("community_id", "id");
-- Create index "countsheet_confirmed_by_id_entered_at_id" to table: "count_sheets"
CREATE INDEX "countsheet_confirmed_by_id_entered_at_id" ON "count_sheets" ("confirmed_by_id", "entered_at", "id");
-- Create index "countsheet_confirmed_by_id_id" to table: "count_sheets"
CREATE INDEX "countsheet_confirmed_by_id_id" ON "count_sheets" ("confirmed_by_id", "id");
-- Create index "countsheet_document_id_entered_at_id" to table: "count_sheets"
CREATE INDEX "countsheet_document_id_entered_at_id" ON "count_sheets" ("document_id", "entered_at", "id");
-- Create index "countsheet_document_id_id" to table: "count_sheets"
CREATE INDEX "countsheet_document_id_id" ON "count_sheets" ("document_id", "id");
-- Create index "countsheet_entered_at_id" to table: "count_sheets"
CREATE INDEX "countsheet_entered_at_id" ON "count_sheets" ("entered_at", "id");
-- Create index "countsheet_entered_by_id_entered_at_id" to table: "count_sheets"
CREATE INDEX "countsheet_entered_by_id_entered_at_id" ON "count_sheets" ("entered_by_id", "entered_at", "id");
-- Create index "countsheet_entered_by_id_id" to table: "count_sheets"
CREATE INDEX "countsheet_entered_by_id_id" ON "count_sheets" ("entered_by_id", "id");
-- Create index "countsheet_vote_id_entered_at_id" to table: "count_sheets"
CREATE INDEX "countsheet_vote_id_entered_at_id" ON "count_sheets" ("vote_id", "entered_at", "id");
-- Create index "countsheet_vote_id_id" to table: "count_sheets"
CREATE INDEX "countsheet_vote_id_id" ON "count_sheets" ("vote_id", "id");
-- Create "deliveries" table
CREATE TABLE "deliveries" ("id" uuid NOT NULL, "community_id" uuid NULL, "recorded_at" timestamptz NOT NULL, "method" character varying NOT NULL, "delivered_at" timestamptz NOT NULL, "agenda_told" boolean NOT NULL, "consequence_told" boolean NOT NULL, "witness" text NULL, "entry_id" uuid NOT NULL, "document_id" uuid NULL, "recorded_by_id" uuid NULL, PRIMARY KEY ("id"));
-- Create index "delivery_community_id_id" to table: "deliveries"
CREATE INDEX "delivery_community_id_id" ON "deliveries" ("community_id", "id");
-- Create index "delivery_delivered_at_id" to table: "deliveries"
CREATE INDEX "delivery_delivered_at_id" ON "deliveries" ("delivered_at", "id");
-- Create index "delivery_document_id_delivered_at_id" to table: "deliveries"
CREATE INDEX "delivery_document_id_delivered_at_id" ON "deliveries" ("document_id", "delivered_at", "id");
-- Create index "delivery_document_id_id" to table: "deliveries"
CREATE INDEX "delivery_document_id_id" ON "deliveries" ("document_id", "id");
-- Create index "delivery_entry_id_delivered_at_id" to table: "deliveries"
CREATE INDEX "delivery_entry_id_delivered_at_id" ON "deliveries" ("entry_id", "delivered_at", "id");
-- Create index "delivery_entry_id_id" to table: "deliveries"
CREATE INDEX "delivery_entry_id_id" ON "deliveries" ("entry_id", "id");
-- Create index "delivery_recorded_by_id_delivered_at_id" to table: "deliveries"
CREATE INDEX "delivery_recorded_by_id_delivered_at_id" ON "deliveries" ("recorded_by_id", "delivered_at", "id");
-- Create index "delivery_recorded_by_id_id" to table: "deliveries"
CREATE INDEX "delivery_recorded_by_id_id" ON "deliveries" ("recorded_by_id", "id");
-- Create "documents" table
CREATE TABLE "documents" ("id" uuid NOT NULL, "community_id" uuid NULL, "recorded_at" timestamptz NOT NULL, "name" text NOT NULL, "media_type" text NOT NULL, "size" bigint NOT NULL, "sha256" text NOT NULL, "uploaded_at" timestamptz NOT NULL, "uploaded_by_id" uuid NULL, PRIMARY KEY ("id"));
-- Create index "document_community_id_id" to table: "documents"
CREATE INDEX "document_community_id_id" ON "documents" ("community_id", "id");
-- Create index "document_sha256" to table: "documents"
CREATE INDEX "document_sha256" ON "documents" ("sha256");
-- Create index "document_uploaded_at_id" to table: "documents"
CREATE INDEX "document_uploaded_at_id" ON "documents" ("uploaded_at", "id");
-- Create index "document_uploaded_by_id_id" to table: "documents"
CREATE INDEX "document_uploaded_by_id_id" ON "documents" ("uploaded_by_id", "id");
-- Create index "document_uploaded_by_id_uploaded_at_id" to table: "documents"
CREATE INDEX "document_uploaded_by_id_uploaded_at_id" ON "documents" ("uploaded_by_id", "uploaded_at", "id");
-- Create "objections" table
CREATE TABLE "objections" ("id" uuid NOT NULL, "community_id" uuid NULL, "recorded_at" timestamptz NOT NULL, "status" character varying NOT NULL, "text" text NOT NULL, "filed_at" timestamptz NOT NULL, "late" boolean NOT NULL, "answer" text NULL, "answered_at" timestamptz NULL, "remedy" character varying NULL, "vote_id" uuid NULL, "roll_id" uuid NULL, "candidate_id" uuid NULL, "party_id" uuid NULL, "filed_by_id" uuid NOT NULL, "answered_by_id" uuid NULL, PRIMARY KEY ("id"));
-- Create index "objection_answered_by_id_filed_at_id" to table: "objections"
CREATE INDEX "objection_answered_by_id_filed_at_id" ON "objections" ("answered_by_id", "filed_at", "id");
-- Create index "objection_answered_by_id_id" to table: "objections"
CREATE INDEX "objection_answered_by_id_id" ON "objections" ("answered_by_id", "id");
-- Create index "objection_candidate_id_filed_at_id" to table: "objections"
CREATE INDEX "objection_candidate_id_filed_at_id" ON "objections" ("candidate_id", "filed_at", "id");
-- Create index "objection_candidate_id_id" to table: "objections"
CREATE INDEX "objection_candidate_id_id" ON "objections" ("candidate_id", "id");
-- Create index "objection_community_id_id" to table: "objections"
CREATE INDEX "objection_community_id_id" ON "objections" ("community_id", "id");
-- Create index "objection_filed_at_id" to table: "objections"
CREATE INDEX "objection_filed_at_id" ON "objections" ("filed_at", "id");
-- Create index "objection_filed_by_id_filed_at_id" to table: "objections"
CREATE INDEX "objection_filed_by_id_filed_at_id" ON "objections" ("filed_by_id", "filed_at", "id");
-- Create index "objection_filed_by_id_id" to table: "objections"
CREATE INDEX "objection_filed_by_id_id" ON "objections" ("filed_by_id", "id");
-- Create index "objection_party_id_filed_at_id" to table: "objections"
CREATE INDEX "objection_party_id_filed_at_id" ON "objections" ("party_id", "filed_at", "id");
-- Create index "objection_party_id_id" to table: "objections"
CREATE INDEX "objection_party_id_id" ON "objections" ("party_id", "id");
-- Create index "objection_roll_id_filed_at_id" to table: "objections"
CREATE INDEX "objection_roll_id_filed_at_id" ON "objections" ("roll_id", "filed_at", "id");
-- Create index "objection_roll_id_id" to table: "objections"
CREATE INDEX "objection_roll_id_id" ON "objections" ("roll_id", "id");
-- Create index "objection_vote_id_filed_at_id" to table: "objections"
CREATE INDEX "objection_vote_id_filed_at_id" ON "objections" ("vote_id", "filed_at", "id");
-- Create index "objection_vote_id_id" to table: "objections"
CREATE INDEX "objection_vote_id_id" ON "objections" ("vote_id", "id");
-- Create "paper_ballots" table
CREATE TABLE "paper_ballots" ("id" uuid NOT NULL, "community_id" uuid NULL, "recorded_at" timestamptz NOT NULL, "number" text NOT NULL, "status" character varying NOT NULL, "received_at" timestamptz NOT NULL, "entered_at" timestamptz NOT NULL, "first" jsonb NOT NULL, "second" jsonb NULL, "checked_at" timestamptz NULL, "settlement" jsonb NULL, "settled_at" timestamptz NULL, "meeting_id" uuid NOT NULL, "entry_id" uuid NOT NULL, "person_id" uuid NOT NULL, "agent_id" uuid NULL, "document_id" uuid NULL, "courier_id" uuid NULL, "entered_by_id" uuid NULL, "checked_by_id" uuid NULL, "settled_by_id" uuid NULL, PRIMARY KEY ("id"));
-- Create index "paperballot_agent_id_entered_at_id" to table: "paper_ballots"
CREATE INDEX "paperballot_agent_id_entered_at_id" ON "paper_ballots" ("agent_id", "entered_at", "id");
-- Create index "paperballot_agent_id_id" to table: "paper_ballots"
CREATE INDEX "paperballot_agent_id_id" ON "paper_ballots" ("agent_id", "id");
-- Create index "paperballot_checked_by_id_entered_at_id" to table: "paper_ballots"
CREATE INDEX "paperballot_checked_by_id_entered_at_id" ON "paper_ballots" ("checked_by_id", "entered_at", "id");
-- Create index "paperballot_checked_by_id_id" to table: "paper_ballots"
CREATE INDEX "paperballot_checked_by_id_id" ON "paper_ballots" ("checked_by_id", "id");
-- Create index "paperballot_community_id_id" to table: "paper_ballots"
CREATE INDEX "paperballot_community_id_id" ON "paper_ballots" ("community_id", "id");
-- Create index "paperballot_courier_id_entered_at_id" to table: "paper_ballots"
CREATE INDEX "paperballot_courier_id_entered_at_id" ON "paper_ballots" ("courier_id", "entered_at", "id");
-- Create index "paperballot_courier_id_id" to table: "paper_ballots"
CREATE INDEX "paperballot_courier_id_id" ON "paper_ballots" ("courier_id", "id");
-- Create index "paperballot_document_id_entered_at_id" to table: "paper_ballots"
CREATE INDEX "paperballot_document_id_entered_at_id" ON "paper_ballots" ("document_id", "entered_at", "id");
-- Create index "paperballot_document_id_id" to table: "paper_ballots"
CREATE INDEX "paperballot_document_id_id" ON "paper_ballots" ("document_id", "id");
-- Create index "paperballot_entered_at_id" to table: "paper_ballots"
CREATE INDEX "paperballot_entered_at_id" ON "paper_ballots" ("entered_at", "id");
-- Create index "paperballot_entered_by_id_entered_at_id" to table: "paper_ballots"
CREATE INDEX "paperballot_entered_by_id_entered_at_id" ON "paper_ballots" ("entered_by_id", "entered_at", "id");
-- Create index "paperballot_entered_by_id_id" to table: "paper_ballots"
CREATE INDEX "paperballot_entered_by_id_id" ON "paper_ballots" ("entered_by_id", "id");
-- Create index "paperballot_entry_id_entered_at_id" to table: "paper_ballots"
CREATE INDEX "paperballot_entry_id_entered_at_id" ON "paper_ballots" ("entry_id", "entered_at", "id");
-- Create index "paperballot_entry_id_id" to table: "paper_ballots"
CREATE INDEX "paperballot_entry_id_id" ON "paper_ballots" ("entry_id", "id");
-- Create index "paperballot_meeting_id_entered_at_id" to table: "paper_ballots"
CREATE INDEX "paperballot_meeting_id_entered_at_id" ON "paper_ballots" ("meeting_id", "entered_at", "id");
-- Create index "paperballot_meeting_id_id" to table: "paper_ballots"
CREATE INDEX "paperballot_meeting_id_id" ON "paper_ballots" ("meeting_id", "id");
-- Create index "paperballot_meeting_id_number" to table: "paper_ballots"
CREATE UNIQUE INDEX "paperballot_meeting_id_number" ON "paper_ballots" ("meeting_id", "number");
-- Create index "paperballot_person_id_entered_at_id" to table: "paper_ballots"
CREATE INDEX "paperballot_person_id_entered_at_id" ON "paper_ballots" ("person_id", "entered_at", "id");
-- Create index "paperballot_person_id_id" to table: "paper_ballots"
CREATE INDEX "paperballot_person_id_id" ON "paper_ballots" ("person_id", "id");
-- Create index "paperballot_settled_by_id_entered_at_id" to table: "paper_ballots"
CREATE INDEX "paperballot_settled_by_id_entered_at_id" ON "paper_ballots" ("settled_by_id", "entered_at", "id");
-- Create index "paperballot_settled_by_id_id" to table: "paper_ballots"
CREATE INDEX "paperballot_settled_by_id_id" ON "paper_ballots" ("settled_by_id", "id");
-- Create "proxies" table
CREATE TABLE "proxies" ("id" uuid NOT NULL, "community_id" uuid NULL, "recorded_at" timestamptz NOT NULL, "status" character varying NOT NULL, "scope" text NOT NULL, "signed_on" date NOT NULL, "expires_on" date NOT NULL, "granted_at" timestamptz NOT NULL, "revoked_at" timestamptz NULL, "meeting_id" uuid NOT NULL, "principal_id" uuid NOT NULL, "agent_id" uuid NOT NULL, "document_id" uuid NULL, "passed_on_from_id" uuid NULL, "recorded_by_id" uuid NULL, PRIMARY KEY ("id"), CONSTRAINT "proxies_proxies_passed_on_from" FOREIGN KEY ("passed_on_from_id") REFERENCES "proxies" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- Create index "proxy_agent_id_granted_at_id" to table: "proxies"
CREATE INDEX "proxy_agent_id_granted_at_id" ON "proxies" ("agent_id", "granted_at", "id");
-- Create index "proxy_agent_id_id" to table: "proxies"
CREATE INDEX "proxy_agent_id_id" ON "proxies" ("agent_id", "id");
-- Create index "proxy_community_id_id" to table: "proxies"
CREATE INDEX "proxy_community_id_id" ON "proxies" ("community_id", "id");
-- Create index "proxy_document_id_granted_at_id" to table: "proxies"
CREATE INDEX "proxy_document_id_granted_at_id" ON "proxies" ("document_id", "granted_at", "id");
-- Create index "proxy_document_id_id" to table: "proxies"
CREATE INDEX "proxy_document_id_id" ON "proxies" ("document_id", "id");
-- Create index "proxy_granted_at_id" to table: "proxies"
CREATE INDEX "proxy_granted_at_id" ON "proxies" ("granted_at", "id");
-- Create index "proxy_meeting_id_granted_at_id" to table: "proxies"
CREATE INDEX "proxy_meeting_id_granted_at_id" ON "proxies" ("meeting_id", "granted_at", "id");
-- Create index "proxy_meeting_id_id" to table: "proxies"
CREATE INDEX "proxy_meeting_id_id" ON "proxies" ("meeting_id", "id");
-- Create index "proxy_passed_on_from_id_granted_at_id" to table: "proxies"
CREATE INDEX "proxy_passed_on_from_id_granted_at_id" ON "proxies" ("passed_on_from_id", "granted_at", "id");
-- Create index "proxy_passed_on_from_id_id" to table: "proxies"
CREATE INDEX "proxy_passed_on_from_id_id" ON "proxies" ("passed_on_from_id", "id");
-- Create index "proxy_principal_id_granted_at_id" to table: "proxies"
CREATE INDEX "proxy_principal_id_granted_at_id" ON "proxies" ("principal_id", "granted_at", "id");
-- Create index "proxy_principal_id_id" to table: "proxies"
CREATE INDEX "proxy_principal_id_id" ON "proxies" ("principal_id", "id");
-- Create index "proxy_recorded_by_id_granted_at_id" to table: "proxies"
CREATE INDEX "proxy_recorded_by_id_granted_at_id" ON "proxies" ("recorded_by_id", "granted_at", "id");
-- Create index "proxy_recorded_by_id_id" to table: "proxies"
CREATE INDEX "proxy_recorded_by_id_id" ON "proxies" ("recorded_by_id", "id");
-- Create "recusals" table
CREATE TABLE "recusals" ("id" uuid NOT NULL, "community_id" uuid NULL, "recorded_at" timestamptz NOT NULL, "status" character varying NOT NULL, "reason" text NOT NULL, "filed_at" timestamptz NOT NULL, "ruled_at" timestamptz NULL, "agenda_item_id" uuid NOT NULL, "person_id" uuid NOT NULL, "filed_by_id" uuid NULL, "ruled_by_id" uuid NULL, PRIMARY KEY ("id"));
-- Create index "recusal_agenda_item_id_filed_at_id" to table: "recusals"
CREATE INDEX "recusal_agenda_item_id_filed_at_id" ON "recusals" ("agenda_item_id", "filed_at", "id");
-- Create index "recusal_agenda_item_id_id" to table: "recusals"
CREATE INDEX "recusal_agenda_item_id_id" ON "recusals" ("agenda_item_id", "id");
-- Create index "recusal_agenda_item_id_person_id" to table: "recusals"
CREATE UNIQUE INDEX "recusal_agenda_item_id_person_id" ON "recusals" ("agenda_item_id", "person_id");
-- Create index "recusal_community_id_id" to table: "recusals"
CREATE INDEX "recusal_community_id_id" ON "recusals" ("community_id", "id");
-- Create index "recusal_filed_at_id" to table: "recusals"
CREATE INDEX "recusal_filed_at_id" ON "recusals" ("filed_at", "id");
-- Create index "recusal_filed_by_id_filed_at_id" to table: "recusals"
CREATE INDEX "recusal_filed_by_id_filed_at_id" ON "recusals" ("filed_by_id", "filed_at", "id");
-- Create index "recusal_filed_by_id_id" to table: "recusals"
CREATE INDEX "recusal_filed_by_id_id" ON "recusals" ("filed_by_id", "id");
-- Create index "recusal_person_id_filed_at_id" to table: "recusals"
CREATE INDEX "recusal_person_id_filed_at_id" ON "recusals" ("person_id", "filed_at", "id");
-- Create index "recusal_person_id_id" to table: "recusals"
CREATE INDEX "recusal_person_id_id" ON "recusals" ("person_id", "id");
-- Create index "recusal_ruled_by_id_filed_at_id" to table: "recusals"
CREATE INDEX "recusal_ruled_by_id_filed_at_id" ON "recusals" ("ruled_by_id", "filed_at", "id");
-- Create index "recusal_ruled_by_id_id" to table: "recusals"
CREATE INDEX "recusal_ruled_by_id_id" ON "recusals" ("ruled_by_id", "id");
-- Create "roll_amendments" table
CREATE TABLE "roll_amendments" ("id" uuid NOT NULL, "community_id" uuid NULL, "recorded_at" timestamptz NOT NULL, "kind" character varying NOT NULL, "status" character varying NOT NULL, "reason" text NOT NULL, "change" jsonb NOT NULL, "proposed_at" timestamptz NOT NULL, "decided_at" timestamptz NULL, "roll_id" uuid NOT NULL, "entry_id" uuid NULL, "document_id" uuid NULL, "proposed_by_id" uuid NULL, "decided_by_id" uuid NULL, PRIMARY KEY ("id"));
-- Create index "rollamendment_community_id_id" to table: "roll_amendments"
CREATE INDEX "rollamendment_community_id_id" ON "roll_amendments" ("community_id", "id");
-- Create index "rollamendment_decided_by_id_id" to table: "roll_amendments"
CREATE INDEX "rollamendment_decided_by_id_id" ON "roll_amendments" ("decided_by_id", "id");
-- Create index "rollamendment_decided_by_id_proposed_at_id" to table: "roll_amendments"
CREATE INDEX "rollamendment_decided_by_id_proposed_at_id" ON "roll_amendments" ("decided_by_id", "proposed_at", "id");
-- Create index "rollamendment_document_id_id" to table: "roll_amendments"
CREATE INDEX "rollamendment_document_id_id" ON "roll_amendments" ("document_id", "id");
-- Create index "rollamendment_document_id_proposed_at_id" to table: "roll_amendments"
CREATE INDEX "rollamendment_document_id_proposed_at_id" ON "roll_amendments" ("document_id", "proposed_at", "id");
-- Create index "rollamendment_entry_id_id" to table: "roll_amendments"
CREATE INDEX "rollamendment_entry_id_id" ON "roll_amendments" ("entry_id", "id");
-- Create index "rollamendment_entry_id_proposed_at_id" to table: "roll_amendments"
CREATE INDEX "rollamendment_entry_id_proposed_at_id" ON "roll_amendments" ("entry_id", "proposed_at", "id");
-- Create index "rollamendment_proposed_at_id" to table: "roll_amendments"
CREATE INDEX "rollamendment_proposed_at_id" ON "roll_amendments" ("proposed_at", "id");
-- Create index "rollamendment_proposed_by_id_id" to table: "roll_amendments"
CREATE INDEX "rollamendment_proposed_by_id_id" ON "roll_amendments" ("proposed_by_id", "id");
-- Create index "rollamendment_proposed_by_id_proposed_at_id" to table: "roll_amendments"
CREATE INDEX "rollamendment_proposed_by_id_proposed_at_id" ON "roll_amendments" ("proposed_by_id", "proposed_at", "id");
-- Create index "rollamendment_roll_id_id" to table: "roll_amendments"
CREATE INDEX "rollamendment_roll_id_id" ON "roll_amendments" ("roll_id", "id");
-- Create index "rollamendment_roll_id_proposed_at_id" to table: "roll_amendments"
CREATE INDEX "rollamendment_roll_id_proposed_at_id" ON "roll_amendments" ("roll_id", "proposed_at", "id");
-- Create "vote_options" table
CREATE TABLE "vote_options" ("id" uuid NOT NULL, "community_id" uuid NULL, "recorded_at" timestamptz NOT NULL, "position" bigint NOT NULL, "label" text NOT NULL, "none" boolean NOT NULL, "vote_id" uuid NOT NULL, PRIMARY KEY ("id"));
-- Create index "voteoption_community_id_id" to table: "vote_options"
CREATE INDEX "voteoption_community_id_id" ON "vote_options" ("community_id", "id");
-- Create index "voteoption_position_id" to table: "vote_options"
CREATE INDEX "voteoption_position_id" ON "vote_options" ("position", "id");
-- Create index "voteoption_vote_id_id" to table: "vote_options"
CREATE INDEX "voteoption_vote_id_id" ON "vote_options" ("vote_id", "id");
-- Create index "voteoption_vote_id_position" to table: "vote_options"
CREATE UNIQUE INDEX "voteoption_vote_id_position" ON "vote_options" ("vote_id", "position");
-- Create index "voteoption_vote_id_position_id" to table: "vote_options"
CREATE INDEX "voteoption_vote_id_position_id" ON "vote_options" ("vote_id", "position", "id");
-- Create "count_sheet_counters" table
CREATE TABLE "count_sheet_counters" ("count_sheet_id" uuid NOT NULL, "person_id" uuid NOT NULL, PRIMARY KEY ("count_sheet_id", "person_id"));
-- Create "count_sheet_scrutineers" table
CREATE TABLE "count_sheet_scrutineers" ("count_sheet_id" uuid NOT NULL, "person_id" uuid NOT NULL, PRIMARY KEY ("count_sheet_id", "person_id"));
-- Create "proxy_votes" table
CREATE TABLE "proxy_votes" ("proxy_id" uuid NOT NULL, "vote_id" uuid NOT NULL, PRIMARY KEY ("proxy_id", "vote_id"));
-- Create "roll_scope" table
CREATE TABLE "roll_scope" ("roll_id" uuid NOT NULL, "area_id" uuid NOT NULL, PRIMARY KEY ("roll_id", "area_id"));
-- Create "roll_entry_units" table
CREATE TABLE "roll_entry_units" ("roll_entry_id" uuid NOT NULL, "unit_id" uuid NOT NULL, PRIMARY KEY ("roll_entry_id", "unit_id"));
-- Modify "ballots" table
ALTER TABLE "ballots" ADD CONSTRAINT "ballots_paper_ballots_paper" FOREIGN KEY ("paper_id") REFERENCES "paper_ballots" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "ballots_persons_agent" FOREIGN KEY ("agent_id") REFERENCES "persons" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "ballots_proxies_proxy" FOREIGN KEY ("proxy_id") REFERENCES "proxies" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION;
-- Modify "publications" table
ALTER TABLE "publications" ADD CONSTRAINT "publications_votes_vote" FOREIGN KEY ("vote_id") REFERENCES "votes" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION;
-- Modify "roll_entries" table
ALTER TABLE "roll_entries" ADD CONSTRAINT "roll_entries_areas_building" FOREIGN KEY ("building_id") REFERENCES "areas" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "roll_entries_households_household" FOREIGN KEY ("household_id") REFERENCES "households" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "roll_entries_organizations_organization" FOREIGN KEY ("organization_id") REFERENCES "organizations" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "roll_entries_roll_amendments_amended_by" FOREIGN KEY ("amended_by_id") REFERENCES "roll_amendments" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION;
-- Modify "votes" table
ALTER TABLE "votes" ADD CONSTRAINT "votes_posts_post" FOREIGN KEY ("post_id") REFERENCES "posts" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "votes_votes_tie_break_of" FOREIGN KEY ("tie_break_of_id") REFERENCES "votes" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION;
-- Modify "candidates" table
ALTER TABLE "candidates" ADD CONSTRAINT "candidates_memberships_membership" FOREIGN KEY ("membership_id") REFERENCES "memberships" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "candidates_persons_person" FOREIGN KEY ("person_id") REFERENCES "persons" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "candidates_votes_vote" FOREIGN KEY ("vote_id") REFERENCES "votes" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION;
-- Modify "count_sheets" table
ALTER TABLE "count_sheets" ADD CONSTRAINT "count_sheets_documents_document" FOREIGN KEY ("document_id") REFERENCES "documents" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "count_sheets_persons_confirmed_by" FOREIGN KEY ("confirmed_by_id") REFERENCES "persons" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "count_sheets_persons_entered_by" FOREIGN KEY ("entered_by_id") REFERENCES "persons" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "count_sheets_votes_vote" FOREIGN KEY ("vote_id") REFERENCES "votes" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION;
-- Modify "deliveries" table
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_documents_document" FOREIGN KEY ("document_id") REFERENCES "documents" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "deliveries_persons_recorded_by" FOREIGN KEY ("recorded_by_id") REFERENCES "persons" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "deliveries_roll_entries_entry" FOREIGN KEY ("entry_id") REFERENCES "roll_entries" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION;
-- Modify "documents" table
ALTER TABLE "documents" ADD CONSTRAINT "documents_persons_uploaded_by" FOREIGN KEY ("uploaded_by_id") REFERENCES "persons" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION;
-- Modify "objections" table
ALTER TABLE "objections" ADD CONSTRAINT "objections_candidates_candidate" FOREIGN KEY ("candidate_id") REFERENCES "candidates" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "objections_linkage_parties_party" FOREIGN KEY ("party_id") REFERENCES "linkage_parties" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "objections_persons_answered_by" FOREIGN KEY ("answered_by_id") REFERENCES "persons" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "objections_persons_filed_by" FOREIGN KEY ("filed_by_id") REFERENCES "persons" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "objections_rolls_roll" FOREIGN KEY ("roll_id") REFERENCES "rolls" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "objections_votes_vote" FOREIGN KEY ("vote_id") REFERENCES "votes" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION;
-- Modify "paper_ballots" table
ALTER TABLE "paper_ballots" ADD CONSTRAINT "paper_ballots_documents_document" FOREIGN KEY ("document_id") REFERENCES "documents" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "paper_ballots_meetings_meeting" FOREIGN KEY ("meeting_id") REFERENCES "meetings" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "paper_ballots_persons_agent" FOREIGN KEY ("agent_id") REFERENCES "persons" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "paper_ballots_persons_checked_by" FOREIGN KEY ("checked_by_id") REFERENCES "persons" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "paper_ballots_persons_courier" FOREIGN KEY ("courier_id") REFERENCES "persons" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "paper_ballots_persons_entered_by" FOREIGN KEY ("entered_by_id") REFERENCES "persons" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "paper_ballots_persons_person" FOREIGN KEY ("person_id") REFERENCES "persons" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "paper_ballots_persons_settled_by" FOREIGN KEY ("settled_by_id") REFERENCES "persons" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "paper_ballots_roll_entries_entry" FOREIGN KEY ("entry_id") REFERENCES "roll_entries" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION;
-- Modify "proxies" table
ALTER TABLE "proxies" ADD CONSTRAINT "proxies_documents_document" FOREIGN KEY ("document_id") REFERENCES "documents" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "proxies_meetings_meeting" FOREIGN KEY ("meeting_id") REFERENCES "meetings" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "proxies_persons_agent" FOREIGN KEY ("agent_id") REFERENCES "persons" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "proxies_persons_principal" FOREIGN KEY ("principal_id") REFERENCES "persons" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "proxies_persons_recorded_by" FOREIGN KEY ("recorded_by_id") REFERENCES "persons" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION;
-- Modify "recusals" table
ALTER TABLE "recusals" ADD CONSTRAINT "recusals_agenda_items_agenda_item" FOREIGN KEY ("agenda_item_id") REFERENCES "agenda_items" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "recusals_persons_filed_by" FOREIGN KEY ("filed_by_id") REFERENCES "persons" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "recusals_persons_person" FOREIGN KEY ("person_id") REFERENCES "persons" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "recusals_persons_ruled_by" FOREIGN KEY ("ruled_by_id") REFERENCES "persons" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION;
-- Modify "roll_amendments" table
ALTER TABLE "roll_amendments" ADD CONSTRAINT "roll_amendments_documents_document" FOREIGN KEY ("document_id") REFERENCES "documents" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "roll_amendments_persons_decided_by" FOREIGN KEY ("decided_by_id") REFERENCES "persons" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "roll_amendments_persons_proposed_by" FOREIGN KEY ("proposed_by_id") REFERENCES "persons" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "roll_amendments_roll_entries_entry" FOREIGN KEY ("entry_id") REFERENCES "roll_entries" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "roll_amendments_rolls_roll" FOREIGN KEY ("roll_id") REFERENCES "rolls" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION;
-- Modify "vote_options" table
ALTER TABLE "vote_options" ADD CONSTRAINT "vote_options_votes_vote" FOREIGN KEY ("vote_id") REFERENCES "votes" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION;
-- Modify "count_sheet_counters" table
ALTER TABLE "count_sheet_counters" ADD CONSTRAINT "count_sheet_counters_count_sheet_id" FOREIGN KEY ("count_sheet_id") REFERENCES "count_sheets" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "count_sheet_counters_person_id" FOREIGN KEY ("person_id") REFERENCES "persons" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION;
-- Modify "count_sheet_scrutineers" table
ALTER TABLE "count_sheet_scrutineers" ADD CONSTRAINT "count_sheet_scrutineers_count_sheet_id" FOREIGN KEY ("count_sheet_id") REFERENCES "count_sheets" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "count_sheet_scrutineers_person_id" FOREIGN KEY ("person_id") REFERENCES "persons" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION;
-- Modify "proxy_votes" table
ALTER TABLE "proxy_votes" ADD CONSTRAINT "proxy_votes_proxy_id" FOREIGN KEY ("proxy_id") REFERENCES "proxies" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "proxy_votes_vote_id" FOREIGN KEY ("vote_id") REFERENCES "votes" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION;
-- Modify "roll_scope" table
ALTER TABLE "roll_scope" ADD CONSTRAINT "roll_scope_area_id" FOREIGN KEY ("area_id") REFERENCES "areas" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "roll_scope_roll_id" FOREIGN KEY ("roll_id") REFERENCES "rolls" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION;
-- Modify "roll_entry_units" table
ALTER TABLE "roll_entry_units" ADD CONSTRAINT "roll_entry_units_roll_entry_id" FOREIGN KEY ("roll_entry_id") REFERENCES "roll_entries" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "roll_entry_units_unit_id" FOREIGN KEY ("unit_id") REFERENCES "units" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION;
