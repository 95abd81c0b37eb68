-- AlterTable
ALTER TABLE "action_item" ADD COLUMN     "instructionId" INTEGER,
ADD COLUMN     "movedCause" TEXT,
ADD COLUMN     "movedFrom" VARCHAR(10);

-- CreateIndex
CREATE UNIQUE INDEX "action_item_instructionId_key" ON "action_item"("instructionId");

ALTER TABLE "action_item"
  ADD CONSTRAINT "action_item_moved" CHECK (("movedCause" IS NULL) = ("movedFrom" IS NULL) AND "movedFrom" < "due");
