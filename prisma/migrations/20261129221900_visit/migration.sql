-- AlterTable
ALTER TABLE "review_slot" ADD COLUMN     "projectId" INTEGER,
ADD COLUMN     "unitId" INTEGER;

-- CreateTable
CREATE TABLE "firm_need" (
    "slotId" INTEGER NOT NULL,
    "obstacleId" INTEGER NOT NULL,
    "programId" INTEGER NOT NULL,
    "projectId" INTEGER NOT NULL,
    "answerBy" VARCHAR(10) NOT NULL,
    "toldById" INTEGER NOT NULL,
    "toldAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "firm_need_pkey" PRIMARY KEY ("slotId","obstacleId")
);

-- CreateIndex
CREATE INDEX "firm_need_programId_projectId_idx" ON "firm_need"("programId", "projectId");

-- CreateIndex
CREATE INDEX "firm_need_obstacleId_idx" ON "firm_need"("obstacleId");

-- AddForeignKey
ALTER TABLE "firm_need" ADD CONSTRAINT "firm_need_slotId_fkey" FOREIGN KEY ("slotId") REFERENCES "review_slot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "firm_need" ADD CONSTRAINT "firm_need_obstacleId_fkey" FOREIGN KEY ("obstacleId") REFERENCES "obstacle"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "review_slot"
  ADD CONSTRAINT "review_slot_subject" CHECK ("projectId" IS NULL OR "unitId" IS NULL);
