// `npm run bench`: everything in one run beside its floor; ratios are what counts on a noisy machine. `-- --only PART,…` runs
// some parts: commands, drawing, digest, delivery, prompts.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { measureCommands, measureDrawing } from './commands.mjs';
import { measureDelivery } from './deliver.mjs';
import { measureDigest } from './digest.mjs';
import { measurePrompts } from './prompts.mjs';

const PARTS = ['commands', 'drawing', 'digest', 'delivery', 'prompts'];
const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    quick: { type: 'boolean', default: false },
    only: { type: 'string', default: PARTS.join(',') },
    seconds: { type: 'string', default: '8' },
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
    const floor = await measureCommands('floor', { databaseUrl, seconds });
    const ours = await measureCommands('gongjian', { databaseUrl, seconds });
    printRows(`floor: a bare Bolt app, one insert; ${seconds} s each`, [
      ['acknowledged at 20/s, p50 ms', floor.slow.p50, ours.slow.p50, ''],
      ['acknowledged at 20/s, p95 ms', floor.slow.p95, ours.slow.p95, '<= 1.3'],
      ['acknowledged at 200/s, p50 ms', floor.fast.p50, ours.fast.p50, ''],
      ['acknowledged at 200/s, p95 ms', floor.fast.p95, ours.fast.p95, '<= 1.3'],
      ['acknowledged a second at saturation', floor.most.perSecond, ours.most.perSecond, '>= 0.7'],
      ['kept a second at saturation, until none waits', floor.keptPerSecond, ours.keptPerSecond, ''],
      ['memory after it, MB', floor.rssMb, ours.rssMb, ''],
      ['start to ready, ms', floor.startMs, ours.startMs, ''],
    ]);
    const failed = ({ slow, fast, most }) => slow.failed + fast.failed + most.failed;
    console.log(`failed: floor ${failed(floor)}, ours ${failed(ours)}`);
    return { floor, ours };
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
    console.log(`\n${'the digest of'.padEnd(56)}${'ms'.padStart(10)}${'us a project'.padStart(14)}`);
    const digests = [];
    for (const { projects, reports } of sizes) {
      const ms = await measureDigest({ databaseUrl, projects, reports });
      digests.push({ projects, reports, ms });
      console.log(
        `${`${projects} projects x 10 milestones, ${reports} reports each`.padEnd(56)}${ms.toFixed(0).padStart(10)}${((ms * 1000) / projects).toFixed(0).padStart(14)}`,
      );
    }
    return digests;
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
