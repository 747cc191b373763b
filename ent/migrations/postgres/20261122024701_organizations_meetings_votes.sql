-- Create "linkages" table
CREATE TABLE "linkages" ("id" uuid NOT NULL, "community_id" uuid NULL, "recorded_at" timestamptz NOT NULL, "from" date NOT NULL, "to" date NULL, "superseded_at" timestamptz NULL, "version_of" uuid NULL, "name" text NOT NULL, "rule_code" text NOT NULL, "area_id" uuid NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "linkages_areas_area" FOREIGN KEY ("area_id") REFERENCES "areas" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- Create index "linkage_area_id_from_id" to table: "linkages"
CREATE INDEX "linkage_area_id_from_id" ON "linkages" ("area_id", "from", "id");
-- Create index "linkage_area_id_id" to table: "linkages"
CREATE INDEX "linkage_area_id_id" ON "linkages" ("area_id", "id");
-- Create index "linkage_area_id_name_id" to table: "linkages"
CREATE INDEX "linkage_area_id_name_id" ON "linkages" ("area_id", "name", "id");
-- Create index "linkage_community_id_id" to table: "linkages"
CREATE INDEX "linkage_community_id_id" ON "linkages" ("community_id", "id");
-- Create index "linkage_from_id" to table: "linkages"
CREATE INDEX "linkage_from_id" ON "linkages" ("from", "id");
-- Create index "linkage_name_id" to table: "linkages"
CREATE INDEX "linkage_name_id" ON "linkages" ("name", "id");
-- Create index "linkage_version_of" to table: "linkages"
CREATE INDEX "linkage_version_of" ON "linkages" ("version_of");
-- Create "organizations" table
CREATE TABLE "organizations" ("id" uuid NOT NULL, "community_id" uuid NULL, "recorded_at" timestamptz NOT NULL, "from" date NOT NULL, "to" date NULL, "superseded_at" timestamptz NULL, "version_of" uuid NULL, "kind" character varying NOT NULL, "name" text NOT NULL, "parent_id" uuid NULL, "area_id" uuid NULL, PRIMARY KEY ("id"), CONSTRAINT "organizations_areas_area" FOREIGN KEY ("area_id") REFERENCES "areas" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "organizations_organizations_parent" FOREIGN KEY ("parent_id") REFERENCES "organizations" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- Create index "organization_area_id_from_id" to table: "organizations"
CREATE INDEX "organization_area_id_from_id" ON "organizations" ("area_id", "from", "id");
-- Create index "organization_area_id_id" to table: "organizations"
CREATE INDEX "organization_area_id_id" ON "organizations" ("area_id", "id");
-- Create index "organization_area_id_name_id" to table: "organizations"
CREATE INDEX "organization_area_id_name_id" ON "organizations" ("area_id", "name", "id");
-- Create index "organization_community_id_id" to table: "organizations"
CREATE INDEX "organization_community_id_id" ON "organizations" ("community_id", "id");
-- Create index "organization_from_id" to table: "organizations"
CREATE INDEX "organization_from_id" ON "organizations" ("from", "id");
-- Create index "organization_kind_id" to table: "organizations"
CREATE INDEX "organization_kind_id" ON "organizations" ("kind", "id");
-- Create index "organization_name_id" to table: "organizations"
CREATE INDEX "organization_name_id" ON "organizations" ("name", "id");
-- Create index "organization_parent_id_from_id" to table: "organizations"
CREATE INDEX "organization_parent_id_from_id" ON "organizations" ("parent_id", "from", "id");
-- Create index "organization_parent_id_id" to table: "organizations"
CREATE INDEX "organization_parent_id_id" ON "organizations" ("parent_id", "id");
-- Create index "organization_parent_id_name_id" to table: "organizations"
CREATE INDEX "organization_parent_id_name_id" ON "organizations" ("parent_id", "name", "id");
-- Create index "organization_version_of" to table: "organizations"
CREATE INDEX "organization_version_of" ON "organizations" ("version_of");
-- Create "meetings" table
CREATE TABLE "meetings" ("id" uuid NOT NULL, "community_id" uuid NULL, "recorded_at" timestamptz NOT NULL, "version" bigint NOT NULL, "kind" character varying NOT NULL, "form" character varying NOT NULL, "title" text NOT NULL, "venue" text NULL, "starts_at" timestamptz NOT NULL, "ends_at" timestamptz NOT NULL, "status" character varying NOT NULL, "convened_under" character varying NOT NULL, "noticed_at" timestamptz NULL, "opened_at" timestamptz NULL, "closed_at" timestamptz NULL, "cancel_reason" text NULL, "acknowledged" jsonb NULL, "linkage_id" uuid NULL, "organization_id" uuid NOT NULL, "organizer_id" uuid NULL, "chair_id" uuid NULL, PRIMARY KEY ("id"), CONSTRAINT "meetings_linkages_linkage" FOREIGN KEY ("linkage_id") REFERENCES "linkages" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "meetings_organizations_organization" FOREIGN KEY ("organization_id") REFERENCES "organizations" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "meetings_organizations_organizer" FOREIGN KEY ("organizer_id") REFERENCES "organizations" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "meetings_persons_chair" FOREIGN KEY ("chair_id") REFERENCES "persons" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- Create index "meeting_chair_id_id" to table: "meetings"
CREATE INDEX "meeting_chair_id_id" ON "meetings" ("chair_id", "id");
-- Create index "meeting_chair_id_starts_at_id" to table: "meetings"
CREATE INDEX "meeting_chair_id_starts_at_id" ON "meetings" ("chair_id", "starts_at", "id");
-- Create index "meeting_community_id_id" to table: "meetings"
CREATE INDEX "meeting_community_id_id" ON "meetings" ("community_id", "id");
-- Create index "meeting_linkage_id_id" to table: "meetings"
CREATE INDEX "meeting_linkage_id_id" ON "meetings" ("linkage_id", "id");
-- Create index "meeting_linkage_id_starts_at_id" to table: "meetings"
CREATE INDEX "meeting_linkage_id_starts_at_id" ON "meetings" ("linkage_id", "starts_at", "id");
-- Create index "meeting_organization_id_id" to table: "meetings"
CREATE INDEX "meeting_organization_id_id" ON "meetings" ("organization_id", "id");
-- Create index "meeting_organization_id_starts_at_id" to table: "meetings"
CREATE INDEX "meeting_organization_id_starts_at_id" ON "meetings" ("organization_id", "starts_at", "id");
-- Create index "meeting_organizer_id_id" to table: "meetings"
CREATE INDEX "meeting_organizer_id_id" ON "meetings" ("organizer_id", "id");
-- Create index "meeting_organizer_id_starts_at_id" to table: "meetings"
CREATE INDEX "meeting_organizer_id_starts_at_id" ON "meetings" ("organizer_id", "starts_at", "id");
-- Create index "meeting_starts_at_id" to table: "meetings"
CREATE INDEX "meeting_starts_at_id" ON "meetings" ("starts_at", "id");
-- Create index "meeting_status_id" to table: "meetings"
CREATE INDEX "meeting_status_id" ON "meetings" ("status", "id");
-- Create "proposals" table
CREATE TABLE "proposals" ("id" uuid NOT NULL, "community_id" uuid NULL, "recorded_at" timestamptz NOT NULL, "version" bigint NOT NULL, "title" text NOT NULL, "text" text NOT NULL, "source" character varying NOT NULL, "matter" text NOT NULL, "status" character varying NOT NULL, "reason" text NULL, "published_at" timestamptz NULL, "area_id" uuid NOT NULL, "proposer_id" uuid NULL, "proposing_organization_id" uuid NULL, "tracker_id" uuid NULL, PRIMARY KEY ("id"), CONSTRAINT "proposals_areas_area" FOREIGN KEY ("area_id") REFERENCES "areas" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "proposals_organizations_proposing_organization" FOREIGN KEY ("proposing_organization_id") REFERENCES "organizations" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "proposals_persons_proposer" FOREIGN KEY ("proposer_id") REFERENCES "persons" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "proposals_persons_tracker" FOREIGN KEY ("tracker_id") REFERENCES "persons" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- Create index "proposal_area_id_id" to table: "proposals"
CREATE INDEX "proposal_area_id_id" ON "proposals" ("area_id", "id");
-- Create index "proposal_community_id_id" to table: "proposals"
CREATE INDEX "proposal_community_id_id" ON "proposals" ("community_id", "id");
-- Create index "proposal_proposer_id_id" to table: "proposals"
CREATE INDEX "proposal_proposer_id_id" ON "proposals" ("proposer_id", "id");
-- Create index "proposal_proposing_organization_id_id" to table: "proposals"
CREATE INDEX "proposal_proposing_organization_id_id" ON "proposals" ("proposing_organization_id", "id");
-- Create index "proposal_status_id" to table: "proposals"
CREATE INDEX "proposal_status_id" ON "proposals" ("status", "id");
-- Create index "proposal_tracker_id_id" to table: "proposals"
CREATE INDEX "proposal_tracker_id_id" ON "proposals" ("tracker_id", "id");
-- Create "agenda_items" table
CREATE TABLE "agenda_items" ("id" uuid NOT NULL, "community_id" uuid NULL, "recorded_at" timestamptz NOT NULL, "version" bigint NOT NULL, "position" bigint NOT NULL, "title" text NOT NULL, "authority" character varying NOT NULL, "authority_reason" text NULL, "disposition" character varying NOT NULL, "disposition_note" text NULL, "noticed_at" timestamptz NULL, "meeting_id" uuid NOT NULL, "proposal_id" uuid NOT NULL, "carried_from_id" uuid NULL, PRIMARY KEY ("id"), CONSTRAINT "agenda_items_agenda_items_carried_from" FOREIGN KEY ("carried_from_id") REFERENCES "agenda_items" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "agenda_items_meetings_meeting" FOREIGN KEY ("meeting_id") REFERENCES "meetings" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "agenda_items_proposals_proposal" FOREIGN KEY ("proposal_id") REFERENCES "proposals" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- Create index "agendaitem_carried_from_id_id" to table: "agenda_items"
CREATE INDEX "agendaitem_carried_from_id_id" ON "agenda_items" ("carried_from_id", "id");
-- Create index "agendaitem_carried_from_id_position_id" to table: "agenda_items"
CREATE INDEX "agendaitem_carried_from_id_position_id" ON "agenda_items" ("carried_from_id", "position", "id");
-- Create index "agendaitem_community_id_id" to table: "agenda_items"
CREATE INDEX "agendaitem_community_id_id" ON "agenda_items" ("community_id", "id");
-- Create index "agendaitem_meeting_id_id" to table: "agenda_items"
CREATE INDEX "agendaitem_meeting_id_id" ON "agenda_items" ("meeting_id", "id");
-- Create index "agendaitem_meeting_id_position_id" to table: "agenda_items"
CREATE INDEX "agendaitem_meeting_id_position_id" ON "agenda_items" ("meeting_id", "position", "id");
-- Create index "agendaitem_meeting_id_proposal_id" to table: "agenda_items"
CREATE UNIQUE INDEX "agendaitem_meeting_id_proposal_id" ON "agenda_items" ("meeting_id", "proposal_id");
-- Create index "agendaitem_position_id" to table: "agenda_items"
CREATE INDEX "agendaitem_position_id" ON "agenda_items" ("position", "id");
-- Create index "agendaitem_proposal_id_id" to table: "agenda_items"
CREATE INDEX "agendaitem_proposal_id_id" ON "agenda_items" ("proposal_id", "id");
-- Create index "agendaitem_proposal_id_position_id" to table: "agenda_items"
CREATE INDEX "agendaitem_proposal_id_position_id" ON "agenda_items" ("proposal_id", "position", "id");
-- Create "assignments" table
CREATE TABLE "assignments" ("id" uuid NOT NULL, "community_id" uuid NULL, "recorded_at" timestamptz NOT NULL, "from" date NOT NULL, "to" date NULL, "superseded_at" timestamptz NULL, "version_of" uuid NULL, "duty" character varying NOT NULL, "area_id" uuid NOT NULL, "person_id" uuid NULL, "organization_id" uuid NULL, PRIMARY KEY ("id"), CONSTRAINT "assignments_areas_area" FOREIGN KEY ("area_id") REFERENCES "areas" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "assignments_organizations_organization" FOREIGN KEY ("organization_id") REFERENCES "organizations" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "assignments_persons_person" FOREIGN KEY ("person_id") REFERENCES "persons" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- Create index "assignment_area_id_from_id" to table: "assignments"
CREATE INDEX "assignment_area_id_from_id" ON "assignments" ("area_id", "from", "id");
-- Create index "assignment_area_id_id" to table: "assignments"
CREATE INDEX "assignment_area_id_id" ON "assignments" ("area_id", "id");
-- Create index "assignment_community_id_id" to table: "assignments"
CREATE INDEX "assignment_community_id_id" ON "assignments" ("community_id", "id");
-- Create index "assignment_from_id" to table: "assignments"
CREATE INDEX "assignment_from_id" ON "assignments" ("from", "id");
-- Create index "assignment_organization_id_from_id" to table: "assignments"
CREATE INDEX "assignment_organization_id_from_id" ON "assignments" ("organization_id", "from", "id");
-- Create index "assignment_organization_id_id" to table: "assignments"
CREATE INDEX "assignment_organization_id_id" ON "assignments" ("organization_id", "id");
-- Create index "assignment_person_id_from_id" to table: "assignments"
CREATE INDEX "assignment_person_id_from_id" ON "assignments" ("person_id", "from", "id");
-- Create index "assignment_person_id_id" to table: "assignments"
CREATE INDEX "assignment_person_id_id" ON "assignments" ("person_id", "id");
-- Create index "assignment_version_of" to table: "assignments"
CREATE INDEX "assignment_version_of" ON "assignments" ("version_of");
-- Create "linkage_parties" table
CREATE TABLE "linkage_parties" ("id" uuid NOT NULL, "community_id" uuid NULL, "recorded_at" timestamptz NOT NULL, "from" date NOT NULL, "to" date NULL, "superseded_at" timestamptz NULL, "version_of" uuid NULL, "role" character varying NOT NULL, "position" bigint NOT NULL, "votes" boolean NOT NULL, "linkage_id" uuid NOT NULL, "organization_id" uuid NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "linkage_parties_linkages_linkage" FOREIGN KEY ("linkage_id") REFERENCES "linkages" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "linkage_parties_organizations_organization" FOREIGN KEY ("organization_id") REFERENCES "organizations" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- Create index "linkageparty_community_id_id" to table: "linkage_parties"
CREATE INDEX "linkageparty_community_id_id" ON "linkage_parties" ("community_id", "id");
-- Create index "linkageparty_from_id" to table: "linkage_parties"
CREATE INDEX "linkageparty_from_id" ON "linkage_parties" ("from", "id");
-- Create index "linkageparty_linkage_id_from_id" to table: "linkage_parties"
CREATE INDEX "linkageparty_linkage_id_from_id" ON "linkage_parties" ("linkage_id", "from", "id");
-- Create index "linkageparty_linkage_id_id" to table: "linkage_parties"
CREATE INDEX "linkageparty_linkage_id_id" ON "linkage_parties" ("linkage_id", "id");
-- Create index "linkageparty_linkage_id_organization_id" to table: "linkage_parties"
CREATE UNIQUE INDEX "linkageparty_linkage_id_organization_id" ON "linkage_parties" ("linkage_id", "organization_id") WHERE (superseded_at IS NULL);
-- Create index "linkageparty_linkage_id_position_id" to table: "linkage_parties"
CREATE INDEX "linkageparty_linkage_id_position_id" ON "linkage_parties" ("linkage_id", "position", "id");
-- Create index "linkageparty_organization_id_from_id" to table: "linkage_parties"
CREATE INDEX "linkageparty_organization_id_from_id" ON "linkage_parties" ("organization_id", "from", "id");
-- Create index "linkageparty_organization_id_id" to table: "linkage_parties"
CREATE INDEX "linkageparty_organization_id_id" ON "linkage_parties" ("organization_id", "id");
-- Create index "linkageparty_organization_id_position_id" to table: "linkage_parties"
CREATE INDEX "linkageparty_organization_id_position_id" ON "linkage_parties" ("organization_id", "position", "id");
-- Create index "linkageparty_position_id" to table: "linkage_parties"
CREATE INDEX "linkageparty_position_id" ON "linkage_parties" ("position", "id");
-- Create index "linkageparty_version_of" to table: "linkage_parties"
CREATE INDEX "linkageparty_version_of" ON "linkage_parties" ("version_of");
-- Create "attendances" table
CREATE TABLE "attendances" ("id" uuid NOT NULL, "community_id" uuid NULL, "recorded_at" timestamptz NOT NULL, "mode" character varying NOT NULL, "arrived_at" timestamptz NOT NULL, "left_at" timestamptz NULL, "votes" boolean NOT NULL, "meeting_id" uuid NOT NULL, "person_id" uuid NOT NULL, "party_id" uuid NULL, PRIMARY KEY ("id"), CONSTRAINT "attendances_linkage_parties_party" FOREIGN KEY ("party_id") REFERENCES "linkage_parties" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "attendances_meetings_meeting" FOREIGN KEY ("meeting_id") REFERENCES "meetings" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "attendances_persons_person" FOREIGN KEY ("person_id") REFERENCES "persons" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- Create index "attendance_arrived_at_id" to table: "attendances"
CREATE INDEX "attendance_arrived_at_id" ON "attendances" ("arrived_at", "id");
-- Create index "attendance_community_id_id" to table: "attendances"
CREATE INDEX "attendance_community_id_id" ON "attendances" ("community_id", "id");
-- Create index "attendance_meeting_id_arrived_at_id" to table: "attendances"
CREATE INDEX "attendance_meeting_id_arrived_at_id" ON "attendances" ("meeting_id", "arrived_at", "id");
-- Create index "attendance_meeting_id_id" to table: "attendances"
CREATE INDEX "attendance_meeting_id_id" ON "attendances" ("meeting_id", "id");
-- Create index "attendance_party_id_arrived_at_id" to table: "attendances"
CREATE INDEX "attendance_party_id_arrived_at_id" ON "attendances" ("party_id", "arrived_at", "id");
-- Create index "attendance_party_id_id" to table: "attendances"
CREATE INDEX "attendance_party_id_id" ON "attendances" ("party_id", "id");
-- Create index "attendance_person_id_arrived_at_id" to table: "attendances"
CREATE INDEX "attendance_person_id_arrived_at_id" ON "attendances" ("person_id", "arrived_at", "id");
-- Create index "attendance_person_id_id" to table: "attendances"
CREATE INDEX "attendance_person_id_id" ON "attendances" ("person_id", "id");
-- Create index "attendance_present_alone" to table: "attendances"
CREATE UNIQUE INDEX "attendance_present_alone" ON "attendances" ("meeting_id", "person_id") WHERE ((left_at IS NULL) AND (party_id IS NULL));
-- Create index "attendance_present_for" to table: "attendances"
CREATE UNIQUE INDEX "attendance_present_for" ON "attendances" ("meeting_id", "person_id", "party_id") WHERE ((left_at IS NULL) AND (party_id IS NOT NULL));
-- Create "rolls" table
CREATE TABLE "rolls" ("id" uuid NOT NULL, "community_id" uuid NULL, "recorded_at" timestamptz NOT NULL, "frozen_at" timestamptz NOT NULL, "seats" bigint NOT NULL, "incumbents" bigint NOT NULL, "hash" text NOT NULL, "meeting_id" uuid NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "rolls_meetings_meeting" FOREIGN KEY ("meeting_id") REFERENCES "meetings" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- Create index "roll_community_id_id" to table: "rolls"
CREATE INDEX "roll_community_id_id" ON "rolls" ("community_id", "id");
-- Create index "roll_meeting_id" to table: "rolls"
CREATE UNIQUE INDEX "roll_meeting_id" ON "rolls" ("meeting_id");
-- Create index "roll_meeting_id_id" to table: "rolls"
CREATE INDEX "roll_meeting_id_id" ON "rolls" ("meeting_id", "id");
-- Create "roll_entries" table
CREATE TABLE "roll_entries" ("id" uuid NOT NULL, "community_id" uuid NULL, "recorded_at" timestamptz NOT NULL, "position" bigint NOT NULL, "label" text NOT NULL, "roll_id" uuid NOT NULL, "person_id" uuid NULL, "party_id" uuid NULL, PRIMARY KEY ("id"), CONSTRAINT "roll_entries_linkage_parties_party" FOREIGN KEY ("party_id") REFERENCES "linkage_parties" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "roll_entries_persons_person" FOREIGN KEY ("person_id") REFERENCES "persons" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "roll_entries_rolls_roll" FOREIGN KEY ("roll_id") REFERENCES "rolls" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- Create index "rollentry_community_id_id" to table: "roll_entries"
CREATE INDEX "rollentry_community_id_id" ON "roll_entries" ("community_id", "id");
-- Create index "rollentry_party_id_id" to table: "roll_entries"
CREATE INDEX "rollentry_party_id_id" ON "roll_entries" ("party_id", "id");
-- Create index "rollentry_party_id_position_id" to table: "roll_entries"
CREATE INDEX "rollentry_party_id_position_id" ON "roll_entries" ("party_id", "position", "id");
-- Create index "rollentry_person_id_id" to table: "roll_entries"
CREATE INDEX "rollentry_person_id_id" ON "roll_entries" ("person_id", "id");
-- Create index "rollentry_person_id_position_id" to table: "roll_entries"
CREATE INDEX "rollentry_person_id_position_id" ON "roll_entries" ("person_id", "position", "id");
-- Create index "rollentry_position_id" to table: "roll_entries"
CREATE INDEX "rollentry_position_id" ON "roll_entries" ("position", "id");
-- Create index "rollentry_roll_id_id" to table: "roll_entries"
CREATE INDEX "rollentry_roll_id_id" ON "roll_entries" ("roll_id", "id");
-- Create index "rollentry_roll_id_position" to table: "roll_entries"
CREATE UNIQUE INDEX "rollentry_roll_id_position" ON "roll_entries" ("roll_id", "position");
-- Create index "rollentry_roll_id_position_id" to table: "roll_entries"
CREATE INDEX "rollentry_roll_id_position_id" ON "roll_entries" ("roll_id", "position", "id");
-- Create "votes" table
CREATE TABLE "votes" ("id" uuid NOT NULL, "community_id" uuid NULL, "recorded_at" timestamptz NOT NULL, "version" bigint NOT NULL, "question" text NOT NULL, "rule_code" text NOT NULL, "rule_edition" bigint NOT NULL, "rule" jsonb NOT NULL, "method" character varying NOT NULL, "visibility" character varying NOT NULL, "status" character varying NOT NULL, "noticed_at" timestamptz NULL, "opened_at" timestamptz NULL, "closed_at" timestamptz NULL, "agenda_item_id" uuid NOT NULL, "roll_id" uuid NULL, "revote_of_id" uuid NULL, PRIMARY KEY ("id"), CONSTRAINT "votes_agenda_items_agenda_item" FOREIGN KEY ("agenda_item_id") REFERENCES "agenda_items" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "votes_rolls_roll" FOREIGN KEY ("roll_id") REFERENCES "rolls" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "votes_votes_revote_of" FOREIGN KEY ("revote_of_id") REFERENCES "votes" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- Create index "vote_agenda_item_id_id" to table: "votes"
CREATE INDEX "vote_agenda_item_id_id" ON "votes" ("agenda_item_id", "id");
-- Create index "vote_community_id_id" to table: "votes"
CREATE INDEX "vote_community_id_id" ON "votes" ("community_id", "id");
-- Create index "vote_revote_of_id_id" to table: "votes"
CREATE INDEX "vote_revote_of_id_id" ON "votes" ("revote_of_id", "id");
-- Create index "vote_roll_id_id" to table: "votes"
CREATE INDEX "vote_roll_id_id" ON "votes" ("roll_id", "id");
-- Create index "vote_status_id" to table: "votes"
CREATE INDEX "vote_status_id" ON "votes" ("status", "id");
-- Create "ballots" table
CREATE TABLE "ballots" ("id" uuid NOT NULL, "community_id" uuid NULL, "recorded_at" timestamptz NOT NULL, "choice" character varying NOT NULL, "channel" character varying NOT NULL, "status" character varying NOT NULL, "cast_at" timestamptz NOT NULL, "vote_id" uuid NOT NULL, "entry_id" uuid NOT NULL, "person_id" uuid NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "ballots_persons_person" FOREIGN KEY ("person_id") REFERENCES "persons" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "ballots_roll_entries_entry" FOREIGN KEY ("entry_id") REFERENCES "roll_entries" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "ballots_votes_vote" FOREIGN KEY ("vote_id") REFERENCES "votes" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- Create index "ballot_community_id_id" to table: "ballots"
CREATE INDEX "ballot_community_id_id" ON "ballots" ("community_id", "id");
-- Create index "ballot_entry_id_id" to table: "ballots"
CREATE INDEX "ballot_entry_id_id" ON "ballots" ("entry_id", "id");
-- Create index "ballot_person_id_id" to table: "ballots"
CREATE INDEX "ballot_person_id_id" ON "ballots" ("person_id", "id");
-- Create index "ballot_vote_id_entry_id" to table: "ballots"
CREATE UNIQUE INDEX "ballot_vote_id_entry_id" ON "ballots" ("vote_id", "entry_id");
-- Create index "ballot_vote_id_id" to table: "ballots"
CREATE INDEX "ballot_vote_id_id" ON "ballots" ("vote_id", "id");
-- Modify "declarations" table
ALTER TABLE "declarations" ADD COLUMN "about_organization_id" uuid NULL, ADD CONSTRAINT "declarations_organizations_about_organization" FOREIGN KEY ("about_organization_id") REFERENCES "organizations" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION;
-- Create index "declaration_about_organization_id_from_id" to table: "declarations"
CREATE INDEX "declaration_about_organization_id_from_id" ON "declarations" ("about_organization_id", "from", "id");
-- Create index "declaration_about_organization_id_id" to table: "declarations"
CREATE INDEX "declaration_about_organization_id_id" ON "declarations" ("about_organization_id", "id");
-- Create "posts" table
CREATE TABLE "posts" ("id" uuid NOT NULL, "community_id" uuid NULL, "recorded_at" timestamptz NOT NULL, "from" date NOT NULL, "to" date NULL, "superseded_at" timestamptz NULL, "version_of" uuid NULL, "category" character varying NOT NULL, "title" text NOT NULL, "seat_kind" character varying NOT NULL, "voting_right" character varying NOT NULL, "capacity" bigint NOT NULL, "organization_id" uuid NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "posts_organizations_organization" FOREIGN KEY ("organization_id") REFERENCES "organizations" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- Create index "post_community_id_id" to table: "posts"
CREATE INDEX "post_community_id_id" ON "posts" ("community_id", "id");
-- Create index "post_from_id" to table: "posts"
CREATE INDEX "post_from_id" ON "posts" ("from", "id");
-- Create index "post_organization_id_from_id" to table: "posts"
CREATE INDEX "post_organization_id_from_id" ON "posts" ("organization_id", "from", "id");
-- Create index "post_organization_id_id" to table: "posts"
CREATE INDEX "post_organization_id_id" ON "posts" ("organization_id", "id");
-- Create index "post_version_of" to table: "posts"
CREATE INDEX "post_version_of" ON "posts" ("version_of");
-- Create "terms" table
CREATE TABLE "terms" ("id" uuid NOT NULL, "community_id" uuid NULL, "recorded_at" timestamptz NOT NULL, "from" date NOT NULL, "to" date NULL, "superseded_at" timestamptz NULL, "version_of" uuid NULL, "number" bigint NOT NULL, "state" character varying NOT NULL, "organization_id" uuid NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "terms_organizations_organization" FOREIGN KEY ("organization_id") REFERENCES "organizations" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- Create index "term_community_id_id" to table: "terms"
CREATE INDEX "term_community_id_id" ON "terms" ("community_id", "id");
-- Create index "term_from_id" to table: "terms"
CREATE INDEX "term_from_id" ON "terms" ("from", "id");
-- Create index "term_organization_id_from_id" to table: "terms"
CREATE INDEX "term_organization_id_from_id" ON "terms" ("organization_id", "from", "id");
-- Create index "term_organization_id_id" to table: "terms"
CREATE INDEX "term_organization_id_id" ON "terms" ("organization_id", "id");
-- Create index "term_organization_id_number" to table: "terms"
CREATE UNIQUE INDEX "term_organization_id_number" ON "terms" ("organization_id", "number") WHERE (superseded_at IS NULL);
-- Create index "term_version_of" to table: "terms"
CREATE INDEX "term_version_of" ON "terms" ("version_of");
-- Create "memberships" table
CREATE TABLE "memberships" ("id" uuid NOT NULL, "community_id" uuid NULL, "recorded_at" timestamptz NOT NULL, "from" date NOT NULL, "to" date NULL, "superseded_at" timestamptz NULL, "version_of" uuid NULL, "kind" character varying NOT NULL, "mode" character varying NOT NULL, "status" character varying NOT NULL, "basis" text NULL, "end_reason" character varying NULL, "published_at" timestamptz NULL, "organization_id" uuid NOT NULL, "person_id" uuid NULL, "member_organization_id" uuid NULL, "post_id" uuid NULL, "term_id" uuid NULL, "on_behalf_of_id" uuid NULL, "source_id" uuid NULL, PRIMARY KEY ("id"), CONSTRAINT "memberships_memberships_source" FOREIGN KEY ("source_id") REFERENCES "memberships" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "memberships_organizations_member_organization" FOREIGN KEY ("member_organization_id") REFERENCES "organizations" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "memberships_organizations_on_behalf_of" FOREIGN KEY ("on_behalf_of_id") REFERENCES "organizations" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "memberships_organizations_organization" FOREIGN KEY ("organization_id") REFERENCES "organizations" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "memberships_persons_person" FOREIGN KEY ("person_id") REFERENCES "persons" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "memberships_posts_post" FOREIGN KEY ("post_id") REFERENCES "posts" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "memberships_terms_term" FOREIGN KEY ("term_id") REFERENCES "terms" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- Create index "membership_community_id_id" to table: "memberships"
CREATE INDEX "membership_community_id_id" ON "memberships" ("community_id", "id");
-- Create index "membership_from_id" to table: "memberships"
CREATE INDEX "membership_from_id" ON "memberships" ("from", "id");
-- Create index "membership_member_organization_id_from_id" to table: "memberships"
CREATE INDEX "membership_member_organization_id_from_id" ON "memberships" ("member_organization_id", "from", "id");
-- Create index "membership_member_organization_id_id" to table: "memberships"
CREATE INDEX "membership_member_organization_id_id" ON "memberships" ("member_organization_id", "id");
-- Create index "membership_on_behalf_of_id_from_id" to table: "memberships"
CREATE INDEX "membership_on_behalf_of_id_from_id" ON "memberships" ("on_behalf_of_id", "from", "id");
-- Create index "membership_on_behalf_of_id_id" to table: "memberships"
CREATE INDEX "membership_on_behalf_of_id_id" ON "memberships" ("on_behalf_of_id", "id");
-- Create index "membership_organization_id_from_id" to table: "memberships"
CREATE INDEX "membership_organization_id_from_id" ON "memberships" ("organization_id", "from", "id");
-- Create index "membership_organization_id_id" to table: "memberships"
CREATE INDEX "membership_organization_id_id" ON "memberships" ("organization_id", "id");
-- Create index "membership_organization_id_status_id" to table: "memberships"
CREATE INDEX "membership_organization_id_status_id" ON "memberships" ("organization_id", "status", "id");
-- Create index "membership_person_id_from_id" to table: "memberships"
CREATE INDEX "membership_person_id_from_id" ON "memberships" ("person_id", "from", "id");
-- Create index "membership_person_id_id" to table: "memberships"
CREATE INDEX "membership_person_id_id" ON "memberships" ("person_id", "id");
-- Create index "membership_post_id_from_id" to table: "memberships"
CREATE INDEX "membership_post_id_from_id" ON "memberships" ("post_id", "from", "id");
-- Create index "membership_post_id_id" to table: "memberships"
CREATE INDEX "membership_post_id_id" ON "memberships" ("post_id", "id");
-- Create index "membership_source_id_from_id" to table: "memberships"
CREATE INDEX "membership_source_id_from_id" ON "memberships" ("source_id", "from", "id");
-- Create index "membership_source_id_id" to table: "memberships"
CREATE INDEX "membership_source_id_id" ON "memberships" ("source_id", "id");
-- Create index "membership_term_id_from_id" to table: "memberships"
CREATE INDEX "membership_term_id_from_id" ON "memberships" ("term_id", "from", "id");
-- Create index "membership_term_id_id" to table: "memberships"
CREATE INDEX "membership_term_id_id" ON "memberships" ("term_id", "id");
-- Create index "membership_version_of" to table: "memberships"
CREATE INDEX "membership_version_of" ON "memberships" ("version_of");
-- Create "organization_areas" table
CREATE TABLE "organization_areas" ("id" uuid NOT NULL, "community_id" uuid NULL, "recorded_at" timestamptz NOT NULL, "from" date NOT NULL, "to" date NULL, "superseded_at" timestamptz NULL, "version_of" uuid NULL, "organization_id" uuid NOT NULL, "area_id" uuid NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "organization_areas_areas_area" FOREIGN KEY ("area_id") REFERENCES "areas" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "organization_areas_organizations_organization" FOREIGN KEY ("organization_id") REFERENCES "organizations" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- Create index "organizationarea_area_id_from_id" to table: "organization_areas"
CREATE INDEX "organizationarea_area_id_from_id" ON "organization_areas" ("area_id", "from", "id");
-- Create index "organizationarea_area_id_id" to table: "organization_areas"
CREATE INDEX "organizationarea_area_id_id" ON "organization_areas" ("area_id", "id");
-- Create index "organizationarea_community_id_id" to table: "organization_areas"
CREATE INDEX "organizationarea_community_id_id" ON "organization_areas" ("community_id", "id");
-- Create index "organizationarea_from_id" to table: "organization_areas"
CREATE INDEX "organizationarea_from_id" ON "organization_areas" ("from", "id");
-- Create index "organizationarea_organization_id_from_id" to table: "organization_areas"
CREATE INDEX "organizationarea_organization_id_from_id" ON "organization_areas" ("organization_id", "from", "id");
-- Create index "organizationarea_organization_id_id" to table: "organization_areas"
CREATE INDEX "organizationarea_organization_id_id" ON "organization_areas" ("organization_id", "id");
-- Create index "organizationarea_version_of" to table: "organization_areas"
CREATE INDEX "organizationarea_version_of" ON "organization_areas" ("version_of");
-- Create "organization_relations" table
CREATE TABLE "organization_relations" ("id" uuid NOT NULL, "community_id" uuid NULL, "recorded_at" timestamptz NOT NULL, "from" date NOT NULL, "to" date NULL, "superseded_at" timestamptz NULL, "version_of" uuid NULL, "kind" character varying NOT NULL, "basis" text NULL, "organization_id" uuid NOT NULL, "target_id" uuid NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "organization_relations_organizations_organization" FOREIGN KEY ("organization_id") REFERENCES "organizations" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "organization_relations_organizations_target" FOREIGN KEY ("target_id") REFERENCES "organizations" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- Create index "organizationrelation_community_id_id" to table: "organization_relations"
CREATE INDEX "organizationrelation_community_id_id" ON "organization_relations" ("community_id", "id");
-- Create index "organizationrelation_from_id" to table: "organization_relations"
CREATE INDEX "organizationrelation_from_id" ON "organization_relations" ("from", "id");
-- Create index "organizationrelation_organization_id_from_id" to table: "organization_relations"
CREATE INDEX "organizationrelation_organization_id_from_id" ON "organization_relations" ("organization_id", "from", "id");
-- Create index "organizationrelation_organization_id_id" to table: "organization_relations"
CREATE INDEX "organizationrelation_organization_id_id" ON "organization_relations" ("organization_id", "id");
-- Create index "organizationrelation_target_id_from_id" to table: "organization_relations"
CREATE INDEX "organizationrelation_target_id_from_id" ON "organization_relations" ("target_id", "from", "id");
-- Create index "organizationrelation_target_id_id" to table: "organization_relations"
CREATE INDEX "organizationrelation_target_id_id" ON "organization_relations" ("target_id", "id");
-- Create index "organizationrelation_version_of" to table: "organization_relations"
CREATE INDEX "organizationrelation_version_of" ON "organization_relations" ("version_of");
-- Modify "ownerships" table
ALTER TABLE "ownerships" ADD COLUMN "organization_id" uuid NULL, ADD CONSTRAINT "ownerships_organizations_organization" FOREIGN KEY ("organization_id") REFERENCES "organizations" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION;
-- Create index "ownership_organization_id_from_id" to table: "ownerships"
CREATE INDEX "ownership_organization_id_from_id" ON "ownerships" ("organization_id", "from", "id");
-- Create index "ownership_organization_id_id" to table: "ownerships"
CREATE INDEX "ownership_organization_id_id" ON "ownerships" ("organization_id", "id");
-- Create "party_delegates" table
CREATE TABLE "party_delegates" ("id" uuid NOT NULL, "community_id" uuid NULL, "recorded_at" timestamptz NOT NULL, "from" date NOT NULL, "to" date NULL, "superseded_at" timestamptz NULL, "version_of" uuid NULL, "party_id" uuid NOT NULL, "person_id" uuid NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "party_delegates_linkage_parties_party" FOREIGN KEY ("party_id") REFERENCES "linkage_parties" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "party_delegates_persons_person" FOREIGN KEY ("person_id") REFERENCES "persons" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- Create index "partydelegate_community_id_id" to table: "party_delegates"
CREATE INDEX "partydelegate_community_id_id" ON "party_delegates" ("community_id", "id");
-- Create index "partydelegate_from_id" to table: "party_delegates"
CREATE INDEX "partydelegate_from_id" ON "party_delegates" ("from", "id");
-- Create index "partydelegate_party_id_from_id" to table: "party_delegates"
CREATE INDEX "partydelegate_party_id_from_id" ON "party_delegates" ("party_id", "from", "id");
-- Create index "partydelegate_party_id_id" to table: "party_delegates"
CREATE INDEX "partydelegate_party_id_id" ON "party_delegates" ("party_id", "id");
-- Create index "partydelegate_person_id_from_id" to table: "party_delegates"
CREATE INDEX "partydelegate_person_id_from_id" ON "party_delegates" ("person_id", "from", "id");
-- Create index "partydelegate_person_id_id" to table: "party_delegates"
CREATE INDEX "partydelegate_person_id_id" ON "party_delegates" ("person_id", "id");
-- Create index "partydelegate_version_of" to table: "party_delegates"
CREATE INDEX "partydelegate_version_of" ON "party_delegates" ("version_of");
-- Create "resolutions" table
CREATE TABLE "resolutions" ("id" uuid NOT NULL, "community_id" uuid NULL, "recorded_at" timestamptz NOT NULL, "version" bigint NOT NULL, "year" bigint NOT NULL, "serial" bigint NOT NULL, "kind" character varying NOT NULL, "title" text NOT NULL, "text" text NOT NULL, "status" character varying NOT NULL, "adopted_at" timestamptz NOT NULL, "published_at" timestamptz NULL, "effective_from" date NULL, "effective_to" date NULL, "organization_id" uuid NOT NULL, "agenda_item_id" uuid NOT NULL, "vote_id" uuid NULL, PRIMARY KEY ("id"), CONSTRAINT "resolutions_agenda_items_agenda_item" FOREIGN KEY ("agenda_item_id") REFERENCES "agenda_items" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "resolutions_organizations_organization" FOREIGN KEY ("organization_id") REFERENCES "organizations" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "resolutions_votes_vote" FOREIGN KEY ("vote_id") REFERENCES "votes" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- Create index "resolution_adopted_at_id" to table: "resolutions"
CREATE INDEX "resolution_adopted_at_id" ON "resolutions" ("adopted_at", "id");
-- Create index "resolution_agenda_item_id_adopted_at_id" to table: "resolutions"
CREATE INDEX "resolution_agenda_item_id_adopted_at_id" ON "resolutions" ("agenda_item_id", "adopted_at", "id");
-- Create index "resolution_agenda_item_id_id" to table: "resolutions"
CREATE INDEX "resolution_agenda_item_id_id" ON "resolutions" ("agenda_item_id", "id");
-- Create index "resolution_community_id_id" to table: "resolutions"
CREATE INDEX "resolution_community_id_id" ON "resolutions" ("community_id", "id");
-- Create index "resolution_organization_id_adopted_at_id" to table: "resolutions"
CREATE INDEX "resolution_organization_id_adopted_at_id" ON "resolutions" ("organization_id", "adopted_at", "id");
-- Create index "resolution_organization_id_id" to table: "resolutions"
CREATE INDEX "resolution_organization_id_id" ON "resolutions" ("organization_id", "id");
-- Create index "resolution_organization_id_year_serial" to table: "resolutions"
CREATE UNIQUE INDEX "resolution_organization_id_year_serial" ON "resolutions" ("organization_id", "year", "serial");
-- Create index "resolution_vote_id_adopted_at_id" to table: "resolutions"
CREATE INDEX "resolution_vote_id_adopted_at_id" ON "resolutions" ("vote_id", "adopted_at", "id");
-- Create index "resolution_vote_id_id" to table: "resolutions"
CREATE INDEX "resolution_vote_id_id" ON "resolutions" ("vote_id", "id");
-- Create "publications" table
CREATE TABLE "publications" ("id" uuid NOT NULL, "community_id" uuid NULL, "recorded_at" timestamptz NOT NULL, "kind" character varying NOT NULL, "place" text NOT NULL, "text" text NOT NULL, "posted_at" timestamptz NOT NULL, "minimum_days" bigint NOT NULL, "until" date NOT NULL, "meeting_id" uuid NULL, "resolution_id" uuid NULL, "membership_id" uuid NULL, PRIMARY KEY ("id"), CONSTRAINT "publications_meetings_meeting" FOREIGN KEY ("meeting_id") REFERENCES "meetings" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "publications_memberships_membership" FOREIGN KEY ("membership_id") REFERENCES "memberships" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "publications_resolutions_resolution" FOREIGN KEY ("resolution_id") REFERENCES "resolutions" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- Create index "publication_community_id_id" to table: "publications"
CREATE INDEX "publication_community_id_id" ON "publications" ("community_id", "id");
-- Create index "publication_meeting_id_id" to table: "publications"
CREATE INDEX "publication_meeting_id_id" ON "publications" ("meeting_id", "id");
-- Create index "publication_meeting_id_posted_at_id" to table: "publications"
CREATE INDEX "publication_meeting_id_posted_at_id" ON "publications" ("meeting_id", "posted_at", "id");
-- Create index "publication_membership_id_id" to table: "publications"
CREATE INDEX "publication_membership_id_id" ON "publications" ("membership_id", "id");
-- Create index "publication_membership_id_posted_at_id" to table: "publications"
CREATE INDEX "publication_membership_id_posted_at_id" ON "publications" ("membership_id", "posted_at", "id");
-- Create index "publication_posted_at_id" to table: "publications"
CREATE INDEX "publication_posted_at_id" ON "publications" ("posted_at", "id");
-- Create index "publication_resolution_id_id" to table: "publications"
CREATE INDEX "publication_resolution_id_id" ON "publications" ("resolution_id", "id");
-- Create index "publication_resolution_id_posted_at_id" to table: "publications"
CREATE INDEX "publication_resolution_id_posted_at_id" ON "publications" ("resolution_id", "posted_at", "id");
-- Create "roll_entry_delegates" table
CREATE TABLE "roll_entry_delegates" ("roll_entry_id" uuid NOT NULL, "person_id" uuid NOT NULL, PRIMARY KEY ("roll_entry_id", "person_id"), CONSTRAINT "roll_entry_delegates_person_id" FOREIGN KEY ("person_id") REFERENCES "persons" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "roll_entry_delegates_roll_entry_id" FOREIGN KEY ("roll_entry_id") REFERENCES "roll_entries" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- Create "rule_sets" table
CREATE TABLE "rule_sets" ("id" uuid NOT NULL, "community_id" uuid NULL, "recorded_at" timestamptz NOT NULL, "from" date NOT NULL, "to" date NULL, "superseded_at" timestamptz NULL, "version_of" uuid NULL, "code" text NOT NULL, "edition" bigint NOT NULL, "title" text NOT NULL, "text_date" date NOT NULL, "verified_on" date NULL, "document" jsonb NOT NULL, "area_id" uuid NULL, "organization_id" uuid NULL, PRIMARY KEY ("id"), CONSTRAINT "rule_sets_areas_area" FOREIGN KEY ("area_id") REFERENCES "areas" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "rule_sets_organizations_organization" FOREIGN KEY ("organization_id") REFERENCES "organizations" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- Create index "ruleset_area_id_from_id" to table: "rule_sets"
CREATE INDEX "ruleset_area_id_from_id" ON "rule_sets" ("area_id", "from", "id");
-- Create index "ruleset_area_id_id" to table: "rule_sets"
CREATE INDEX "ruleset_area_id_id" ON "rule_sets" ("area_id", "id");
-- Create index "ruleset_code_edition" to table: "rule_sets"
CREATE UNIQUE INDEX "ruleset_code_edition" ON "rule_sets" ("code", "edition") WHERE (superseded_at IS NULL);
-- Create index "ruleset_community_id_id" to table: "rule_sets"
CREATE INDEX "ruleset_community_id_id" ON "rule_sets" ("community_id", "id");
-- Create index "ruleset_from_id" to table: "rule_sets"
CREATE INDEX "ruleset_from_id" ON "rule_sets" ("from", "id");
-- Create index "ruleset_organization_id_from_id" to table: "rule_sets"
CREATE INDEX "ruleset_organization_id_from_id" ON "rule_sets" ("organization_id", "from", "id");
-- Create index "ruleset_organization_id_id" to table: "rule_sets"
CREATE INDEX "ruleset_organization_id_id" ON "rule_sets" ("organization_id", "id");
-- Create index "ruleset_version_of" to table: "rule_sets"
CREATE INDEX "ruleset_version_of" ON "rule_sets" ("version_of");
-- Create "verdicts" table
CREATE TABLE "verdicts" ("id" uuid NOT NULL, "community_id" uuid NULL, "recorded_at" timestamptz NOT NULL, "outcome" character varying NOT NULL, "document" jsonb NOT NULL, "judged_at" timestamptz NOT NULL, "vote_id" uuid NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "verdicts_votes_vote" FOREIGN KEY ("vote_id") REFERENCES "votes" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- Create index "verdict_community_id_id" to table: "verdicts"
CREATE INDEX "verdict_community_id_id" ON "verdicts" ("community_id", "id");
-- Create index "verdict_vote_id_id" to table: "verdicts"
CREATE INDEX "verdict_vote_id_id" ON "verdicts" ("vote_id", "id");
