-- Disable the enforcement of foreign-keys constraints
PRAGMA foreign_keys = off;
-- Create "new_units" table
CREATE TABLE `new_units` (`id` uuid NOT NULL, `community_id` uuid NULL, `recorded_at` datetime NOT NULL, `number` text NOT NULL, `exclusive_area` integer NOT NULL, `use` text NOT NULL DEFAULT ('DWELLING'), `area_source` text NOT NULL, `delivery_status` text NOT NULL, `counts_for_voting` bool NOT NULL, `area_id` uuid NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `units_areas_area` FOREIGN KEY (`area_id`) REFERENCES `areas` (`id`) ON DELETE NO ACTION);
-- Copy rows from old table "units" to new temporary table "new_units"
INSERT INTO `new_units` (`id`, `community_id`, `recorded_at`, `number`, `exclusive_area`, `area_source`, `delivery_status`, `counts_for_voting`, `area_id`) SELECT `id`, `community_id`, `recorded_at`, `number`, `exclusive_area`, `area_source`, `delivery_status`, `counts_for_voting`, `area_id` FROM `units`;
-- Drop "units" table after copying rows
DROP TABLE `units`;
-- Rename temporary table "new_units" to "units"
ALTER TABLE `new_units` RENAME TO `units`;
-- Create index "unit_community_id_id" to table: "units"
CREATE INDEX `unit_community_id_id` ON `units` (`community_id`, `id`);
-- Create index "unit_area_id_id" to table: "units"
CREATE INDEX `unit_area_id_id` ON `units` (`area_id`, `id`);
-- Create index "unit_area_id_number" to table: "units"
CREATE UNIQUE INDEX `unit_area_id_number` ON `units` (`area_id`, `number`);
-- Create "new_ballots" table
CREATE TABLE `new_ballots` (`id` uuid NOT NULL, `community_id` uuid NULL, `recorded_at` datetime NOT NULL, `choice` text NULL, `marks` json NULL, `channel` text NOT NULL, `status` text NOT NULL, `invalid_reason` text NULL, `settled` bool NOT NULL DEFAULT ('false'), `cast_at` datetime NOT NULL, `vote_id` uuid NOT NULL, `entry_id` uuid NOT NULL, `person_id` uuid NOT NULL, `agent_id` uuid NULL, `proxy_id` uuid NULL, `paper_id` uuid NULL, PRIMARY KEY (`id`), CONSTRAINT `ballots_votes_vote` FOREIGN KEY (`vote_id`) REFERENCES `votes` (`id`) ON DELETE NO ACTION, CONSTRAINT `ballots_roll_entries_entry` FOREIGN KEY (`entry_id`) REFERENCES `roll_entries` (`id`) ON DELETE NO ACTION, CONSTRAINT `ballots_persons_person` FOREIGN KEY (`person_id`) REFERENCES `persons` (`id`) ON DELETE NO ACTION, CONSTRAINT `ballots_persons_agent` FOREIGN KEY (`agent_id`) REFERENCES `persons` (`id`) ON DELETE NO ACTION, CONSTRAINT `ballots_proxies_proxy` FOREIGN KEY (`proxy_id`) REFERENCES `proxies` (`id`) ON DELETE NO ACTION, CONSTRAINT `ballots_paper_ballots_paper` FOREIGN KEY (`paper_id`) REFERENCES `paper_ballots` (`id`) ON DELETE NO ACTION);
-- Copy rows from old table "ballots" to new temporary table "new_ballots"
INSERT INTO `new_ballots` (`id`, `community_id`, `recorded_at`, `choice`, `channel`, `status`, `cast_at`, `vote_id`, `entry_id`, `person_id`) SELECT `id`, `community_id`, `recorded_at`, `choice`, `channel`, `status`, `cast_at`, `vote_id`, `entry_id`, `person_id` FROM `ballots`;
-- Drop "ballots" table after copying rows
DROP TABLE `ballots`;
-- Rename temporary table "new_ballots" to "ballots"
ALTER TABLE `new_ballots` RENAME TO `ballots`;
-- Create index "ballot_community_id_id" to table: "ballots"
CREATE INDEX `ballot_community_id_id` ON `ballots` (`community_id`, `id`);
-- Create index "ballot_vote_id_id" to table: "ballots"
CREATE INDEX `ballot_vote_id_id` ON `ballots` (`vote_id`, `id`);
-- Create index "ballot_entry_id_id" to table: "ballots"
CREATE INDEX `ballot_entry_id_id` ON `ballots` (`entry_id`, `id`);
-- Create index "ballot_person_id_id" to table: "ballots"
CREATE INDEX `ballot_person_id_id` ON `ballots` (`person_id`, `id`);
-- Create index "ballot_agent_id_id" to table: "ballots"
CREATE INDEX `ballot_agent_id_id` ON `ballots` (`agent_id`, `id`);
-- Create index "ballot_proxy_id_id" to table: "ballots"
CREATE INDEX `ballot_proxy_id_id` ON `ballots` (`proxy_id`, `id`);
-- Create index "ballot_paper_id_id" to table: "ballots"
CREATE INDEX `ballot_paper_id_id` ON `ballots` (`paper_id`, `id`);
-- Create index "ballot_vote_id_entry_id" to table: "ballots"
CREATE UNIQUE INDEX `ballot_vote_id_entry_id` ON `ballots` (`vote_id`, `entry_id`) WHERE status = 'VALID';
-- Drop index "linkageparty_linkage_id_organization_id" from table: "linkage_parties"
DROP INDEX `linkageparty_linkage_id_organization_id`;
-- Create index "linkageparty_linkage_id_organization_id_from" to table: "linkage_parties"
CREATE UNIQUE INDEX `linkageparty_linkage_id_organization_id_from` ON `linkage_parties` (`linkage_id`, `organization_id`, `from`) WHERE superseded_at IS NULL;
-- Create "new_publications" table
CREATE TABLE `new_publications` (`id` uuid NOT NULL, `community_id` uuid NULL, `recorded_at` datetime NOT NULL, `kind` text NOT NULL, `place` text NOT NULL, `text` text NOT NULL, `posted_at` datetime NOT NULL, `minimum_days` integer NOT NULL, `until` text NOT NULL, `meeting_id` uuid NULL, `resolution_id` uuid NULL, `membership_id` uuid NULL, `vote_id` uuid NULL, PRIMARY KEY (`id`), CONSTRAINT `publications_meetings_meeting` FOREIGN KEY (`meeting_id`) REFERENCES `meetings` (`id`) ON DELETE NO ACTION, CONSTRAINT `publications_resolutions_resolution` FOREIGN KEY (`resolution_id`) REFERENCES `resolutions` (`id`) ON DELETE NO ACTION, CONSTRAINT `publications_memberships_membership` FOREIGN KEY (`membership_id`) REFERENCES `memberships` (`id`) ON DELETE NO ACTION, CONSTRAINT `publications_votes_vote` FOREIGN KEY (`vote_id`) REFERENCES `votes` (`id`) ON DELETE NO ACTION);
-- Copy rows from old table "publications" to new temporary table "new_publications"
INSERT INTO `new_publications` (`id`, `community_id`, `recorded_at`, `kind`, `place`, `text`, `posted_at`, `minimum_days`, `until`, `meeting_id`, `resolution_id`, `membership_id`) SELECT `id`, `community_id`, `recorded_at`, `kind`, `place`, `text`, `posted_at`, `minimum_days`, `until`, `meeting_id`, `resolution_id`, `membership_id` FROM `publications`;
-- Drop "publications" table after copying rows
DROP TABLE `publications`;
-- Rename temporary table "new_publications" to "publications"
ALTER TABLE `new_publications` RENAME TO `publications`;
-- Create index "publication_community_id_id" to table: "publications"
CREATE INDEX `publication_community_id_id` ON `publications` (`community_id`, `id`);
-- Create index "publication_meeting_id_id" to table: "publications"
CREATE INDEX `publication_meeting_id_id` ON `publications` (`meeting_id`, `id`);
-- Create index "publication_meeting_id_posted_at_id" to table: "publications"
CREATE INDEX `publication_meeting_id_posted_at_id` ON `publications` (`meeting_id`, `posted_at`, `id`);
-- Create index "publication_resolution_id_id" to table: "publications"
CREATE INDEX `publication_resolution_id_id` ON `publications` (`resolution_id`, `id`);
-- Create index "publication_resolution_id_posted_at_id" to table: "publications"
CREATE INDEX `publication_resolution_id_posted_at_id` ON `publications` (`resolution_id`, `posted_at`, `id`);
-- Create index "publication_membership_id_id" to table: "publications"
CREATE INDEX `publication_membership_id_id` ON `publications` (`membership_id`, `id`);
-- Create index "publication_membership_id_posted_at_id" to table: "publications"
CREATE INDEX `publication_membership_id_posted_at_id` ON `publications` (`membership_id`, `posted_at`, `id`);
-- Create index "publication_vote_id_id" to table: "publications"
CREATE INDEX `publication_vote_id_id` ON `publications` (`vote_id`, `id`);
-- Create index "publication_vote_id_posted_at_id" to table: "publications"
CREATE INDEX `publication_vote_id_posted_at_id` ON `publications` (`vote_id`, `posted_at`, `id`);
-- Create index "publication_posted_at_id" to table: "publications"
CREATE INDEX `publication_posted_at_id` ON `publications` (`posted_at`, `id`);
-- Create "new_rolls" table
CREATE TABLE `new_rolls` (`id` uuid NOT NULL, `community_id` uuid NULL, `recorded_at` datetime NOT NULL, `frozen_at` datetime NOT NULL, `seats` integer NOT NULL, `incumbents` integer NOT NULL, `hash` text NOT NULL, `basis` text NULL, `drawn_on` text NULL, `units` integer NOT NULL DEFAULT ('0'), `heads` integer NOT NULL DEFAULT ('0'), `area` integer NOT NULL DEFAULT ('0'), `households` integer NOT NULL DEFAULT ('0'), `meeting_id` uuid NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `rolls_meetings_meeting` FOREIGN KEY (`meeting_id`) REFERENCES `meetings` (`id`) ON DELETE NO ACTION);
-- Copy rows from old table "rolls" to new temporary table "new_rolls"
INSERT INTO `new_rolls` (`id`, `community_id`, `recorded_at`, `frozen_at`, `seats`, `incumbents`, `hash`, `meeting_id`) SELECT `id`, `community_id`, `recorded_at`, `frozen_at`, `seats`, `incumbents`, `hash`, `meeting_id` FROM `rolls`;
-- Drop "rolls" table after copying rows
DROP TABLE `rolls`;
-- Rename temporary table "new_rolls" to "rolls"
ALTER TABLE `new_rolls` RENAME TO `rolls`;
-- Create index "roll_community_id_id" to table: "rolls"
CREATE INDEX `roll_community_id_id` ON `rolls` (`community_id`, `id`);
-- Create index "roll_meeting_id_id" to table: "rolls"
CREATE INDEX `roll_meeting_id_id` ON `rolls` (`meeting_id`, `id`);
-- Create index "roll_meeting_id" to table: "rolls"
CREATE UNIQUE INDEX `roll_meeting_id` ON `rolls` (`meeting_id`);
-- Create "new_roll_entries" table
CREATE TABLE `new_roll_entries` (`id` uuid NOT NULL, `community_id` uuid NULL, `recorded_at` datetime NOT NULL, `position` integer NOT NULL, `label` text NOT NULL, `premises` text NULL, `heads` integer NULL, `area` integer NULL, `seats` integer NULL, `households` integer NULL, `struck` bool NULL, `groups` json NULL, `roll_id` uuid NOT NULL, `person_id` uuid NULL, `party_id` uuid NULL, `organization_id` uuid NULL, `household_id` uuid NULL, `building_id` uuid NULL, `amended_by_id` uuid NULL, PRIMARY KEY (`id`), CONSTRAINT `roll_entries_rolls_roll` FOREIGN KEY (`roll_id`) REFERENCES `rolls` (`id`) ON DELETE NO ACTION, CONSTRAINT `roll_entries_persons_person` FOREIGN KEY (`person_id`) REFERENCES `persons` (`id`) ON DELETE NO ACTION, CONSTRAINT `roll_entries_linkage_parties_party` FOREIGN KEY (`party_id`) REFERENCES `linkage_parties` (`id`) ON DELETE NO ACTION, CONSTRAINT `roll_entries_organizations_organization` FOREIGN KEY (`organization_id`) REFERENCES `organizations` (`id`) ON DELETE NO ACTION, CONSTRAINT `roll_entries_households_household` FOREIGN KEY (`household_id`) REFERENCES `households` (`id`) ON DELETE NO ACTION, CONSTRAINT `roll_entries_areas_building` FOREIGN KEY (`building_id`) REFERENCES `areas` (`id`) ON DELETE NO ACTION, CONSTRAINT `roll_entries_roll_amendments_amended_by` FOREIGN KEY (`amended_by_id`) REFERENCES `roll_amendments` (`id`) ON DELETE NO ACTION);
-- Copy rows from old table "roll_entries" to new temporary table "new_roll_entries"
INSERT INTO `new_roll_entries` (`id`, `community_id`, `recorded_at`, `position`, `label`, `roll_id`, `person_id`, `party_id`) SELECT `id`, `community_id`, `recorded_at`, `position`, `label`, `roll_id`, `person_id`, `party_id` FROM `roll_entries`;
-- Drop "roll_entries" table after copying rows
DROP TABLE `roll_entries`;
-- Rename temporary table "new_roll_entries" to "roll_entries"
ALTER TABLE `new_roll_entries` RENAME TO `roll_entries`;
-- Create index "rollentry_community_id_id" to table: "roll_entries"
CREATE INDEX `rollentry_community_id_id` ON `roll_entries` (`community_id`, `id`);
-- Create index "rollentry_roll_id_id" to table: "roll_entries"
CREATE INDEX `rollentry_roll_id_id` ON `roll_entries` (`roll_id`, `id`);
-- Create index "rollentry_roll_id_position_id" to table: "roll_entries"
CREATE INDEX `rollentry_roll_id_position_id` ON `roll_entries` (`roll_id`, `position`, `id`);
-- Create index "rollentry_person_id_id" to table: "roll_entries"
CREATE INDEX `rollentry_person_id_id` ON `roll_entries` (`person_id`, `id`);
-- Create index "rollentry_person_id_position_id" to table: "roll_entries"
CREATE INDEX `rollentry_person_id_position_id` ON `roll_entries` (`person_id`, `position`, `id`);
-- Create index "rollentry_party_id_id" to table: "roll_entries"
CREATE INDEX `rollentry_party_id_id` ON `roll_entries` (`party_id`, `id`);
-- Create index "rollentry_party_id_position_id" to table: "roll_entries"
CREATE INDEX `rollentry_party_id_position_id` ON `roll_entries` (`party_id`, `position`, `id`);
-- Create index "rollentry_organization_id_id" to table: "roll_entries"
CREATE INDEX `rollentry_organization_id_id` ON `roll_entries` (`organization_id`, `id`);
-- Create index "rollentry_organization_id_position_id" to table: "roll_entries"
CREATE INDEX `rollentry_organization_id_position_id` ON `roll_entries` (`organization_id`, `position`, `id`);
-- Create index "rollentry_household_id_id" to table: "roll_entries"
CREATE INDEX `rollentry_household_id_id` ON `roll_entries` (`household_id`, `id`);
-- Create index "rollentry_household_id_position_id" to table: "roll_entries"
CREATE INDEX `rollentry_household_id_position_id` ON `roll_entries` (`household_id`, `position`, `id`);
-- Create index "rollentry_building_id_id" to table: "roll_entries"
CREATE INDEX `rollentry_building_id_id` ON `roll_entries` (`building_id`, `id`);
-- Create index "rollentry_building_id_position_id" to table: "roll_entries"
CREATE INDEX `rollentry_building_id_position_id` ON `roll_entries` (`building_id`, `position`, `id`);
-- Create index "rollentry_amended_by_id_id" to table: "roll_entries"
CREATE INDEX `rollentry_amended_by_id_id` ON `roll_entries` (`amended_by_id`, `id`);
-- Create index "rollentry_amended_by_id_position_id" to table: "roll_entries"
CREATE INDEX `rollentry_amended_by_id_position_id` ON `roll_entries` (`amended_by_id`, `position`, `id`);
-- Create index "rollentry_position_id" to table: "roll_entries"
CREATE INDEX `rollentry_position_id` ON `roll_entries` (`position`, `id`);
-- Create index "rollentry_roll_id_position" to table: "roll_entries"
CREATE UNIQUE INDEX `rollentry_roll_id_position` ON `roll_entries` (`roll_id`, `position`);
-- Add column "recount" to table: "verdicts"
ALTER TABLE `verdicts` ADD COLUMN `recount` text NULL;
-- Add column "differences" to table: "verdicts"
ALTER TABLE `verdicts` ADD COLUMN `differences` json NULL;
-- Create "new_votes" table
CREATE TABLE `new_votes` (`id` uuid NOT NULL, `community_id` uuid NULL, `recorded_at` datetime NOT NULL, `version` integer NOT NULL, `kind` text NOT NULL DEFAULT ('MOTION'), `question` text NOT NULL, `rule_code` text NOT NULL, `rule_edition` integer NOT NULL, `rule` json NOT NULL, `method` text NOT NULL, `visibility` text NOT NULL, `status` text NOT NULL, `noticed_at` datetime NULL, `opened_at` datetime NULL, `closed_at` datetime NULL, `most_marks` integer NULL, `seats` integer NULL, `alternates` integer NULL, `opens_at` datetime NULL, `closes_at` datetime NULL, `extensions` integer NOT NULL DEFAULT ('0'), `objections_until` text NULL, `fulfilled` json NULL, `agenda_item_id` uuid NOT NULL, `roll_id` uuid NULL, `revote_of_id` uuid NULL, `tie_break_of_id` uuid NULL, `post_id` uuid NULL, PRIMARY KEY (`id`), CONSTRAINT `votes_agenda_items_agenda_item` FOREIGN KEY (`agenda_item_id`) REFERENCES `agenda_items` (`id`) ON DELETE NO ACTION, CONSTRAINT `votes_rolls_roll` FOREIGN KEY (`roll_id`) REFERENCES `rolls` (`id`) ON DELETE NO ACTION, CONSTRAINT `votes_votes_revote_of` FOREIGN KEY (`revote_of_id`) REFERENCES `votes` (`id`) ON DELETE NO ACTION, CONSTRAINT `votes_votes_tie_break_of` FOREIGN KEY (`tie_break_of_id`) REFERENCES `votes` (`id`) ON DELETE NO ACTION, CONSTRAINT `votes_posts_post` FOREIGN KEY (`post_id`) REFERENCES `posts` (`id`) ON DELETE NO ACTION);
-- Copy rows from old table "votes" to new temporary table "new_votes"
INSERT INTO `new_votes` (`id`, `community_id`, `recorded_at`, `version`, `question`, `rule_code`, `rule_edition`, `rule`, `method`, `visibility`, `status`, `noticed_at`, `opened_at`, `closed_at`, `agenda_item_id`, `roll_id`, `revote_of_id`) SELECT `id`, `community_id`, `recorded_at`, `version`, `question`, `rule_code`, `rule_edition`, `rule`, `method`, `visibility`, `status`, `noticed_at`, `opened_at`, `closed_at`, `agenda_item_id`, `roll_id`, `revote_of_id` FROM `votes`;
-- Drop "votes" table after copying rows
DROP TABLE `votes`;
-- Rename temporary table "new_votes" to "votes"
ALTER TABLE `new_votes` RENAME TO `votes`;
-- Create index "vote_community_id_id" to table: "votes"
CREATE INDEX `vote_community_id_id` ON `votes` (`community_id`, `id`);
-- Create index "vote_agenda_item_id_id" to table: "votes"
CREATE INDEX `vote_agenda_item_id_id` ON `votes` (`agenda_item_id`, `id`);
-- Create index "vote_roll_id_id" to table: "votes"
CREATE INDEX `vote_roll_id_id` ON `votes` (`roll_id`, `id`);
-- Create index "vote_revote_of_id_id" to table: "votes"
CREATE INDEX `vote_revote_of_id_id` ON `votes` (`revote_of_id`, `id`);
-- Create index "vote_tie_break_of_id_id" to table: "votes"
CREATE INDEX `vote_tie_break_of_id_id` ON `votes` (`tie_break_of_id`, `id`);
-- Create index "vote_post_id_id" to table: "votes"
CREATE INDEX `vote_post_id_id` ON `votes` (`post_id`, `id`);
-- Create index "vote_status_id" to table: "votes"
CREATE INDEX `vote_status_id` ON `votes` (`status`, `id`);
-- Create index "vote_status_closes_at" to table: "votes"
CREATE INDEX `vote_status_closes_at` ON `votes` (`status`, `closes_at`);
-- Create index "vote_status_opens_at" to table: "votes"
CREATE INDEX `vote_status_opens_at` ON `votes` (`status`, `opens_at`);
-- Create "candidates" table
CREATE TABLE `candidates` (`id` uuid NOT NULL, `community_id` uuid NULL, `recorded_at` datetime NOT NULL, `position` integer NOT NULL, `status` text NOT NULL, `nominated_by` text NOT NULL, `statement` text NULL, `nominated_at` datetime NOT NULL, `listed_at` datetime NULL, `answered_at` datetime NULL, `vote_id` uuid NOT NULL, `person_id` uuid NOT NULL, `membership_id` uuid NULL, PRIMARY KEY (`id`), CONSTRAINT `candidates_votes_vote` FOREIGN KEY (`vote_id`) REFERENCES `votes` (`id`) ON DELETE NO ACTION, CONSTRAINT `candidates_persons_person` FOREIGN KEY (`person_id`) REFERENCES `persons` (`id`) ON DELETE NO ACTION, CONSTRAINT `candidates_memberships_membership` FOREIGN KEY (`membership_id`) REFERENCES `memberships` (`id`) ON DELETE NO ACTION);
-- Create index "candidate_community_id_id" to table: "candidates"
CREATE INDEX `candidate_community_id_id` ON `candidates` (`community_id`, `id`);
-- Create index "candidate_vote_id_id" to table: "candidates"
CREATE INDEX `candidate_vote_id_id` ON `candidates` (`vote_id`, `id`);
-- Create index "candidate_vote_id_position_id" to table: "candidates"
CREATE INDEX `candidate_vote_id_position_id` ON `candidates` (`vote_id`, `position`, `id`);
-- Create index "candidate_person_id_id" to table: "candidates"
CREATE INDEX `candidate_person_id_id` ON `candidates` (`person_id`, `id`);
-- Create index "candidate_person_id_position_id" to table: "candidates"
CREATE INDEX `candidate_person_id_position_id` ON `candidates` (`person_id`, `position`, `id`);
-- Create index "candidate_membership_id_id" to table: "candidates"
CREATE INDEX `candidate_membership_id_id` ON `candidates` (`membership_id`, `id`);
-- Create index "candidate_membership_id_position_id" to table: "candidates"
CREATE INDEX `candidate_membership_id_position_id` ON `candidates` (`membership_id`, `position`, `id`);
-- Create index "candidate_position_id" to table: "candidates"
CREATE INDEX `candidate_position_id` ON `candidates` (`position`, `id`);
-- Create index "candidate_vote_id_person_id" to table: "candidates"
CREATE UNIQUE INDEX `candidate_vote_id_person_id` ON `candidates` (`vote_id`, `person_id`);
-- Create index "candidate_vote_id_position" to table: "candidates"
CREATE UNIQUE INDEX `candidate_vote_id_position` ON `candidates` (`vote_id`, `position`);
-- Create "count_sheets" table
CREATE TABLE `count_sheets` (`id` uuid NOT NULL, `community_id` uuid NULL, `recorded_at` datetime NOT NULL, `status` text NOT NULL, `issued` integer NULL, `returned` integer NULL, `blank` integer NULL, `invalid` integer NULL, `for` integer NULL, `against` integer NULL, `abstain` integer NULL, `marks` json NULL, `entered_at` datetime NOT NULL, `confirmed_at` datetime NULL, `vote_id` uuid NOT NULL, `document_id` uuid NULL, `entered_by_id` uuid NULL, `confirmed_by_id` uuid NULL, PRIMARY KEY (`id`), CONSTRAINT `count_sheets_votes_vote` FOREIGN KEY (`vote_id`) REFERENCES `votes` (`id`) ON DELETE NO ACTION, CONSTRAINT `count_sheets_documents_document` FOREIGN KEY (`document_id`) REFERENCES `documents` (`id`) ON DELETE NO ACTION, CONSTRAINT `count_sheets_persons_entered_by` FOREIGN KEY (`entered_by_id`) REFERENCES `persons` (`id`) ON DELETE NO ACTION, CONSTRAINT `count_sheets_persons_confirmed_by` FOREIGN KEY (`confirmed_by_id`) REFERENCES `persons` (`id`) ON DELETE NO ACTION);
-- Create index "countsheet_community_id_id" to table: "count_sheets"
CREATE INDEX `countsheet_community_id_id` ON `count_sheets` (`community_id`, `id`);
-- Create index "countsheet_vote_id_id" to table: "count_sheets"
CREATE INDEX `countsheet_vote_id_id` ON `count_sheets` (`vote_id`, `id`);
-- Create index "countsheet_vote_id_entered_at_id" to table: "count_sheets"
CREATE INDEX `countsheet_vote_id_entered_at_id` ON `count_sheets` (`vote_id`, `entered_at`, `id`);
-- Create index "countsheet_document_id_id" to table: "count_sheets"
CREATE INDEX `countsheet_document_id_id` ON `count_sheets` (`document_id`, `id`);
-- Create index "countsheet_document_id_entered_at_id" to table: "count_sheets"
CREATE INDEX `countsheet_document_id_entered_at_id` ON `count_sheets` (`document_id`, `entered_at`, `id`);
-- Create index "countsheet_entered_by_id_id" to table: "count_sheets"
CREATE INDEX `countsheet_entered_by_id_id` ON `count_sheets` (`entered_by_id`, `id`);
-- Create index "countsheet_entered_by_id_entered_at_id" to table: "count_sheets"
CREATE INDEX `countsheet_entered_by_id_entered_at_id` ON `count_sheets` (`entered_by_id`, `entered_at`, `id`);
-- Create index "countsheet_confirmed_by_id_id" to table: "count_sheets"
CREATE INDEX `countsheet_confirmed_by_id_id` ON `count_sheets` (`confirmed_by_id`, `id`);
-- Create index "countsheet_confirmed_by_id_entered_at_id" to table: "count_sheets"
CREATE INDEX `countsheet_confirmed_by_id_entered_at_id` ON `count_sheets` (`confirmed_by_id`, `entered_at`, `id`);
-- Create index "countsheet_entered_at_id" to table: "count_sheets"
CREATE INDEX `countsheet_entered_at_id` ON `count_sheets` (`entered_at`, `id`);
-- Create "deliveries" table
CREATE TABLE `deliveries` (`id` uuid NOT NULL, `community_id` uuid NULL, `recorded_at` datetime NOT NULL, `method` text NOT NULL, `delivered_at` datetime NOT NULL, `agenda_told` bool NOT NULL, `consequence_told` bool NOT NULL, `witness` text NULL, `entry_id` uuid NOT NULL, `document_id` uuid NULL, `recorded_by_id` uuid NULL, PRIMARY KEY (`id`), CONSTRAINT `deliveries_roll_entries_entry` FOREIGN KEY (`entry_id`) REFERENCES `roll_entries` (`id`) ON DELETE NO ACTION, CONSTRAINT `deliveries_documents_document` FOREIGN KEY (`document_id`) REFERENCES `documents` (`id`) ON DELETE NO ACTION, CONSTRAINT `deliveries_persons_recorded_by` FOREIGN KEY (`recorded_by_id`) REFERENCES `persons` (`id`) ON DELETE NO ACTION);
-- Create index "delivery_community_id_id" to table: "deliveries"
CREATE INDEX `delivery_community_id_id` ON `deliveries` (`community_id`, `id`);
-- Create index "delivery_entry_id_id" to table: "deliveries"
CREATE INDEX `delivery_entry_id_id` ON `deliveries` (`entry_id`, `id`);
-- Create index "delivery_entry_id_delivered_at_id" to table: "deliveries"
CREATE INDEX `delivery_entry_id_delivered_at_id` ON `deliveries` (`entry_id`, `delivered_at`, `id`);
-- Create index "delivery_document_id_id" to table: "deliveries"
CREATE INDEX `delivery_document_id_id` ON `deliveries` (`document_id`, `id`);
-- Create index "delivery_document_id_delivered_at_id" to table: "deliveries"
CREATE INDEX `delivery_document_id_delivered_at_id` ON `deliveries` (`document_id`, `delivered_at`, `id`);
-- Create index "delivery_recorded_by_id_id" to table: "deliveries"
CREATE INDEX `delivery_recorded_by_id_id` ON `deliveries` (`recorded_by_id`, `id`);
-- Create index "delivery_recorded_by_id_delivered_at_id" to table: "deliveries"
CREATE INDEX `delivery_recorded_by_id_delivered_at_id` ON `deliveries` (`recorded_by_id`, `delivered_at`, `id`);
-- Create index "delivery_delivered_at_id" to table: "deliveries"
CREATE INDEX `delivery_delivered_at_id` ON `deliveries` (`delivered_at`, `id`);
-- Create "documents" table
CREATE TABLE `documents` (`id` uuid NOT NULL, `community_id` uuid NULL, `recorded_at` datetime NOT NULL, `name` text NOT NULL, `media_type` text NOT NULL, `size` integer NOT NULL, `sha256` text NOT NULL, `uploaded_at` datetime NOT NULL, `uploaded_by_id` uuid NULL, PRIMARY KEY (`id`), CONSTRAINT `documents_persons_uploaded_by` FOREIGN KEY (`uploaded_by_id`) REFERENCES `persons` (`id`) ON DELETE NO ACTION);
-- Create index "document_community_id_id" to table: "documents"
CREATE INDEX `document_community_id_id` ON `documents` (`community_id`, `id`);
-- Create index "document_uploaded_by_id_id" to table: "documents"
CREATE INDEX `document_uploaded_by_id_id` ON `documents` (`uploaded_by_id`, `id`);
-- Create index "document_uploaded_by_id_uploaded_at_id" to table: "documents"
CREATE INDEX `document_uploaded_by_id_uploaded_at_id` ON `documents` (`uploaded_by_id`, `uploaded_at`, `id`);
-- Create index "document_uploaded_at_id" to table: "documents"
CREATE INDEX `document_uploaded_at_id` ON `documents` (`uploaded_at`, `id`);
-- Create index "document_sha256" to table: "documents"
CREATE INDEX `document_sha256` ON `documents` (`sha256`);
-- Create "objections" table
CREATE TABLE `objections` (`id` uuid NOT NULL, `community_id` uuid NULL, `recorded_at` datetime NOT NULL, `status` text NOT NULL, `text` text NOT NULL, `filed_at` datetime NOT NULL, `late` bool NOT NULL, `answer` text NULL, `answered_at` datetime NULL, `remedy` text NULL, `vote_id` uuid NULL, `roll_id` uuid NULL, `candidate_id` uuid NULL, `party_id` uuid NULL, `filed_by_id` uuid NOT NULL, `answered_by_id` uuid NULL, PRIMARY KEY (`id`), CONSTRAINT `objections_votes_vote` FOREIGN KEY (`vote_id`) REFERENCES `votes` (`id`) ON DELETE NO ACTION, CONSTRAINT `objections_rolls_roll` FOREIGN KEY (`roll_id`) REFERENCES `rolls` (`id`) ON DELETE NO ACTION, CONSTRAINT `objections_candidates_candidate` FOREIGN KEY (`candidate_id`) REFERENCES `candidates` (`id`) ON DELETE NO ACTION, CONSTRAINT `objections_linkage_parties_party` FOREIGN KEY (`party_id`) REFERENCES `linkage_parties` (`id`) ON DELETE NO ACTION, CONSTRAINT `objections_persons_filed_by` FOREIGN KEY (`filed_by_id`) REFERENCES `persons` (`id`) ON DELETE NO ACTION, CONSTRAINT `objections_persons_answered_by` FOREIGN KEY (`answered_by_id`) REFERENCES `persons` (`id`) ON DELETE NO ACTION);
-- Create index "objection_community_id_id" to table: "objections"
CREATE INDEX `objection_community_id_id` ON `objections` (`community_id`, `id`);
-- Create index "objection_vote_id_id" to table: "objections"
CREATE INDEX `objection_vote_id_id` ON `objections` (`vote_id`, `id`);
-- Create index "objection_vote_id_filed_at_id" to table: "objections"
CREATE INDEX `objection_vote_id_filed_at_id` ON `objections` (`vote_id`, `filed_at`, `id`);
-- Create index "objection_roll_id_id" to table: "objections"
CREATE INDEX `objection_roll_id_id` ON `objections` (`roll_id`, `id`);
-- Create index "objection_roll_id_filed_at_id" to table: "objections"
CREATE INDEX `objection_roll_id_filed_at_id` ON `objections` (`roll_id`, `filed_at`, `id`);
-- Create index "objection_candidate_id_id" to table: "objections"
CREATE INDEX `objection_candidate_id_id` ON `objections` (`candidate_id`, `id`);
-- Create index "objection_candidate_id_filed_at_id" to table: "objections"
CREATE INDEX `objection_candidate_id_filed_at_id` ON `objections` (`candidate_id`, `filed_at`, `id`);
-- Create index "objection_party_id_id" to table: "objections"
CREATE INDEX `objection_party_id_id` ON `objections` (`party_id`, `id`);
-- Create index "objection_party_id_filed_at_id" to table: "objections"
CREATE INDEX `objection_party_id_filed_at_id` ON `objections` (`party_id`, `filed_at`, `id`);
-- Create index "objection_filed_by_id_id" to table: "objections"
CREATE INDEX `objection_filed_by_id_id` ON `objections` (`filed_by_id`, `id`);
-- Create index "objection_filed_by_id_filed_at_id" to table: "objections"
CREATE INDEX `objection_filed_by_id_filed_at_id` ON `objections` (`filed_by_id`, `filed_at`, `id`);
-- Create index "objection_answered_by_id_id" to table: "objections"
CREATE INDEX `objection_answered_by_id_id` ON `objections` (`answered_by_id`, `id`);
-- Create index "objection_answered_by_id_filed_at_id" to table: "objections"
CREATE INDEX `objection_answered_by_id_filed_at_id` ON `objections` (`answered_by_id`, `filed_at`, `id`);
-- Create index "objection_filed_at_id" to table: "objections"
CREATE INDEX `objection_filed_at_id` ON `objections` (`filed_at`, `id`);
-- Create "paper_ballots" table
CREATE TABLE `paper_ballots` (`id` uuid NOT NULL, `community_id` uuid NULL, `recorded_at` datetime NOT NULL, `number` text NOT NULL, `status` text NOT NULL, `received_at` datetime NOT NULL, `entered_at` datetime NOT NULL, `first` json NOT NULL, `second` json NULL, `checked_at` datetime NULL, `settlement` json NULL, `settled_at` datetime NULL, `meeting_id` uuid NOT NULL, `entry_id` uuid NOT NULL, `person_id` uuid NOT NULL, `agent_id` uuid NULL, `document_id` uuid NULL, `courier_id` uuid NULL, `entered_by_id` uuid NULL, `checked_by_id` uuid NULL, `settled_by_id` uuid NULL, PRIMARY KEY (`id`), CONSTRAINT `paper_ballots_meetings_meeting` FOREIGN KEY (`meeting_id`) REFERENCES `meetings` (`id`) ON DELETE NO ACTION, CONSTRAINT `paper_ballots_roll_entries_entry` FOREIGN KEY (`entry_id`) REFERENCES `roll_entries` (`id`) ON DELETE NO ACTION, CONSTRAINT `paper_ballots_persons_person` FOREIGN KEY (`person_id`) REFERENCES `persons` (`id`) ON DELETE NO ACTION, CONSTRAINT `paper_ballots_persons_agent` FOREIGN KEY (`agent_id`) REFERENCES `persons` (`id`) ON DELETE NO ACTION, CONSTRAINT `paper_ballots_documents_document` FOREIGN KEY (`document_id`) REFERENCES `documents` (`id`) ON DELETE NO ACTION, CONSTRAINT `paper_ballots_persons_courier` FOREIGN KEY (`courier_id`) REFERENCES `persons` (`id`) ON DELETE NO ACTION, CONSTRAINT `paper_ballots_persons_entered_by` FOREIGN KEY (`entered_by_id`) REFERENCES `persons` (`id`) ON DELETE NO ACTION, CONSTRAINT `paper_ballots_persons_checked_by` FOREIGN KEY (`checked_by_id`) REFERENCES `persons` (`id`) ON DELETE NO ACTION, CONSTRAINT `paper_ballots_persons_settled_by` FOREIGN KEY (`settled_by_id`) REFERENCES `persons` (`id`) ON DELETE NO ACTION);
-- Create index "paperballot_community_id_id" to table: "paper_ballots"
CREATE INDEX `paperballot_community_id_id` ON `paper_ballots` (`community_id`, `id`);
-- Create index "paperballot_meeting_id_id" to table: "paper_ballots"
CREATE INDEX `paperballot_meeting_id_id` ON `paper_ballots` (`meeting_id`, `id`);
-- Create index "paperballot_meeting_id_entered_at_id" to table: "paper_ballots"
CREATE INDEX `paperballot_meeting_id_entered_at_id` ON `paper_ballots` (`meeting_id`, `entered_at`, `id`);
-- Create index "paperballot_entry_id_id" to table: "paper_ballots"
CREATE INDEX `paperballot_entry_id_id` ON `paper_ballots` (`entry_id`, `id`);
-- Create index "paperballot_entry_id_entered_at_id" to table: "paper_ballots"
CREATE INDEX `paperballot_entry_id_entered_at_id` ON `paper_ballots` (`entry_id`, `entered_at`, `id`);
-- Create index "paperballot_person_id_id" to table: "paper_ballots"
CREATE INDEX `paperballot_person_id_id` ON `paper_ballots` (`person_id`, `id`);
-- Create index "paperballot_person_id_entered_at_id" to table: "paper_ballots"
CREATE INDEX `paperballot_person_id_entered_at_id` ON `paper_ballots` (`person_id`, `entered_at`, `id`);
-- Create index "paperballot_agent_id_id" to table: "paper_ballots"
CREATE INDEX `paperballot_agent_id_id` ON `paper_ballots` (`agent_id`, `id`);
-- Create index "paperballot_agent_id_entered_at_id" to table: "paper_ballots"
CREATE INDEX `paperballot_agent_id_entered_at_id` ON `paper_ballots` (`agent_id`, `entered_at`, `id`);
-- Create index "paperballot_document_id_id" to table: "paper_ballots"
CREATE INDEX `paperballot_document_id_id` ON `paper_ballots` (`document_id`, `id`);
-- Create index "paperballot_document_id_entered_at_id" to table: "paper_ballots"
CREATE INDEX `paperballot_document_id_entered_at_id` ON `paper_ballots` (`document_id`, `entered_at`, `id`);
-- Create index "paperballot_courier_id_id" to table: "paper_ballots"
CREATE INDEX `paperballot_courier_id_id` ON `paper_ballots` (`courier_id`, `id`);
-- Create index "paperballot_courier_id_entered_at_id" to table: "paper_ballots"
CREATE INDEX `paperballot_courier_id_entered_at_id` ON `paper_ballots` (`courier_id`, `entered_at`, `id`);
-- Create index "paperballot_entered_by_id_id" to table: "paper_ballots"
CREATE INDEX `paperballot_entered_by_id_id` ON `paper_ballots` (`entered_by_id`, `id`);
-- Create index "paperballot_entered_by_id_entered_at_id" to table: "paper_ballots"
CREATE INDEX `paperballot_entered_by_id_entered_at_id` ON `paper_ballots` (`entered_by_id`, `entered_at`, `id`);
-- Create index "paperballot_checked_by_id_id" to table: "paper_ballots"
CREATE INDEX `paperballot_checked_by_id_id` ON `paper_ballots` (`checked_by_id`, `id`);
-- Create index "paperballot_checked_by_id_entered_at_id" to table: "paper_ballots"
CREATE INDEX `paperballot_checked_by_id_entered_at_id` ON `paper_ballots` (`checked_by_id`, `entered_at`, `id`);
-- Create index "paperballot_settled_by_id_id" to table: "paper_ballots"
CREATE INDEX `paperballot_settled_by_id_id` ON `paper_ballots` (`settled_by_id`, `id`);
-- Create index "paperballot_settled_by_id_entered_at_id" to table: "paper_ballots"
CREATE INDEX `paperballot_settled_by_id_entered_at_id` ON `paper_ballots` (`settled_by_id`, `entered_at`, `id`);
-- Create index "paperballot_entered_at_id" to table: "paper_ballots"
CREATE INDEX `paperballot_entered_at_id` ON `paper_ballots` (`entered_at`, `id`);
-- Create index "paperballot_meeting_id_number" to table: "paper_ballots"
CREATE UNIQUE INDEX `paperballot_meeting_id_number` ON `paper_ballots` (`meeting_id`, `number`);
-- Create "proxies" table
CREATE TABLE `proxies` (`id` uuid NOT NULL, `community_id` uuid NULL, `recorded_at` datetime NOT NULL, `status` text NOT NULL, `scope` text NOT NULL, `signed_on` text NOT NULL, `expires_on` text NOT NULL, `granted_at` datetime NOT NULL, `revoked_at` datetime NULL, `meeting_id` uuid NOT NULL, `principal_id` uuid NOT NULL, `agent_id` uuid NOT NULL, `document_id` uuid NULL, `passed_on_from_id` uuid NULL, `recorded_by_id` uuid NULL, PRIMARY KEY (`id`), CONSTRAINT `proxies_meetings_meeting` FOREIGN KEY (`meeting_id`) REFERENCES `meetings` (`id`) ON DELETE NO ACTION, CONSTRAINT `proxies_persons_principal` FOREIGN KEY (`principal_id`) REFERENCES `persons` (`id`) ON DELETE NO ACTION, CONSTRAINT `proxies_persons_agent` FOREIGN KEY (`agent_id`) REFERENCES `persons` (`id`) ON DELETE NO ACTION, CONSTRAINT `proxies_documents_document` FOREIGN KEY (`document_id`) REFERENCES `documents` (`id`) ON DELETE NO ACTION, CONSTRAINT `proxies_proxies_passed_on_from` FOREIGN KEY (`passed_on_from_id`) REFERENCES `proxies` (`id`) ON DELETE NO ACTION, CONSTRAINT `proxies_persons_recorded_by` FOREIGN KEY (`recorded_by_id`) REFERENCES `persons` (`id`) ON DELETE NO ACTION);
-- Create index "proxy_community_id_id" to table: "proxies"
CREATE INDEX `proxy_community_id_id` ON `proxies` (`community_id`, `id`);
-- Create index "proxy_meeting_id_id" to table: "proxies"
CREATE INDEX `proxy_meeting_id_id` ON `proxies` (`meeting_id`, `id`);
-- Create index "proxy_meeting_id_granted_at_id" to table: "proxies"
CREATE INDEX `proxy_meeting_id_granted_at_id` ON `proxies` (`meeting_id`, `granted_at`, `id`);
-- Create index "proxy_principal_id_id" to table: "proxies"
CREATE INDEX `proxy_principal_id_id` ON `proxies` (`principal_id`, `id`);
-- Create index "proxy_principal_id_granted_at_id" to table: "proxies"
CREATE INDEX `proxy_principal_id_granted_at_id` ON `proxies` (`principal_id`, `granted_at`, `id`);
-- Create index "proxy_agent_id_id" to table: "proxies"
CREATE INDEX `proxy_agent_id_id` ON `proxies` (`agent_id`, `id`);
-- Create index "proxy_agent_id_granted_at_id" to table: "proxies"
CREATE INDEX `proxy_agent_id_granted_at_id` ON `proxies` (`agent_id`, `granted_at`, `id`);
-- Create index "proxy_document_id_id" to table: "proxies"
CREATE INDEX `proxy_document_id_id` ON `proxies` (`document_id`, `id`);
-- Create index "proxy_document_id_granted_at_id" to table: "proxies"
CREATE INDEX `proxy_document_id_granted_at_id` ON `proxies` (`document_id`, `granted_at`, `id`);
-- Create index "proxy_passed_on_from_id_id" to table: "proxies"
CREATE INDEX `proxy_passed_on_from_id_id` ON `proxies` (`passed_on_from_id`, `id`);
-- Create index "proxy_passed_on_from_id_granted_at_id" to table: "proxies"
CREATE INDEX `proxy_passed_on_from_id_granted_at_id` ON `proxies` (`passed_on_from_id`, `granted_at`, `id`);
-- Create index "proxy_recorded_by_id_id" to table: "proxies"
CREATE INDEX `proxy_recorded_by_id_id` ON `proxies` (`recorded_by_id`, `id`);
-- Create index "proxy_recorded_by_id_granted_at_id" to table: "proxies"
CREATE INDEX `proxy_recorded_by_id_granted_at_id` ON `proxies` (`recorded_by_id`, `granted_at`, `id`);
-- Create index "proxy_granted_at_id" to table: "proxies"
CREATE INDEX `proxy_granted_at_id` ON `proxies` (`granted_at`, `id`);
-- Create "recusals" table
CREATE TABLE `recusals` (`id` uuid NOT NULL, `community_id` uuid NULL, `recorded_at` datetime NOT NULL, `status` text NOT NULL, `reason` text NOT NULL, `filed_at` datetime NOT NULL, `ruled_at` datetime NULL, `agenda_item_id` uuid NOT NULL, `person_id` uuid NOT NULL, `filed_by_id` uuid NULL, `ruled_by_id` uuid NULL, PRIMARY KEY (`id`), CONSTRAINT `recusals_agenda_items_agenda_item` FOREIGN KEY (`agenda_item_id`) REFERENCES `agenda_items` (`id`) ON DELETE NO ACTION, CONSTRAINT `recusals_persons_person` FOREIGN KEY (`person_id`) REFERENCES `persons` (`id`) ON DELETE NO ACTION, CONSTRAINT `recusals_persons_filed_by` FOREIGN KEY (`filed_by_id`) REFERENCES `persons` (`id`) ON DELETE NO ACTION, CONSTRAINT `recusals_persons_ruled_by` FOREIGN KEY (`ruled_by_id`) REFERENCES `persons` (`id`) ON DELETE NO ACTION);
-- Create index "recusal_community_id_id" to table: "recusals"
CREATE INDEX `recusal_community_id_id` ON `recusals` (`community_id`, `id`);
-- Create index "recusal_agenda_item_id_id" to table: "recusals"
CREATE INDEX `recusal_agenda_item_id_id` ON `recusals` (`agenda_item_id`, `id`);
-- Create index "recusal_agenda_item_id_filed_at_id" to table: "recusals"
CREATE INDEX `recusal_agenda_item_id_filed_at_id` ON `recusals` (`agenda_item_id`, `filed_at`, `id`);
-- Create index "recusal_person_id_id" to table: "recusals"
CREATE INDEX `recusal_person_id_id` ON `recusals` (`person_id`, `id`);
-- Create index "recusal_person_id_filed_at_id" to table: "recusals"
CREATE INDEX `recusal_person_id_filed_at_id` ON `recusals` (`person_id`, `filed_at`, `id`);
-- Create index "recusal_filed_by_id_id" to table: "recusals"
CREATE INDEX `recusal_filed_by_id_id` ON `recusals` (`filed_by_id`, `id`);
-- Create index "recusal_filed_by_id_filed_at_id" to table: "recusals"
CREATE INDEX `recusal_filed_by_id_filed_at_id` ON `recusals` (`filed_by_id`, `filed_at`, `id`);
-- Create index "recusal_ruled_by_id_id" to table: "recusals"
CREATE INDEX `recusal_ruled_by_id_id` ON `recusals` (`ruled_by_id`, `id`);
-- Create index "recusal_ruled_by_id_filed_at_id" to table: "recusals"
CREATE INDEX `recusal_ruled_by_id_filed_at_id` ON `recusals` (`ruled_by_id`, `filed_at`, `id`);
-- Create index "recusal_filed_at_id" to table: "recusals"
CREATE INDEX `recusal_filed_at_id` ON `recusals` (`filed_at`, `id`);
-- Create index "recusal_agenda_item_id_person_id" to table: "recusals"
CREATE UNIQUE INDEX `recusal_agenda_item_id_person_id` ON `recusals` (`agenda_item_id`, `person_id`);
-- Create "roll_amendments" table
CREATE TABLE `roll_amendments` (`id` uuid NOT NULL, `community_id` uuid NULL, `recorded_at` datetime NOT NULL, `kind` text NOT NULL, `status` text NOT NULL, `reason` text NOT NULL, `change` json NOT NULL, `proposed_at` datetime NOT NULL, `decided_at` datetime NULL, `roll_id` uuid NOT NULL, `entry_id` uuid NULL, `document_id` uuid NULL, `proposed_by_id` uuid NULL, `decided_by_id` uuid NULL, PRIMARY KEY (`id`), CONSTRAINT `roll_amendments_rolls_roll` FOREIGN KEY (`roll_id`) REFERENCES `rolls` (`id`) ON DELETE NO ACTION, CONSTRAINT `roll_amendments_roll_entries_entry` FOREIGN KEY (`entry_id`) REFERENCES `roll_entries` (`id`) ON DELETE NO ACTION, CONSTRAINT `roll_amendments_documents_document` FOREIGN KEY (`document_id`) REFERENCES `documents` (`id`) ON DELETE NO ACTION, CONSTRAINT `roll_amendments_persons_proposed_by` FOREIGN KEY (`proposed_by_id`) REFERENCES `persons` (`id`) ON DELETE NO ACTION, CONSTRAINT `roll_amendments_persons_decided_by` FOREIGN KEY (`decided_by_id`) REFERENCES `persons` (`id`) ON DELETE NO ACTION);
-- Create index "rollamendment_community_id_id" to table: "roll_amendments"
CREATE INDEX `rollamendment_community_id_id` ON `roll_amendments` (`community_id`, `id`);
-- Create index "rollamendment_roll_id_id" to table: "roll_amendments"
CREATE INDEX `rollamendment_roll_id_id` ON `roll_amendments` (`roll_id`, `id`);
-- Create index "rollamendment_roll_id_proposed_at_id" to table: "roll_amendments"
CREATE INDEX `rollamendment_roll_id_proposed_at_id` ON `roll_amendments` (`roll_id`, `proposed_at`, `id`);
-- Create index "rollamendment_entry_id_id" to table: "roll_amendments"
CREATE INDEX `rollamendment_entry_id_id` ON `roll_amendments` (`entry_id`, `id`);
-- Create index "rollamendment_entry_id_proposed_at_id" to table: "roll_amendments"
CREATE INDEX `rollamendment_entry_id_proposed_at_id` ON `roll_amendments` (`entry_id`, `proposed_at`, `id`);
-- Create index "rollamendment_document_id_id" to table: "roll_amendments"
CREATE INDEX `rollamendment_document_id_id` ON `roll_amendments` (`document_id`, `id`);
-- Create index "rollamendment_document_id_proposed_at_id" to table: "roll_amendments"
CREATE INDEX `rollamendment_document_id_proposed_at_id` ON `roll_amendments` (`document_id`, `proposed_at`, `id`);
-- Create index "rollamendment_proposed_by_id_id" to table: "roll_amendments"
CREATE INDEX `rollamendment_proposed_by_id_id` ON `roll_amendments` (`proposed_by_id`, `id`);
-- Create index "rollamendment_proposed_by_id_proposed_at_id" to table: "roll_amendments"
CREATE INDEX `rollamendment_proposed_by_id_proposed_at_id` ON `roll_amendments` (`proposed_by_id`, `proposed_at`, `id`);
-- Create index "rollamendment_decided_by_id_id" to table: "roll_amendments"
CREATE INDEX `rollamendment_decided_by_id_id` ON `roll_amendments` (`decided_by_id`, `id`);
-- Create index "rollamendment_decided_by_id_proposed_at_id" to table: "roll_amendments"
CREATE INDEX `rollamendment_decided_by_id_proposed_at_id` ON `roll_amendments` (`decided_by_id`, `proposed_at`, `id`);
-- Create index "rollamendment_proposed_at_id" to table: "roll_amendments"
CREATE INDEX `rollamendment_proposed_at_id` ON `roll_amendments` (`proposed_at`, `id`);
-- Create "vote_options" table
CREATE TABLE `vote_options` (`id` uuid NOT NULL, `community_id` uuid NULL, `recorded_at` datetime NOT NULL, `position` integer NOT NULL, `label` text NOT NULL, `none` bool NOT NULL, `vote_id` uuid NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `vote_options_votes_vote` FOREIGN KEY (`vote_id`) REFERENCES `votes` (`id`) ON DELETE NO ACTION);
-- Create index "voteoption_community_id_id" to table: "vote_options"
CREATE INDEX `voteoption_community_id_id` ON `vote_options` (`community_id`, `id`);
-- Create index "voteoption_vote_id_id" to table: "vote_options"
CREATE INDEX `voteoption_vote_id_id` ON `vote_options` (`vote_id`, `id`);
-- Create index "voteoption_vote_id_position_id" to table: "vote_options"
CREATE INDEX `voteoption_vote_id_position_id` ON `vote_options` (`vote_id`, `position`, `id`);
-- Create index "voteoption_position_id" to table: "vote_options"
CREATE INDEX `voteoption_position_id` ON `vote_options` (`position`, `id`);
-- Create index "voteoption_vote_id_position" to table: "vote_options"
CREATE UNIQUE INDEX `voteoption_vote_id_position` ON `vote_options` (`vote_id`, `position`);
-- Create "count_sheet_counters" table
CREATE TABLE `count_sheet_counters` (`count_sheet_id` uuid NOT NULL, `person_id` uuid NOT NULL, PRIMARY KEY (`count_sheet_id`, `person_id`), CONSTRAINT `count_sheet_counters_count_sheet_id` FOREIGN KEY (`count_sheet_id`) REFERENCES `count_sheets` (`id`) ON DELETE NO ACTION, CONSTRAINT `count_sheet_counters_person_id` FOREIGN KEY (`person_id`) REFERENCES `persons` (`id`) ON DELETE NO ACTION);
-- Create "count_sheet_scrutineers" table
CREATE TABLE `count_sheet_scrutineers` (`count_sheet_id` uuid NOT NULL, `person_id` uuid NOT NULL, PRIMARY KEY (`count_sheet_id`, `person_id`), CONSTRAINT `count_sheet_scrutineers_count_sheet_id` FOREIGN KEY (`count_sheet_id`) REFERENCES `count_sheets` (`id`) ON DELETE NO ACTION, CONSTRAINT `count_sheet_scrutineers_person_id` FOREIGN KEY (`person_id`) REFERENCES `persons` (`id`) ON DELETE NO ACTION);
-- Create "proxy_votes" table
CREATE TABLE `proxy_votes` (`proxy_id` uuid NOT NULL, `vote_id` uuid NOT NULL, PRIMARY KEY (`proxy_id`, `vote_id`), CONSTRAINT `proxy_votes_proxy_id` FOREIGN KEY (`proxy_id`) REFERENCES `proxies` (`id`) ON DELETE NO ACTION, CONSTRAINT `proxy_votes_vote_id` FOREIGN KEY (`vote_id`) REFERENCES `votes` (`id`) ON DELETE NO ACTION);
-- Create "roll_scope" table
CREATE TABLE `roll_scope` (`roll_id` uuid NOT NULL, `area_id` uuid NOT NULL, PRIMARY KEY (`roll_id`, `area_id`), CONSTRAINT `roll_scope_roll_id` FOREIGN KEY (`roll_id`) REFERENCES `rolls` (`id`) ON DELETE NO ACTION, CONSTRAINT `roll_scope_area_id` FOREIGN KEY (`area_id`) REFERENCES `areas` (`id`) ON DELETE NO ACTION);
-- Create "roll_entry_units" table
CREATE TABLE `roll_entry_units` (`roll_entry_id` uuid NOT NULL, `unit_id` uuid NOT NULL, PRIMARY KEY (`roll_entry_id`, `unit_id`), CONSTRAINT `roll_entry_units_roll_entry_id` FOREIGN KEY (`roll_entry_id`) REFERENCES `roll_entries` (`id`) ON DELETE NO ACTION, CONSTRAINT `roll_entry_units_unit_id` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON DELETE NO ACTION);
-- Enable back the enforcement of foreign-keys constraints
PRAGMA foreign_keys = on;
