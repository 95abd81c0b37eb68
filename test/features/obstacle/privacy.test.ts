import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localDay } from '../../../src/domain/day.js';
import type { Person } from '../../../src/domain/program.js';
import type { Outcome } from '../../../src/feature.js';
import { features } from '../../../src/features/index.js';
import { flagObstacle } from '../../../src/features/obstacle/flag.js';
import { FORM_ACTS, ids, PRESS_ACTS } from '../../../src/features/obstacle/ids.js';
import { obstacle } from '../../../src/features/obstacle/index.js';
import { dongE, openWorld, type World } from '../digest/world.js';

const SECRET = '拆迁补偿款被截留';

let world: World;
let stranger: Person;
let id: number;
let number: number;

beforeAll(async () => {
  world = await openWorld(await dongE());
  stranger = await world.person('hanzhenguo');
  const owner = await world.person('hezhiyuan');
  const project = await world.opened.client.project.findFirstOrThrow({ where: { code: 'P-001' } });
  const flagged = await flagObstacle(
    world.ctx(owner, world.at('2020-06-17', '10:00')),
    {
      projectId: project.id,
      milestoneId: null,
      kind: 'stumbling-block',
      matter: 'relocation',
      text: SECRET,
      help: null,
      since: localDay('2020-06-15'),
      urgentReason: null,
      refersTo: null,
      files: [],
    },
    false,
  );
  if (flagged.kind !== 'flagged') throw new Error(flagged.kind);
  id = flagged.obstacle.id;
  number = flagged.obstacle.number;
});
afterAll(() => world.close());

/** Every control of the contents page, as somebody could replay it who once learned an id. */
const replayed = () => {
  const press = (action: string, value: unknown, chosen: string | null = null) => ({ action, value, chosen });
  const filters = [{ of: 'all' }, { of: 'unit' }, { of: 'overdue' }, { of: 'matter', matter: 'relocation' }];
  return [
    ...FORM_ACTS.map((act) => press(ids.act.id, { id, version: 1, act })),
    ...PRESS_ACTS.map((act) => press(ids.press.id, { id, version: 1, act })),
    press(ids.card.id, { id }),
    press(ids.same.id, { id, text: '我也遇到了' }),
    ...filters.map((filter) => press(ids.list.id, { filter, offset: 0 })),
    ...filters.map((filter) => press(ids.filter.id, null, JSON.stringify(filter))),
  ];
};

const silent = (outcome: Outcome) => {
  const said = JSON.stringify(outcome);
  expect(said).not.toContain(SECRET);
  expect(said).not.toContain('截留');
  expect(said).not.toMatch(/P-001/);
};

describe('a person of another town', () => {
  const present = () => world.opened.client.obstacle.findUniqueOrThrow({ where: { id } });
  const ctx = () => world.ctx(stranger, world.at('2020-06-17', '11:00'));

  it('can replay no button of it', async () => {
    const was = await present();
    for (const { action, value, chosen } of replayed()) {
      const found = obstacle.actions?.find((each) => each.id === action);
      if (!found) throw new Error(`no ${action}`);
      silent(await found.run(ctx(), { value, chosen, view: null }));
    }
    expect(await present()).toEqual(was);
  });

  it('can send no form of it', async () => {
    const was = await present();
    const view = obstacle.views?.find((each) => each.id === ids.actForm.id);
    if (!view) throw new Error('no form');
    const fields = { promised: '2020-06-18', text: '已办', rule: null, department: '1' };
    for (const act of FORM_ACTS) {
      const metadata = { place: { channelId: null, threadTs: null, messageTs: null }, id, version: was.version, act };
      silent(await view.run(ctx(), { metadata, fields }));
    }
    expect(await present()).toEqual(was);
    expect(await world.opened.client.activity.count({ where: { thing: 'obstacle', personId: stranger.id } })).toBe(0);
  });

  it('learns nothing by the home tab, search, its project’s card, the digest, menus or an export', async () => {
    const entries = features.flatMap((feature) => feature.commands ?? []);
    const type = (name: string, text: string) => {
      const command = entries.find((each) => each.name === name);
      if (!command) throw new Error(`no ${name}`);
      return command.run(ctx(), text);
    };
    for (const [name, text] of [
      ['/gongjian', 'P-001'],
      ['/gongjian', SECRET],
      ['/gongjian', '我'],
      ['/digest', ''],
      ['/people', ''],
    ] as const) {
      const said = JSON.stringify(await type(name, text));
      // A refusal repeats what the person typed themselves, and nothing more.
      expect(text === SECRET ? '' : said).not.toContain('截留');
      expect(said).not.toContain(`卡点${number}号`);
    }
    const tabs = features.flatMap((feature) => feature.home ?? []);
    expect(tabs).toHaveLength(1);
    for (const tab of tabs) silent(await tab(ctx(), 'opened'));
    for (const suggestion of features.flatMap((feature) => feature.suggestions ?? [])) {
      const offered = JSON.stringify(await suggestion.run(ctx(), SECRET));
      expect(offered).not.toContain('截留');
    }
    for (const what of ['obstacles', 'activity', 'all']) {
      const outcome = await type('/ledger', `export ${what}`);
      if (outcome.kind !== 'files' || !outcome.files[0])
        throw new Error(`the export of ${what} is no file: ${outcome.kind}`);
      const parts = Object.values(unzipSync(outcome.files[0].bytes)).map((part) => strFromU8(part));
      expect(parts.join('\n')).not.toContain('截留');
    }
  }, 60_000);

  it('learns nothing by command: not its text, not that it is there, not how many there are', async () => {
    const command = obstacle.commands?.[0];
    if (!command) throw new Error('no command');
    const known = await command.run(ctx(), String(number));
    const unknown = await command.run(ctx(), '9999');
    expect(known).toEqual(unknown);
    for (const text of ['list', 'list 全部', 'list 拆迁', 'list 超期', `#${number}`])
      silent(await command.run(ctx(), text));
    const outcome = await command.run(ctx(), `P-001 ${SECRET}`);
    // They may flag the same themselves: the one they cannot see is not offered to them.
    expect(outcome.kind === 'say' && outcome.message.text).toContain(`卡点${number + 1}号`);
  });
});
