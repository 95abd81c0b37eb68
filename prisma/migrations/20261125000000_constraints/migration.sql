-- constraints: what Prisma's schema language has no word for
CREATE UNIQUE INDEX "program_one_current" ON "program" ("workspaceId") WHERE "current";
CREATE UNIQUE INDEX "post_one_sending" ON "post" ("channelId") WHERE "standing" = 'sending';
CREATE INDEX "post_waiting" ON "post" ("channelId", "id") WHERE "standing" IN ('waiting', 'sending') OR "sentVersion" < "version";
CREATE INDEX "payload_open" ON "payload" ("takenAt") WHERE "doneAt" IS NULL;
CREATE UNIQUE INDEX "duty_once_without_unit" ON "duty" ("programId", "personId", "role") WHERE "unitId" IS NULL;

ALTER TABLE "milestone" ADD CONSTRAINT "milestone_percent" CHECK ("percent" BETWEEN 0 AND 100);
ALTER TABLE "report" ADD CONSTRAINT "report_percent" CHECK ("percent" BETWEEN 0 AND 100 AND "nowPercent" BETWEEN 0 AND 100);
ALTER TABLE "figures" ADD CONSTRAINT "figures_not_negative" CHECK ("doneInvestment" >= 0);
ALTER TABLE "project" ADD CONSTRAINT "project_not_negative" CHECK ("totalInvestment" >= 0 AND "yearPlan" >= 0 AND "doneInvestment" >= 0);
ALTER TABLE "project" ADD CONSTRAINT "project_standing" CHECK ("standing" IN ('open', 'paused', 'withdrawn'));
ALTER TABLE "project" ADD CONSTRAINT "project_stage" CHECK ("stage" IN ('lead', 'signed', 'landed', 'started', 'completed', 'operating'));
ALTER TABLE "obstacle" ADD CONSTRAINT "obstacle_kind" CHECK ("kind" IN ('stumbling-block', 'roadblock', 'shackle'));
ALTER TABLE "obstacle" ADD CONSTRAINT "obstacle_rung" CHECK ("rung" IN ('unit', 'department', 'sponsor', 'commander'));
ALTER TABLE "goal_record" ADD CONSTRAINT "goal_record_not_negative" CHECK ("value" >= 0);
ALTER TABLE "goal" ADD CONSTRAINT "goal_target" CHECK ("target" > 0);
ALTER TABLE "gate" ADD CONSTRAINT "gate_value" CHECK ("value" >= 0);
ALTER TABLE "post" ADD CONSTRAINT "post_standing" CHECK ("standing" IN ('waiting', 'sending', 'posted', 'failed'));
ALTER TABLE "duty" ADD CONSTRAINT "duty_role" CHECK ("role" IN ('official', 'unit-head', 'leader', 'commander', 'coordinator', 'viewer'));
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_order" CHECK ("fromDay" <= "toDay" AND "delegateId" IS DISTINCT FROM "personId");

-- the activity log is only ever added to
CREATE FUNCTION "activity_is_append_only"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the activity log is only ever added to';
END $$;
CREATE TRIGGER "activity_append_only" BEFORE UPDATE OR DELETE ON "activity" FOR EACH ROW EXECUTE FUNCTION "activity_is_append_only"();
CREATE TRIGGER "activity_no_truncate" BEFORE TRUNCATE ON "activity" FOR EACH STATEMENT EXECUTE FUNCTION "activity_is_append_only"();

-- a report is never edited: it may only be taken back, once
CREATE FUNCTION "report_is_never_edited"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD."undoneAt" IS NOT NULL
     OR to_jsonb(NEW) - 'undoneAt' IS DISTINCT FROM to_jsonb(OLD) - 'undoneAt' THEN
    RAISE EXCEPTION 'a report is never edited, only superseded';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "report_never_edited" BEFORE UPDATE OR DELETE ON "report" FOR EACH ROW EXECUTE FUNCTION "report_is_never_edited"();
CREATE TRIGGER "figures_never_edited" BEFORE UPDATE OR DELETE ON "figures" FOR EACH ROW EXECUTE FUNCTION "report_is_never_edited"();
