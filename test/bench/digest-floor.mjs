// The floor of a digest: hand-written SQL straight to the database, and the message's blocks as plain as can be. It reads what
// nobody is spared: how each milestone stood this evening, at the digest before, eight weeks ago (what forecasts carry on from)
// and on the evening of each gate that has passed; obstacles and goals; and tells what turned red, what is overdue, how goals stand.
const DAY_MS = 86_400_000;
const FORECAST_DAYS = 56;
const LONGEST_TEXT = 2900;

const STANDING = `
  SELECT p.code, p.name, u.name->>'zh' AS unit, m.name AS milestone, m.due, m.stage,
         CASE WHEN r.id IS NULL AND m."knownDoneOn" IS NOT NULL THEN 100 ELSE r."nowPercent" END AS percent
  FROM project p JOIN unit u ON u.id = p."unitId" JOIN milestone m ON m."projectId" = p.id
  LEFT JOIN LATERAL (
    SELECT r.id, r."nowPercent" FROM report r
    WHERE r."milestoneId" = m.id AND r."recordedAt" <= $2::timestamptz AND r."undoneAt" IS NULL
    ORDER BY r."recordedAt" DESC, r.id DESC LIMIT 1
  ) r ON true
  WHERE p."programId" = $1 AND p.standing <> 'withdrawn' ORDER BY p.code, m.ordinal`;
const GOALS = `
  SELECT g.name->>'zh' AS name, g.target, json_agg(json_build_array(t."onDay", t.value) ORDER BY t."onDay") AS gates
  FROM goal g LEFT JOIN gate t ON t."goalId" = g.id WHERE g."programId" = $1 GROUP BY g.id ORDER BY g.ordinal`;
const OBSTACLES = `
  SELECT o.rung, o.text, p.code FROM obstacle o JOIN project p ON p.id = o."projectId"
  WHERE o."programId" = $1 AND o.standing <> 'closed' ORDER BY o.number`;

/** Projects by code, each with its light as milestones alone tell it, and whether it has started. */
function lightsOf(rows, day) {
  const projects = new Map();
  const soon = new Date(Date.parse(day) + 7 * DAY_MS).toISOString().slice(0, 10);
  for (const { code, name, unit, milestone, due, stage, percent } of rows) {
    let project = projects.get(code);
    if (project === undefined) {
      project = { code, name, unit, light: 'green', why: '', started: false };
      projects.set(code, project);
    }
    if (percent === 100) {
      if (stage !== null) project.started = true;
    } else if (due !== null && due < day) {
      if (project.light !== 'red') project.why = `${milestone} ${due} 超期`;
      project.light = 'red';
    } else if (due !== null && due <= soon && project.light === 'green') {
      project.light = 'amber';
      project.why = `${milestone} ${due}`;
    }
  }
  return projects;
}

const startedOf = (projects) => [...projects.values()].filter(({ started }) => started).length;

/** Lines as sections, none longer than Slack takes. */
function sectionsOf(title, lines) {
  const blocks = [];
  let text = `*${title}（${lines.length}）*`;
  for (const line of lines) {
    if (text.length + line.length >= LONGEST_TEXT) {
      blocks.push({ type: 'section', text: { type: 'mrkdwn', text } });
      text = line;
    } else text += `\n${line}`;
  }
  return [...blocks, { type: 'section', text: { type: 'mrkdwn', text } }];
}

/** The digest of an evening as JSON. `sql` answers rows of the database itself, by no other layer. */
export async function bareDigest(sql, programId, day, at, before) {
  const standing = async (moment, on) => lightsOf(await sql(STANDING, [programId, new Date(moment).toISOString()]), on);
  const dayOf = (moment) => new Date(moment + 8 * 3_600_000).toISOString().slice(0, 10);
  const now = await standing(at, day);
  const then = await standing(before, dayOf(before));
  const earlier = startedOf(await standing(at - FORECAST_DAYS * DAY_MS, dayOf(at - FORECAST_DAYS * DAY_MS)));
  const goals = await sql(GOALS, [programId]);
  const passed = new Set(goals.flatMap(({ gates }) => gates.map(([on]) => on)).filter((on) => on !== null && on < day));
  const held = new Map();
  for (const on of passed) held.set(on, startedOf(await standing(Date.parse(`${on}T23:59:59.999+08:00`), on)));
  const started = startedOf(now);
  const line = ({ code, name, unit, why }) => `${code} ${name}（${unit}）${why}`;
  const red = [...now.values()].filter(({ light }) => light === 'red');
  const obstacles = await sql(OBSTACLES, [programId]);
  const posts = [
    sectionsOf(
      '目标',
      goals.map(({ name, target, gates }) => {
        const told = gates
          .filter(([on]) => on !== null)
          .map(([on, value]) => `${on} ${held.get(on) ?? started}/${value}`);
        return `${name} ${started}/${target}，照此 ${started + (started - earlier)}；${told.join('、')}`;
      }),
    ),
    sectionsOf('转红', red.filter(({ code }) => then.get(code)?.light !== 'red').map(line)),
    sectionsOf('超期', red.map(line)),
    sectionsOf(
      '卡点',
      obstacles.map(({ rung, text, code }) => `${code} ${rung} ${text}`),
    ),
  ];
  return JSON.stringify(posts.map((blocks) => ({ text: blocks[0].text.text, blocks })));
}
