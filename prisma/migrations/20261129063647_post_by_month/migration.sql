-- CreateIndex
CREATE INDEX "post_programId_createdAt_idx" ON "post"("programId", "createdAt");
