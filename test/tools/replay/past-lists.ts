import { isDeepStrictEqual } from 'node:util';
import { computeDigest } from '../../../src/domain/digest/compute.js';
import { digestNumbers } from '../../../src/domain/digest/numbers.js';
import type { Program } from '../../../src/domain/program.js';
import { listView, PAGE_ITEMS } from '../../../src/features/digest/messages/list.js';
import { listRequest } from '../../../src/features/digest/messages/list-request.js';
import { plainLines } from '../../../src/features/digest/messages/plain.js';
import { readFacts } from '../../../src/features/digest/read.js';
import type { Store } from '../../../src/store/index.js';
import { workCalendar } from '../../../src/time/calendar.js';
import { type DigestLine, digestLines } from '../../../src/tools/replay/digests.js';
import fc from '../../support/properties.js';

type Kept = { readonly store: Store; readonly program: Program };
type List = Parameters<typeof listRequest>[1];

/** Which number of a digest each list stands behind. */
const BEHIND: readonly (readonly [List, (numbers: DigestLine['numbers']) => number])[] = [
  ...(['red', 'amber', 'green'] as const).map(
    (light) => [light, (numbers: DigestLine['numbers']) => Number(numbers[`lights.${light}`]?.value)] as const,
  ),
  ['unlit', (numbers) => Number(numbers['lights.none']?.value)],
  ['changes', (numbers) => Number(numbers.reports?.value)],
  ['obstacles', (numbers) => Number(numbers['obstacles.all']?.value)],
  ['unreported', (numbers) => Number(numbers.unreported?.value)],
  [
    'events',
    (numbers) =>
      ['turned.red', 'turned.green', 'done', 'postponed', 'promises.missed', 'turns'].reduce(
        (sum, name) => sum + Number(numbers[name]?.value),
        0,
      ),
  ],
];

/** Opens, long after, every list of some digests of a year that were posted: what they say otherwise than the digest did. */
export async function pastLists({ store, program }: Kept, some: number): Promise<readonly string[]> {
  const calendar = workCalendar(program.policy.calendar);
  const all = digestLines(await store.activity.exported(program.id), new Map());
  const faults: string[] = [];
  const places = fc.sample(fc.nat(all.length - 1), some);
  for (const line of places.flatMap((place) => all[place] ?? [])) {
    const { slot, moment, knownAt, cadence, after, numbers, subscription, version } = line as never as DigestLine & {
      readonly slot: never;
      readonly cadence: never;
    };
    const where = `${slot} of ${subscription}, version ${version}`;
    const span = { cadence, after };
    const facts = await readFacts({ store, program, calendar }, slot, { moment, knownAt }, false, span);
    const digest = computeDigest(facts, line.scope as never);
    const again = digestNumbers(digest);
    for (const name of new Set([...Object.keys(numbers), ...Object.keys(again)]))
      if (!isDeepStrictEqual(again[name], numbers[name]))
        faults.push(`${where}: ${name} was ${JSON.stringify(numbers[name])}, is ${JSON.stringify(again[name])}`);
    for (const [list, count] of BEHIND)
      if (itemsOf(digest, list) !== count(numbers)) faults.push(`${where}: ${list} has ${itemsOf(digest, list)} items`);
  }
  return faults;
}

function itemsOf(digest: ReturnType<typeof computeDigest>, list: List): number {
  let items = 0;
  for (let page = 0; ; page += 1) {
    const view = listView(digest, listRequest(digest, list, null, page), { language: 'zh', today: digest.day });
    const sections = view.blocks.filter(({ type }) => type === 'section').length;
    if (sections === 1 && /^没有$/m.test(plainLines(view.blocks))) return items;
    items += sections;
    if (sections < PAGE_ITEMS || !JSON.stringify(view.blocks).includes(`\\"page\\":${page + 1}`)) return items;
  }
}
