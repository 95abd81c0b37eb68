-- AlterTable
ALTER TABLE "program" ADD COLUMN     "lastItem" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "review_slot" (
    "id" SERIAL NOT NULL,
    "programId" INTEGER NOT NULL,
    "review" TEXT NOT NULL,
    "period" VARCHAR(10) NOT NULL,
    "day" VARCHAR(10) NOT NULL,
    "agenda" JSONB,
    "agendaAt" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "mergedInto" TEXT,
    "decidedById" INTEGER,
    "decidedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "review_slot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "action_item" (
    "id" SERIAL NOT NULL,
    "programId" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "slotId" INTEGER,
    "projectId" INTEGER,
    "milestoneId" INTEGER,
    "obstacleId" INTEGER,
    "ownerId" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "createdById" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "standing" TEXT NOT NULL,
    "due" VARCHAR(10) NOT NULL,
    "firstDue" VARCHAR(10) NOT NULL,
    "carried" INTEGER NOT NULL DEFAULT 0,
    "carriedReason" TEXT,
    "keptAt" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "endedOn" VARCHAR(10),
    "endedById" INTEGER,
    "dropReason" TEXT,
    "closedCause" TEXT,
    "cause" TEXT NOT NULL,

    CONSTRAINT "action_item_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "review_slot_programId_review_period_key" ON "review_slot"("programId", "review", "period");

-- CreateIndex
CREATE INDEX "action_item_programId_standing_ownerId_idx" ON "action_item"("programId", "standing", "ownerId");

-- CreateIndex
CREATE INDEX "action_item_milestoneId_idx" ON "action_item"("milestoneId");

-- CreateIndex
CREATE INDEX "action_item_projectId_idx" ON "action_item"("projectId");

-- CreateIndex
CREATE INDEX "action_item_slotId_idx" ON "action_item"("slotId");

-- CreateIndex
CREATE UNIQUE INDEX "action_item_programId_number_key" ON "action_item"("programId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "action_item_programId_cause_key" ON "action_item"("programId", "cause");

ALTER TABLE "review_slot"
  ADD CONSTRAINT "review_slot_outcome" CHECK ("outcome" IN ('held', 'spared', 'merged')),
  ADD CONSTRAINT "review_slot_merged" CHECK (("outcome" IS NOT DISTINCT FROM 'merged') = ("mergedInto" IS NOT NULL)),
  ADD CONSTRAINT "review_slot_decided" CHECK (("outcome" IS NULL) = ("decidedAt" IS NULL)),
  ADD CONSTRAINT "review_slot_agenda" CHECK (("agenda" IS NULL) = ("agendaAt" IS NULL)),
  ADD CONSTRAINT "review_slot_day" CHECK ("day" >= "period");

ALTER TABLE "action_item"
  ADD CONSTRAINT "action_item_standing" CHECK ("standing" IN ('open', 'done', 'dropped')),
  ADD CONSTRAINT "action_item_number" CHECK ("number" > 0),
  ADD CONSTRAINT "action_item_ended" CHECK (("standing" = 'open') = ("endedOn" IS NULL)),
  ADD CONSTRAINT "action_item_dropped" CHECK (("standing" = 'dropped') = ("dropReason" IS NOT NULL)),
  ADD CONSTRAINT "action_item_due" CHECK ("due" >= "firstDue"),
  ADD CONSTRAINT "action_item_carried" CHECK ("carried" >= 0 AND "keptAt" BETWEEN 0 AND "carried"),
  ADD CONSTRAINT "action_item_text" CHECK (length("text") BETWEEN 1 AND 2000);

-- Numbers are gapless for good: none is deleted, and none changes its number.
CREATE FUNCTION "action_item_stays"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'an action item is never deleted';
  END IF;
  IF NEW."number" <> OLD."number" OR NEW."programId" <> OLD."programId" OR NEW."version" < OLD."version" THEN
    RAISE EXCEPTION 'an action item keeps its number and never goes backwards';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "action_item_stays" BEFORE UPDATE OR DELETE ON "action_item" FOR EACH ROW EXECUTE FUNCTION "action_item_stays"();
