-- AlterTable
ALTER TABLE "slip" ADD COLUMN     "behind" DOUBLE PRECISION,
ADD COLUMN     "pace" DOUBLE PRECISION,
ADD COLUMN     "paceOn" VARCHAR(10),
ADD COLUMN     "redDraft" TEXT,
ALTER COLUMN "issuedById" DROP NOT NULL;

ALTER TABLE "slip"
  ADD CONSTRAINT "slip_red_draft" CHECK ("redDraft" IN ('asked', 'held')),
  ADD CONSTRAINT "slip_behind" CHECK (("pace" IS NULL) = ("behind" IS NULL) AND ("pace" IS NULL) = ("paceOn" IS NULL));
