-- AlterTable
ALTER TABLE "delegation" ADD COLUMN     "byId" INTEGER,
ADD COLUMN     "cause" TEXT,
ADD COLUMN     "endedAt" TIMESTAMPTZ(3),
ADD COLUMN     "recordedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "obstacle" ADD COLUMN     "announceAt" TIMESTAMPTZ(3),
ADD COLUMN     "claimedById" INTEGER,
ADD COLUMN     "clockFrom" VARCHAR(10) NOT NULL DEFAULT '',
ADD COLUMN     "counted" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "departmentId" INTEGER,
ADD COLUMN     "dueAt" TIMESTAMPTZ(3),
ADD COLUMN     "files" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "halfWay" TIMESTAMPTZ(3),
ADD COLUMN     "handedOver" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "help" TEXT,
ADD COLUMN     "holderId" INTEGER,
ADD COLUMN     "lapsed" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "overdueSince" TIMESTAMPTZ(3),
ADD COLUMN     "promisedFor" VARCHAR(10),
ADD COLUMN     "refersToId" INTEGER,
ADD COLUMN     "resolution" TEXT,
ADD COLUMN     "resolvedAt" TIMESTAMPTZ(3),
ADD COLUMN     "resolvedById" INTEGER,
ADD COLUMN     "returns" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "rule" TEXT,
ADD COLUMN     "terms" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "urgent" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "urgentReason" TEXT,
ADD COLUMN     "verifyBy" TIMESTAMPTZ(3),
ADD COLUMN     "verifyReminders" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "withdrawn" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "program" ADD COLUMN     "lastObstacle" INTEGER NOT NULL DEFAULT 0;

-- CreateIndex
CREATE UNIQUE INDEX "delegation_programId_cause_key" ON "delegation"("programId", "cause");

-- what Prisma's schema language has no word for
CREATE INDEX "obstacle_due" ON "obstacle" ("programId", "dueAt", "id") WHERE "dueAt" IS NOT NULL;
CREATE INDEX "obstacle_open" ON "obstacle" ("programId", "deadline", "id") WHERE "standing" <> 'closed';
CREATE INDEX "obstacle_overdue" ON "obstacle" ("programId", "overdueSince") WHERE "overdueSince" IS NOT NULL;
ALTER TABLE "obstacle" ADD CONSTRAINT "obstacle_standing" CHECK ("standing" IN ('open', 'claimed', 'resolved', 'closed'));
ALTER TABLE "obstacle" ADD CONSTRAINT "obstacle_claim" CHECK ("standing" <> 'claimed' OR ("claimedById" IS NOT NULL AND "promisedFor" IS NOT NULL));
ALTER TABLE "obstacle" ADD CONSTRAINT "obstacle_closed" CHECK (("standing" = 'closed') = ("closedAt" IS NOT NULL));

-- closed (销号) is final, and no obstacle goes down the ladder
CREATE FUNCTION "obstacle_goes_forward"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  ladder text[] := ARRAY['unit', 'department', 'sponsor', 'commander'];
BEGIN
  IF TG_OP = 'DELETE' OR OLD."standing" = 'closed' THEN
    RAISE EXCEPTION 'a closed obstacle is final, and none is ever deleted';
  END IF;
  IF array_position(ladder, NEW."rung") < array_position(ladder, OLD."rung") OR NEW."version" < OLD."version" THEN
    RAISE EXCEPTION 'an obstacle never goes backwards';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "obstacle_forward" BEFORE UPDATE OR DELETE ON "obstacle" FOR EACH ROW EXECUTE FUNCTION "obstacle_goes_forward"();
