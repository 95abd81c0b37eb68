-- An edit that nobody waits for: it leaves Slack's few edits a minute to those that somebody does.
ALTER TABLE "post" ADD COLUMN "patient" BOOLEAN NOT NULL DEFAULT false;
CREATE INDEX "post_patient" ON "post" ("workspaceId", "id") WHERE "patient" AND "standing" = 'posted' AND "sentVersion" < "version";
