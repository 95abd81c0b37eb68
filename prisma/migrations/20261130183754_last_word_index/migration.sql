-- DropIndex
DROP INDEX "figures_projectId_recordedAt_idx";

-- DropIndex
DROP INDEX "report_milestoneId_recordedAt_idx";

-- CreateIndex
CREATE INDEX "figures_projectId_recordedAt_id_idx" ON "figures"("projectId", "recordedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "report_milestoneId_recordedAt_id_idx" ON "report"("milestoneId", "recordedAt" DESC, "id" DESC);
