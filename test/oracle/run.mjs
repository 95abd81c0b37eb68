// Plays a replay and holds its oracle and its burden: `node test/oracle/run.mjs [folder] [--until day] [--to folder]`. Exits 1
// where anything differs. GONGJIAN_SHOW_ALL=1 lists all of it.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { checkAgendas } from './agendas.mjs';
import { checkBurden } from './burden.mjs';
import { checkDigests } from './check.mjs';
import { checkExports } from './exports.mjs';
import { checkFactors } from './factors.mjs';
import { readFacts } from './facts.mjs';
import { checkIndicators } from './indicators.mjs';
import { checkLadder } from './ladder.mjs';
import { checkPromotion } from './promotion.mjs';
import { checkReviews } from './reviews.mjs';
import { checkSlipAnswers } from './slip-answers.mjs';
import { checkSlips } from './slips.mjs';
import { compareTops } from './tops.mjs';
import { checkTrips } from './trips.mjs';

const MOST_SHOWN = process.env.GONGJIAN_SHOW_ALL === '1' ? Number.POSITIVE_INFINITY : 25;
const [folder = 'replay/dong-e-2020', ...options] = process.argv.slice(2).filter((word) => word !== '--');
const main = new URL('../../dist/main.js', import.meta.url).pathname;
const { status } = spawnSync(process.execPath, [main, 'replay', folder, ...options], { stdio: 'inherit' });
const to = options.indexOf('--to');
const out = to < 0 ? join(folder, 'out') : options[to + 1];
const facts = readFacts(out);
const { days, digests, versions, differ } = checkDigests(facts);
const climbed = checkLadder(facts);
const { unasked, often, atNight } = checkBurden(facts);
const promoted = checkPromotion(facts);
const factors = checkFactors(facts);
const trips = checkTrips(facts);
const reviews = checkReviews(facts);
const agendas = checkAgendas(out, facts);
const indicators = checkIndicators(out, facts);
const slips = checkSlips(facts);
const answers = checkSlipAnswers(facts);
const exports = await checkExports(out, facts);
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
list('promotion counted otherwise', promoted.differ);
list('factors counted otherwise', factors.differ);
list('trips counted otherwise', trips.differ);
list('reviews that are otherwise', reviews.differ);
list('agendas that say otherwise', agendas.differ);
list('indicators told otherwise', indicators.differ);
list('slips that are otherwise', slips.differ);
list('reports that did not answer a slip as they should', answers.differ);
list('exports counted otherwise', exports.differ);
list('more than one unasked message a day', often);
list('at night or on a day off', atNight);
list('tops of more than a screen', tall);
console.log(
  `${days - differing.size} days agree, ${differing.size} differ (${digests} digests in ${versions} versions)`,
);
if (promoted.days > 0)
  console.log(
    `promotion: ${promoted.held} numbers and lines on ${promoted.days} days, ${promoted.differ.length} differ; at the end ${JSON.stringify(promoted.last)}`,
  );
if (factors.allocations > 0)
  console.log(
    `factors: ${factors.allocations} allocations (${factors.classes.join(', ')} provincial key, livelihood and other; ${factors.ahead} ahead of a batch) and ${factors.lists} lists counted again, ${factors.differ.length} differ`,
  );
if (trips.lists > 0)
  console.log(
    `trips: ${trips.lists} lists counted again, ${trips.differ.length} differ; answers ${JSON.stringify(trips.answers)}`,
  );
console.log(
  `${reviews.due} of ${reviews.planned} reviews due: ${reviews.held} held, ${reviews.spared} spared, ${reviews.merged} merged, ${reviews.missed} missed; ${reviews.differ.length} differ`,
);
console.log(
  `${agendas.agendas} agendas read again, ${agendas.spareable} with nothing to decide; ${agendas.differ.length} differ`,
);
if (indicators.sheets > 0)
  console.log(
    `indicators: ${indicators.sheets} spreadsheets with ${indicators.revised} values revised, ${indicators.lists} lists counted again, ${indicators.differ.length} differ`,
  );
console.log(`${slips.slips} slips, ${slips.open} open at the end, ${slips.red} red; ${slips.differ.length} differ`);
console.log(`${answers.answers} reports answered a slip and were told; ${answers.differ.length} differ`);
if (exports.workbooks > 0)
  console.log(
    `exports: ${exports.numbers} numbers of ${exports.workbooks} workbooks computed again, and the goals of promotion on ${exports.days} days from the last alone: ${exports.differ.length} differ`,
  );
console.log(`${unasked} unasked messages; ${often.length} times more than one a day, ${atNight.length} in quiet hours`);
console.log(
  `${alike.length} of ${evenings - 1} tops are like the one before but for dates and numbers: ${alike.join(', ')}`,
);
const counted = [promoted, factors, trips, exports, reviews, agendas, indicators, slips, answers].map(
  (each) => each.differ,
);
const faults = [differ, ...counted, climbed, often, atNight, tall];
process.exit(status !== 0 || faults.some((list) => list.length > 0) ? 1 : 0);
