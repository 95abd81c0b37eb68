-- CreateTable
CREATE TABLE "factor_pool" (
    "id" SERIAL NOT NULL,
    "programId" INTEGER NOT NULL,
    "factor" TEXT NOT NULL,
    "part" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "factor_pool_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "factor_batch" (
    "id" SERIAL NOT NULL,
    "poolId" INTEGER NOT NULL,
    "amount" BIGINT NOT NULL,
    "given" BIGINT NOT NULL DEFAULT 0,
    "fromDay" VARCHAR(10) NOT NULL,
    "openedById" INTEGER NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "cause" TEXT NOT NULL,

    CONSTRAINT "factor_batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "factor_request" (
    "id" SERIAL NOT NULL,
    "programId" INTEGER NOT NULL,
    "poolId" INTEGER NOT NULL,
    "projectId" INTEGER NOT NULL,
    "amount" BIGINT NOT NULL,
    "given" BIGINT NOT NULL DEFAULT 0,
    "released" BIGINT NOT NULL DEFAULT 0,
    "neededBy" VARCHAR(10),
    "divisible" BOOLEAN NOT NULL,
    "standing" TEXT NOT NULL DEFAULT 'open',
    "source" TEXT,
    "obstacleId" INTEGER,
    "askedById" INTEGER NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "cause" TEXT NOT NULL,

    CONSTRAINT "factor_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "factor_draw" (
    "id" SERIAL NOT NULL,
    "requestId" INTEGER NOT NULL,
    "batchId" INTEGER NOT NULL,
    "poolId" INTEGER NOT NULL,
    "fromDay" VARCHAR(10) NOT NULL,
    "amount" BIGINT NOT NULL,
    "onDay" VARCHAR(10) NOT NULL,
    "ahead" BOOLEAN NOT NULL,
    "class" TEXT NOT NULL,
    "personId" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "cause" TEXT NOT NULL,

    CONSTRAINT "factor_draw_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "factor_pool_programId_factor_part_key" ON "factor_pool"("programId", "factor", "part");

-- CreateIndex
CREATE UNIQUE INDEX "factor_batch_id_poolId_fromDay_key" ON "factor_batch"("id", "poolId", "fromDay");

-- CreateIndex
CREATE UNIQUE INDEX "factor_batch_poolId_cause_key" ON "factor_batch"("poolId", "cause");

-- CreateIndex
CREATE INDEX "factor_request_poolId_standing_idx" ON "factor_request"("poolId", "standing");

-- CreateIndex
CREATE INDEX "factor_request_projectId_idx" ON "factor_request"("projectId");

-- CreateIndex
CREATE UNIQUE INDEX "factor_request_id_poolId_key" ON "factor_request"("id", "poolId");

-- CreateIndex
CREATE UNIQUE INDEX "factor_request_programId_cause_key" ON "factor_request"("programId", "cause");

-- CreateIndex
CREATE INDEX "factor_draw_requestId_idx" ON "factor_draw"("requestId");

-- CreateIndex
CREATE INDEX "factor_draw_batchId_idx" ON "factor_draw"("batchId");

-- CreateIndex
CREATE UNIQUE INDEX "factor_draw_cause_requestId_batchId_key" ON "factor_draw"("cause", "requestId", "batchId");

-- AddForeignKey
ALTER TABLE "factor_batch" ADD CONSTRAINT "factor_batch_poolId_fkey" FOREIGN KEY ("poolId") REFERENCES "factor_pool"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "factor_request" ADD CONSTRAINT "factor_request_poolId_fkey" FOREIGN KEY ("poolId") REFERENCES "factor_pool"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "factor_request" ADD CONSTRAINT "factor_request_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "factor_draw" ADD CONSTRAINT "factor_draw_requestId_poolId_fkey" FOREIGN KEY ("requestId", "poolId") REFERENCES "factor_request"("id", "poolId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "factor_draw" ADD CONSTRAINT "factor_draw_batchId_poolId_fromDay_fkey" FOREIGN KEY ("batchId", "poolId", "fromDay") REFERENCES "factor_batch"("id", "poolId", "fromDay") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "factor_batch"
  ADD CONSTRAINT "factor_batch_amount" CHECK ("amount" > 0),
  -- Nothing is ever given that is not there.
  ADD CONSTRAINT "factor_batch_given" CHECK ("given" BETWEEN 0 AND "amount");

ALTER TABLE "factor_request"
  ADD CONSTRAINT "factor_request_standing" CHECK ("standing" IN ('open', 'withdrawn')),
  ADD CONSTRAINT "factor_request_amount" CHECK ("amount" > 0 AND "given" >= 0 AND "released" >= 0 AND "given" + "released" <= "amount"),
  ADD CONSTRAINT "factor_request_whole" CHECK ("divisible" OR "given" IN (0, "amount" - "released"));

-- A project waits for a factor once.
CREATE UNIQUE INDEX "factor_request_waits_once" ON "factor_request" ("projectId", "poolId")
  WHERE "standing" = 'open' AND "given" + "released" < "amount";

ALTER TABLE "factor_draw"
  ADD CONSTRAINT "factor_draw_amount" CHECK ("amount" <> 0),
  -- A batch before its day is for provincial key projects.
  ADD CONSTRAINT "factor_draw_ahead" CHECK ("ahead" = ("amount" > 0 AND "onDay" < "fromDay") AND (NOT "ahead" OR "class" = 'provincial'));

-- A draw counts where it was drawn, whoever writes it, and stays.
CREATE FUNCTION "factor_draw_counts"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    RAISE EXCEPTION 'what was given or given back stays written';
  END IF;
  UPDATE "factor_batch" SET "given" = "given" + NEW."amount" WHERE "id" = NEW."batchId";
  RETURN NEW;
END $$;
CREATE TRIGGER "factor_draw_counts" BEFORE INSERT OR UPDATE OR DELETE ON "factor_draw"
  FOR EACH ROW EXECUTE FUNCTION "factor_draw_counts"();

-- Of a request the draws of one statement count together: it is given whole, of however many batches.
CREATE FUNCTION "factor_draws_count"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "factor_request" r SET "given" = r."given" + d.net, "released" = r."released" + d.back
  FROM (SELECT "requestId", sum("amount") AS net, -sum(least("amount", 0)) AS back FROM made GROUP BY "requestId") d
  WHERE r."id" = d."requestId";
  RETURN NULL;
END $$;
CREATE TRIGGER "factor_draws_count" AFTER INSERT ON "factor_draw"
  REFERENCING NEW TABLE AS made FOR EACH STATEMENT EXECUTE FUNCTION "factor_draws_count"();
