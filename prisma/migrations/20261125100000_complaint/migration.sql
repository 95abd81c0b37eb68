-- CreateTable
CREATE TABLE "complaint" (
    "id" SERIAL NOT NULL,
    "programId" INTEGER NOT NULL,
    "personId" INTEGER,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "answersId" INTEGER,
    "tellAt" TIMESTAMPTZ(3),
    "cause" TEXT NOT NULL,

    CONSTRAINT "complaint_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "complaint_programId_tellAt_idx" ON "complaint"("programId", "tellAt");

-- CreateIndex
CREATE UNIQUE INDEX "complaint_programId_cause_key" ON "complaint"("programId", "cause");
