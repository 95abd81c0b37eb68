// Whether the evening's first screen says something else than the one before: `node test/oracle/tops.mjs FOLDER`, a replay's output.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readFacts } from './facts.mjs';

/** As many rows as a phone shows at once. */
export const SCREEN_ROWS = 15;
// Widths in em of what a phone of 390 px shows at 15 px a character.
const ROW_EM = 21;
const WIDE = /[\u2e80-\u9fff\uf900-\uff60\u3000-\u303f·→]/u;

/** How wide a row is on a phone: a full-width sign is 1, digits and capitals 0.56, a space 0.25, what else there is 0.5. */
export function widthOf(row) {
  let em = 0;
  for (const sign of row) {
    if (/\p{Extended_Pictographic}/u.test(sign) && !/\d/.test(sign)) em += 1.4;
    else if (WIDE.test(sign)) em += 1;
    else if (/[0-9A-Z]/.test(sign)) em += 0.56;
    else if (sign === '%') em += 0.92;
    else em += sign === ' ' ? 0.25 : 0.5;
  }
  return em;
}

const estimatedRows = (rows) => rows.reduce((sum, row) => sum + Math.max(1, Math.ceil(widthOf(row) / ROW_EM)), 0);

/** What is left of a top without its title, its dates and its numbers. */
const bare = (rows) =>
  rows
    .slice(1)
    .map((row) => row.replace(/\d+年|\d+月|\d+日|\d+号|周[一二三四五六日]/g, '').replace(/[\d.:]+/g, '#'))
    .join('\n');

/** The last version of each evening's top that was posted, of those whose second row is like `about`: channel, slot, rows. */
export function topsOf(messages, about) {
  const tops = new Map();
  for (const { subject, what, channel, lines } of messages) {
    const slot = /^digest:[^:]+:(\d{4}-\d{2}-\d{2}):\d+$/.exec(subject ?? '')?.[1];
    const rows = lines.flatMap((line) => line.split('\n'));
    if (slot === undefined || what === 'deleted' || !about.test(rows[1] ?? '')) continue;
    tops.set(`${channel} ${slot}`, { channel, slot, rows });
  }
  return [...tops.values()];
}

/** The tops of the whole plan in Chinese: which are like the one before, which have too many rows. */
export function compareTops(messages) {
  const tops = topsOf(messages, /^全部\d+个项目/);
  const channels = new Map();
  for (const top of tops) channels.set(top.channel, [...(channels.get(top.channel) ?? []), top]);
  const [own = []] = [...channels.values()].sort((one, other) => other.length - one.length);
  const sorted = [...own].sort((one, other) => (one.slot < other.slot ? -1 : 1));
  const alike = sorted.flatMap(({ slot, rows }, index) =>
    index > 0 && bare(rows) === bare(sorted[index - 1].rows) ? [slot] : [],
  );
  const tall = tops.flatMap(({ channel, slot, rows }) =>
    estimatedRows(rows) > SCREEN_ROWS ? [`${channel} ${slot}: ${estimatedRows(rows)} rows`] : [],
  );
  return { evenings: sorted.length, alike, tall };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { evenings, alike, tall } = compareTops(
    readFacts(process.argv[2] ?? join('replay', 'dong-e-2020', 'out')).messages,
  );
  console.log(
    `${alike.length} of ${evenings - 1} tops are like the one before them, but for dates and numbers: ${alike.join(', ')}`,
  );
  console.log(
    tall.length === 0 ? `all have at most ${SCREEN_ROWS} rows` : `more than ${SCREEN_ROWS} rows:\n${tall.join('\n')}`,
  );
  process.exit(tall.length > 0 || alike.length * 10 > evenings ? 1 : 0);
}
