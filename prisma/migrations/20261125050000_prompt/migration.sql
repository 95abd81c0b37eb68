-- CreateTable
CREATE TABLE "prompt" (
    "id" SERIAL NOT NULL,
    "programId" INTEGER NOT NULL,
    "day" VARCHAR(10) NOT NULL,
    "personId" INTEGER NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "more" INTEGER NOT NULL DEFAULT 0,
    "lapsed" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "prompt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "prompt_item" (
    "promptId" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "milestoneId" INTEGER NOT NULL,
    "ownerId" INTEGER NOT NULL,
    "unitId" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "paceFrom" VARCHAR(10),
    "firstDay" VARCHAR(10) NOT NULL,

    CONSTRAINT "prompt_item_pkey" PRIMARY KEY ("promptId","ordinal")
);

-- CreateTable
CREATE TABLE "person_setting" (
    "programId" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "asked" TEXT NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "person_setting_pkey" PRIMARY KEY ("programId","personId")
);

-- AlterTable
ALTER TABLE "project" ADD COLUMN     "pauseReason" TEXT,
ADD COLUMN     "pausedUntil" VARCHAR(10);

-- AlterTable
ALTER TABLE "slot" ADD COLUMN     "doneAt" TIMESTAMPTZ(3),
ADD COLUMN     "dueAt" TIMESTAMPTZ(3),
ADD COLUMN     "toldAt" TIMESTAMPTZ(3);

-- CreateIndex
CREATE UNIQUE INDEX "prompt_programId_day_personId_key" ON "prompt"("programId", "day", "personId");

-- CreateIndex
CREATE INDEX "prompt_item_unitId_promptId_idx" ON "prompt_item"("unitId", "promptId");

-- CreateIndex
CREATE INDEX "milestone_ownerId_idx" ON "milestone"("ownerId");

-- CreateIndex
CREATE INDEX "unit_headId_idx" ON "unit"("headId");

-- AddForeignKey
ALTER TABLE "prompt_item" ADD CONSTRAINT "prompt_item_promptId_fkey" FOREIGN KEY ("promptId") REFERENCES "prompt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- what Prisma's schema language has no word for
ALTER TABLE "prompt_item" ADD CONSTRAINT "prompt_item_reason" CHECK ("reason" IN ('overdue', 'due', 'unreported'));
ALTER TABLE "person_setting" ADD CONSTRAINT "person_setting_asked" CHECK ("asked" IN ('all', 'due'));
CREATE UNIQUE INDEX "prompt_item_once" ON "prompt_item" ("promptId", "milestoneId");
CREATE INDEX "slot_untold" ON "slot" ("programId", "dueAt") WHERE "dueAt" IS NOT NULL AND "toldAt" IS NULL;
