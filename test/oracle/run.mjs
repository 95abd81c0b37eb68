// Plays a replay and holds its oracle and its burden: `node test/oracle/run.mjs [folder] [--until day] [--to folder]`. Exits 1
// where anything differs. GONGJIAN_SHOW_ALL=1 lists all of it.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { checkBurden } from './burden.mjs';
import { checkDigests } from './check.mjs';
import { readFacts } from './facts.mjs';
import { checkLadder } from './ladder.mjs';
import { compareTops } from './tops.mjs';

const MOST_SHOWN = process.env.GONGJIAN_SHOW_ALL === '1' ? Number.POSITIVE_INFINITY : 25;
const [folder = 'replay/dong-e-2020', ...options] = process.argv.slice(2).filter((word) => word !== '--');
const main = new URL('../../dist/main.js', import.meta.url).pathname;
const { status } = spawnSync(process.execPath, [main, 'replay', folder, ...options], { stdio: 'inherit' });
const to = options.indexOf('--to');
const facts = readFacts(to < 0 ? join(folder, 'out') : options[to + 1]);
const { days, digests, versions, differ } = checkDigests(facts);
const climbed = checkLadder(facts);
const { unasked, often, atNight } = checkBurden(facts);
const { evenings, alike, tall } = compareTops(facts.messages);

const list = (title, faults) => {
  if (faults.length === 0) return;
  console.log(`${title}:`);
  for (const fault of faults.slice(0, MOST_SHOWN)) console.log(`  ${fault}`);
  if (faults.length > MOST_SHOWN) console.log(`  … ${faults.length - MOST_SHOWN} more`);
};
const differing = new Set(differ.map((fault) => /^digest:[^:]+:(\d{4}-\d{2}-\d{2})/.exec(fault)?.[1]));
list('the oracle differs', differ);
list('obstacles that did not follow the ladder', climbed);
list('more than one unasked message a day', often);
list('at night or on a day off', atNight);
list('tops of more than a screen', tall);
console.log(
  `${days - differing.size} days agree, ${differing.size} differ (${digests} digests in ${versions} versions)`,
);
console.log(`${unasked} unasked messages; ${often.length} times more than one a day, ${atNight.length} in quiet hours`);
console.log(
  `${alike.length} of ${evenings - 1} tops are like the one before but for dates and numbers: ${alike.join(', ')}`,
);
process.exit(status !== 0 || differ.length + climbed.length + often.length + atNight.length + tall.length > 0 ? 1 : 0);
