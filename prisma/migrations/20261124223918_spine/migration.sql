-- CreateTable
CREATE TABLE "workspace" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "workspace_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "program" (
    "id" SERIAL NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "name" JSONB NOT NULL,
    "year" INTEGER NOT NULL,
    "timeZone" TEXT NOT NULL,
    "fromDay" VARCHAR(10) NOT NULL,
    "toDay" VARCHAR(10) NOT NULL,
    "policy" JSONB NOT NULL,
    "current" BOOLEAN NOT NULL DEFAULT true,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "loadedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "program_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "focus_area" (
    "id" SERIAL NOT NULL,
    "programId" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "name" JSONB NOT NULL,
    "ordinal" INTEGER NOT NULL,

    CONSTRAINT "focus_area_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "category" (
    "id" SERIAL NOT NULL,
    "programId" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "name" JSONB NOT NULL,
    "ordinal" INTEGER NOT NULL,

    CONSTRAINT "category_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "site" (
    "id" SERIAL NOT NULL,
    "programId" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "name" JSONB NOT NULL,
    "main" BOOLEAN NOT NULL,

    CONSTRAINT "site_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit" (
    "id" SERIAL NOT NULL,
    "programId" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "name" JSONB NOT NULL,
    "kind" TEXT NOT NULL,
    "aliases" TEXT[],
    "headId" INTEGER,
    "channelId" TEXT,

    CONSTRAINT "unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" SERIAL NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "title" JSONB NOT NULL,
    "email" TEXT,
    "slackUserId" TEXT,
    "language" TEXT NOT NULL DEFAULT 'zh',

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "duty" (
    "id" SERIAL NOT NULL,
    "programId" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "unitId" INTEGER,

    CONSTRAINT "duty_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delegation" (
    "id" SERIAL NOT NULL,
    "programId" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "delegateId" INTEGER,
    "fromDay" VARCHAR(10) NOT NULL,
    "toDay" VARCHAR(10) NOT NULL,

    CONSTRAINT "delegation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project" (
    "id" SERIAL NOT NULL,
    "programId" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "focusArea" TEXT NOT NULL,
    "unitId" INTEGER NOT NULL,
    "ownerId" INTEGER,
    "sponsorId" INTEGER,
    "site" TEXT,
    "standing" TEXT NOT NULL DEFAULT 'open',
    "firstStage" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "totalInvestment" INTEGER,
    "yearPlan" INTEGER,
    "doneInvestment" INTEGER,
    "figuresOn" VARCHAR(10),
    "startDay" VARCHAR(10),
    "endDay" VARCHAR(10),
    "problem" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "nickname" (
    "id" SERIAL NOT NULL,
    "projectId" INTEGER NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "nickname_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "milestone" (
    "id" SERIAL NOT NULL,
    "programId" INTEGER NOT NULL,
    "projectId" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "due" VARCHAR(10),
    "ownerId" INTEGER,
    "stage" TEXT,
    "percent" INTEGER,
    "doneOn" VARCHAR(10),
    "forecast" VARCHAR(10),
    "reportedOn" VARCHAR(10),
    "reportId" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "milestone_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report" (
    "id" SERIAL NOT NULL,
    "programId" INTEGER NOT NULL,
    "projectId" INTEGER NOT NULL,
    "milestoneId" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "percent" INTEGER,
    "doneOn" VARCHAR(10),
    "forecast" VARCHAR(10),
    "note" TEXT NOT NULL,
    "nowPercent" INTEGER,
    "nowDoneOn" VARCHAR(10),
    "nowForecast" VARCHAR(10),
    "said" TEXT NOT NULL,
    "onDay" VARCHAR(10) NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "countsAt" TIMESTAMPTZ(3) NOT NULL,
    "undoneAt" TIMESTAMPTZ(3),
    "supersedes" INTEGER,
    "late" BOOLEAN NOT NULL,
    "cause" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,

    CONSTRAINT "report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "figures" (
    "id" SERIAL NOT NULL,
    "programId" INTEGER NOT NULL,
    "projectId" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "doneInvestment" INTEGER NOT NULL,
    "said" TEXT NOT NULL,
    "onDay" VARCHAR(10) NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "countsAt" TIMESTAMPTZ(3) NOT NULL,
    "undoneAt" TIMESTAMPTZ(3),
    "cause" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,

    CONSTRAINT "figures_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence" (
    "id" SERIAL NOT NULL,
    "programId" INTEGER NOT NULL,
    "reportId" INTEGER NOT NULL,
    "slackFileId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "mimetype" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "obstacle" (
    "id" SERIAL NOT NULL,
    "programId" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "projectId" INTEGER NOT NULL,
    "milestoneId" INTEGER,
    "kind" TEXT NOT NULL,
    "matter" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "standing" TEXT NOT NULL DEFAULT 'open',
    "rung" TEXT NOT NULL,
    "raisedById" INTEGER NOT NULL,
    "since" VARCHAR(10) NOT NULL,
    "deadline" TIMESTAMPTZ(3),
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "cause" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "obstacle_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "goal" (
    "id" SERIAL NOT NULL,
    "programId" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "name" JSONB NOT NULL,
    "focusArea" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "target" INTEGER NOT NULL,
    "rule" JSONB NOT NULL,

    CONSTRAINT "goal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "gate" (
    "id" SERIAL NOT NULL,
    "goalId" INTEGER NOT NULL,
    "onDay" VARCHAR(10) NOT NULL,
    "value" INTEGER NOT NULL,

    CONSTRAINT "gate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "goal_record" (
    "id" SERIAL NOT NULL,
    "programId" INTEGER NOT NULL,
    "goalId" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "value" INTEGER NOT NULL,
    "onDay" VARCHAR(10) NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "undoneAt" TIMESTAMPTZ(3),
    "cause" TEXT NOT NULL,

    CONSTRAINT "goal_record_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "subscription" (
    "id" SERIAL NOT NULL,
    "programId" INTEGER NOT NULL,
    "channelId" TEXT NOT NULL,
    "cadence" TEXT NOT NULL,
    "scopeOf" TEXT NOT NULL,
    "scopeKey" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "personId" INTEGER,
    "sinceAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "subscription_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "post" (
    "id" SERIAL NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "programId" INTEGER,
    "channelId" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "parentId" INTEGER,
    "threadTs" TEXT,
    "body" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "sentVersion" INTEGER NOT NULL DEFAULT 0,
    "standing" TEXT NOT NULL DEFAULT 'waiting',
    "ts" TEXT,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "sendingSince" TIMESTAMPTZ(3),
    "failure" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "post_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "activity" (
    "id" BIGSERIAL NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "programId" INTEGER,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "personId" INTEGER,
    "action" TEXT NOT NULL,
    "thing" TEXT NOT NULL,
    "thingId" INTEGER,
    "before" JSONB,
    "after" JSONB,
    "cause" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,

    CONSTRAINT "activity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payload" (
    "key" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "body" JSONB,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "takenAt" TIMESTAMPTZ(3),
    "doneAt" TIMESTAMPTZ(3),
    "tries" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "payload_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "slot" (
    "id" SERIAL NOT NULL,
    "programId" INTEGER NOT NULL,
    "job" TEXT NOT NULL,
    "slot" TEXT NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "slot_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "program_workspaceId_key_key" ON "program"("workspaceId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "focus_area_programId_key_key" ON "focus_area"("programId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "category_programId_key_key" ON "category"("programId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "site_programId_key_key" ON "site"("programId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "unit_programId_key_key" ON "unit"("programId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "person_workspaceId_key_key" ON "person"("workspaceId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "person_workspaceId_email_key" ON "person"("workspaceId", "email");

-- CreateIndex
CREATE UNIQUE INDEX "person_workspaceId_slackUserId_key" ON "person"("workspaceId", "slackUserId");

-- CreateIndex
CREATE INDEX "duty_personId_idx" ON "duty"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "duty_programId_personId_role_unitId_key" ON "duty"("programId", "personId", "role", "unitId");

-- CreateIndex
CREATE INDEX "delegation_programId_personId_fromDay_idx" ON "delegation"("programId", "personId", "fromDay");

-- CreateIndex
CREATE INDEX "delegation_programId_delegateId_fromDay_idx" ON "delegation"("programId", "delegateId", "fromDay");

-- CreateIndex
CREATE INDEX "project_programId_unitId_idx" ON "project"("programId", "unitId");

-- CreateIndex
CREATE INDEX "project_programId_ownerId_idx" ON "project"("programId", "ownerId");

-- CreateIndex
CREATE INDEX "project_programId_sponsorId_idx" ON "project"("programId", "sponsorId");

-- CreateIndex
CREATE UNIQUE INDEX "project_programId_code_key" ON "project"("programId", "code");

-- CreateIndex
CREATE UNIQUE INDEX "nickname_projectId_text_key" ON "nickname"("projectId", "text");

-- CreateIndex
CREATE INDEX "milestone_programId_due_idx" ON "milestone"("programId", "due");

-- CreateIndex
CREATE UNIQUE INDEX "milestone_projectId_ordinal_key" ON "milestone"("projectId", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "milestone_projectId_name_key" ON "milestone"("projectId", "name");

-- CreateIndex
CREATE INDEX "report_milestoneId_recordedAt_idx" ON "report"("milestoneId", "recordedAt" DESC);

-- CreateIndex
CREATE INDEX "report_milestoneId_countsAt_idx" ON "report"("milestoneId", "countsAt" DESC);

-- CreateIndex
CREATE INDEX "report_programId_countsAt_idx" ON "report"("programId", "countsAt");

-- CreateIndex
CREATE UNIQUE INDEX "report_programId_cause_ordinal_key" ON "report"("programId", "cause", "ordinal");

-- CreateIndex
CREATE INDEX "figures_projectId_recordedAt_idx" ON "figures"("projectId", "recordedAt" DESC);

-- CreateIndex
CREATE INDEX "figures_projectId_countsAt_idx" ON "figures"("projectId", "countsAt" DESC);

-- CreateIndex
CREATE INDEX "figures_programId_countsAt_idx" ON "figures"("programId", "countsAt");

-- CreateIndex
CREATE UNIQUE INDEX "figures_programId_cause_ordinal_key" ON "figures"("programId", "cause", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "evidence_reportId_slackFileId_key" ON "evidence"("reportId", "slackFileId");

-- CreateIndex
CREATE INDEX "obstacle_programId_standing_deadline_idx" ON "obstacle"("programId", "standing", "deadline");

-- CreateIndex
CREATE INDEX "obstacle_projectId_idx" ON "obstacle"("projectId");

-- CreateIndex
CREATE UNIQUE INDEX "obstacle_programId_number_key" ON "obstacle"("programId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "obstacle_programId_cause_key" ON "obstacle"("programId", "cause");

-- CreateIndex
CREATE UNIQUE INDEX "goal_programId_key_key" ON "goal"("programId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "gate_goalId_onDay_key" ON "gate"("goalId", "onDay");

-- CreateIndex
CREATE INDEX "goal_record_goalId_recordedAt_idx" ON "goal_record"("goalId", "recordedAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "goal_record_programId_cause_key" ON "goal_record"("programId", "cause");

-- CreateIndex
CREATE UNIQUE INDEX "subscription_programId_channelId_cadence_scopeOf_scopeKey_key" ON "subscription"("programId", "channelId", "cadence", "scopeOf", "scopeKey");

-- CreateIndex
CREATE INDEX "post_channelId_ts_idx" ON "post"("channelId", "ts");

-- CreateIndex
CREATE UNIQUE INDEX "post_workspaceId_subject_key" ON "post"("workspaceId", "subject");

-- CreateIndex
CREATE INDEX "activity_programId_at_idx" ON "activity"("programId", "at");

-- CreateIndex
CREATE INDEX "activity_programId_thing_thingId_idx" ON "activity"("programId", "thing", "thingId");

-- CreateIndex
CREATE UNIQUE INDEX "activity_workspaceId_cause_ordinal_key" ON "activity"("workspaceId", "cause", "ordinal");

-- CreateIndex
CREATE INDEX "payload_receivedAt_idx" ON "payload"("receivedAt");

-- CreateIndex
CREATE UNIQUE INDEX "slot_programId_job_slot_key" ON "slot"("programId", "job", "slot");

-- AddForeignKey
ALTER TABLE "program" ADD CONSTRAINT "program_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "focus_area" ADD CONSTRAINT "focus_area_programId_fkey" FOREIGN KEY ("programId") REFERENCES "program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "category" ADD CONSTRAINT "category_programId_fkey" FOREIGN KEY ("programId") REFERENCES "program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "site" ADD CONSTRAINT "site_programId_fkey" FOREIGN KEY ("programId") REFERENCES "program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit" ADD CONSTRAINT "unit_programId_fkey" FOREIGN KEY ("programId") REFERENCES "program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit" ADD CONSTRAINT "unit_headId_fkey" FOREIGN KEY ("headId") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "duty" ADD CONSTRAINT "duty_programId_fkey" FOREIGN KEY ("programId") REFERENCES "program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "duty" ADD CONSTRAINT "duty_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "duty" ADD CONSTRAINT "duty_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_programId_fkey" FOREIGN KEY ("programId") REFERENCES "program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_delegateId_fkey" FOREIGN KEY ("delegateId") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project" ADD CONSTRAINT "project_programId_fkey" FOREIGN KEY ("programId") REFERENCES "program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project" ADD CONSTRAINT "project_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project" ADD CONSTRAINT "project_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project" ADD CONSTRAINT "project_sponsorId_fkey" FOREIGN KEY ("sponsorId") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "nickname" ADD CONSTRAINT "nickname_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_milestoneId_fkey" FOREIGN KEY ("milestoneId") REFERENCES "milestone"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "figures" ADD CONSTRAINT "figures_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "obstacle" ADD CONSTRAINT "obstacle_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "goal" ADD CONSTRAINT "goal_programId_fkey" FOREIGN KEY ("programId") REFERENCES "program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gate" ADD CONSTRAINT "gate_goalId_fkey" FOREIGN KEY ("goalId") REFERENCES "goal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "goal_record" ADD CONSTRAINT "goal_record_goalId_fkey" FOREIGN KEY ("goalId") REFERENCES "goal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_programId_fkey" FOREIGN KEY ("programId") REFERENCES "program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
