-- Reading a past moment looks at what was changed of the ledger since, and at nothing else of the log.
CREATE INDEX "activity_ledger" ON "activity" ("programId", "at")
  WHERE "action" IN ('add-project', 'change-project', 'remove-project', 'add-milestone', 'change-milestone', 'remove-milestone');
