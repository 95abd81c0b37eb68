/**
 * Fills a program with `size.projects` projects of 10 milestones and `size.reports` reports a milestone, one a day from `size.from`,
 * through SQL: for the cost of reading, not for what is said.
 */
export async function fillProgram(store, programId, size) {
  await store.client.$transaction(
    async (client) => {
      // Foreign keys are checked a row at a time, which is most of the time; the rows are right by their making.
      await client.$executeRawUnsafe("SET LOCAL session_replication_role = 'replica'");
      // Ten million reports are one statement.
      await client.$executeRawUnsafe('SET LOCAL statement_timeout = 0');
      await client.$executeRawUnsafe(
        `INSERT INTO project ("programId", code, name, category, "focusArea", "unitId", "ownerId", "firstStage", stage, "startDay", "endDay", "yearPlan")
     SELECT $1, 'L-' || lpad(n::text, 5, '0'), '项目 ' || n, 'industrial', 'projects', u.id, o.id, 'landed', 'landed', '2020-03-01', '2020-12-31', 1000
     FROM generate_series(1, $2) n,
          LATERAL (SELECT id FROM unit WHERE "programId" = $1 ORDER BY id OFFSET n % 20 LIMIT 1) u,
          LATERAL (SELECT "personId" AS id FROM duty WHERE "programId" = $1 ORDER BY id LIMIT 1) o`,
        programId,
        size.projects,
      );
      await client.$executeRawUnsafe(
        `INSERT INTO milestone ("programId", "projectId", ordinal, name, due, percent, "reportedOn")
     SELECT $1, p.id, m, '节点 ' || m, to_char(date '2020-03-01' + m * 25, 'YYYY-MM-DD'), $2, '2020-06-01'
     FROM project p, generate_series(0, 9) m WHERE p."programId" = $1 AND p.code LIKE 'L-%'`,
        programId,
        Math.min(99, size.reports),
      );
      // Without figures about the new rows the next statement is planned as if there were none.
      await client.$executeRawUnsafe('ANALYZE project, milestone');
      await client.$executeRawUnsafe(
        `INSERT INTO report ("programId", "projectId", "milestoneId", "personId", percent, note, "nowPercent", said, "onDay", "recordedAt", "countsAt", late, cause, ordinal)
     SELECT $1, m."projectId", m.id, o.id, least(r, 99), '', least(r, 99), '', to_char(date '${size.from}' + r, 'YYYY-MM-DD'),
            t.at, t.at, false, 'large', m.id * 1000 + r
     FROM milestone m JOIN project p ON p.id = m."projectId" AND p.code LIKE 'L-%',
          generate_series(1, $2) r,
          LATERAL (SELECT "personId" AS id FROM duty WHERE "programId" = $1 ORDER BY id LIMIT 1) o,
          LATERAL (SELECT timestamptz '${size.from} 10:00:00+08' + r * interval '1 day' AS at) t
     WHERE m."programId" = $1`,
        programId,
        size.reports,
      );
    },
    { timeout: 3_600_000 },
  );
  await store.client.$executeRawUnsafe('ANALYZE');
}

/** `owners` people with a project of eight milestones each: some done, some due, some overdue; one in fifty is on leave. */
export async function fillOwners(store, program, owners) {
  await store.client.$transaction(
    async (client) => {
      await client.$executeRawUnsafe("SET LOCAL session_replication_role = 'replica'");
      await client.$executeRawUnsafe(
        `INSERT INTO person ("workspaceId", key, name, "nameEn", title, "slackUserId")
         SELECT $1, 'o-' || n, '责任人 ' || n, 'Owner ' || n, '{"zh":"科长","en":"Officer"}', 'UL' || n FROM generate_series(1, $2) n`,
        program.workspaceId,
        owners,
      );
      await client.$executeRawUnsafe(
        `INSERT INTO project ("programId", code, name, category, "focusArea", "unitId", "ownerId", "firstStage", stage, "startDay")
         SELECT $1, 'L-' || lpad(n::text, 5, '0'), '项目 ' || n, 'industrial', 'projects', u.id, o.id, 'landed', 'landed', '2020-03-01'
         FROM generate_series(1, $2) n JOIN person o ON o.key = 'o-' || n,
              LATERAL (SELECT id FROM unit WHERE "programId" = $1 ORDER BY id OFFSET n % 20 LIMIT 1) u`,
        program.id,
        owners,
      );
      await client.$executeRawUnsafe(
        `INSERT INTO milestone ("programId", "projectId", ordinal, name, due, percent, "doneOn", "reportedOn")
         SELECT $1, p.id, m, '节点 ' || m, to_char(date '2020-04-01' + m * 20 + p.id % 9, 'YYYY-MM-DD'),
                CASE WHEN m < 3 THEN 100 WHEN m < 5 THEN 40 END, CASE WHEN m < 3 THEN '2020-05-01' END, CASE WHEN m < 5 THEN '2020-06-08' END
         FROM project p, generate_series(0, 7) m WHERE p."programId" = $1 AND p.code LIKE 'L-%'`,
        program.id,
      );
      await client.$executeRawUnsafe(
        `INSERT INTO delegation ("programId", "personId", "delegateId", "fromDay", "toDay")
         SELECT $1, o.id, o.id + 1, '2020-06-15', '2020-06-19' FROM person o WHERE o.key LIKE 'o-%' AND o.id % 50 = 0`,
        program.id,
      );
    },
    { timeout: 300_000 },
  );
  await store.client.$executeRawUnsafe('ANALYZE');
}
