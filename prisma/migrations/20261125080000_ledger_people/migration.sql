-- AlterTable
ALTER TABLE "duty" ADD COLUMN     "positionId" INTEGER;

-- AlterTable
ALTER TABLE "milestone" ADD COLUMN     "ownerPositionId" INTEGER;

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "phone" TEXT;

-- AlterTable
ALTER TABLE "program" ADD COLUMN     "archivedAt" TIMESTAMPTZ(3),
ADD COLUMN     "ledgerRevision" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "project" ADD COLUMN     "content" TEXT,
ADD COLUMN     "ownerPositionId" INTEGER,
ADD COLUMN     "remark" TEXT,
ADD COLUMN     "sponsorPositionId" INTEGER;

-- AlterTable
ALTER TABLE "unit" ADD COLUMN     "headPositionId" INTEGER;

-- CreateTable
CREATE TABLE "position" (
    "id" SERIAL NOT NULL,
    "programId" INTEGER NOT NULL,
    "unitId" INTEGER,
    "name" TEXT NOT NULL,
    "holderId" INTEGER,

    CONSTRAINT "position_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "co_owner" (
    "projectId" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,

    CONSTRAINT "co_owner_pkey" PRIMARY KEY ("projectId","personId")
);

-- CreateTable
CREATE TABLE "link_code" (
    "id" SERIAL NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "programId" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "codeHash" TEXT NOT NULL,
    "madeById" INTEGER,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "link_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account_request" (
    "id" SERIAL NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "programId" INTEGER NOT NULL,
    "slackUserId" TEXT NOT NULL,
    "said" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedAt" TIMESTAMPTZ(3),
    "decidedById" INTEGER,
    "personId" INTEGER,
    "cause" TEXT NOT NULL,

    CONSTRAINT "account_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_import" (
    "id" SERIAL NOT NULL,
    "programId" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "fileName" TEXT NOT NULL,
    "slackFileId" TEXT,
    "ledgerRevision" INTEGER NOT NULL,
    "understood" JSONB NOT NULL,
    "standing" TEXT NOT NULL DEFAULT 'previewed',
    "at" TIMESTAMPTZ(3) NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),
    "undoneAt" TIMESTAMPTZ(3),
    "cause" TEXT NOT NULL,

    CONSTRAINT "ledger_import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "column_match" (
    "programId" INTEGER NOT NULL,
    "head" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "personId" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "column_match_pkey" PRIMARY KEY ("programId","head")
);

-- CreateTable
CREATE TABLE "postponement" (
    "id" SERIAL NOT NULL,
    "programId" INTEGER NOT NULL,
    "projectId" INTEGER NOT NULL,
    "milestoneId" INTEGER NOT NULL,
    "fromDay" VARCHAR(10),
    "toDay" VARCHAR(10) NOT NULL,
    "reason" TEXT NOT NULL,
    "askedById" INTEGER NOT NULL,
    "sponsorId" INTEGER NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "standing" TEXT NOT NULL DEFAULT 'asked',
    "decidedById" INTEGER,
    "decidedAt" TIMESTAMPTZ(3),
    "why" TEXT,
    "cause" TEXT NOT NULL,

    CONSTRAINT "postponement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "home_visit" (
    "programId" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "visitedAt" TIMESTAMPTZ(3) NOT NULL,
    "previousAt" TIMESTAMPTZ(3),

    CONSTRAINT "home_visit_pkey" PRIMARY KEY ("programId","personId")
);

-- CreateIndex
CREATE INDEX "position_programId_holderId_idx" ON "position"("programId", "holderId");

-- CreateIndex
CREATE UNIQUE INDEX "position_programId_name_key" ON "position"("programId", "name");

-- CreateIndex
CREATE INDEX "co_owner_personId_idx" ON "co_owner"("personId");

-- CreateIndex
CREATE INDEX "link_code_personId_idx" ON "link_code"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "link_code_workspaceId_codeHash_key" ON "link_code"("workspaceId", "codeHash");

-- CreateIndex
CREATE INDEX "account_request_programId_slackUserId_idx" ON "account_request"("programId", "slackUserId");

-- CreateIndex
CREATE UNIQUE INDEX "account_request_programId_cause_key" ON "account_request"("programId", "cause");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_import_programId_cause_key" ON "ledger_import"("programId", "cause");

-- CreateIndex
CREATE INDEX "postponement_programId_standing_sponsorId_idx" ON "postponement"("programId", "standing", "sponsorId");

-- CreateIndex
CREATE INDEX "postponement_milestoneId_idx" ON "postponement"("milestoneId");

-- CreateIndex
CREATE UNIQUE INDEX "postponement_programId_cause_key" ON "postponement"("programId", "cause");

-- AddForeignKey
ALTER TABLE "co_owner" ADD CONSTRAINT "co_owner_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
