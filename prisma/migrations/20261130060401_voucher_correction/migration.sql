-- AlterTable
ALTER TABLE "promotion_money" ADD COLUMN     "correctsId" INTEGER,
ADD COLUMN     "replacedAt" TIMESTAMPTZ(3);

-- A voucher stands once, of whatever kind: entered or confirmed. What corrects it waits beside it, one at a time, and takes its place.
DROP INDEX "promotion_money_voucher";
CREATE UNIQUE INDEX "promotion_money_voucher" ON "promotion_money" ("programId", "voucher")
  WHERE "standing" = 'confirmed' OR ("standing" = 'entered' AND "correctsId" IS NULL);
CREATE UNIQUE INDEX "promotion_money_correction" ON "promotion_money" ("correctsId") WHERE "standing" IN ('entered', 'confirmed', 'replaced');
ALTER TABLE "promotion_money"
  DROP CONSTRAINT "promotion_money_standing",
  DROP CONSTRAINT "promotion_money_amount",
  ADD CONSTRAINT "promotion_money_standing" CHECK ("standing" IN ('entered', 'confirmed', 'returned', 'replaced')),
  -- What corrects one may say that it is void.
  ADD CONSTRAINT "promotion_money_amount" CHECK ("amount" > 0 OR ("amount" = 0 AND "correctsId" IS NOT NULL)),
  ADD CONSTRAINT "promotion_money_replaced" CHECK (("standing" = 'replaced') = ("replacedAt" IS NOT NULL));
