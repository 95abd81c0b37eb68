-- When the last was said of a milestone: Prisma has no word for an index of an expression.
CREATE INDEX "report_last_said" ON "report" ("milestoneId", (coalesce("saidAt", "recordedAt")) DESC) WHERE "undoneAt" IS NULL;
