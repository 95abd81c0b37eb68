-- AlterTable
ALTER TABLE "factor_request" ADD COLUMN     "keptAt" TIMESTAMPTZ(3),
ADD COLUMN     "keptById" INTEGER;

ALTER TABLE "factor_request" ADD CONSTRAINT "factor_request_kept" CHECK (("keptAt" IS NULL) = ("keptById" IS NULL));
