-- AlterTable
ALTER TABLE "delegation" ADD COLUMN     "tellAt" TIMESTAMPTZ(3);

-- what Prisma's schema language has no word for
CREATE INDEX "delegation_untold" ON "delegation" ("programId", "tellAt") WHERE "tellAt" IS NOT NULL;
