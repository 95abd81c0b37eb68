-- Evidence belongs to a statement (all that one message states), or waits for one; the old column stays for the old version.
ALTER TABLE "evidence" ALTER COLUMN "reportId" DROP NOT NULL,
ADD COLUMN "cause" TEXT COLLATE "C",
ADD COLUMN "personId" INTEGER,
ADD COLUMN "place" TEXT,
ADD COLUMN "at" TIMESTAMPTZ(3);

UPDATE "evidence" e SET "cause" = r."cause", "personId" = r."personId", "at" = r."recordedAt" FROM "report" r WHERE r."id" = e."reportId";

CREATE UNIQUE INDEX "evidence_programId_cause_slackFileId_key" ON "evidence"("programId", "cause", "slackFileId");

-- Few wait, and not for long.
CREATE INDEX "evidence_waiting" ON "evidence"("programId", "personId") WHERE "cause" IS NULL;
