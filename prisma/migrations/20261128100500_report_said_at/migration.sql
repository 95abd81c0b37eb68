-- AlterTable
ALTER TABLE "figures" ADD COLUMN     "saidAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "report" ADD COLUMN     "saidAt" TIMESTAMPTZ(3);

