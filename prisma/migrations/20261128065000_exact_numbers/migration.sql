-- Amounts are kept to the yuan and percents as typed, to two decimals. A double holds each such number as its own nearest
-- decimal (at most 15 digits), so what was written is what is read; the checks refuse everything finer.
ALTER TABLE "project" ALTER COLUMN "totalInvestment" SET DATA TYPE DOUBLE PRECISION,
ALTER COLUMN "yearPlan" SET DATA TYPE DOUBLE PRECISION,
ALTER COLUMN "doneInvestment" SET DATA TYPE DOUBLE PRECISION;
ALTER TABLE "milestone" ALTER COLUMN "percent" SET DATA TYPE DOUBLE PRECISION;
ALTER TABLE "report" ALTER COLUMN "percent" SET DATA TYPE DOUBLE PRECISION,
ALTER COLUMN "nowPercent" SET DATA TYPE DOUBLE PRECISION;
ALTER TABLE "figures" ALTER COLUMN "doneInvestment" SET DATA TYPE DOUBLE PRECISION;
ALTER TABLE "goal" ALTER COLUMN "target" SET DATA TYPE DOUBLE PRECISION;
ALTER TABLE "gate" ALTER COLUMN "value" SET DATA TYPE DOUBLE PRECISION;
ALTER TABLE "goal_record" ALTER COLUMN "value" SET DATA TYPE DOUBLE PRECISION;

ALTER TABLE "project" ADD CONSTRAINT "project_whole_yuan" CHECK (
  scale(trim_scale("totalInvestment"::numeric)) <= 4 AND scale(trim_scale("yearPlan"::numeric)) <= 4
  AND scale(trim_scale("doneInvestment"::numeric)) <= 4);
ALTER TABLE "figures" ADD CONSTRAINT "figures_whole_yuan" CHECK (scale(trim_scale("doneInvestment"::numeric)) <= 4);
ALTER TABLE "goal_record" ADD CONSTRAINT "goal_record_whole_yuan" CHECK (scale(trim_scale("value"::numeric)) <= 4);
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_percent_decimals" CHECK (scale(trim_scale("percent"::numeric)) <= 2);
ALTER TABLE "report" ADD CONSTRAINT "report_percent_decimals" CHECK (
  scale(trim_scale("percent"::numeric)) <= 2 AND scale(trim_scale("nowPercent"::numeric)) <= 2);
