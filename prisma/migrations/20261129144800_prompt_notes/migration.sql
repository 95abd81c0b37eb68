-- AlterTable
ALTER TABLE "prompt" ADD COLUMN     "notes" JSONB NOT NULL DEFAULT '[]';
