-- AlterTable
ALTER TABLE "promotion_activity" ADD COLUMN     "importId" INTEGER;

-- AlterTable
ALTER TABLE "promotion_lead" ADD COLUMN     "importId" INTEGER;

-- AlterTable
ALTER TABLE "promotion_money" ADD COLUMN     "importId" INTEGER;

-- CreateTable
CREATE TABLE "promotion_import" (
    "id" SERIAL NOT NULL,
    "programId" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "fileName" TEXT NOT NULL,
    "rows" JSONB NOT NULL,
    "planned" TEXT NOT NULL,
    "standing" TEXT NOT NULL DEFAULT 'previewed',
    "at" TIMESTAMPTZ(3) NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),
    "undoneAt" TIMESTAMPTZ(3),
    "cause" TEXT NOT NULL,

    CONSTRAINT "promotion_import_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "promotion_import_programId_cause_key" ON "promotion_import"("programId", "cause");

-- CreateIndex
CREATE INDEX "promotion_activity_importId_idx" ON "promotion_activity"("importId");

-- CreateIndex
CREATE INDEX "promotion_lead_importId_idx" ON "promotion_lead"("importId");

-- CreateIndex
CREATE INDEX "promotion_money_importId_idx" ON "promotion_money"("importId");

ALTER TABLE "promotion_import"
  ADD CONSTRAINT "promotion_import_standing" CHECK ("standing" IN ('previewed', 'confirmed', 'undone')),
  ADD CONSTRAINT "promotion_import_confirmed" CHECK (("standing" = 'previewed') = ("confirmedAt" IS NULL)),
  ADD CONSTRAINT "promotion_import_undone" CHECK (("standing" = 'undone') = ("undoneAt" IS NOT NULL));
