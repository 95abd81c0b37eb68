import { appendFile, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { enteringSurely, openEntering } from '../../src/store/entering.js';
import { openJournal } from '../../src/store/home/journal.js';
import { openStore } from '../../src/store/home/open.js';
import { type Intake, openIntake } from '../../src/store/intake.js';
import { flushedDisk } from '../support/power-cut.js';
import { keepingLog, newTestHome } from '../support/store.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongjian-journal-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const nothing = () => Promise.resolve();
/** What a journal's next start finds. */
async function leftIn(parent: string): Promise<readonly string[]> {
  const journal = await openJournal(parent, nothing);
  const left = await journal.leftOver();
  await journal.close();
  return left;
}
const payload = (key: string) => ({
  key,
  workspaceId: 'T1',
  kind: 'command',
  body: { text: `报 ${key}\n第二行` },
  receivedAt: 1_592_380_800_000,
});

describe('the journal of the intake', () => {
  test('has every line that was answered when the power is cut', { timeout: 60_000 }, async () => {
    const live = join(folder, 'live');
    await mkdir(live);
    const disk = flushedDisk(live);
    const journal = await openJournal(live, nothing, disk.onSynced);
    const answered: string[] = [];
    await Promise.all(
      Array.from({ length: 2_000 }, async (_, number) => {
        await journal.write(`line ${number}`);
        answered.push(`line ${number}`);
        if (answered.length === 1_200) disk.writeTo(join(folder, 'cut-early'));
      }),
    );
    disk.writeTo(join(folder, 'cut'));
    await journal.close();
    const early = await leftIn(join(folder, 'cut-early'));
    for (const line of answered.slice(0, 1_200)) expect(early).toContain(line);
    expect((await leftIn(join(folder, 'cut'))).length).toBe(2_000);
  });

  test('is let go once the store has flushed what it held, and not before', async () => {
    const flushed: number[] = [];
    const journal = await openJournal(
      folder,
      async () => void flushed.push((await readdir(join(folder, 'journal'))).length),
    );
    (await journal.write('one')).entered();
    await journal.close();
    expect(flushed).toEqual([1]);
    expect(await readdir(join(folder, 'journal'))).toEqual([]);
  });

  test('leaves a line that was cut off', async () => {
    const journal = await openJournal(folder, nothing);
    await journal.write('whole');
    await appendFile(join(folder, 'journal', '0000000001.lines'), 'cut o');
    await journal.close();
    expect(await leftIn(folder)).toEqual(['whole']);
  });

  test('is closed without a wait for what the store does not have yet, and leaves it to the next start', async () => {
    const journal = await openJournal(folder, () => Promise.reject(new Error('the store is lost')));
    await journal.write('not entered');
    await journal.close();
    expect(await leftIn(folder)).toEqual(['not entered']);
  });
});

// A server has what was answered.
describe.skipIf(process.env.DATABASE_URL)('what was acknowledged and not yet entered when the process died', () => {
  test('is found by the next start, is worked once, and is not new when it comes again', {
    timeout: 120_000,
  }, async () => {
    const { options } = await newTestHome();
    const home = { databaseUrl: null, folder, snapshot: options.snapshot, log: keepingLog() };
    const first = await openStore(home);
    const dying = await openJournal(folder, nothing);
    await dying.write(JSON.stringify(payload('command:1')));
    await dying.write(JSON.stringify(payload('command:2')));
    await dying.close();
    await first.close();

    const second = await openStore(home);
    const enter = openEntering(second.executeSql);
    const enterSurely = enteringSurely(enter, second.lost);
    const intake = await new Promise<Intake>((entered) => {
      const store = { enter, enterSurely, checkpoint: second.checkpoint, waits: () => entered(opening) };
      const opening = openIntake(second.intakeHome, store, keepingLog());
    });
    const rows = await second.client.payload.findMany({ orderBy: { key: 'asc' } });
    // Nobody began them: whoever has room takes them.
    expect(rows.map(({ key, doneAt, tries }) => [key, doneAt, tries])).toEqual([
      ['command:1', null, 0],
      ['command:2', null, 0],
    ]);
    expect(rows[0]?.body).toEqual(payload('command:1').body);
    expect(await (await intake.receive(payload('command:1'))).fresh).toBe(false);
    expect(await (await intake.receive(payload('command:3'))).fresh).toBe(true);
    const twice = await Promise.all([1, 2].map(() => intake.receive(payload('command:4'))));
    expect((await Promise.all(twice.map(({ fresh }) => fresh))).sort()).toEqual([false, true]);
    await intake.close();
    expect(await readdir(join(folder, 'journal'))).toEqual([]);
    await second.close();
  });
});
