-- Create "areas" table
CREATE TABLE `areas` (`id` uuid NOT NULL, `community_id` uuid NULL, `recorded_at` datetime NOT NULL, `from` text NOT NULL, `to` text NULL, `superseded_at` datetime NULL, `version_of` uuid NULL, `kind` text NOT NULL, `name` text NOT NULL, `code` text NULL, `pilot` bool NOT NULL, `parent_id` uuid NULL, PRIMARY KEY (`id`), CONSTRAINT `areas_areas_parent` FOREIGN KEY (`parent_id`) REFERENCES `areas` (`id`) ON DELETE NO ACTION);
-- Create index "area_community_id_id" to table: "areas"
CREATE INDEX `area_community_id_id` ON `areas` (`community_id`, `id`);
-- Create index "area_version_of" to table: "areas"
CREATE INDEX `area_version_of` ON `areas` (`version_of`);
-- Create index "area_parent_id_id" to table: "areas"
CREATE INDEX `area_parent_id_id` ON `areas` (`parent_id`, `id`);
-- Create index "area_parent_id_name_id" to table: "areas"
CREATE INDEX `area_parent_id_name_id` ON `areas` (`parent_id`, `name`, `id`);
-- Create index "area_parent_id_from_id" to table: "areas"
CREATE INDEX `area_parent_id_from_id` ON `areas` (`parent_id`, `from`, `id`);
-- Create index "area_name_id" to table: "areas"
CREATE INDEX `area_name_id` ON `areas` (`name`, `id`);
-- Create index "area_from_id" to table: "areas"
CREATE INDEX `area_from_id` ON `areas` (`from`, `id`);
-- Create "area_links" table
CREATE TABLE `area_links` (`id` uuid NOT NULL, `community_id` uuid NULL, `recorded_at` datetime NOT NULL, `from` text NOT NULL, `to` text NULL, `superseded_at` datetime NULL, `version_of` uuid NULL, `kind` text NOT NULL, `area_id` uuid NOT NULL, `target_id` uuid NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `area_links_areas_area` FOREIGN KEY (`area_id`) REFERENCES `areas` (`id`) ON DELETE NO ACTION, CONSTRAINT `area_links_areas_target` FOREIGN KEY (`target_id`) REFERENCES `areas` (`id`) ON DELETE NO ACTION);
-- Create index "arealink_community_id_id" to table: "area_links"
CREATE INDEX `arealink_community_id_id` ON `area_links` (`community_id`, `id`);
-- Create index "arealink_version_of" to table: "area_links"
CREATE INDEX `arealink_version_of` ON `area_links` (`version_of`);
-- Create index "arealink_area_id_id" to table: "area_links"
CREATE INDEX `arealink_area_id_id` ON `area_links` (`area_id`, `id`);
-- Create index "arealink_area_id_from_id" to table: "area_links"
CREATE INDEX `arealink_area_id_from_id` ON `area_links` (`area_id`, `from`, `id`);
-- Create index "arealink_target_id_id" to table: "area_links"
CREATE INDEX `arealink_target_id_id` ON `area_links` (`target_id`, `id`);
-- Create index "arealink_target_id_from_id" to table: "area_links"
CREATE INDEX `arealink_target_id_from_id` ON `area_links` (`target_id`, `from`, `id`);
-- Create index "arealink_from_id" to table: "area_links"
CREATE INDEX `arealink_from_id` ON `area_links` (`from`, `id`);
-- Create "audit_events" table
CREATE TABLE `audit_events` (`id` uuid NOT NULL, `community_id` uuid NULL, `recorded_at` datetime NOT NULL, `verb` text NOT NULL, `actor_id` uuid NULL, `subject_id` uuid NOT NULL, `request_id` text NULL, `leaf` blob NOT NULL, PRIMARY KEY (`id`));
-- Create index "auditevent_community_id_id" to table: "audit_events"
CREATE INDEX `auditevent_community_id_id` ON `audit_events` (`community_id`, `id`);
-- Create index "auditevent_subject_id_id" to table: "audit_events"
CREATE INDEX `auditevent_subject_id_id` ON `audit_events` (`subject_id`, `id`);
-- Create index "auditevent_actor_id_id" to table: "audit_events"
CREATE INDEX `auditevent_actor_id_id` ON `audit_events` (`actor_id`, `id`);
-- Create index "auditevent_verb_id" to table: "audit_events"
CREATE INDEX `auditevent_verb_id` ON `audit_events` (`verb`, `id`);
-- Create "declarations" table
CREATE TABLE `declarations` (`id` uuid NOT NULL, `community_id` uuid NULL, `recorded_at` datetime NOT NULL, `from` text NOT NULL, `to` text NULL, `superseded_at` datetime NULL, `version_of` uuid NULL, `kind` text NOT NULL, `relation` text NOT NULL, `evidence` text NULL, `person_id` uuid NOT NULL, `about_person_id` uuid NULL, PRIMARY KEY (`id`), CONSTRAINT `declarations_persons_person` FOREIGN KEY (`person_id`) REFERENCES `persons` (`id`) ON DELETE NO ACTION, CONSTRAINT `declarations_persons_about_person` FOREIGN KEY (`about_person_id`) REFERENCES `persons` (`id`) ON DELETE NO ACTION);
-- Create index "declaration_community_id_id" to table: "declarations"
CREATE INDEX `declaration_community_id_id` ON `declarations` (`community_id`, `id`);
-- Create index "declaration_version_of" to table: "declarations"
CREATE INDEX `declaration_version_of` ON `declarations` (`version_of`);
-- Create index "declaration_person_id_id" to table: "declarations"
CREATE INDEX `declaration_person_id_id` ON `declarations` (`person_id`, `id`);
-- Create index "declaration_person_id_from_id" to table: "declarations"
CREATE INDEX `declaration_person_id_from_id` ON `declarations` (`person_id`, `from`, `id`);
-- Create index "declaration_about_person_id_id" to table: "declarations"
CREATE INDEX `declaration_about_person_id_id` ON `declarations` (`about_person_id`, `id`);
-- Create index "declaration_about_person_id_from_id" to table: "declarations"
CREATE INDEX `declaration_about_person_id_from_id` ON `declarations` (`about_person_id`, `from`, `id`);
-- Create index "declaration_from_id" to table: "declarations"
CREATE INDEX `declaration_from_id` ON `declarations` (`from`, `id`);
-- Create "households" table
CREATE TABLE `households` (`id` uuid NOT NULL, `community_id` uuid NULL, `recorded_at` datetime NOT NULL, `label` text NOT NULL, `area_id` uuid NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `households_areas_area` FOREIGN KEY (`area_id`) REFERENCES `areas` (`id`) ON DELETE NO ACTION);
-- Create index "household_community_id_id" to table: "households"
CREATE INDEX `household_community_id_id` ON `households` (`community_id`, `id`);
-- Create index "household_area_id_id" to table: "households"
CREATE INDEX `household_area_id_id` ON `households` (`area_id`, `id`);
-- Create "outboxes" table
CREATE TABLE `outboxes` (`id` uuid NOT NULL, `leaf` blob NOT NULL, PRIMARY KEY (`id`));
-- Create "ownerships" table
CREATE TABLE `ownerships` (`id` uuid NOT NULL, `community_id` uuid NULL, `recorded_at` datetime NOT NULL, `from` text NOT NULL, `to` text NULL, `superseded_at` datetime NULL, `version_of` uuid NULL, `designated_voter` bool NOT NULL, `unit_id` uuid NOT NULL, `person_id` uuid NULL, PRIMARY KEY (`id`), CONSTRAINT `ownerships_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON DELETE NO ACTION, CONSTRAINT `ownerships_persons_person` FOREIGN KEY (`person_id`) REFERENCES `persons` (`id`) ON DELETE NO ACTION);
-- Create index "ownership_community_id_id" to table: "ownerships"
CREATE INDEX `ownership_community_id_id` ON `ownerships` (`community_id`, `id`);
-- Create index "ownership_version_of" to table: "ownerships"
CREATE INDEX `ownership_version_of` ON `ownerships` (`version_of`);
-- Create index "ownership_unit_id_id" to table: "ownerships"
CREATE INDEX `ownership_unit_id_id` ON `ownerships` (`unit_id`, `id`);
-- Create index "ownership_unit_id_from_id" to table: "ownerships"
CREATE INDEX `ownership_unit_id_from_id` ON `ownerships` (`unit_id`, `from`, `id`);
-- Create index "ownership_person_id_id" to table: "ownerships"
CREATE INDEX `ownership_person_id_id` ON `ownerships` (`person_id`, `id`);
-- Create index "ownership_person_id_from_id" to table: "ownerships"
CREATE INDEX `ownership_person_id_from_id` ON `ownerships` (`person_id`, `from`, `id`);
-- Create index "ownership_from_id" to table: "ownerships"
CREATE INDEX `ownership_from_id` ON `ownerships` (`from`, `id`);
-- Create "persons" table
CREATE TABLE `persons` (`id` uuid NOT NULL, `community_id` uuid NULL, `recorded_at` datetime NOT NULL, `name` text NOT NULL, `sex` text NULL, `birth_date` text NULL, PRIMARY KEY (`id`));
-- Create index "person_community_id_id" to table: "persons"
CREATE INDEX `person_community_id_id` ON `persons` (`community_id`, `id`);
-- Create index "person_name_id" to table: "persons"
CREATE INDEX `person_name_id` ON `persons` (`name`, `id`);
-- Create "requests" table
CREATE TABLE `requests` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `caller` text NOT NULL, `key` text NOT NULL, `verb` text NOT NULL, `input` blob NOT NULL, `payload` blob NOT NULL, `answered_at` datetime NOT NULL);
-- Create index "request_caller_key" to table: "requests"
CREATE UNIQUE INDEX `request_caller_key` ON `requests` (`caller`, `key`);
-- Create index "request_answered_at" to table: "requests"
CREATE INDEX `request_answered_at` ON `requests` (`answered_at`);
-- Create "residences" table
CREATE TABLE `residences` (`id` uuid NOT NULL, `community_id` uuid NULL, `recorded_at` datetime NOT NULL, `from` text NOT NULL, `to` text NULL, `superseded_at` datetime NULL, `version_of` uuid NULL, `voter_status` text NOT NULL, `person_id` uuid NOT NULL, `household_id` uuid NULL, `area_id` uuid NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `residences_persons_person` FOREIGN KEY (`person_id`) REFERENCES `persons` (`id`) ON DELETE NO ACTION, CONSTRAINT `residences_households_household` FOREIGN KEY (`household_id`) REFERENCES `households` (`id`) ON DELETE NO ACTION, CONSTRAINT `residences_areas_area` FOREIGN KEY (`area_id`) REFERENCES `areas` (`id`) ON DELETE NO ACTION);
-- Create index "residence_community_id_id" to table: "residences"
CREATE INDEX `residence_community_id_id` ON `residences` (`community_id`, `id`);
-- Create index "residence_version_of" to table: "residences"
CREATE INDEX `residence_version_of` ON `residences` (`version_of`);
-- Create index "residence_person_id_id" to table: "residences"
CREATE INDEX `residence_person_id_id` ON `residences` (`person_id`, `id`);
-- Create index "residence_person_id_from_id" to table: "residences"
CREATE INDEX `residence_person_id_from_id` ON `residences` (`person_id`, `from`, `id`);
-- Create index "residence_household_id_id" to table: "residences"
CREATE INDEX `residence_household_id_id` ON `residences` (`household_id`, `id`);
-- Create index "residence_household_id_from_id" to table: "residences"
CREATE INDEX `residence_household_id_from_id` ON `residences` (`household_id`, `from`, `id`);
-- Create index "residence_area_id_id" to table: "residences"
CREATE INDEX `residence_area_id_id` ON `residences` (`area_id`, `id`);
-- Create index "residence_area_id_from_id" to table: "residences"
CREATE INDEX `residence_area_id_from_id` ON `residences` (`area_id`, `from`, `id`);
-- Create index "residence_from_id" to table: "residences"
CREATE INDEX `residence_from_id` ON `residences` (`from`, `id`);
-- Create "salts" table
CREATE TABLE `salts` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `event_id` uuid NOT NULL, `name` text NOT NULL, `salt` blob NOT NULL, `content` blob NOT NULL);
-- Create index "salt_event_id_name" to table: "salts"
CREATE UNIQUE INDEX `salt_event_id_name` ON `salts` (`event_id`, `name`);
-- Create "units" table
CREATE TABLE `units` (`id` uuid NOT NULL, `community_id` uuid NULL, `recorded_at` datetime NOT NULL, `number` text NOT NULL, `exclusive_area` integer NOT NULL, `area_source` text NOT NULL, `delivery_status` text NOT NULL, `counts_for_voting` bool NOT NULL, `area_id` uuid NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `units_areas_area` FOREIGN KEY (`area_id`) REFERENCES `areas` (`id`) ON DELETE NO ACTION);
-- Create index "unit_community_id_id" to table: "units"
CREATE INDEX `unit_community_id_id` ON `units` (`community_id`, `id`);
-- Create index "unit_area_id_id" to table: "units"
CREATE INDEX `unit_area_id_id` ON `units` (`area_id`, `id`);
-- Create index "unit_area_id_number" to table: "units"
CREATE UNIQUE INDEX `unit_area_id_number` ON `units` (`area_id`, `number`);
