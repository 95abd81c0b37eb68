-- AlterTable
ALTER TABLE "obstacle" ADD COLUMN     "addresses" TEXT[] DEFAULT ARRAY[]::TEXT[];
