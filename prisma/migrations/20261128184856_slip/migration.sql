-- AlterTable
ALTER TABLE "program" ADD COLUMN     "lastSlip" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "slip" (
    "id" SERIAL NOT NULL,
    "programId" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "unitId" INTEGER NOT NULL,
    "projectId" INTEGER,
    "milestoneId" INTEGER,
    "obstacleId" INTEGER,
    "text" TEXT NOT NULL,
    "urgentReason" TEXT,
    "issuedById" INTEGER NOT NULL,
    "issuedAt" TIMESTAMPTZ(3) NOT NULL,
    "standing" TEXT NOT NULL,
    "colour" TEXT NOT NULL,
    "dueDay" VARCHAR(10) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "signedById" INTEGER,
    "signedOn" VARCHAR(10),
    "answer" TEXT,
    "answeredById" INTEGER,
    "returned" INTEGER NOT NULL DEFAULT 0,
    "returnReason" TEXT,
    "moreTimeTo" VARCHAR(10),
    "moreTimeReason" TEXT,
    "moreTimeDecidedBy" VARCHAR(10),
    "endedOn" VARCHAR(10),
    "voidReason" TEXT,
    "closedCause" TEXT,
    "askedVersion" INTEGER,
    "tellAt" TIMESTAMPTZ(3),
    "cause" TEXT NOT NULL,

    CONSTRAINT "slip_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "slip_programId_unitId_standing_idx" ON "slip"("programId", "unitId", "standing");

-- CreateIndex
CREATE INDEX "slip_milestoneId_idx" ON "slip"("milestoneId");

-- CreateIndex
CREATE UNIQUE INDEX "slip_programId_number_key" ON "slip"("programId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "slip_programId_cause_key" ON "slip"("programId", "cause");

-- What is to be said of them, over all programs (store/due.ts).
CREATE INDEX "slip_untold_anywhere" ON "slip" ("tellAt") WHERE "tellAt" IS NOT NULL;

ALTER TABLE "slip"
  ADD CONSTRAINT "slip_standing" CHECK ("standing" IN ('waiting', 'open', 'answered', 'closed', 'void')),
  ADD CONSTRAINT "slip_colour" CHECK ("colour" IN ('blue', 'yellow', 'red')),
  ADD CONSTRAINT "slip_number" CHECK ("number" > 0),
  ADD CONSTRAINT "slip_ended" CHECK (("standing" IN ('closed', 'void')) = ("endedOn" IS NOT NULL));

-- Numbers are gapless for good: none is deleted, and none changes its number.
CREATE FUNCTION "slip_stays"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'a slip is never deleted';
  END IF;
  IF NEW."number" <> OLD."number" OR NEW."programId" <> OLD."programId" OR NEW."version" < OLD."version" THEN
    RAISE EXCEPTION 'a slip keeps its number and never goes backwards';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "slip_stays" BEFORE UPDATE OR DELETE ON "slip" FOR EACH ROW EXECUTE FUNCTION "slip_stays"();
