-- Disable the enforcement of foreign-keys constraints
PRAGMA foreign_keys = off;
-- Create "new_agenda_items" table
CREATE TABLE `new_agenda_items` (`id` uuid NOT NULL, `community_id` uuid NULL, `recorded_at` datetime NOT NULL, `version` integer NOT NULL, `position` integer NOT NULL, `title` text NOT NULL, `authority` text NOT NULL, `authority_reason` text NULL, `disposition` text NOT NULL, `disposition_note` text NULL, `noticed_at` datetime NULL, `meeting_id` uuid NOT NULL, `proposal_id` uuid NOT NULL, `carried_from_id` uuid NULL, `referred_from_id` uuid NULL, PRIMARY KEY (`id`), CONSTRAINT `agenda_items_meetings_meeting` FOREIGN KEY (`meeting_id`) REFERENCES `meetings` (`id`) ON DELETE NO ACTION, CONSTRAINT `agenda_items_proposals_proposal` FOREIGN KEY (`proposal_id`) REFERENCES `proposals` (`id`) ON DELETE NO ACTION, CONSTRAINT `agenda_items_agenda_items_carried_from` FOREIGN KEY (`carried_from_id`) REFERENCES `agenda_items` (`id`) ON DELETE NO ACTION, CONSTRAINT `agenda_items_agenda_items_referred_from` FOREIGN KEY (`referred_from_id`) REFERENCES `agenda_items` (`id`) ON DELETE NO ACTION);
-- Copy rows from old table "agenda_items" to new temporary table "new_agenda_items"
INSERT INTO `new_agenda_items` (`id`, `community_id`, `recorded_at`, `version`, `position`, `title`, `authority`, `authority_reason`, `disposition`, `disposition_note`, `noticed_at`, `meeting_id`, `proposal_id`, `carried_from_id`) SELECT `id`, `community_id`, `recorded_at`, `version`, `position`, `title`, `authority`, `authority_reason`, `disposition`, `disposition_note`, `noticed_at`, `meeting_id`, `proposal_id`, `carried_from_id` FROM `agenda_items`;
-- Drop "agenda_items" table after copying rows
DROP TABLE `agenda_items`;
-- Rename temporary table "new_agenda_items" to "agenda_items"
ALTER TABLE `new_agenda_items` RENAME TO `agenda_items`;
-- Create index "agendaitem_community_id_id" to table: "agenda_items"
CREATE INDEX `agendaitem_community_id_id` ON `agenda_items` (`community_id`, `id`);
-- Create index "agendaitem_meeting_id_id" to table: "agenda_items"
CREATE INDEX `agendaitem_meeting_id_id` ON `agenda_items` (`meeting_id`, `id`);
-- Create index "agendaitem_meeting_id_position_id" to table: "agenda_items"
CREATE INDEX `agendaitem_meeting_id_position_id` ON `agenda_items` (`meeting_id`, `position`, `id`);
-- Create index "agendaitem_proposal_id_id" to table: "agenda_items"
CREATE INDEX `agendaitem_proposal_id_id` ON `agenda_items` (`proposal_id`, `id`);
-- Create index "agendaitem_proposal_id_position_id" to table: "agenda_items"
CREATE INDEX `agendaitem_proposal_id_position_id` ON `agenda_items` (`proposal_id`, `position`, `id`);
-- Create index "agendaitem_carried_from_id_id" to table: "agenda_items"
CREATE INDEX `agendaitem_carried_from_id_id` ON `agenda_items` (`carried_from_id`, `id`);
-- Create index "agendaitem_carried_from_id_position_id" to table: "agenda_items"
CREATE INDEX `agendaitem_carried_from_id_position_id` ON `agenda_items` (`carried_from_id`, `position`, `id`);
-- Create index "agendaitem_referred_from_id_id" to table: "agenda_items"
CREATE INDEX `agendaitem_referred_from_id_id` ON `agenda_items` (`referred_from_id`, `id`);
-- Create index "agendaitem_referred_from_id_position_id" to table: "agenda_items"
CREATE INDEX `agendaitem_referred_from_id_position_id` ON `agenda_items` (`referred_from_id`, `position`, `id`);
-- Create index "agendaitem_position_id" to table: "agenda_items"
CREATE INDEX `agendaitem_position_id` ON `agenda_items` (`position`, `id`);
-- Create index "agendaitem_meeting_id_proposal_id" to table: "agenda_items"
CREATE UNIQUE INDEX `agendaitem_meeting_id_proposal_id` ON `agenda_items` (`meeting_id`, `proposal_id`);
-- Create "new_meetings" table
CREATE TABLE `new_meetings` (`id` uuid NOT NULL, `community_id` uuid NULL, `recorded_at` datetime NOT NULL, `version` integer NOT NULL, `kind` text NOT NULL, `form` text NOT NULL, `title` text NOT NULL, `venue` text NULL, `starts_at` datetime NOT NULL, `ends_at` datetime NOT NULL, `status` text NOT NULL, `convened_under` text NOT NULL, `noticed_at` datetime NULL, `opened_at` datetime NULL, `closed_at` datetime NULL, `cancel_reason` text NULL, `acknowledged` json NULL, `linkage_id` uuid NULL, `organization_id` uuid NOT NULL, `organizer_id` uuid NULL, `chair_id` uuid NULL, `petition_id` uuid NULL, `order_id` uuid NULL, PRIMARY KEY (`id`), CONSTRAINT `meetings_linkages_linkage` FOREIGN KEY (`linkage_id`) REFERENCES `linkages` (`id`) ON DELETE NO ACTION, CONSTRAINT `meetings_organizations_organization` FOREIGN KEY (`organization_id`) REFERENCES `organizations` (`id`) ON DELETE NO ACTION, CONSTRAINT `meetings_organizations_organizer` FOREIGN KEY (`organizer_id`) REFERENCES `organizations` (`id`) ON DELETE NO ACTION, CONSTRAINT `meetings_persons_chair` FOREIGN KEY (`chair_id`) REFERENCES `persons` (`id`) ON DELETE NO ACTION, CONSTRAINT `meetings_proposals_petition` FOREIGN KEY (`petition_id`) REFERENCES `proposals` (`id`) ON DELETE NO ACTION, CONSTRAINT `meetings_oversight_actions_order` FOREIGN KEY (`order_id`) REFERENCES `oversight_actions` (`id`) ON DELETE NO ACTION);
-- Copy rows from old table "meetings" to new temporary table "new_meetings"
INSERT INTO `new_meetings` (`id`, `community_id`, `recorded_at`, `version`, `kind`, `form`, `title`, `venue`, `starts_at`, `ends_at`, `status`, `convened_under`, `noticed_at`, `opened_at`, `closed_at`, `cancel_reason`, `acknowledged`, `linkage_id`, `organization_id`, `organizer_id`, `chair_id`) SELECT `id`, `community_id`, `recorded_at`, `version`, `kind`, `form`, `title`, `venue`, `starts_at`, `ends_at`, `status`, `convened_under`, `noticed_at`, `opened_at`, `closed_at`, `cancel_reason`, `acknowledged`, `linkage_id`, `organization_id`, `organizer_id`, `chair_id` FROM `meetings`;
-- Drop "meetings" table after copying rows
DROP TABLE `meetings`;
-- Rename temporary table "new_meetings" to "meetings"
ALTER TABLE `new_meetings` RENAME TO `meetings`;
-- Create index "meeting_community_id_id" to table: "meetings"
CREATE INDEX `meeting_community_id_id` ON `meetings` (`community_id`, `id`);
-- Create index "meeting_linkage_id_id" to table: "meetings"
CREATE INDEX `meeting_linkage_id_id` ON `meetings` (`linkage_id`, `id`);
-- Create index "meeting_linkage_id_starts_at_id" to table: "meetings"
CREATE INDEX `meeting_linkage_id_starts_at_id` ON `meetings` (`linkage_id`, `starts_at`, `id`);
-- Create index "meeting_organization_id_id" to table: "meetings"
CREATE INDEX `meeting_organization_id_id` ON `meetings` (`organization_id`, `id`);
-- Create index "meeting_organization_id_starts_at_id" to table: "meetings"
CREATE INDEX `meeting_organization_id_starts_at_id` ON `meetings` (`organization_id`, `starts_at`, `id`);
-- Create index "meeting_organizer_id_id" to table: "meetings"
CREATE INDEX `meeting_organizer_id_id` ON `meetings` (`organizer_id`, `id`);
-- Create index "meeting_organizer_id_starts_at_id" to table: "meetings"
CREATE INDEX `meeting_organizer_id_starts_at_id` ON `meetings` (`organizer_id`, `starts_at`, `id`);
-- Create index "meeting_chair_id_id" to table: "meetings"
CREATE INDEX `meeting_chair_id_id` ON `meetings` (`chair_id`, `id`);
-- Create index "meeting_chair_id_starts_at_id" to table: "meetings"
CREATE INDEX `meeting_chair_id_starts_at_id` ON `meetings` (`chair_id`, `starts_at`, `id`);
-- Create index "meeting_petition_id_id" to table: "meetings"
CREATE INDEX `meeting_petition_id_id` ON `meetings` (`petition_id`, `id`);
-- Create index "meeting_petition_id_starts_at_id" to table: "meetings"
CREATE INDEX `meeting_petition_id_starts_at_id` ON `meetings` (`petition_id`, `starts_at`, `id`);
-- Create index "meeting_order_id_id" to table: "meetings"
CREATE INDEX `meeting_order_id_id` ON `meetings` (`order_id`, `id`);
-- Create index "meeting_order_id_starts_at_id" to table: "meetings"
CREATE INDEX `meeting_order_id_starts_at_id` ON `meetings` (`order_id`, `starts_at`, `id`);
-- Create index "meeting_starts_at_id" to table: "meetings"
CREATE INDEX `meeting_starts_at_id` ON `meetings` (`starts_at`, `id`);
-- Create index "meeting_status_id" to table: "meetings"
CREATE INDEX `meeting_status_id` ON `meetings` (`status`, `id`);
-- Add column "noticed_on" to table: "memberships"
ALTER TABLE `memberships` ADD COLUMN `noticed_on` text NULL;
-- Create "new_proposals" table
CREATE TABLE `new_proposals` (`id` uuid NOT NULL, `community_id` uuid NULL, `recorded_at` datetime NOT NULL, `version` integer NOT NULL, `title` text NOT NULL, `text` text NOT NULL, `source` text NOT NULL, `matter` text NOT NULL, `status` text NOT NULL, `reason` text NULL, `published_at` datetime NULL, `area_id` uuid NOT NULL, `proposer_id` uuid NULL, `proposing_organization_id` uuid NULL, `tracker_id` uuid NULL, `merged_into_id` uuid NULL, PRIMARY KEY (`id`), CONSTRAINT `proposals_areas_area` FOREIGN KEY (`area_id`) REFERENCES `areas` (`id`) ON DELETE NO ACTION, CONSTRAINT `proposals_persons_proposer` FOREIGN KEY (`proposer_id`) REFERENCES `persons` (`id`) ON DELETE NO ACTION, CONSTRAINT `proposals_organizations_proposing_organization` FOREIGN KEY (`proposing_organization_id`) REFERENCES `organizations` (`id`) ON DELETE NO ACTION, CONSTRAINT `proposals_persons_tracker` FOREIGN KEY (`tracker_id`) REFERENCES `persons` (`id`) ON DELETE NO ACTION, CONSTRAINT `proposals_proposals_merged_into` FOREIGN KEY (`merged_into_id`) REFERENCES `proposals` (`id`) ON DELETE NO ACTION);
-- Copy rows from old table "proposals" to new temporary table "new_proposals"
INSERT INTO `new_proposals` (`id`, `community_id`, `recorded_at`, `version`, `title`, `text`, `source`, `matter`, `status`, `reason`, `published_at`, `area_id`, `proposer_id`, `proposing_organization_id`, `tracker_id`) SELECT `id`, `community_id`, `recorded_at`, `version`, `title`, `text`, `source`, `matter`, `status`, `reason`, `published_at`, `area_id`, `proposer_id`, `proposing_organization_id`, `tracker_id` FROM `proposals`;
-- Drop "proposals" table after copying rows
DROP TABLE `proposals`;
-- Rename temporary table "new_proposals" to "proposals"
ALTER TABLE `new_proposals` RENAME TO `proposals`;
-- Create index "proposal_community_id_id" to table: "proposals"
CREATE INDEX `proposal_community_id_id` ON `proposals` (`community_id`, `id`);
-- Create index "proposal_area_id_id" to table: "proposals"
CREATE INDEX `proposal_area_id_id` ON `proposals` (`area_id`, `id`);
-- Create index "proposal_proposer_id_id" to table: "proposals"
CREATE INDEX `proposal_proposer_id_id` ON `proposals` (`proposer_id`, `id`);
-- Create index "proposal_proposing_organization_id_id" to table: "proposals"
CREATE INDEX `proposal_proposing_organization_id_id` ON `proposals` (`proposing_organization_id`, `id`);
-- Create index "proposal_tracker_id_id" to table: "proposals"
CREATE INDEX `proposal_tracker_id_id` ON `proposals` (`tracker_id`, `id`);
-- Create index "proposal_merged_into_id_id" to table: "proposals"
CREATE INDEX `proposal_merged_into_id_id` ON `proposals` (`merged_into_id`, `id`);
-- Create index "proposal_status_id" to table: "proposals"
CREATE INDEX `proposal_status_id` ON `proposals` (`status`, `id`);
-- Create "new_resolutions" table
CREATE TABLE `new_resolutions` (`id` uuid NOT NULL, `community_id` uuid NULL, `recorded_at` datetime NOT NULL, `version` integer NOT NULL, `year` integer NOT NULL, `serial` integer NOT NULL, `kind` text NOT NULL, `title` text NOT NULL, `text` text NOT NULL, `status` text NOT NULL, `adopted_at` datetime NOT NULL, `published_at` datetime NULL, `effective_from` text NULL, `effective_to` text NULL, `condition` text NULL, `condition_met_on` text NULL, `organization_id` uuid NOT NULL, `agenda_item_id` uuid NOT NULL, `vote_id` uuid NULL, `supersedes_id` uuid NULL, `amends_id` uuid NULL, PRIMARY KEY (`id`), CONSTRAINT `resolutions_organizations_organization` FOREIGN KEY (`organization_id`) REFERENCES `organizations` (`id`) ON DELETE NO ACTION, CONSTRAINT `resolutions_agenda_items_agenda_item` FOREIGN KEY (`agenda_item_id`) REFERENCES `agenda_items` (`id`) ON DELETE NO ACTION, CONSTRAINT `resolutions_votes_vote` FOREIGN KEY (`vote_id`) REFERENCES `votes` (`id`) ON DELETE NO ACTION, CONSTRAINT `resolutions_resolutions_supersedes` FOREIGN KEY (`supersedes_id`) REFERENCES `resolutions` (`id`) ON DELETE NO ACTION, CONSTRAINT `resolutions_resolutions_amends` FOREIGN KEY (`amends_id`) REFERENCES `resolutions` (`id`) ON DELETE NO ACTION);
-- Copy rows from old table "resolutions" to new temporary table "new_resolutions"
INSERT INTO `new_resolutions` (`id`, `community_id`, `recorded_at`, `version`, `year`, `serial`, `kind`, `title`, `text`, `status`, `adopted_at`, `published_at`, `effective_from`, `effective_to`, `organization_id`, `agenda_item_id`, `vote_id`) SELECT `id`, `community_id`, `recorded_at`, `version`, `year`, `serial`, `kind`, `title`, `text`, `status`, `adopted_at`, `published_at`, `effective_from`, `effective_to`, `organization_id`, `agenda_item_id`, `vote_id` FROM `resolutions`;
-- Drop "resolutions" table after copying rows
DROP TABLE `resolutions`;
-- Rename temporary table "new_resolutions" to "resolutions"
ALTER TABLE `new_resolutions` RENAME TO `resolutions`;
-- Create index "resolution_community_id_id" to table: "resolutions"
CREATE INDEX `resolution_community_id_id` ON `resolutions` (`community_id`, `id`);
-- Create index "resolution_organization_id_id" to table: "resolutions"
CREATE INDEX `resolution_organization_id_id` ON `resolutions` (`organization_id`, `id`);
-- Create index "resolution_organization_id_adopted_at_id" to table: "resolutions"
CREATE INDEX `resolution_organization_id_adopted_at_id` ON `resolutions` (`organization_id`, `adopted_at`, `id`);
-- Create index "resolution_agenda_item_id_id" to table: "resolutions"
CREATE INDEX `resolution_agenda_item_id_id` ON `resolutions` (`agenda_item_id`, `id`);
-- Create index "resolution_agenda_item_id_adopted_at_id" to table: "resolutions"
CREATE INDEX `resolution_agenda_item_id_adopted_at_id` ON `resolutions` (`agenda_item_id`, `adopted_at`, `id`);
-- Create index "resolution_vote_id_id" to table: "resolutions"
CREATE INDEX `resolution_vote_id_id` ON `resolutions` (`vote_id`, `id`);
-- Create index "resolution_vote_id_adopted_at_id" to table: "resolutions"
CREATE INDEX `resolution_vote_id_adopted_at_id` ON `resolutions` (`vote_id`, `adopted_at`, `id`);
-- Create index "resolution_supersedes_id_id" to table: "resolutions"
CREATE INDEX `resolution_supersedes_id_id` ON `resolutions` (`supersedes_id`, `id`);
-- Create index "resolution_supersedes_id_adopted_at_id" to table: "resolutions"
CREATE INDEX `resolution_supersedes_id_adopted_at_id` ON `resolutions` (`supersedes_id`, `adopted_at`, `id`);
-- Create index "resolution_amends_id_id" to table: "resolutions"
CREATE INDEX `resolution_amends_id_id` ON `resolutions` (`amends_id`, `id`);
-- Create index "resolution_amends_id_adopted_at_id" to table: "resolutions"
CREATE INDEX `resolution_amends_id_adopted_at_id` ON `resolutions` (`amends_id`, `adopted_at`, `id`);
-- Create index "resolution_adopted_at_id" to table: "resolutions"
CREATE INDEX `resolution_adopted_at_id` ON `resolutions` (`adopted_at`, `id`);
-- Create index "resolution_organization_id_year_serial" to table: "resolutions"
CREATE UNIQUE INDEX `resolution_organization_id_year_serial` ON `resolutions` (`organization_id`, `year`, `serial`);
-- Add column "caretaker_from" to table: "terms"
ALTER TABLE `terms` ADD COLUMN `caretaker_from` text NULL;
-- Create "new_publications" table
CREATE TABLE `new_publications` (`id` uuid NOT NULL, `community_id` uuid NULL, `recorded_at` datetime NOT NULL, `kind` text NOT NULL, `place` text NOT NULL, `text` text NOT NULL, `posted_at` datetime NOT NULL, `minimum_days` integer NOT NULL, `until` text NOT NULL, `basis` text NULL, `objections_until` text NULL, `meeting_id` uuid NULL, `resolution_id` uuid NULL, `membership_id` uuid NULL, `vote_id` uuid NULL, `roll_id` uuid NULL, `organization_id` uuid NULL, `minutes_id` uuid NULL, `document_id` uuid NULL, `posted_by_id` uuid NULL, PRIMARY KEY (`id`), CONSTRAINT `publications_meetings_meeting` FOREIGN KEY (`meeting_id`) REFERENCES `meetings` (`id`) ON DELETE NO ACTION, CONSTRAINT `publications_resolutions_resolution` FOREIGN KEY (`resolution_id`) REFERENCES `resolutions` (`id`) ON DELETE NO ACTION, CONSTRAINT `publications_memberships_membership` FOREIGN KEY (`membership_id`) REFERENCES `memberships` (`id`) ON DELETE NO ACTION, CONSTRAINT `publications_votes_vote` FOREIGN KEY (`vote_id`) REFERENCES `votes` (`id`) ON DELETE NO ACTION, CONSTRAINT `publications_rolls_roll` FOREIGN KEY (`roll_id`) REFERENCES `rolls` (`id`) ON DELETE NO ACTION, CONSTRAINT `publications_organizations_organization` FOREIGN KEY (`organization_id`) REFERENCES `organizations` (`id`) ON DELETE NO ACTION, CONSTRAINT `publications_minutes_minutes` FOREIGN KEY (`minutes_id`) REFERENCES `minutes` (`id`) ON DELETE NO ACTION, CONSTRAINT `publications_documents_document` FOREIGN KEY (`document_id`) REFERENCES `documents` (`id`) ON DELETE NO ACTION, CONSTRAINT `publications_persons_posted_by` FOREIGN KEY (`posted_by_id`) REFERENCES `persons` (`id`) ON DELETE NO ACTION);
-- Copy rows from old table "publications" to new temporary table "new_publications"
INSERT INTO `new_publications` (`id`, `community_id`, `recorded_at`, `kind`, `place`, `text`, `posted_at`, `minimum_days`, `until`, `meeting_id`, `resolution_id`, `membership_id`, `vote_id`) SELECT `id`, `community_id`, `recorded_at`, `kind`, `place`, `text`, `posted_at`, `minimum_days`, `until`, `meeting_id`, `resolution_id`, `membership_id`, `vote_id` FROM `publications`;
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
-- Create index "publication_roll_id_id" to table: "publications"
CREATE INDEX `publication_roll_id_id` ON `publications` (`roll_id`, `id`);
-- Create index "publication_roll_id_posted_at_id" to table: "publications"
CREATE INDEX `publication_roll_id_posted_at_id` ON `publications` (`roll_id`, `posted_at`, `id`);
-- Create index "publication_organization_id_id" to table: "publications"
CREATE INDEX `publication_organization_id_id` ON `publications` (`organization_id`, `id`);
-- Create index "publication_organization_id_posted_at_id" to table: "publications"
CREATE INDEX `publication_organization_id_posted_at_id` ON `publications` (`organization_id`, `posted_at`, `id`);
-- Create index "publication_minutes_id_id" to table: "publications"
CREATE INDEX `publication_minutes_id_id` ON `publications` (`minutes_id`, `id`);
-- Create index "publication_minutes_id_posted_at_id" to table: "publications"
CREATE INDEX `publication_minutes_id_posted_at_id` ON `publications` (`minutes_id`, `posted_at`, `id`);
-- Create index "publication_document_id_id" to table: "publications"
CREATE INDEX `publication_document_id_id` ON `publications` (`document_id`, `id`);
-- Create index "publication_document_id_posted_at_id" to table: "publications"
CREATE INDEX `publication_document_id_posted_at_id` ON `publications` (`document_id`, `posted_at`, `id`);
-- Create index "publication_posted_by_id_id" to table: "publications"
CREATE INDEX `publication_posted_by_id_id` ON `publications` (`posted_by_id`, `id`);
-- Create index "publication_posted_by_id_posted_at_id" to table: "publications"
CREATE INDEX `publication_posted_by_id_posted_at_id` ON `publications` (`posted_by_id`, `posted_at`, `id`);
-- Create index "publication_posted_at_id" to table: "publications"
CREATE INDEX `publication_posted_at_id` ON `publications` (`posted_at`, `id`);
-- Create "new_votes" table
CREATE TABLE `new_votes` (`id` uuid NOT NULL, `community_id` uuid NULL, `recorded_at` datetime NOT NULL, `version` integer NOT NULL, `kind` text NOT NULL DEFAULT ('MOTION'), `question` text NOT NULL, `rule_code` text NOT NULL, `rule_edition` integer NOT NULL, `rule` json NOT NULL, `method` text NOT NULL, `visibility` text NOT NULL, `status` text NOT NULL, `noticed_at` datetime NULL, `opened_at` datetime NULL, `closed_at` datetime NULL, `most_marks` integer NULL, `seats` integer NULL, `alternates` integer NULL, `opens_at` datetime NULL, `closes_at` datetime NULL, `extensions` integer NOT NULL DEFAULT ('0'), `objections_until` text NULL, `fulfilled` json NULL, `agenda_item_id` uuid NOT NULL, `roll_id` uuid NULL, `revote_of_id` uuid NULL, `tie_break_of_id` uuid NULL, `post_id` uuid NULL, `recall_of_id` uuid NULL, `motion_id` uuid NULL, PRIMARY KEY (`id`), CONSTRAINT `votes_agenda_items_agenda_item` FOREIGN KEY (`agenda_item_id`) REFERENCES `agenda_items` (`id`) ON DELETE NO ACTION, CONSTRAINT `votes_rolls_roll` FOREIGN KEY (`roll_id`) REFERENCES `rolls` (`id`) ON DELETE NO ACTION, CONSTRAINT `votes_votes_revote_of` FOREIGN KEY (`revote_of_id`) REFERENCES `votes` (`id`) ON DELETE NO ACTION, CONSTRAINT `votes_votes_tie_break_of` FOREIGN KEY (`tie_break_of_id`) REFERENCES `votes` (`id`) ON DELETE NO ACTION, CONSTRAINT `votes_posts_post` FOREIGN KEY (`post_id`) REFERENCES `posts` (`id`) ON DELETE NO ACTION, CONSTRAINT `votes_memberships_recall_of` FOREIGN KEY (`recall_of_id`) REFERENCES `memberships` (`id`) ON DELETE NO ACTION, CONSTRAINT `votes_motions_motion` FOREIGN KEY (`motion_id`) REFERENCES `motions` (`id`) ON DELETE NO ACTION);
-- Copy rows from old table "votes" to new temporary table "new_votes"
INSERT INTO `new_votes` (`id`, `community_id`, `recorded_at`, `version`, `kind`, `question`, `rule_code`, `rule_edition`, `rule`, `method`, `visibility`, `status`, `noticed_at`, `opened_at`, `closed_at`, `most_marks`, `seats`, `alternates`, `opens_at`, `closes_at`, `extensions`, `objections_until`, `fulfilled`, `agenda_item_id`, `roll_id`, `revote_of_id`, `tie_break_of_id`, `post_id`) SELECT `id`, `community_id`, `recorded_at`, `version`, `kind`, `question`, `rule_code`, `rule_edition`, `rule`, `method`, `visibility`, `status`, `noticed_at`, `opened_at`, `closed_at`, `most_marks`, `seats`, `alternates`, `opens_at`, `closes_at`, `extensions`, `objections_until`, `fulfilled`, `agenda_item_id`, `roll_id`, `revote_of_id`, `tie_break_of_id`, `post_id` FROM `votes`;
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
-- Create index "vote_recall_of_id_id" to table: "votes"
CREATE INDEX `vote_recall_of_id_id` ON `votes` (`recall_of_id`, `id`);
-- Create index "vote_motion_id_id" to table: "votes"
CREATE INDEX `vote_motion_id_id` ON `votes` (`motion_id`, `id`);
-- Create index "vote_status_id" to table: "votes"
CREATE INDEX `vote_status_id` ON `votes` (`status`, `id`);
-- Create index "vote_status_closes_at" to table: "votes"
CREATE INDEX `vote_status_closes_at` ON `votes` (`status`, `closes_at`);
-- Create index "vote_status_opens_at" to table: "votes"
CREATE INDEX `vote_status_opens_at` ON `votes` (`status`, `opens_at`);
-- Create "new_objections" table
CREATE TABLE `new_objections` (`id` uuid NOT NULL, `community_id` uuid NULL, `recorded_at` datetime NOT NULL, `status` text NOT NULL, `text` text NOT NULL, `filed_at` datetime NOT NULL, `late` bool NOT NULL, `answer` text NULL, `answered_at` datetime NULL, `remedy` text NULL, `answer_due_on` text NULL, `vote_id` uuid NULL, `roll_id` uuid NULL, `candidate_id` uuid NULL, `party_id` uuid NULL, `resolution_id` uuid NULL, `publication_id` uuid NULL, `filed_by_id` uuid NOT NULL, `answered_by_id` uuid NULL, PRIMARY KEY (`id`), CONSTRAINT `objections_votes_vote` FOREIGN KEY (`vote_id`) REFERENCES `votes` (`id`) ON DELETE NO ACTION, CONSTRAINT `objections_rolls_roll` FOREIGN KEY (`roll_id`) REFERENCES `rolls` (`id`) ON DELETE NO ACTION, CONSTRAINT `objections_candidates_candidate` FOREIGN KEY (`candidate_id`) REFERENCES `candidates` (`id`) ON DELETE NO ACTION, CONSTRAINT `objections_linkage_parties_party` FOREIGN KEY (`party_id`) REFERENCES `linkage_parties` (`id`) ON DELETE NO ACTION, CONSTRAINT `objections_resolutions_resolution` FOREIGN KEY (`resolution_id`) REFERENCES `resolutions` (`id`) ON DELETE NO ACTION, CONSTRAINT `objections_publications_publication` FOREIGN KEY (`publication_id`) REFERENCES `publications` (`id`) ON DELETE NO ACTION, CONSTRAINT `objections_persons_filed_by` FOREIGN KEY (`filed_by_id`) REFERENCES `persons` (`id`) ON DELETE NO ACTION, CONSTRAINT `objections_persons_answered_by` FOREIGN KEY (`answered_by_id`) REFERENCES `persons` (`id`) ON DELETE NO ACTION);
-- Copy rows from old table "objections" to new temporary table "new_objections"
INSERT INTO `new_objections` (`id`, `community_id`, `recorded_at`, `status`, `text`, `filed_at`, `late`, `answer`, `answered_at`, `remedy`, `vote_id`, `roll_id`, `candidate_id`, `party_id`, `filed_by_id`, `answered_by_id`) SELECT `id`, `community_id`, `recorded_at`, `status`, `text`, `filed_at`, `late`, `answer`, `answered_at`, `remedy`, `vote_id`, `roll_id`, `candidate_id`, `party_id`, `filed_by_id`, `answered_by_id` FROM `objections`;
-- Drop "objections" table after copying rows
DROP TABLE `objections`;
-- Rename temporary table "new_objections" to "objections"
ALTER TABLE `new_objections` RENAME TO `objections`;
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
-- Create index "objection_resolution_id_id" to table: "objections"
CREATE INDEX `objection_resolution_id_id` ON `objections` (`resolution_id`, `id`);
-- Create index "objection_resolution_id_filed_at_id" to table: "objections"
CREATE INDEX `objection_resolution_id_filed_at_id` ON `objections` (`resolution_id`, `filed_at`, `id`);
-- Create index "objection_publication_id_id" to table: "objections"
CREATE INDEX `objection_publication_id_id` ON `objections` (`publication_id`, `id`);
-- Create index "objection_publication_id_filed_at_id" to table: "objections"
CREATE INDEX `objection_publication_id_filed_at_id` ON `objections` (`publication_id`, `filed_at`, `id`);
-- Create index "objection_filed_at_id" to table: "objections"
CREATE INDEX `objection_filed_at_id` ON `objections` (`filed_at`, `id`);
-- Create "challenges" table
CREATE TABLE `challenges` (`id` uuid NOT NULL, `community_id` uuid NULL, `recorded_at` datetime NOT NULL, `kind` text NOT NULL, `authority` text NOT NULL, `case_number` text NULL, `ground` text NOT NULL, `filed_on` text NOT NULL, `status` text NOT NULL, `late` bool NOT NULL, `resolution_id` uuid NOT NULL, `challenger_id` uuid NULL, `document_id` uuid NULL, `recorded_by_id` uuid NULL, PRIMARY KEY (`id`), CONSTRAINT `challenges_resolutions_resolution` FOREIGN KEY (`resolution_id`) REFERENCES `resolutions` (`id`) ON DELETE NO ACTION, CONSTRAINT `challenges_persons_challenger` FOREIGN KEY (`challenger_id`) REFERENCES `persons` (`id`) ON DELETE NO ACTION, CONSTRAINT `challenges_documents_document` FOREIGN KEY (`document_id`) REFERENCES `documents` (`id`) ON DELETE NO ACTION, CONSTRAINT `challenges_persons_recorded_by` FOREIGN KEY (`recorded_by_id`) REFERENCES `persons` (`id`) ON DELETE NO ACTION);
-- Create index "challenge_community_id_id" to table: "challenges"
CREATE INDEX `challenge_community_id_id` ON `challenges` (`community_id`, `id`);
-- Create index "challenge_resolution_id_id" to table: "challenges"
CREATE INDEX `challenge_resolution_id_id` ON `challenges` (`resolution_id`, `id`);
-- Create index "challenge_resolution_id_filed_on_id" to table: "challenges"
CREATE INDEX `challenge_resolution_id_filed_on_id` ON `challenges` (`resolution_id`, `filed_on`, `id`);
-- Create index "challenge_challenger_id_id" to table: "challenges"
CREATE INDEX `challenge_challenger_id_id` ON `challenges` (`challenger_id`, `id`);
-- Create index "challenge_challenger_id_filed_on_id" to table: "challenges"
CREATE INDEX `challenge_challenger_id_filed_on_id` ON `challenges` (`challenger_id`, `filed_on`, `id`);
-- Create index "challenge_document_id_id" to table: "challenges"
CREATE INDEX `challenge_document_id_id` ON `challenges` (`document_id`, `id`);
-- Create index "challenge_document_id_filed_on_id" to table: "challenges"
CREATE INDEX `challenge_document_id_filed_on_id` ON `challenges` (`document_id`, `filed_on`, `id`);
-- Create index "challenge_recorded_by_id_id" to table: "challenges"
CREATE INDEX `challenge_recorded_by_id_id` ON `challenges` (`recorded_by_id`, `id`);
-- Create index "challenge_recorded_by_id_filed_on_id" to table: "challenges"
CREATE INDEX `challenge_recorded_by_id_filed_on_id` ON `challenges` (`recorded_by_id`, `filed_on`, `id`);
-- Create index "challenge_filed_on_id" to table: "challenges"
CREATE INDEX `challenge_filed_on_id` ON `challenges` (`filed_on`, `id`);
-- Create "evaluations" table
CREATE TABLE `evaluations` (`id` uuid NOT NULL, `community_id` uuid NULL, `recorded_at` datetime NOT NULL, `grade` text NOT NULL, `text` text NULL, `evaluated_at` datetime NOT NULL, `resolution_id` uuid NULL, `organization_id` uuid NULL, `membership_id` uuid NULL, `evaluated_by_id` uuid NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `evaluations_resolutions_resolution` FOREIGN KEY (`resolution_id`) REFERENCES `resolutions` (`id`) ON DELETE NO ACTION, CONSTRAINT `evaluations_organizations_organization` FOREIGN KEY (`organization_id`) REFERENCES `organizations` (`id`) ON DELETE NO ACTION, CONSTRAINT `evaluations_memberships_membership` FOREIGN KEY (`membership_id`) REFERENCES `memberships` (`id`) ON DELETE NO ACTION, CONSTRAINT `evaluations_persons_evaluated_by` FOREIGN KEY (`evaluated_by_id`) REFERENCES `persons` (`id`) ON DELETE NO ACTION);
-- Create index "evaluation_community_id_id" to table: "evaluations"
CREATE INDEX `evaluation_community_id_id` ON `evaluations` (`community_id`, `id`);
-- Create index "evaluation_resolution_id_id" to table: "evaluations"
CREATE INDEX `evaluation_resolution_id_id` ON `evaluations` (`resolution_id`, `id`);
-- Create index "evaluation_resolution_id_evaluated_at_id" to table: "evaluations"
CREATE INDEX `evaluation_resolution_id_evaluated_at_id` ON `evaluations` (`resolution_id`, `evaluated_at`, `id`);
-- Create index "evaluation_organization_id_id" to table: "evaluations"
CREATE INDEX `evaluation_organization_id_id` ON `evaluations` (`organization_id`, `id`);
-- Create index "evaluation_organization_id_evaluated_at_id" to table: "evaluations"
CREATE INDEX `evaluation_organization_id_evaluated_at_id` ON `evaluations` (`organization_id`, `evaluated_at`, `id`);
-- Create index "evaluation_membership_id_id" to table: "evaluations"
CREATE INDEX `evaluation_membership_id_id` ON `evaluations` (`membership_id`, `id`);
-- Create index "evaluation_membership_id_evaluated_at_id" to table: "evaluations"
CREATE INDEX `evaluation_membership_id_evaluated_at_id` ON `evaluations` (`membership_id`, `evaluated_at`, `id`);
-- Create index "evaluation_evaluated_by_id_id" to table: "evaluations"
CREATE INDEX `evaluation_evaluated_by_id_id` ON `evaluations` (`evaluated_by_id`, `id`);
-- Create index "evaluation_evaluated_by_id_evaluated_at_id" to table: "evaluations"
CREATE INDEX `evaluation_evaluated_by_id_evaluated_at_id` ON `evaluations` (`evaluated_by_id`, `evaluated_at`, `id`);
-- Create index "evaluation_evaluated_at_id" to table: "evaluations"
CREATE INDEX `evaluation_evaluated_at_id` ON `evaluations` (`evaluated_at`, `id`);
-- Create index "evaluation_resolution_id_evaluated_by_id" to table: "evaluations"
CREATE UNIQUE INDEX `evaluation_resolution_id_evaluated_by_id` ON `evaluations` (`resolution_id`, `evaluated_by_id`);
-- Create "filings" table
CREATE TABLE `filings` (`id` uuid NOT NULL, `community_id` uuid NULL, `recorded_at` datetime NOT NULL, `status` text NOT NULL, `filed_on` text NOT NULL, `due_on` text NULL, `basis` text NULL, `answer_due_on` text NULL, `answered_on` text NULL, `number` text NULL, `note` text NULL, `organization_id` uuid NOT NULL, `authority_id` uuid NOT NULL, `term_id` uuid NULL, `membership_id` uuid NULL, `resolution_id` uuid NULL, `document_id` uuid NULL, PRIMARY KEY (`id`), CONSTRAINT `filings_organizations_organization` FOREIGN KEY (`organization_id`) REFERENCES `organizations` (`id`) ON DELETE NO ACTION, CONSTRAINT `filings_organizations_authority` FOREIGN KEY (`authority_id`) REFERENCES `organizations` (`id`) ON DELETE NO ACTION, CONSTRAINT `filings_terms_term` FOREIGN KEY (`term_id`) REFERENCES `terms` (`id`) ON DELETE NO ACTION, CONSTRAINT `filings_memberships_membership` FOREIGN KEY (`membership_id`) REFERENCES `memberships` (`id`) ON DELETE NO ACTION, CONSTRAINT `filings_resolutions_resolution` FOREIGN KEY (`resolution_id`) REFERENCES `resolutions` (`id`) ON DELETE NO ACTION, CONSTRAINT `filings_documents_document` FOREIGN KEY (`document_id`) REFERENCES `documents` (`id`) ON DELETE NO ACTION);
-- Create index "filing_community_id_id" to table: "filings"
CREATE INDEX `filing_community_id_id` ON `filings` (`community_id`, `id`);
-- Create index "filing_organization_id_id" to table: "filings"
CREATE INDEX `filing_organization_id_id` ON `filings` (`organization_id`, `id`);
-- Create index "filing_organization_id_filed_on_id" to table: "filings"
CREATE INDEX `filing_organization_id_filed_on_id` ON `filings` (`organization_id`, `filed_on`, `id`);
-- Create index "filing_authority_id_id" to table: "filings"
CREATE INDEX `filing_authority_id_id` ON `filings` (`authority_id`, `id`);
-- Create index "filing_authority_id_filed_on_id" to table: "filings"
CREATE INDEX `filing_authority_id_filed_on_id` ON `filings` (`authority_id`, `filed_on`, `id`);
-- Create index "filing_term_id_id" to table: "filings"
CREATE INDEX `filing_term_id_id` ON `filings` (`term_id`, `id`);
-- Create index "filing_term_id_filed_on_id" to table: "filings"
CREATE INDEX `filing_term_id_filed_on_id` ON `filings` (`term_id`, `filed_on`, `id`);
-- Create index "filing_membership_id_id" to table: "filings"
CREATE INDEX `filing_membership_id_id` ON `filings` (`membership_id`, `id`);
-- Create index "filing_membership_id_filed_on_id" to table: "filings"
CREATE INDEX `filing_membership_id_filed_on_id` ON `filings` (`membership_id`, `filed_on`, `id`);
-- Create index "filing_resolution_id_id" to table: "filings"
CREATE INDEX `filing_resolution_id_id` ON `filings` (`resolution_id`, `id`);
-- Create index "filing_resolution_id_filed_on_id" to table: "filings"
CREATE INDEX `filing_resolution_id_filed_on_id` ON `filings` (`resolution_id`, `filed_on`, `id`);
-- Create index "filing_document_id_id" to table: "filings"
CREATE INDEX `filing_document_id_id` ON `filings` (`document_id`, `id`);
-- Create index "filing_document_id_filed_on_id" to table: "filings"
CREATE INDEX `filing_document_id_filed_on_id` ON `filings` (`document_id`, `filed_on`, `id`);
-- Create index "filing_filed_on_id" to table: "filings"
CREATE INDEX `filing_filed_on_id` ON `filings` (`filed_on`, `id`);
-- Create "handovers" table
CREATE TABLE `handovers` (`id` uuid NOT NULL, `community_id` uuid NULL, `recorded_at` datetime NOT NULL, `due_on` text NOT NULL, `basis` text NOT NULL, `started_at` datetime NOT NULL, `completed_at` datetime NULL, `organization_id` uuid NOT NULL, `term_id` uuid NULL, `membership_id` uuid NULL, `receiver_id` uuid NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `handovers_organizations_organization` FOREIGN KEY (`organization_id`) REFERENCES `organizations` (`id`) ON DELETE NO ACTION, CONSTRAINT `handovers_terms_term` FOREIGN KEY (`term_id`) REFERENCES `terms` (`id`) ON DELETE NO ACTION, CONSTRAINT `handovers_memberships_membership` FOREIGN KEY (`membership_id`) REFERENCES `memberships` (`id`) ON DELETE NO ACTION, CONSTRAINT `handovers_organizations_receiver` FOREIGN KEY (`receiver_id`) REFERENCES `organizations` (`id`) ON DELETE NO ACTION);
-- Create index "handover_community_id_id" to table: "handovers"
CREATE INDEX `handover_community_id_id` ON `handovers` (`community_id`, `id`);
-- Create index "handover_organization_id_id" to table: "handovers"
CREATE INDEX `handover_organization_id_id` ON `handovers` (`organization_id`, `id`);
-- Create index "handover_organization_id_started_at_id" to table: "handovers"
CREATE INDEX `handover_organization_id_started_at_id` ON `handovers` (`organization_id`, `started_at`, `id`);
-- Create index "handover_term_id_id" to table: "handovers"
CREATE INDEX `handover_term_id_id` ON `handovers` (`term_id`, `id`);
-- Create index "handover_term_id_started_at_id" to table: "handovers"
CREATE INDEX `handover_term_id_started_at_id` ON `handovers` (`term_id`, `started_at`, `id`);
-- Create index "handover_membership_id_id" to table: "handovers"
CREATE INDEX `handover_membership_id_id` ON `handovers` (`membership_id`, `id`);
-- Create index "handover_membership_id_started_at_id" to table: "handovers"
CREATE INDEX `handover_membership_id_started_at_id` ON `handovers` (`membership_id`, `started_at`, `id`);
-- Create index "handover_receiver_id_id" to table: "handovers"
CREATE INDEX `handover_receiver_id_id` ON `handovers` (`receiver_id`, `id`);
-- Create index "handover_receiver_id_started_at_id" to table: "handovers"
CREATE INDEX `handover_receiver_id_started_at_id` ON `handovers` (`receiver_id`, `started_at`, `id`);
-- Create index "handover_started_at_id" to table: "handovers"
CREATE INDEX `handover_started_at_id` ON `handovers` (`started_at`, `id`);
-- Create "handover_items" table
CREATE TABLE `handover_items` (`id` uuid NOT NULL, `community_id` uuid NULL, `recorded_at` datetime NOT NULL, `position` integer NOT NULL, `title` text NOT NULL, `quantity` text NULL, `received_at` datetime NULL, `handover_id` uuid NOT NULL, `received_by_id` uuid NULL, `document_id` uuid NULL, PRIMARY KEY (`id`), CONSTRAINT `handover_items_handovers_handover` FOREIGN KEY (`handover_id`) REFERENCES `handovers` (`id`) ON DELETE NO ACTION, CONSTRAINT `handover_items_persons_received_by` FOREIGN KEY (`received_by_id`) REFERENCES `persons` (`id`) ON DELETE NO ACTION, CONSTRAINT `handover_items_documents_document` FOREIGN KEY (`document_id`) REFERENCES `documents` (`id`) ON DELETE NO ACTION);
-- Create index "handoveritem_community_id_id" to table: "handover_items"
CREATE INDEX `handoveritem_community_id_id` ON `handover_items` (`community_id`, `id`);
-- Create index "handoveritem_handover_id_id" to table: "handover_items"
CREATE INDEX `handoveritem_handover_id_id` ON `handover_items` (`handover_id`, `id`);
-- Create index "handoveritem_handover_id_position_id" to table: "handover_items"
CREATE INDEX `handoveritem_handover_id_position_id` ON `handover_items` (`handover_id`, `position`, `id`);
-- Create index "handoveritem_received_by_id_id" to table: "handover_items"
CREATE INDEX `handoveritem_received_by_id_id` ON `handover_items` (`received_by_id`, `id`);
-- Create index "handoveritem_received_by_id_position_id" to table: "handover_items"
CREATE INDEX `handoveritem_received_by_id_position_id` ON `handover_items` (`received_by_id`, `position`, `id`);
-- Create index "handoveritem_document_id_id" to table: "handover_items"
CREATE INDEX `handoveritem_document_id_id` ON `handover_items` (`document_id`, `id`);
-- Create index "handoveritem_document_id_position_id" to table: "handover_items"
CREATE INDEX `handoveritem_document_id_position_id` ON `handover_items` (`document_id`, `position`, `id`);
-- Create index "handoveritem_position_id" to table: "handover_items"
CREATE INDEX `handoveritem_position_id` ON `handover_items` (`position`, `id`);
-- Create "holiday_calendars" table
CREATE TABLE `holiday_calendars` (`id` uuid NOT NULL, `community_id` uuid NULL, `recorded_at` datetime NOT NULL, `year` integer NOT NULL, `source` text NOT NULL, `days` json NOT NULL, `adopted_at` datetime NOT NULL, `document_id` uuid NULL, PRIMARY KEY (`id`), CONSTRAINT `holiday_calendars_documents_document` FOREIGN KEY (`document_id`) REFERENCES `documents` (`id`) ON DELETE NO ACTION);
-- Create index "holidaycalendar_community_id_id" to table: "holiday_calendars"
CREATE INDEX `holidaycalendar_community_id_id` ON `holiday_calendars` (`community_id`, `id`);
-- Create index "holidaycalendar_document_id_id" to table: "holiday_calendars"
CREATE INDEX `holidaycalendar_document_id_id` ON `holiday_calendars` (`document_id`, `id`);
-- Create index "holidaycalendar_document_id_year_id" to table: "holiday_calendars"
CREATE INDEX `holidaycalendar_document_id_year_id` ON `holiday_calendars` (`document_id`, `year`, `id`);
-- Create index "holidaycalendar_year_id" to table: "holiday_calendars"
CREATE INDEX `holidaycalendar_year_id` ON `holiday_calendars` (`year`, `id`);
-- Create "minutes" table
CREATE TABLE `minutes` (`id` uuid NOT NULL, `community_id` uuid NULL, `recorded_at` datetime NOT NULL, `edition` integer NOT NULL, `status` text NOT NULL, `text` text NOT NULL, `correction` text NULL, `drafted_at` datetime NOT NULL, `approved_at` datetime NULL, `meeting_id` uuid NOT NULL, `drafted_by_id` uuid NULL, `approved_by_id` uuid NULL, `corrects_id` uuid NULL, PRIMARY KEY (`id`), CONSTRAINT `minutes_meetings_meeting` FOREIGN KEY (`meeting_id`) REFERENCES `meetings` (`id`) ON DELETE NO ACTION, CONSTRAINT `minutes_persons_drafted_by` FOREIGN KEY (`drafted_by_id`) REFERENCES `persons` (`id`) ON DELETE NO ACTION, CONSTRAINT `minutes_persons_approved_by` FOREIGN KEY (`approved_by_id`) REFERENCES `persons` (`id`) ON DELETE NO ACTION, CONSTRAINT `minutes_minutes_corrects` FOREIGN KEY (`corrects_id`) REFERENCES `minutes` (`id`) ON DELETE NO ACTION);
-- Create index "minutes_community_id_id" to table: "minutes"
CREATE INDEX `minutes_community_id_id` ON `minutes` (`community_id`, `id`);
-- Create index "minutes_meeting_id_id" to table: "minutes"
CREATE INDEX `minutes_meeting_id_id` ON `minutes` (`meeting_id`, `id`);
-- Create index "minutes_meeting_id_drafted_at_id" to table: "minutes"
CREATE INDEX `minutes_meeting_id_drafted_at_id` ON `minutes` (`meeting_id`, `drafted_at`, `id`);
-- Create index "minutes_drafted_by_id_id" to table: "minutes"
CREATE INDEX `minutes_drafted_by_id_id` ON `minutes` (`drafted_by_id`, `id`);
-- Create index "minutes_drafted_by_id_drafted_at_id" to table: "minutes"
CREATE INDEX `minutes_drafted_by_id_drafted_at_id` ON `minutes` (`drafted_by_id`, `drafted_at`, `id`);
-- Create index "minutes_approved_by_id_id" to table: "minutes"
CREATE INDEX `minutes_approved_by_id_id` ON `minutes` (`approved_by_id`, `id`);
-- Create index "minutes_approved_by_id_drafted_at_id" to table: "minutes"
CREATE INDEX `minutes_approved_by_id_drafted_at_id` ON `minutes` (`approved_by_id`, `drafted_at`, `id`);
-- Create index "minutes_corrects_id_id" to table: "minutes"
CREATE INDEX `minutes_corrects_id_id` ON `minutes` (`corrects_id`, `id`);
-- Create index "minutes_corrects_id_drafted_at_id" to table: "minutes"
CREATE INDEX `minutes_corrects_id_drafted_at_id` ON `minutes` (`corrects_id`, `drafted_at`, `id`);
-- Create index "minutes_drafted_at_id" to table: "minutes"
CREATE INDEX `minutes_drafted_at_id` ON `minutes` (`drafted_at`, `id`);
-- Create index "minutes_meeting_id_edition" to table: "minutes"
CREATE UNIQUE INDEX `minutes_meeting_id_edition` ON `minutes` (`meeting_id`, `edition`);
-- Create "minutes_signatures" table
CREATE TABLE `minutes_signatures` (`id` uuid NOT NULL, `community_id` uuid NULL, `recorded_at` datetime NOT NULL, `signed_at` datetime NOT NULL, `minutes_id` uuid NOT NULL, `person_id` uuid NOT NULL, `party_id` uuid NULL, PRIMARY KEY (`id`), CONSTRAINT `minutes_signatures_minutes_minutes` FOREIGN KEY (`minutes_id`) REFERENCES `minutes` (`id`) ON DELETE NO ACTION, CONSTRAINT `minutes_signatures_persons_person` FOREIGN KEY (`person_id`) REFERENCES `persons` (`id`) ON DELETE NO ACTION, CONSTRAINT `minutes_signatures_linkage_parties_party` FOREIGN KEY (`party_id`) REFERENCES `linkage_parties` (`id`) ON DELETE NO ACTION);
-- Create index "minutessignature_community_id_id" to table: "minutes_signatures"
CREATE INDEX `minutessignature_community_id_id` ON `minutes_signatures` (`community_id`, `id`);
-- Create index "minutessignature_minutes_id_id" to table: "minutes_signatures"
CREATE INDEX `minutessignature_minutes_id_id` ON `minutes_signatures` (`minutes_id`, `id`);
-- Create index "minutessignature_minutes_id_signed_at_id" to table: "minutes_signatures"
CREATE INDEX `minutessignature_minutes_id_signed_at_id` ON `minutes_signatures` (`minutes_id`, `signed_at`, `id`);
-- Create index "minutessignature_person_id_id" to table: "minutes_signatures"
CREATE INDEX `minutessignature_person_id_id` ON `minutes_signatures` (`person_id`, `id`);
-- Create index "minutessignature_person_id_signed_at_id" to table: "minutes_signatures"
CREATE INDEX `minutessignature_person_id_signed_at_id` ON `minutes_signatures` (`person_id`, `signed_at`, `id`);
-- Create index "minutessignature_party_id_id" to table: "minutes_signatures"
CREATE INDEX `minutessignature_party_id_id` ON `minutes_signatures` (`party_id`, `id`);
-- Create index "minutessignature_party_id_signed_at_id" to table: "minutes_signatures"
CREATE INDEX `minutessignature_party_id_signed_at_id` ON `minutes_signatures` (`party_id`, `signed_at`, `id`);
-- Create index "minutessignature_signed_at_id" to table: "minutes_signatures"
CREATE INDEX `minutessignature_signed_at_id` ON `minutes_signatures` (`signed_at`, `id`);
-- Create index "minutessignature_minutes_id_person_id" to table: "minutes_signatures"
CREATE UNIQUE INDEX `minutessignature_minutes_id_person_id` ON `minutes_signatures` (`minutes_id`, `person_id`);
-- Create "motions" table
CREATE TABLE `motions` (`id` uuid NOT NULL, `community_id` uuid NULL, `recorded_at` datetime NOT NULL, `text` text NOT NULL, `status` text NOT NULL, `moved_at` datetime NOT NULL, `seconded_at` datetime NULL, `agenda_item_id` uuid NOT NULL, `mover_id` uuid NULL, `seconder_id` uuid NULL, `amends_id` uuid NULL, PRIMARY KEY (`id`), CONSTRAINT `motions_agenda_items_agenda_item` FOREIGN KEY (`agenda_item_id`) REFERENCES `agenda_items` (`id`) ON DELETE NO ACTION, CONSTRAINT `motions_persons_mover` FOREIGN KEY (`mover_id`) REFERENCES `persons` (`id`) ON DELETE NO ACTION, CONSTRAINT `motions_persons_seconder` FOREIGN KEY (`seconder_id`) REFERENCES `persons` (`id`) ON DELETE NO ACTION, CONSTRAINT `motions_motions_amends` FOREIGN KEY (`amends_id`) REFERENCES `motions` (`id`) ON DELETE NO ACTION);
-- Create index "motion_community_id_id" to table: "motions"
CREATE INDEX `motion_community_id_id` ON `motions` (`community_id`, `id`);
-- Create index "motion_agenda_item_id_id" to table: "motions"
CREATE INDEX `motion_agenda_item_id_id` ON `motions` (`agenda_item_id`, `id`);
-- Create index "motion_agenda_item_id_moved_at_id" to table: "motions"
CREATE INDEX `motion_agenda_item_id_moved_at_id` ON `motions` (`agenda_item_id`, `moved_at`, `id`);
-- Create index "motion_mover_id_id" to table: "motions"
CREATE INDEX `motion_mover_id_id` ON `motions` (`mover_id`, `id`);
-- Create index "motion_mover_id_moved_at_id" to table: "motions"
CREATE INDEX `motion_mover_id_moved_at_id` ON `motions` (`mover_id`, `moved_at`, `id`);
-- Create index "motion_seconder_id_id" to table: "motions"
CREATE INDEX `motion_seconder_id_id` ON `motions` (`seconder_id`, `id`);
-- Create index "motion_seconder_id_moved_at_id" to table: "motions"
CREATE INDEX `motion_seconder_id_moved_at_id` ON `motions` (`seconder_id`, `moved_at`, `id`);
-- Create index "motion_amends_id_id" to table: "motions"
CREATE INDEX `motion_amends_id_id` ON `motions` (`amends_id`, `id`);
-- Create index "motion_amends_id_moved_at_id" to table: "motions"
CREATE INDEX `motion_amends_id_moved_at_id` ON `motions` (`amends_id`, `moved_at`, `id`);
-- Create index "motion_moved_at_id" to table: "motions"
CREATE INDEX `motion_moved_at_id` ON `motions` (`moved_at`, `id`);
-- Create "opinions" table
CREATE TABLE `opinions` (`id` uuid NOT NULL, `community_id` uuid NULL, `recorded_at` datetime NOT NULL, `requested_at` datetime NOT NULL, `due_at` datetime NOT NULL, `stance` text NULL, `text` text NULL, `given_at` datetime NULL, `agenda_item_id` uuid NOT NULL, `organization_id` uuid NOT NULL, `requested_by_id` uuid NULL, `given_by_id` uuid NULL, PRIMARY KEY (`id`), CONSTRAINT `opinions_agenda_items_agenda_item` FOREIGN KEY (`agenda_item_id`) REFERENCES `agenda_items` (`id`) ON DELETE NO ACTION, CONSTRAINT `opinions_organizations_organization` FOREIGN KEY (`organization_id`) REFERENCES `organizations` (`id`) ON DELETE NO ACTION, CONSTRAINT `opinions_persons_requested_by` FOREIGN KEY (`requested_by_id`) REFERENCES `persons` (`id`) ON DELETE NO ACTION, CONSTRAINT `opinions_persons_given_by` FOREIGN KEY (`given_by_id`) REFERENCES `persons` (`id`) ON DELETE NO ACTION);
-- Create index "opinion_community_id_id" to table: "opinions"
CREATE INDEX `opinion_community_id_id` ON `opinions` (`community_id`, `id`);
-- Create index "opinion_agenda_item_id_id" to table: "opinions"
CREATE INDEX `opinion_agenda_item_id_id` ON `opinions` (`agenda_item_id`, `id`);
-- Create index "opinion_agenda_item_id_requested_at_id" to table: "opinions"
CREATE INDEX `opinion_agenda_item_id_requested_at_id` ON `opinions` (`agenda_item_id`, `requested_at`, `id`);
-- Create index "opinion_organization_id_id" to table: "opinions"
CREATE INDEX `opinion_organization_id_id` ON `opinions` (`organization_id`, `id`);
-- Create index "opinion_organization_id_requested_at_id" to table: "opinions"
CREATE INDEX `opinion_organization_id_requested_at_id` ON `opinions` (`organization_id`, `requested_at`, `id`);
-- Create index "opinion_requested_by_id_id" to table: "opinions"
CREATE INDEX `opinion_requested_by_id_id` ON `opinions` (`requested_by_id`, `id`);
-- Create index "opinion_requested_by_id_requested_at_id" to table: "opinions"
CREATE INDEX `opinion_requested_by_id_requested_at_id` ON `opinions` (`requested_by_id`, `requested_at`, `id`);
-- Create index "opinion_given_by_id_id" to table: "opinions"
CREATE INDEX `opinion_given_by_id_id` ON `opinions` (`given_by_id`, `id`);
-- Create index "opinion_given_by_id_requested_at_id" to table: "opinions"
CREATE INDEX `opinion_given_by_id_requested_at_id` ON `opinions` (`given_by_id`, `requested_at`, `id`);
-- Create index "opinion_requested_at_id" to table: "opinions"
CREATE INDEX `opinion_requested_at_id` ON `opinions` (`requested_at`, `id`);
-- Create index "opinion_agenda_item_id_organization_id" to table: "opinions"
CREATE UNIQUE INDEX `opinion_agenda_item_id_organization_id` ON `opinions` (`agenda_item_id`, `organization_id`);
-- Create "oversight_actions" table
CREATE TABLE `oversight_actions` (`id` uuid NOT NULL, `community_id` uuid NULL, `recorded_at` datetime NOT NULL, `kind` text NOT NULL, `text` text NOT NULL, `basis` text NOT NULL, `issued_on` text NOT NULL, `due_on` text NULL, `fulfilled_on` text NULL, `organization_id` uuid NOT NULL, `target_id` uuid NOT NULL, `resolution_id` uuid NULL, `document_id` uuid NULL, PRIMARY KEY (`id`), CONSTRAINT `oversight_actions_organizations_organization` FOREIGN KEY (`organization_id`) REFERENCES `organizations` (`id`) ON DELETE NO ACTION, CONSTRAINT `oversight_actions_organizations_target` FOREIGN KEY (`target_id`) REFERENCES `organizations` (`id`) ON DELETE NO ACTION, CONSTRAINT `oversight_actions_resolutions_resolution` FOREIGN KEY (`resolution_id`) REFERENCES `resolutions` (`id`) ON DELETE NO ACTION, CONSTRAINT `oversight_actions_documents_document` FOREIGN KEY (`document_id`) REFERENCES `documents` (`id`) ON DELETE NO ACTION);
-- Create index "oversightaction_community_id_id" to table: "oversight_actions"
CREATE INDEX `oversightaction_community_id_id` ON `oversight_actions` (`community_id`, `id`);
-- Create index "oversightaction_organization_id_id" to table: "oversight_actions"
CREATE INDEX `oversightaction_organization_id_id` ON `oversight_actions` (`organization_id`, `id`);
-- Create index "oversightaction_organization_id_issued_on_id" to table: "oversight_actions"
CREATE INDEX `oversightaction_organization_id_issued_on_id` ON `oversight_actions` (`organization_id`, `issued_on`, `id`);
-- Create index "oversightaction_target_id_id" to table: "oversight_actions"
CREATE INDEX `oversightaction_target_id_id` ON `oversight_actions` (`target_id`, `id`);
-- Create index "oversightaction_target_id_issued_on_id" to table: "oversight_actions"
CREATE INDEX `oversightaction_target_id_issued_on_id` ON `oversight_actions` (`target_id`, `issued_on`, `id`);
-- Create index "oversightaction_resolution_id_id" to table: "oversight_actions"
CREATE INDEX `oversightaction_resolution_id_id` ON `oversight_actions` (`resolution_id`, `id`);
-- Create index "oversightaction_resolution_id_issued_on_id" to table: "oversight_actions"
CREATE INDEX `oversightaction_resolution_id_issued_on_id` ON `oversight_actions` (`resolution_id`, `issued_on`, `id`);
-- Create index "oversightaction_document_id_id" to table: "oversight_actions"
CREATE INDEX `oversightaction_document_id_id` ON `oversight_actions` (`document_id`, `id`);
-- Create index "oversightaction_document_id_issued_on_id" to table: "oversight_actions"
CREATE INDEX `oversightaction_document_id_issued_on_id` ON `oversight_actions` (`document_id`, `issued_on`, `id`);
-- Create index "oversightaction_issued_on_id" to table: "oversight_actions"
CREATE INDEX `oversightaction_issued_on_id` ON `oversight_actions` (`issued_on`, `id`);
-- Create "posting_checks" table
CREATE TABLE `posting_checks` (`id` uuid NOT NULL, `community_id` uuid NULL, `recorded_at` datetime NOT NULL, `checked_at` datetime NOT NULL, `still_there` bool NOT NULL, `note` text NULL, `publication_id` uuid NOT NULL, `checked_by_id` uuid NULL, `document_id` uuid NULL, PRIMARY KEY (`id`), CONSTRAINT `posting_checks_publications_publication` FOREIGN KEY (`publication_id`) REFERENCES `publications` (`id`) ON DELETE NO ACTION, CONSTRAINT `posting_checks_persons_checked_by` FOREIGN KEY (`checked_by_id`) REFERENCES `persons` (`id`) ON DELETE NO ACTION, CONSTRAINT `posting_checks_documents_document` FOREIGN KEY (`document_id`) REFERENCES `documents` (`id`) ON DELETE NO ACTION);
-- Create index "postingcheck_community_id_id" to table: "posting_checks"
CREATE INDEX `postingcheck_community_id_id` ON `posting_checks` (`community_id`, `id`);
-- Create index "postingcheck_publication_id_id" to table: "posting_checks"
CREATE INDEX `postingcheck_publication_id_id` ON `posting_checks` (`publication_id`, `id`);
-- Create index "postingcheck_publication_id_checked_at_id" to table: "posting_checks"
CREATE INDEX `postingcheck_publication_id_checked_at_id` ON `posting_checks` (`publication_id`, `checked_at`, `id`);
-- Create index "postingcheck_checked_by_id_id" to table: "posting_checks"
CREATE INDEX `postingcheck_checked_by_id_id` ON `posting_checks` (`checked_by_id`, `id`);
-- Create index "postingcheck_checked_by_id_checked_at_id" to table: "posting_checks"
CREATE INDEX `postingcheck_checked_by_id_checked_at_id` ON `posting_checks` (`checked_by_id`, `checked_at`, `id`);
-- Create index "postingcheck_document_id_id" to table: "posting_checks"
CREATE INDEX `postingcheck_document_id_id` ON `posting_checks` (`document_id`, `id`);
-- Create index "postingcheck_document_id_checked_at_id" to table: "posting_checks"
CREATE INDEX `postingcheck_document_id_checked_at_id` ON `posting_checks` (`document_id`, `checked_at`, `id`);
-- Create index "postingcheck_checked_at_id" to table: "posting_checks"
CREATE INDEX `postingcheck_checked_at_id` ON `posting_checks` (`checked_at`, `id`);
-- Create "procedure_runs" table
CREATE TABLE `procedure_runs` (`id` uuid NOT NULL, `community_id` uuid NULL, `recorded_at` datetime NOT NULL, `code` text NOT NULL, `edition` integer NOT NULL, `procedure` json NOT NULL, `status` text NOT NULL, `started_at` datetime NOT NULL, `ended_at` datetime NULL, `stop_reason` text NULL, `proposal_id` uuid NOT NULL, `organization_id` uuid NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `procedure_runs_proposals_proposal` FOREIGN KEY (`proposal_id`) REFERENCES `proposals` (`id`) ON DELETE NO ACTION, CONSTRAINT `procedure_runs_organizations_organization` FOREIGN KEY (`organization_id`) REFERENCES `organizations` (`id`) ON DELETE NO ACTION);
-- Create index "procedurerun_community_id_id" to table: "procedure_runs"
CREATE INDEX `procedurerun_community_id_id` ON `procedure_runs` (`community_id`, `id`);
-- Create index "procedurerun_proposal_id_id" to table: "procedure_runs"
CREATE INDEX `procedurerun_proposal_id_id` ON `procedure_runs` (`proposal_id`, `id`);
-- Create index "procedurerun_proposal_id_started_at_id" to table: "procedure_runs"
CREATE INDEX `procedurerun_proposal_id_started_at_id` ON `procedure_runs` (`proposal_id`, `started_at`, `id`);
-- Create index "procedurerun_organization_id_id" to table: "procedure_runs"
CREATE INDEX `procedurerun_organization_id_id` ON `procedure_runs` (`organization_id`, `id`);
-- Create index "procedurerun_organization_id_started_at_id" to table: "procedure_runs"
CREATE INDEX `procedurerun_organization_id_started_at_id` ON `procedure_runs` (`organization_id`, `started_at`, `id`);
-- Create index "procedurerun_started_at_id" to table: "procedure_runs"
CREATE INDEX `procedurerun_started_at_id` ON `procedure_runs` (`started_at`, `id`);
-- Create "procedure_steps" table
CREATE TABLE `procedure_steps` (`id` uuid NOT NULL, `community_id` uuid NULL, `recorded_at` datetime NOT NULL, `step` text NOT NULL, `note` text NULL, `done_at` datetime NOT NULL, `run_id` uuid NOT NULL, `meeting_id` uuid NULL, `vote_id` uuid NULL, `resolution_id` uuid NULL, `publication_id` uuid NULL, `document_id` uuid NULL, `recorded_by_id` uuid NULL, PRIMARY KEY (`id`), CONSTRAINT `procedure_steps_procedure_runs_run` FOREIGN KEY (`run_id`) REFERENCES `procedure_runs` (`id`) ON DELETE NO ACTION, CONSTRAINT `procedure_steps_meetings_meeting` FOREIGN KEY (`meeting_id`) REFERENCES `meetings` (`id`) ON DELETE NO ACTION, CONSTRAINT `procedure_steps_votes_vote` FOREIGN KEY (`vote_id`) REFERENCES `votes` (`id`) ON DELETE NO ACTION, CONSTRAINT `procedure_steps_resolutions_resolution` FOREIGN KEY (`resolution_id`) REFERENCES `resolutions` (`id`) ON DELETE NO ACTION, CONSTRAINT `procedure_steps_publications_publication` FOREIGN KEY (`publication_id`) REFERENCES `publications` (`id`) ON DELETE NO ACTION, CONSTRAINT `procedure_steps_documents_document` FOREIGN KEY (`document_id`) REFERENCES `documents` (`id`) ON DELETE NO ACTION, CONSTRAINT `procedure_steps_persons_recorded_by` FOREIGN KEY (`recorded_by_id`) REFERENCES `persons` (`id`) ON DELETE NO ACTION);
-- Create index "procedurestep_community_id_id" to table: "procedure_steps"
CREATE INDEX `procedurestep_community_id_id` ON `procedure_steps` (`community_id`, `id`);
-- Create index "procedurestep_run_id_id" to table: "procedure_steps"
CREATE INDEX `procedurestep_run_id_id` ON `procedure_steps` (`run_id`, `id`);
-- Create index "procedurestep_run_id_done_at_id" to table: "procedure_steps"
CREATE INDEX `procedurestep_run_id_done_at_id` ON `procedure_steps` (`run_id`, `done_at`, `id`);
-- Create index "procedurestep_meeting_id_id" to table: "procedure_steps"
CREATE INDEX `procedurestep_meeting_id_id` ON `procedure_steps` (`meeting_id`, `id`);
-- Create index "procedurestep_meeting_id_done_at_id" to table: "procedure_steps"
CREATE INDEX `procedurestep_meeting_id_done_at_id` ON `procedure_steps` (`meeting_id`, `done_at`, `id`);
-- Create index "procedurestep_vote_id_id" to table: "procedure_steps"
CREATE INDEX `procedurestep_vote_id_id` ON `procedure_steps` (`vote_id`, `id`);
-- Create index "procedurestep_vote_id_done_at_id" to table: "procedure_steps"
CREATE INDEX `procedurestep_vote_id_done_at_id` ON `procedure_steps` (`vote_id`, `done_at`, `id`);
-- Create index "procedurestep_resolution_id_id" to table: "procedure_steps"
CREATE INDEX `procedurestep_resolution_id_id` ON `procedure_steps` (`resolution_id`, `id`);
-- Create index "procedurestep_resolution_id_done_at_id" to table: "procedure_steps"
CREATE INDEX `procedurestep_resolution_id_done_at_id` ON `procedure_steps` (`resolution_id`, `done_at`, `id`);
-- Create index "procedurestep_publication_id_id" to table: "procedure_steps"
CREATE INDEX `procedurestep_publication_id_id` ON `procedure_steps` (`publication_id`, `id`);
-- Create index "procedurestep_publication_id_done_at_id" to table: "procedure_steps"
CREATE INDEX `procedurestep_publication_id_done_at_id` ON `procedure_steps` (`publication_id`, `done_at`, `id`);
-- Create index "procedurestep_document_id_id" to table: "procedure_steps"
CREATE INDEX `procedurestep_document_id_id` ON `procedure_steps` (`document_id`, `id`);
-- Create index "procedurestep_document_id_done_at_id" to table: "procedure_steps"
CREATE INDEX `procedurestep_document_id_done_at_id` ON `procedure_steps` (`document_id`, `done_at`, `id`);
-- Create index "procedurestep_recorded_by_id_id" to table: "procedure_steps"
CREATE INDEX `procedurestep_recorded_by_id_id` ON `procedure_steps` (`recorded_by_id`, `id`);
-- Create index "procedurestep_recorded_by_id_done_at_id" to table: "procedure_steps"
CREATE INDEX `procedurestep_recorded_by_id_done_at_id` ON `procedure_steps` (`recorded_by_id`, `done_at`, `id`);
-- Create index "procedurestep_done_at_id" to table: "procedure_steps"
CREATE INDEX `procedurestep_done_at_id` ON `procedure_steps` (`done_at`, `id`);
-- Create index "procedurestep_run_id_step" to table: "procedure_steps"
CREATE UNIQUE INDEX `procedurestep_run_id_step` ON `procedure_steps` (`run_id`, `step`);
-- Create "resolution_effects" table
CREATE TABLE `resolution_effects` (`id` uuid NOT NULL, `community_id` uuid NULL, `recorded_at` datetime NOT NULL, `from` text NOT NULL, `to` text NULL, `superseded_at` datetime NULL, `version_of` uuid NULL, `status` text NOT NULL, `resolution_id` uuid NOT NULL, `ruling_id` uuid NULL, `oversight_id` uuid NULL, `superseding_id` uuid NULL, PRIMARY KEY (`id`), CONSTRAINT `resolution_effects_resolutions_resolution` FOREIGN KEY (`resolution_id`) REFERENCES `resolutions` (`id`) ON DELETE NO ACTION, CONSTRAINT `resolution_effects_rulings_ruling` FOREIGN KEY (`ruling_id`) REFERENCES `rulings` (`id`) ON DELETE NO ACTION, CONSTRAINT `resolution_effects_oversight_actions_oversight` FOREIGN KEY (`oversight_id`) REFERENCES `oversight_actions` (`id`) ON DELETE NO ACTION, CONSTRAINT `resolution_effects_resolutions_superseding` FOREIGN KEY (`superseding_id`) REFERENCES `resolutions` (`id`) ON DELETE NO ACTION);
-- Create index "resolutioneffect_community_id_id" to table: "resolution_effects"
CREATE INDEX `resolutioneffect_community_id_id` ON `resolution_effects` (`community_id`, `id`);
-- Create index "resolutioneffect_version_of" to table: "resolution_effects"
CREATE INDEX `resolutioneffect_version_of` ON `resolution_effects` (`version_of`);
-- Create index "resolutioneffect_resolution_id_id" to table: "resolution_effects"
CREATE INDEX `resolutioneffect_resolution_id_id` ON `resolution_effects` (`resolution_id`, `id`);
-- Create index "resolutioneffect_resolution_id_from_id" to table: "resolution_effects"
CREATE INDEX `resolutioneffect_resolution_id_from_id` ON `resolution_effects` (`resolution_id`, `from`, `id`);
-- Create index "resolutioneffect_ruling_id_id" to table: "resolution_effects"
CREATE INDEX `resolutioneffect_ruling_id_id` ON `resolution_effects` (`ruling_id`, `id`);
-- Create index "resolutioneffect_ruling_id_from_id" to table: "resolution_effects"
CREATE INDEX `resolutioneffect_ruling_id_from_id` ON `resolution_effects` (`ruling_id`, `from`, `id`);
-- Create index "resolutioneffect_oversight_id_id" to table: "resolution_effects"
CREATE INDEX `resolutioneffect_oversight_id_id` ON `resolution_effects` (`oversight_id`, `id`);
-- Create index "resolutioneffect_oversight_id_from_id" to table: "resolution_effects"
CREATE INDEX `resolutioneffect_oversight_id_from_id` ON `resolution_effects` (`oversight_id`, `from`, `id`);
-- Create index "resolutioneffect_superseding_id_id" to table: "resolution_effects"
CREATE INDEX `resolutioneffect_superseding_id_id` ON `resolution_effects` (`superseding_id`, `id`);
-- Create index "resolutioneffect_superseding_id_from_id" to table: "resolution_effects"
CREATE INDEX `resolutioneffect_superseding_id_from_id` ON `resolution_effects` (`superseding_id`, `from`, `id`);
-- Create index "resolutioneffect_from_id" to table: "resolution_effects"
CREATE INDEX `resolutioneffect_from_id` ON `resolution_effects` (`from`, `id`);
-- Create "rulings" table
CREATE TABLE `rulings` (`id` uuid NOT NULL, `community_id` uuid NULL, `recorded_at` datetime NOT NULL, `outcome` text NOT NULL, `text` text NOT NULL, `case_number` text NULL, `ruled_on` text NOT NULL, `effect_from` text NULL, `challenge_id` uuid NOT NULL, `overturns_id` uuid NULL, `document_id` uuid NULL, `recorded_by_id` uuid NULL, PRIMARY KEY (`id`), CONSTRAINT `rulings_challenges_challenge` FOREIGN KEY (`challenge_id`) REFERENCES `challenges` (`id`) ON DELETE NO ACTION, CONSTRAINT `rulings_rulings_overturns` FOREIGN KEY (`overturns_id`) REFERENCES `rulings` (`id`) ON DELETE NO ACTION, CONSTRAINT `rulings_documents_document` FOREIGN KEY (`document_id`) REFERENCES `documents` (`id`) ON DELETE NO ACTION, CONSTRAINT `rulings_persons_recorded_by` FOREIGN KEY (`recorded_by_id`) REFERENCES `persons` (`id`) ON DELETE NO ACTION);
-- Create index "ruling_community_id_id" to table: "rulings"
CREATE INDEX `ruling_community_id_id` ON `rulings` (`community_id`, `id`);
-- Create index "ruling_challenge_id_id" to table: "rulings"
CREATE INDEX `ruling_challenge_id_id` ON `rulings` (`challenge_id`, `id`);
-- Create index "ruling_challenge_id_ruled_on_id" to table: "rulings"
CREATE INDEX `ruling_challenge_id_ruled_on_id` ON `rulings` (`challenge_id`, `ruled_on`, `id`);
-- Create index "ruling_overturns_id_id" to table: "rulings"
CREATE INDEX `ruling_overturns_id_id` ON `rulings` (`overturns_id`, `id`);
-- Create index "ruling_overturns_id_ruled_on_id" to table: "rulings"
CREATE INDEX `ruling_overturns_id_ruled_on_id` ON `rulings` (`overturns_id`, `ruled_on`, `id`);
-- Create index "ruling_document_id_id" to table: "rulings"
CREATE INDEX `ruling_document_id_id` ON `rulings` (`document_id`, `id`);
-- Create index "ruling_document_id_ruled_on_id" to table: "rulings"
CREATE INDEX `ruling_document_id_ruled_on_id` ON `rulings` (`document_id`, `ruled_on`, `id`);
-- Create index "ruling_recorded_by_id_id" to table: "rulings"
CREATE INDEX `ruling_recorded_by_id_id` ON `rulings` (`recorded_by_id`, `id`);
-- Create index "ruling_recorded_by_id_ruled_on_id" to table: "rulings"
CREATE INDEX `ruling_recorded_by_id_ruled_on_id` ON `rulings` (`recorded_by_id`, `ruled_on`, `id`);
-- Create index "ruling_ruled_on_id" to table: "rulings"
CREATE INDEX `ruling_ruled_on_id` ON `rulings` (`ruled_on`, `id`);
-- Create "signatures" table
CREATE TABLE `signatures` (`id` uuid NOT NULL, `community_id` uuid NULL, `recorded_at` datetime NOT NULL, `signed_at` datetime NOT NULL, `proposal_id` uuid NOT NULL, `person_id` uuid NOT NULL, `document_id` uuid NULL, `recorded_by_id` uuid NULL, PRIMARY KEY (`id`), CONSTRAINT `signatures_proposals_proposal` FOREIGN KEY (`proposal_id`) REFERENCES `proposals` (`id`) ON DELETE NO ACTION, CONSTRAINT `signatures_persons_person` FOREIGN KEY (`person_id`) REFERENCES `persons` (`id`) ON DELETE NO ACTION, CONSTRAINT `signatures_documents_document` FOREIGN KEY (`document_id`) REFERENCES `documents` (`id`) ON DELETE NO ACTION, CONSTRAINT `signatures_persons_recorded_by` FOREIGN KEY (`recorded_by_id`) REFERENCES `persons` (`id`) ON DELETE NO ACTION);
-- Create index "signature_community_id_id" to table: "signatures"
CREATE INDEX `signature_community_id_id` ON `signatures` (`community_id`, `id`);
-- Create index "signature_proposal_id_id" to table: "signatures"
CREATE INDEX `signature_proposal_id_id` ON `signatures` (`proposal_id`, `id`);
-- Create index "signature_proposal_id_signed_at_id" to table: "signatures"
CREATE INDEX `signature_proposal_id_signed_at_id` ON `signatures` (`proposal_id`, `signed_at`, `id`);
-- Create index "signature_person_id_id" to table: "signatures"
CREATE INDEX `signature_person_id_id` ON `signatures` (`person_id`, `id`);
-- Create index "signature_person_id_signed_at_id" to table: "signatures"
CREATE INDEX `signature_person_id_signed_at_id` ON `signatures` (`person_id`, `signed_at`, `id`);
-- Create index "signature_document_id_id" to table: "signatures"
CREATE INDEX `signature_document_id_id` ON `signatures` (`document_id`, `id`);
-- Create index "signature_document_id_signed_at_id" to table: "signatures"
CREATE INDEX `signature_document_id_signed_at_id` ON `signatures` (`document_id`, `signed_at`, `id`);
-- Create index "signature_recorded_by_id_id" to table: "signatures"
CREATE INDEX `signature_recorded_by_id_id` ON `signatures` (`recorded_by_id`, `id`);
-- Create index "signature_recorded_by_id_signed_at_id" to table: "signatures"
CREATE INDEX `signature_recorded_by_id_signed_at_id` ON `signatures` (`recorded_by_id`, `signed_at`, `id`);
-- Create index "signature_signed_at_id" to table: "signatures"
CREATE INDEX `signature_signed_at_id` ON `signatures` (`signed_at`, `id`);
-- Create index "signature_proposal_id_person_id" to table: "signatures"
CREATE UNIQUE INDEX `signature_proposal_id_person_id` ON `signatures` (`proposal_id`, `person_id`);
-- Create "speeches" table
CREATE TABLE `speeches` (`id` uuid NOT NULL, `community_id` uuid NULL, `recorded_at` datetime NOT NULL, `side` text NOT NULL, `status` text NOT NULL, `requested_at` datetime NOT NULL, `given_at` datetime NULL, `ended_at` datetime NULL, `seconds` integer NULL, `agenda_item_id` uuid NOT NULL, `person_id` uuid NOT NULL, `party_id` uuid NULL, PRIMARY KEY (`id`), CONSTRAINT `speeches_agenda_items_agenda_item` FOREIGN KEY (`agenda_item_id`) REFERENCES `agenda_items` (`id`) ON DELETE NO ACTION, CONSTRAINT `speeches_persons_person` FOREIGN KEY (`person_id`) REFERENCES `persons` (`id`) ON DELETE NO ACTION, CONSTRAINT `speeches_linkage_parties_party` FOREIGN KEY (`party_id`) REFERENCES `linkage_parties` (`id`) ON DELETE NO ACTION);
-- Create index "speech_community_id_id" to table: "speeches"
CREATE INDEX `speech_community_id_id` ON `speeches` (`community_id`, `id`);
-- Create index "speech_agenda_item_id_id" to table: "speeches"
CREATE INDEX `speech_agenda_item_id_id` ON `speeches` (`agenda_item_id`, `id`);
-- Create index "speech_agenda_item_id_requested_at_id" to table: "speeches"
CREATE INDEX `speech_agenda_item_id_requested_at_id` ON `speeches` (`agenda_item_id`, `requested_at`, `id`);
-- Create index "speech_person_id_id" to table: "speeches"
CREATE INDEX `speech_person_id_id` ON `speeches` (`person_id`, `id`);
-- Create index "speech_person_id_requested_at_id" to table: "speeches"
CREATE INDEX `speech_person_id_requested_at_id` ON `speeches` (`person_id`, `requested_at`, `id`);
-- Create index "speech_party_id_id" to table: "speeches"
CREATE INDEX `speech_party_id_id` ON `speeches` (`party_id`, `id`);
-- Create index "speech_party_id_requested_at_id" to table: "speeches"
CREATE INDEX `speech_party_id_requested_at_id` ON `speeches` (`party_id`, `requested_at`, `id`);
-- Create index "speech_requested_at_id" to table: "speeches"
CREATE INDEX `speech_requested_at_id` ON `speeches` (`requested_at`, `id`);
-- Create "tasks" table
CREATE TABLE `tasks` (`id` uuid NOT NULL, `community_id` uuid NULL, `recorded_at` datetime NOT NULL, `title` text NOT NULL, `text` text NULL, `status` text NOT NULL, `progress` integer NOT NULL, `due_on` text NOT NULL, `created_at` datetime NOT NULL, `completed_at` datetime NULL, `stop_reason` text NULL, `resolution_id` uuid NOT NULL, `organization_id` uuid NOT NULL, `person_id` uuid NULL, `document_id` uuid NULL, PRIMARY KEY (`id`), CONSTRAINT `tasks_resolutions_resolution` FOREIGN KEY (`resolution_id`) REFERENCES `resolutions` (`id`) ON DELETE NO ACTION, CONSTRAINT `tasks_organizations_organization` FOREIGN KEY (`organization_id`) REFERENCES `organizations` (`id`) ON DELETE NO ACTION, CONSTRAINT `tasks_persons_person` FOREIGN KEY (`person_id`) REFERENCES `persons` (`id`) ON DELETE NO ACTION, CONSTRAINT `tasks_documents_document` FOREIGN KEY (`document_id`) REFERENCES `documents` (`id`) ON DELETE NO ACTION);
-- Create index "task_community_id_id" to table: "tasks"
CREATE INDEX `task_community_id_id` ON `tasks` (`community_id`, `id`);
-- Create index "task_resolution_id_id" to table: "tasks"
CREATE INDEX `task_resolution_id_id` ON `tasks` (`resolution_id`, `id`);
-- Create index "task_resolution_id_created_at_id" to table: "tasks"
CREATE INDEX `task_resolution_id_created_at_id` ON `tasks` (`resolution_id`, `created_at`, `id`);
-- Create index "task_organization_id_id" to table: "tasks"
CREATE INDEX `task_organization_id_id` ON `tasks` (`organization_id`, `id`);
-- Create index "task_organization_id_created_at_id" to table: "tasks"
CREATE INDEX `task_organization_id_created_at_id` ON `tasks` (`organization_id`, `created_at`, `id`);
-- Create index "task_person_id_id" to table: "tasks"
CREATE INDEX `task_person_id_id` ON `tasks` (`person_id`, `id`);
-- Create index "task_person_id_created_at_id" to table: "tasks"
CREATE INDEX `task_person_id_created_at_id` ON `tasks` (`person_id`, `created_at`, `id`);
-- Create index "task_document_id_id" to table: "tasks"
CREATE INDEX `task_document_id_id` ON `tasks` (`document_id`, `id`);
-- Create index "task_document_id_created_at_id" to table: "tasks"
CREATE INDEX `task_document_id_created_at_id` ON `tasks` (`document_id`, `created_at`, `id`);
-- Create index "task_created_at_id" to table: "tasks"
CREATE INDEX `task_created_at_id` ON `tasks` (`created_at`, `id`);
-- Create index "task_status_due_on" to table: "tasks"
CREATE INDEX `task_status_due_on` ON `tasks` (`status`, `due_on`);
-- Create "task_reports" table
CREATE TABLE `task_reports` (`id` uuid NOT NULL, `community_id` uuid NULL, `recorded_at` datetime NOT NULL, `text` text NOT NULL, `progress` integer NOT NULL, `reported_at` datetime NOT NULL, `task_id` uuid NOT NULL, `reported_by_id` uuid NULL, `document_id` uuid NULL, PRIMARY KEY (`id`), CONSTRAINT `task_reports_tasks_task` FOREIGN KEY (`task_id`) REFERENCES `tasks` (`id`) ON DELETE NO ACTION, CONSTRAINT `task_reports_persons_reported_by` FOREIGN KEY (`reported_by_id`) REFERENCES `persons` (`id`) ON DELETE NO ACTION, CONSTRAINT `task_reports_documents_document` FOREIGN KEY (`document_id`) REFERENCES `documents` (`id`) ON DELETE NO ACTION);
-- Create index "taskreport_community_id_id" to table: "task_reports"
CREATE INDEX `taskreport_community_id_id` ON `task_reports` (`community_id`, `id`);
-- Create index "taskreport_task_id_id" to table: "task_reports"
CREATE INDEX `taskreport_task_id_id` ON `task_reports` (`task_id`, `id`);
-- Create index "taskreport_task_id_reported_at_id" to table: "task_reports"
CREATE INDEX `taskreport_task_id_reported_at_id` ON `task_reports` (`task_id`, `reported_at`, `id`);
-- Create index "taskreport_reported_by_id_id" to table: "task_reports"
CREATE INDEX `taskreport_reported_by_id_id` ON `task_reports` (`reported_by_id`, `id`);
-- Create index "taskreport_reported_by_id_reported_at_id" to table: "task_reports"
CREATE INDEX `taskreport_reported_by_id_reported_at_id` ON `task_reports` (`reported_by_id`, `reported_at`, `id`);
-- Create index "taskreport_document_id_id" to table: "task_reports"
CREATE INDEX `taskreport_document_id_id` ON `task_reports` (`document_id`, `id`);
-- Create index "taskreport_document_id_reported_at_id" to table: "task_reports"
CREATE INDEX `taskreport_document_id_reported_at_id` ON `task_reports` (`document_id`, `reported_at`, `id`);
-- Create index "taskreport_reported_at_id" to table: "task_reports"
CREATE INDEX `taskreport_reported_at_id` ON `task_reports` (`reported_at`, `id`);
-- Enable back the enforcement of foreign-keys constraints
PRAGMA foreign_keys = on;
