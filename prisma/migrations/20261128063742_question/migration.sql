-- CreateTable
CREATE TABLE "question" (
    "id" SERIAL NOT NULL,
    "programId" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "place" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "cause" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "answeredBy" TEXT,

    CONSTRAINT "question_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "question_programId_personId_askedAt_idx" ON "question"("programId", "personId", "askedAt");

-- CreateIndex
CREATE UNIQUE INDEX "question_programId_cause_key" ON "question"("programId", "cause");
