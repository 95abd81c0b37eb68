-- AlterTable
ALTER TABLE "obstacle" ADD COLUMN     "confirmBy" TIMESTAMPTZ(3),
ADD COLUMN     "confirmation" TEXT,
ADD COLUMN     "confirmerId" INTEGER,
ADD COLUMN     "dismissed" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "promiseAskedById" INTEGER,
ADD COLUMN     "promiseAskedFor" VARCHAR(10),
ADD COLUMN     "promiseAskedOf" INTEGER,
ADD COLUMN     "query" TEXT,
ADD COLUMN     "remindAt" TIMESTAMPTZ(3),
ADD COLUMN     "rungFrom" VARCHAR(10) NOT NULL DEFAULT '',
ADD COLUMN     "takenUp" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "instruction" (
    "id" SERIAL NOT NULL,
    "programId" INTEGER NOT NULL,
    "projectId" INTEGER NOT NULL,
    "obstacleId" INTEGER,
    "personId" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "cause" TEXT NOT NULL,

    CONSTRAINT "instruction_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "instruction_projectId_idx" ON "instruction"("projectId");

-- CreateIndex
CREATE UNIQUE INDEX "instruction_programId_cause_key" ON "instruction"("programId", "cause");
