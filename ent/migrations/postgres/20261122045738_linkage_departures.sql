-- Drop index "linkageparty_linkage_id_organization_id" from table: "linkage_parties"
DROP INDEX "linkageparty_linkage_id_organization_id";
-- Create index "linkageparty_linkage_id_organization_id_from" to table: "linkage_parties"
CREATE UNIQUE INDEX "linkageparty_linkage_id_organization_id_from" ON "linkage_parties" ("linkage_id", "organization_id", "from") WHERE (superseded_at IS NULL);
