-- What is asked in quiet hours is told when they are over.
ALTER TABLE "account_request" ADD COLUMN     "tellAt" TIMESTAMPTZ(3);
ALTER TABLE "postponement" ADD COLUMN     "tellAt" TIMESTAMPTZ(3);
