-- AlterTable
ALTER TABLE "slip" ADD COLUMN     "voidBecause" TEXT,
ADD COLUMN     "voidedById" INTEGER;

ALTER TABLE "slip"
  ADD CONSTRAINT "slip_lapse" CHECK ("voidBecause" IN ('postponed', 'withdrawn', 'paused')),
  ADD CONSTRAINT "slip_lapsed" CHECK ("voidBecause" IS NULL OR ("standing" = 'void' AND "voidedById" IS NOT NULL));
