// `npm run bench`: everything in one run beside its floor; ratios are what counts on a noisy machine.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { measureCommands } from './commands.mjs';
import { measureDigest } from './digest.mjs';

const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    quick: { type: 'boolean', default: false },
    seconds: { type: 'string', default: '8' },
  },
});
const seconds = Number(values.seconds);
const databaseUrl = process.env.DATABASE_URL || null;

const floor = await measureCommands('floor', { databaseUrl, seconds });
const ours = await measureCommands('gongjian', { databaseUrl, seconds });

const sizes = [
  { projects: 80, reports: 0 },
  { projects: 1000, reports: 10 },
  { projects: 1000, reports: 100 },
  { projects: 10_000, reports: 10 },
  { projects: 10_000, reports: 100 },
].slice(0, values.quick ? 3 : 5);
const digests = [];
for (const size of sizes) digests.push({ ...size, ms: await measureDigest({ databaseUrl, ...size }) });

const fixed = (number) => number.toFixed(2);
const rows = [
  ['acknowledged at 20/s, p50 ms', floor.slow.p50, ours.slow.p50, ''],
  ['acknowledged at 20/s, p95 ms', floor.slow.p95, ours.slow.p95, '<= 1.3'],
  ['acknowledged at 200/s, p50 ms', floor.fast.p50, ours.fast.p50, ''],
  ['acknowledged at 200/s, p95 ms', floor.fast.p95, ours.fast.p95, '<= 1.3'],
  ['acknowledged a second at saturation', floor.most.perSecond, ours.most.perSecond, '>= 0.7'],
  ['kept a second at saturation, until none waits', floor.keptPerSecond, ours.keptPerSecond, ''],
  ['memory after it, MB', floor.rssMb, ours.rssMb, ''],
  ['start to ready, ms', floor.startMs, ours.startMs, ''],
];
console.log(
  `\nstore: ${databaseUrl ? 'PostgreSQL' : 'embedded'}; floor: a bare Bolt app, one insert; ${seconds} s each\n`,
);
console.log(`${'what'.padEnd(48)}${'floor'.padStart(10)}${'ours'.padStart(10)}${'ratio'.padStart(8)}  aim`);
for (const [what, one, other, aim] of rows) {
  console.log(
    `${what.padEnd(48)}${fixed(one).padStart(10)}${fixed(other).padStart(10)}${fixed(other / one).padStart(8)}  ${aim}`,
  );
}
console.log(
  `failed: floor ${floor.most.failed + floor.fast.failed + floor.slow.failed}, ours ${ours.most.failed + ours.fast.failed + ours.slow.failed}`,
);
console.log(`\n${'the digest of'.padEnd(48)}${'ms'.padStart(10)}${'us a project'.padStart(14)}`);
for (const { projects, reports, ms } of digests) {
  console.log(
    `${`${projects} projects x 10 milestones, ${reports} reports each`.padEnd(48)}${ms.toFixed(0).padStart(10)}${((ms * 1000) / projects).toFixed(0).padStart(14)}`,
  );
}
if (values.json)
  writeFileSync(
    values.json,
    `${JSON.stringify({ store: databaseUrl ? 'server' : 'embedded', floor, ours, digests }, null, 2)}\n`,
  );
process.exit(0);
