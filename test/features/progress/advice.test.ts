import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Person } from '../../../src/domain/program.js';
import type { Outcome } from '../../../src/feature.js';
import { report } from '../../../src/features/progress/report.js';
import { dongE, openWorld, type World } from '../digest/world.js';

let world: World;
let owner: Person;
let minute = 0;
const say = (text: string, language: 'zh' | 'en' = 'zh'): Promise<Outcome> =>
  report(world.ctx(owner, world.at('2020-06-17', '09:00') + minute++ * 60_000, language), {
    text,
    surface: 'progress',
    thread: null,
    files: [],
  });

beforeAll(async () => {
  world = await openWorld(await dongE());
  owner = await world.person('hezhiyuan');
  for (const line of ['P-001 设备安装 40%', 'P-001 完成投资5200万']) expect((await say(line)).kind).toBe('say');
});
afterAll(() => world.close());

/** The line that a refusal advises. */
const advised = (instead: string): string | undefined =>
  /(?:例如：|改成：|such as: |try: )(.+?)[。.]?$/.exec(instead)?.[1];

it.each([
  ['P-001 设备安装 30%', 'zh'],
  ['P-001 设备安装 30%', 'en'],
  ['P-001 设备安装 130%', 'zh'],
  ['P-001 设备安装 130%', 'en'],
  ['P-001 设备安装 6月20日完成了', 'zh'],
  ['P-001 设备安装 done on 20 June', 'en'],
  ['/progress', 'zh'],
  ['你好', 'zh'],
  ['hello', 'en'],
] as const)('what is refused is not advised: %s (%s)', async (line, language) => {
  const refused = await say(line, language);
  if (refused.kind !== 'refuse') return expect(refused.kind).toBe('say');
  const example = advised(refused.refusal.instead);
  if (example === undefined) return expect(refused.refusal.instead).not.toContain(line);
  expect(example).not.toBe(line);
  const taken = await say(example, language);
  expect(taken.kind, `${line} → ${example}: ${JSON.stringify(taken)}`).toBe('say');
});

it.each(['zh', 'en'] as const)(
  'of figures that fall the advice is of the project, says the figure, and is taken (%s)',
  async (language) => {
    const project = () => world.opened.client.project.findFirstOrThrow({ where: { code: 'P-001' } });
    expect((await say('P-001 更正 完成投资5200万')).kind).toBe('say');
    const refused = await say('P-001 完成投资5050万', language);
    if (refused.kind !== 'refuse') throw new Error(refused.kind);
    const example = advised(refused.refusal.instead) ?? '';
    expect(example).toContain('P-001');
    const taken = await say(example, language);
    expect(taken.kind, `${example}: ${JSON.stringify(taken)}`).toBe('say');
    expect((await project()).doneInvestment).toBe(5050);
  },
);
