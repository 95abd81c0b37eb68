import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Replayed, runReplay } from '../../../src/commands/replay.js';
import { checkBurden } from '../../oracle/burden.mjs';
import { checkDigests } from '../../oracle/check.mjs';
import { readFacts } from '../../oracle/facts.mjs';
import { checkLadder } from '../../oracle/ladder.mjs';
import { compareTops } from '../../oracle/tops.mjs';
import { pastLists } from './past-lists.js';

const spring = fileURLToPath(new URL('./spring', import.meta.url));
/** The second run ends earlier: its days must be those of the first. */
const AGAIN_UNTIL = '2020-06-05';
/** So many digests that were posted are opened again at the end. */
const PAST_DIGESTS = 40;

describe('six weeks of a small plan, with a festival and a gate', { timeout: 480_000 }, () => {
  let folder: string;
  let played: Replayed;
  let past: readonly string[] = ['not looked at'];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gongjian-replay-'));
    const inspect = async (kept: Parameters<typeof pastLists>[0]) => {
      past = await pastLists(kept, PAST_DIGESTS);
    };
    played = await runReplay(spring, { to: join(folder, 'first'), inspect });
  }, 480_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('every line of the script was played', () => {
    expect(played.faults).toEqual([]);
    expect(played.acts).toBeGreaterThan(100);
  });

  it('the oracle comes to the same numbers as every digest, in every version', () => {
    const { days, digests, versions, differ } = checkDigests(readFacts(played.out));
    expect(differ).toEqual([]);
    // 28 June 2020, a Sunday, was worked; 25 and 26 June were not.
    expect(days).toBe(29);
    expect(digests).toBeGreaterThan(100);
    expect(versions).toBeGreaterThanOrEqual(digests);
  });

  it('long after, every number of a digest that was posted opens a list of that length, and nothing of it is otherwise', () => {
    expect(past).toEqual([]);
  });

  it('neighbouring tops are alike, but for dates and numbers, on few evenings; each is one screen of a phone', () => {
    const { evenings, alike, tall } = compareTops(readFacts(played.out).messages);
    expect(evenings).toBeGreaterThan(20);
    expect(alike.length).toBeLessThanOrEqual(3);
    expect(tall).toEqual([]);
  });

  it('obstacles climbed when their time was over, and only then', () => {
    const facts = readFacts(played.out);
    expect(checkLadder(facts)).toEqual([]);
    const later = facts.acts.map((act) => (act.action === 'obstacle-raised' ? { ...act, at: act.at + 1 } : act));
    expect(checkLadder({ ...facts, acts: later }).length).toBeGreaterThan(0);
  });

  it('nobody got more than one unasked message a day, and none at night or on a day off', () => {
    const { unasked, often, atNight } = checkBurden(readFacts(played.out));
    expect([often, atNight]).toEqual([[], []]);
    expect(unasked).toBeGreaterThan(100);
  });

  it('the oracle notices one number that is wrong, and one line that is missing in the record', () => {
    const facts = readFacts(played.out);
    const wrong = facts.messages.map((message) => ({
      ...message,
      lines: message.lines.map((line) => line.replace(/黄灯(\d+)/, (_, count) => `黄灯${Number(count) + 1}`)),
    }));
    expect(checkDigests({ ...facts, messages: wrong }).differ.length).toBeGreaterThan(0);
    const digests = facts.digests.map((digest) => ({
      ...digest,
      numbers: { ...digest.numbers, 'lights.amber': { value: 99, of: [] } },
    }));
    expect(checkDigests({ ...facts, digests }).differ.length).toBeGreaterThan(digests.length - 1);
    const report = facts.acts.findIndex((act) => act.action === 'report');
    const acts = facts.acts.filter((_, index) => index !== report);
    expect(checkDigests({ ...facts, acts }).differ.length).toBeGreaterThan(0);
  });

  it('a second run writes the same bytes', async () => {
    const again = await runReplay(spring, { to: join(folder, 'again'), until: AGAIN_UNTIL });
    const days = await readdir(join(again.out, 'days'));
    expect(days.length).toBeGreaterThan(5);
    for (const day of days)
      expect(await readFile(join(again.out, 'days', day), 'utf8')).toBe(
        await readFile(join(played.out, 'days', day), 'utf8'),
      );
    const log = await readFile(join(again.out, 'activity.jsonl'), 'utf8');
    expect((await readFile(join(played.out, 'activity.jsonl'), 'utf8')).startsWith(log)).toBe(true);
  });

  it('a line that cannot be played is told with its place, and the rest is played', async () => {
    const broken = join(folder, 'broken');
    await mkdir(broken, { recursive: true });
    const plan = relative(broken, join(spring, 'plan.yaml'));
    await writeFile(
      join(broken, 'replay.yaml'),
      `plan: ${plan}\nfrom: 2020-05-25\nto: 2020-05-25\nscript: [day.jsonl]\n`,
    );
    await writeFile(
      join(broken, 'day.jsonl'),
      '{"at":"2020-05-25 09:00","who":"hezhiyuan","press":"没有的按钮"}\n{"at":"2020-05-25 09:05","who":"hezhiyuan","command":"/digest"}\n',
    );
    const { faults } = await runReplay(broken, { to: join(broken, 'out') });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain("day.jsonl:1: There is no button '没有的按钮'");
  });
});
