import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Outcome } from '../../../src/feature.js';
import { factor } from '../../../src/features/factor/index.js';
import { showProject } from '../../../src/features/factor/see.js';
import { obstacle } from '../../../src/features/obstacle/index.js';
import { showProblems } from '../../../src/features/obstacle/ledger-problems.js';
import { dongE, openWorld, type World } from '../digest/world.js';

// The ledger of 2020: its lines with a problem, and the matter that each is about.
const LINES = {
  'P-003': ['32亩建设用地指标未落实', 'land'],
  'P-004': ['环境容量（VOCs）需市级调剂', 'environmental-capacity'],
  'P-007': ['能耗指标缺口1.2万吨标准煤', 'energy-quota'],
  'P-012': ['土地报批慢，影响7月开工', 'land'],
  'P-015': ['电力增容未批', 'utilities'],
  'P-018': ['天然气接入方案未定', 'utilities'],
  'P-025': ['流动资金紧张，贷款续期未批', 'funds'],
  'P-031': ['产品公告未取得', 'other'],
  'P-035': ['邻近3户拆迁未签协议', 'relocation'],
  'P-039': ['排污许可变更需等待', 'environmental-capacity'],
  'P-041': ['规划用地性质需调整', 'land'],
  'P-043': ['污水接纳容量待核', 'environmental-capacity'],
  'P-045': ['标准厂房交付延后', 'other'],
  'P-048': ['能耗指标需等量替代', 'energy-quota'],
  'P-051': ['供电方案待省电力公司批复', 'utilities'],
  'P-052': ['养殖用地备案未办', 'land'],
  'P-053': ['入园安评未通过', 'approval'],
  'P-059': ['敏感点距离不足', 'environmental-capacity'],
  'P-065': ['征地补偿款未到位', 'relocation'],
  'P-068': ['126户未签约', 'relocation'],
  'P-074': ['长输管网穿越国道手续未办', 'utilities'],
  'P-078': ['概算超批复，需重新报批', 'approval'],
} as const;
const CODES = Object.keys(LINES) as (keyof typeof LINES)[];

let world: World;
beforeAll(async () => {
  world = await openWorld(await dongE());
});
afterAll(() => world.close());

type Button = { readonly action_id: string; readonly value: string; readonly text: { readonly text: string } };

/** The buttons of what was said, as a person could press them, with the row that each stands beside. */
function buttonsOf(outcome: Outcome): readonly (Button & { readonly row: string })[] {
  if (outcome.kind !== 'say' && outcome.kind !== 'replace') throw new Error(JSON.stringify(outcome));
  return outcome.message.blocks.flatMap((block) => {
    const { accessory, elements, text } = block as { accessory?: Button; elements?: Button[]; text?: { text: string } };
    const row = text?.text ?? '';
    return [...(accessory === undefined ? [] : [accessory]), ...(elements ?? [])].map((each) => ({ ...each, row }));
  });
}

async function press(as: string, { action_id, value }: Button): Promise<Outcome> {
  const action = [...(obstacle.actions ?? []), ...(factor.actions ?? [])].find(({ id }) => id === action_id);
  if (action === undefined) throw new Error(`nothing is called ${action_id}`);
  const ctx = world.ctx(await world.person(as), world.at('2020-06-17', '10:00'));
  return action.run(ctx, { value: JSON.parse(value), chosen: null, view: null });
}

const project = (code: string) =>
  world.opened.client.project.findFirstOrThrow({ where: { programId: world.program.id, code } });

async function needs(as: string, code: string): Promise<Outcome> {
  const { id } = await project(code);
  return showProject(world.ctx(await world.person(as), world.at('2020-06-17', '10:00')), id);
}

const offeredIn = (outcome: Outcome) =>
  buttonsOf(outcome).find(({ action_id }) => ['factor.ask', 'factor.open-ask'].includes(action_id)) ?? null;

test('each of the 22 lines with a problem is an obstacle after one press of its own, and no other line is', async () => {
  const office = world.ctx(await world.person('renchangqing'), world.at('2020-06-17', '10:00'));
  const found: (Button & { row: string })[] = [];
  for (let shown: Outcome = await showProblems(office, { after: '' }); ; ) {
    const buttons = buttonsOf(shown);
    found.push(
      ...buttons.filter(({ action_id, value }) => action_id === 'obstacle.from-ledger' && !value.includes('null')),
    );
    const more = buttons.find(({ action_id }) => action_id === 'obstacle.ledger-problems');
    if (more === undefined) break;
    shown = await press('renchangqing', more);
  }
  expect(found.map(({ row }) => row.slice(0, 5))).toEqual(CODES);
  for (const button of found) expect((await press('renchangqing', button)).kind).toBe('say');
  // Twice is not filed twice.
  for (const button of found.slice(0, 2)) await press('renchangqing', button);
  const filed = await world.opened.client.obstacle.findMany({
    where: { programId: world.program.id },
    include: { project: true },
    orderBy: { project: { code: 'asc' } },
  });
  expect(filed.map((each) => [each.project.code, each.text, each.matter])).toEqual(
    CODES.map((code) => [code, ...LINES[code]]),
  );
  for (const each of filed) expect(each.milestoneId, each.text).not.toBeNull();
  expect(buttonsOf(await showProblems(office, { after: '' }))).toEqual([]);
});

test('two of them are needs with their amount after one press, two after the question for it, and 18 are none', async () => {
  const asked: string[] = [];
  for (const code of CODES) {
    const button = offeredIn(await needs('renchangqing', code));
    if (button === null) continue;
    asked.push(`${code} ${button.text.text}`);
    const outcome = await press('renchangqing', button);
    if (button.action_id === 'factor.ask') continue;
    if (outcome.kind !== 'view') throw new Error(`no form: ${JSON.stringify(outcome)}`);
    const field = JSON.stringify(
      outcome.view.blocks.find((block) => 'block_id' in block && block.block_id === 'amount'),
    );
    expect(field).toContain('plain_text_input');
    expect(field).not.toContain('initial_value');
  }
  expect(asked).toEqual(['P-003 申请32亩', 'P-004 填数量', 'P-007 申请12000吨标准煤', 'P-048 填数量']);
  const requests = await world.opened.client.factorRequest.findMany({
    include: { project: true, pool: true },
    orderBy: { id: 'asc' },
  });
  const obstacles = await world.opened.client.obstacle.findMany();
  const seen = requests.map((each) => [
    each.project.code,
    each.pool.factor,
    Number(each.amount),
    obstacles.find(({ id }) => id === each.obstacleId)?.text,
  ]);
  // Ten-thousandths of a mu and of a ton; what is given clears the obstacle of the line.
  expect(seen).toEqual([
    ['P-003', 'land', 320_000, LINES['P-003'][0]],
    ['P-007', 'energy-quota', 120_000_000, LINES['P-007'][0]],
  ]);
  expect(offeredIn(await needs('renchangqing', 'P-003'))).toBeNull();
});
