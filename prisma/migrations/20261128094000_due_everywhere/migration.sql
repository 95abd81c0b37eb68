-- What falls due is looked for over all programs at once (store/due.ts): by its moment alone.
CREATE INDEX "obstacle_due_anywhere" ON "obstacle" ("dueAt") WHERE "dueAt" IS NOT NULL;
CREATE INDEX "postponement_untold_anywhere" ON "postponement" ("tellAt") WHERE "tellAt" IS NOT NULL;
CREATE INDEX "delegation_untold_anywhere" ON "delegation" ("tellAt") WHERE "tellAt" IS NOT NULL AND "endedAt" IS NULL;
CREATE INDEX "complaint_untold_anywhere" ON "complaint" ("tellAt") WHERE "tellAt" IS NOT NULL;
CREATE INDEX "account_request_untold_anywhere" ON "account_request" ("tellAt") WHERE "tellAt" IS NOT NULL;
CREATE INDEX "slot_open_anywhere" ON "slot" ("dueAt") WHERE "toldAt" IS NULL AND "doneAt" IS NULL;
CREATE INDEX "slot_late_anywhere" ON "slot" ("dueAt")
  WHERE "toldAt" IS NULL AND "doneAt" - "dueAt" > interval '15 minutes';

-- What was written down and not begun is taken in the order of its arrival (payloads.takeWaiting).
CREATE INDEX "payload_waiting" ON "payload" ("takenAt") WHERE "doneAt" IS NULL AND tries = 0;

-- CreateTable
CREATE TABLE "pace" (
    "channelId" TEXT NOT NULL,
    "freeAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pace_pkey" PRIMARY KEY ("channelId")
);
