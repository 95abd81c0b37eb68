-- AlterTable
ALTER TABLE "action_item" ADD COLUMN     "lessonId" INTEGER;

-- CreateTable
CREATE TABLE "review_lesson" (
    "id" SERIAL NOT NULL,
    "programId" INTEGER NOT NULL,
    "gate" VARCHAR(10) NOT NULL,
    "place" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "createdById" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "droppedById" INTEGER,
    "droppedAt" TIMESTAMPTZ(3),
    "cause" TEXT NOT NULL,

    CONSTRAINT "review_lesson_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "review_lesson_programId_gate_idx" ON "review_lesson"("programId", "gate");

-- CreateIndex
CREATE UNIQUE INDEX "review_lesson_programId_cause_key" ON "review_lesson"("programId", "cause");

-- CreateIndex
CREATE UNIQUE INDEX "action_item_lessonId_key" ON "action_item"("lessonId");

ALTER TABLE "review_lesson"
  ADD CONSTRAINT "review_lesson_place" CHECK ("place" BETWEEN 1 AND 3),
  ADD CONSTRAINT "review_lesson_text" CHECK (btrim("text") <> ''),
  ADD CONSTRAINT "review_lesson_dropped" CHECK (("droppedAt" IS NULL) = ("droppedById" IS NULL));

-- Of a gate at most three stand: one that is dropped makes room.
CREATE UNIQUE INDEX "review_lesson_standing" ON "review_lesson"("programId", "gate", "place") WHERE "droppedAt" IS NULL;
