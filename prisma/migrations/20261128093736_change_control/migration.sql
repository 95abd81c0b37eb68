-- AlterTable
ALTER TABLE "milestone" ADD COLUMN     "firstDue" VARCHAR(10),
ADD COLUMN     "knownDoneOn" VARCHAR(10),
ADD COLUMN     "postponed" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "postponement" ADD COLUMN     "seat" TEXT NOT NULL DEFAULT 'sponsor';

-- One wish of a milestone waits at a time, whoever asks.
CREATE UNIQUE INDEX "postponement_one_asked" ON "postponement"("milestoneId") WHERE standing = 'asked';

-- What was put off before this was counted: from the log, where what was undone counts no more.
UPDATE "milestone" m SET "firstDue" = put."firstDue", postponed = put.times
FROM (
  SELECT a."thingId" AS id, count(*)::int AS times, (array_agg(a.before->>'due' ORDER BY a.id))[1] AS "firstDue"
  FROM "activity" a
  WHERE a.action = 'change-milestone' AND a.before->>'due' < a.after->>'due' AND a.cause NOT LIKE 'undo:%'
    AND NOT EXISTS (SELECT 1 FROM "activity" u WHERE u."workspaceId" = a."workspaceId" AND u.cause = 'undo:' || a.cause)
  GROUP BY a."thingId"
) put WHERE m.id = put.id;
