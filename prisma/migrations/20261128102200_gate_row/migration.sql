-- AlterTable
ALTER TABLE "prompt_item" ADD COLUMN     "gate" JSONB;
