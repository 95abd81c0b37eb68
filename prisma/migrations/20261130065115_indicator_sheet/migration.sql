-- CreateTable
CREATE TABLE "indicator_sheet" (
    "id" SERIAL NOT NULL,
    "programId" INTEGER NOT NULL,
    "month" VARCHAR(10) NOT NULL,
    "indicators" JSONB NOT NULL,
    "fileName" TEXT NOT NULL,
    "takenById" INTEGER NOT NULL,
    "takenAt" TIMESTAMPTZ(3) NOT NULL,
    "cause" TEXT NOT NULL,

    CONSTRAINT "indicator_sheet_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "indicator_sheet_programId_id_idx" ON "indicator_sheet"("programId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "indicator_sheet_programId_cause_key" ON "indicator_sheet"("programId", "cause");
