-- DropForeignKey: its plan, made while the table is empty, reads all of it for each row that is added
ALTER TABLE "prompt_item" DROP CONSTRAINT "prompt_item_promptId_fkey";
