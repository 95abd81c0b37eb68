// `npm run bench`: everything in one run beside its floor; ratios are what counts on a noisy machine. `-- --only PART,…` runs
// some parts: commands, drawing, digest, import, delivery, direct, prompts.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { measureCommands, measureDrawing } from './commands.mjs';
import { measureDelivery, measureDirect } from './deliver.mjs';
import { measureDigest } from './digest.mjs';
import { measureImport } from './import.mjs';
import { measurePrompts } from './prompts.mjs';

const PARTS = ['commands', 'drawing', 'digest', 'import', 'delivery', 'direct', 'prompts'];
const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    quick: { type: 'boolean', default: false },
    only: { type: 'string', default: PARTS.join(',') },
    seconds: { type: 'string', default: '8' },
    rounds: { type: 'string', default: '3' },
  },
});
const parts = values.only.split(',');
const unknown = parts.filter((part) => !PARTS.includes(part));
if (unknown.length > 0) throw new Error(`There is no part ${unknown.join(', ')}: ${PARTS.join(', ')}.`);
const seconds = Number(values.seconds);
const databaseUrl = process.env.DATABASE_URL || null;
const results = { store: databaseUrl ? 'server' : 'embedded' };

const fixed = (number) => number.toFixed(2);
/** What, of the floor, of ours, and what the ratio should be. */
function printRows(title, rows) {
  console.log(`\n${title.padEnd(56)}${'floor'.padStart(10)}${'ours'.padStart(10)}${'ratio'.padStart(8)}  aim`);
  for (const [what, floor, ours, aim] of rows)
    console.log(
      `${what.padEnd(56)}${fixed(floor).padStart(10)}${fixed(ours).padStart(10)}${fixed(ours / floor).padStart(8)}  ${aim}`,
    );
}

const measures = {
  async commands() {
    const rates = databaseUrl ? [20, 200, 400] : [20, 100, 200];
    const rounds = values.quick ? 1 : Number(values.rounds);
    const measured = await measureCommands({ databaseUrl, seconds, rates, rounds });
    const { floor, ours } = measured;
    const aimed = (rate) => (!databaseUrl && rate === 200 ? '<= 2' : '<= 1.3');
    printRows(
      `floor: a bare Bolt app, one insert, an answer and a line in the channel; medians of ${rounds} rounds, ${seconds} s each`,
      [
        ...rates.flatMap((rate) => [
          [
            `acknowledged at ${rate}/s, from the intended moment, p50 ms`,
            floor.acks[rate].p50,
            ours.acks[rate].p50,
            '',
          ],
          [`acknowledged at ${rate}/s, p95 ms`, floor.acks[rate].p95, ours.acks[rate].p95, aimed(rate)],
        ]),
        ['acknowledged a second at saturation', floor.perSecond, ours.perSecond, '>= 0.7'],
        ['kept a second at saturation, until none waits', floor.keptPerSecond, ours.keptPerSecond, '>= 0.7'],
        ['memory after it, MB', floor.rssMb, ours.rssMb, ''],
        ['killed and ready again, ms', floor.restartMs, ours.restartMs, '<= 2'],
      ],
    );
    console.log(`not acknowledged in time: floor ${floor.failed}, ours ${ours.failed}`);
    console.log(`acknowledged and not kept: floor ${floor.lost}, ours ${ours.lost}`);
    return measured;
  },

  async drawing() {
    const floor = await measureDrawing('floor', { databaseUrl, seconds });
    const ours = await measureDrawing('gongjian', { databaseUrl, seconds });
    printRows('acknowledged at 20/s beside two threads that never rest', [
      ['without charts and spreadsheets, p95 ms', floor.without.p95, ours.without.p95, ''],
      ['while they are drawn and read, p95 ms', floor.during.p95, ours.during.p95, '<= 1.3'],
      ['the event loop was held, p99 ms', floor.drawn.p99Ms, ours.drawn.p99Ms, ''],
      ['the event loop was held, longest ms', floor.drawn.longestMs, ours.drawn.longestMs, ''],
      ['charts drawn meanwhile', floor.drawn.charts, ours.drawn.charts, ''],
      ['spreadsheets read meanwhile', floor.drawn.sheets, ours.drawn.sheets, ''],
    ]);
    return { floor, ours };
  },

  async digest() {
    const sizes = [
      { projects: 80, reports: 0 },
      { projects: 1000, reports: 10 },
      { projects: 1000, reports: 100 },
      { projects: 10_000, reports: 10 },
      { projects: 10_000, reports: 100 },
    ].slice(0, values.quick ? 3 : 5);
    const digests = [];
    for (const { projects, reports } of sizes) {
      const ms = await measureDigest({ databaseUrl, projects, reports });
      digests.push({ projects, reports, ...ms });
      printRows(`${projects} projects x 10 milestones, ${reports} reports each; floor: bare SQL and render`, [
        ['the digest in June, ms', ms.june.floor, ms.june.ours, '<= 2'],
        ['the digest in December, ms', ms.december.floor, ms.december.ours, '<= 2'],
      ]);
      console.log(`December beside June: ours ${fixed(ms.december.ours / ms.june.ours)}, aim <= 1.3`);
    }
    return digests;
  },

  async import() {
    const read = await measureImport();
    printRows(`a ledger of ${read.projects} projects; floor: exceljs reads the same bytes`, [
      ['read, ms', read.floor, read.ours, '<= 1.5'],
    ]);
    return read;
  },

  async delivery() {
    const delivery = await measureDelivery({ databaseUrl, channels: values.quick ? 100 : 300 });
    const { channels, ours, floor } = delivery;
    printRows(`a digest for ${channels} channels, ${ours.messages} messages; floor: a bare loop`, [
      ["share of Slack's rate, percent", floor.percent, ours.percent, 'ours >= 90'],
      ['seconds', floor.seconds, ours.seconds, ''],
      ['calls that were refused as too fast', floor.refused, ours.refused, ''],
    ]);
    return delivery;
  },

  async direct() {
    const direct = await measureDirect({ databaseUrl, people: values.quick ? 700 : 1200 });
    console.log(`\n${direct.people} direct messages, each to another person`);
    console.log(`share of Slack's rate of 600 a minute, percent: ${fixed(direct.percent)} (aim: >= 90)`);
    console.log(
      `seconds ${fixed(direct.seconds)}; refused as too fast ${direct.refused}; memory that grew, MB ${fixed(direct.megabytes)}`,
    );
    return direct;
  },

  async prompts() {
    const sizes = [];
    for (const owners of values.quick ? [500, 2000] : [2000, 20_000])
      sizes.push(await measurePrompts({ databaseUrl, owners }));
    for (const { owners, morning, afternoon, floor, megabytes } of sizes) {
      const of = databaseUrl ? 's of the database' : 's of the process';
      printRows(`${owners} owners asked; floor: their messages written bare`, [
        [`the morning, ${of}`, floor.database, morning.database, 'ours < 20'],
        ['the morning, s', floor.wall, morning.wall, ''],
        [`the reminder, ${of}`, floor.database, afternoon.database, ''],
        ['the reminder, s', floor.wall, afternoon.wall, ''],
      ]);
      console.log(`memory in use after any page, MB${fixed(megabytes).padStart(44)}`);
    }
    return sizes;
  },
};

console.log(`store: ${databaseUrl ? 'PostgreSQL' : 'embedded'}`);
for (const part of PARTS) if (parts.includes(part)) results[part] = await measures[part]();
if (values.json) writeFileSync(values.json, `${JSON.stringify(results, null, 2)}\n`);
process.exit(0);
