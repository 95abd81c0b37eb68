-- AlterTable
ALTER TABLE "program" ADD COLUMN     "lastLead" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "promotion_activity" (
    "id" SERIAL NOT NULL,
    "programId" INTEGER NOT NULL,
    "leaderId" INTEGER NOT NULL,
    "joinedIds" INTEGER[],
    "onDay" VARCHAR(10) NOT NULL,
    "place" TEXT NOT NULL,
    "field" TEXT,
    "firms" INTEGER,
    "text" TEXT NOT NULL,
    "recordedById" INTEGER NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "undoneAt" TIMESTAMPTZ(3),
    "cause" TEXT NOT NULL,

    CONSTRAINT "promotion_activity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "promotion_excuse" (
    "id" SERIAL NOT NULL,
    "programId" INTEGER NOT NULL,
    "leaderId" INTEGER NOT NULL,
    "month" VARCHAR(10) NOT NULL,
    "reason" TEXT NOT NULL,
    "personId" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "cause" TEXT NOT NULL,

    CONSTRAINT "promotion_excuse_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "promotion_money" (
    "id" SERIAL NOT NULL,
    "programId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "voucher" TEXT NOT NULL,
    "amount" DOUBLE PRECISION NOT NULL,
    "inAll" DOUBLE PRECISION,
    "projectId" INTEGER NOT NULL,
    "onDay" VARCHAR(10) NOT NULL,
    "enteredById" INTEGER NOT NULL,
    "enteredAt" TIMESTAMPTZ(3) NOT NULL,
    "standing" TEXT NOT NULL DEFAULT 'entered',
    "decidedById" INTEGER,
    "decidedAt" TIMESTAMPTZ(3),
    "reason" TEXT,
    "cause" TEXT NOT NULL,

    CONSTRAINT "promotion_money_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "promotion_lead" (
    "id" SERIAL NOT NULL,
    "programId" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "investor" TEXT NOT NULL,
    "investorKey" TEXT NOT NULL,
    "field" TEXT,
    "wants" TEXT,
    "contact" TEXT,
    "firstById" INTEGER NOT NULL,
    "firstAt" TIMESTAMPTZ(3) NOT NULL,
    "reportedOn" VARCHAR(10) NOT NULL,
    "standing" TEXT NOT NULL DEFAULT 'new',
    "version" INTEGER NOT NULL DEFAULT 1,
    "judgedOn" VARCHAR(10),
    "answeredOn" VARCHAR(10),
    "dropReason" TEXT,
    "projectId" INTEGER,
    "carriedFromId" INTEGER,
    "cause" TEXT NOT NULL,

    CONSTRAINT "promotion_lead_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "promotion_lead_report" (
    "leadId" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "promotion_lead_report_pkey" PRIMARY KEY ("leadId","personId")
);

-- CreateTable
CREATE TABLE "trip_answer" (
    "id" SERIAL NOT NULL,
    "programId" INTEGER NOT NULL,
    "milestoneId" INTEGER NOT NULL,
    "projectId" INTEGER NOT NULL,
    "procedure" TEXT NOT NULL,
    "trips" INTEGER NOT NULL,
    "onDay" VARCHAR(10) NOT NULL,
    "personId" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "trip_answer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "trip_proposal" (
    "programId" INTEGER NOT NULL,
    "procedure" TEXT NOT NULL,
    "month" VARCHAR(10) NOT NULL,
    "personId" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "trip_proposal_pkey" PRIMARY KEY ("programId","procedure","month")
);

-- CreateIndex
CREATE INDEX "promotion_activity_programId_onDay_idx" ON "promotion_activity"("programId", "onDay");

-- CreateIndex
CREATE UNIQUE INDEX "promotion_activity_programId_cause_key" ON "promotion_activity"("programId", "cause");

-- CreateIndex
CREATE UNIQUE INDEX "promotion_excuse_programId_leaderId_month_key" ON "promotion_excuse"("programId", "leaderId", "month");

-- CreateIndex
CREATE INDEX "promotion_money_programId_kind_standing_idx" ON "promotion_money"("programId", "kind", "standing");

-- CreateIndex
CREATE UNIQUE INDEX "promotion_money_programId_cause_key" ON "promotion_money"("programId", "cause");

-- CreateIndex
CREATE INDEX "promotion_lead_programId_standing_idx" ON "promotion_lead"("programId", "standing");

-- CreateIndex
CREATE UNIQUE INDEX "promotion_lead_programId_number_key" ON "promotion_lead"("programId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "promotion_lead_programId_investorKey_key" ON "promotion_lead"("programId", "investorKey");

-- CreateIndex
CREATE UNIQUE INDEX "promotion_lead_programId_cause_key" ON "promotion_lead"("programId", "cause");

-- CreateIndex
CREATE UNIQUE INDEX "trip_answer_milestoneId_key" ON "trip_answer"("milestoneId");

-- CreateIndex
CREATE INDEX "trip_answer_programId_procedure_idx" ON "trip_answer"("programId", "procedure");

-- One leader, one day, one place: one activity, until it is taken back.
CREATE UNIQUE INDEX "promotion_activity_once" ON "promotion_activity" ("programId", "leaderId", "onDay", "place") WHERE "undoneAt" IS NULL;
ALTER TABLE "promotion_activity" ADD CONSTRAINT "promotion_activity_firms" CHECK ("firms" >= 0);

-- A voucher is entered once, of whatever kind; one that was returned may be entered again.
CREATE UNIQUE INDEX "promotion_money_voucher" ON "promotion_money" ("programId", "voucher") WHERE "standing" <> 'returned';
ALTER TABLE "promotion_money"
  ADD CONSTRAINT "promotion_money_kind" CHECK ("kind" IN ('funds', 'foreign-capital')),
  ADD CONSTRAINT "promotion_money_standing" CHECK ("standing" IN ('entered', 'confirmed', 'returned')),
  ADD CONSTRAINT "promotion_money_amount" CHECK ("amount" > 0),
  ADD CONSTRAINT "promotion_money_exact" CHECK (
    scale(trim_scale("amount"::numeric)) <= 4 AND scale(trim_scale("inAll"::numeric)) <= 4),
  ADD CONSTRAINT "promotion_money_decided" CHECK (("standing" = 'entered') = ("decidedById" IS NULL)),
  ADD CONSTRAINT "promotion_money_returned" CHECK (("standing" = 'returned') = ("reason" IS NOT NULL)),
  -- Whoever entered it is not the second person.
  ADD CONSTRAINT "promotion_money_second" CHECK ("decidedById" <> "enteredById");

ALTER TABLE "promotion_lead"
  ADD CONSTRAINT "promotion_lead_standing" CHECK ("standing" IN ('new', 'pursued', 'dropped', 'signed')),
  ADD CONSTRAINT "promotion_lead_dropped" CHECK (("standing" = 'dropped') = ("dropReason" IS NOT NULL)),
  ADD CONSTRAINT "promotion_lead_signed" CHECK (("standing" = 'signed') = ("projectId" IS NOT NULL));

ALTER TABLE "trip_answer" ADD CONSTRAINT "trip_answer_trips" CHECK ("trips" BETWEEN 0 AND 2);
