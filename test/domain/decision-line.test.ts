import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { localDay } from '../../src/domain/day.js';
import { type Chargeable, type DecisionContext, readDecision } from '../../src/domain/decision-line.js';
import { indexLedger } from '../../src/domain/report-line.js';
import { readPlanFile } from '../../src/plan/index.js';
import { workCalendar } from '../../src/time/calendar.js';

const read = await readPlanFile(new URL('../../prisma/seed/dong-e-2020.yaml', import.meta.url).pathname);
if (!('plan' in read)) throw new Error('the seed is read');
const { plan } = read;
const file = (name: string) =>
  readFileSync(new URL(`./decision-line/${name}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '');

const idOf = new Map(plan.people.map(({ key }, at) => [key, at + 1]));
const nameOf = (id: number | null) => (id === null ? '?' : (plan.people[id - 1]?.name ?? '?'));
const chargeable: readonly Chargeable[] = [
  ...plan.people.map(({ name, nameEn }, at) => ({ personId: at + 1, kind: 'person' as const, names: [name, nameEn] })),
  ...plan.units.map(({ name, aliases, head }) => ({
    personId: idOf.get(head ?? '') ?? null,
    kind: 'unit' as const,
    names: [name.zh, name.en, ...aliases],
  })),
];
const context: DecisionContext = {
  today: localDay('2020-06-24'),
  calendar: workCalendar(),
  ledger: indexLedger(
    plan.projects.map(({ code, name, nicknames, milestones }) => ({
      code,
      name,
      nicknames,
      milestones: milestones.map((milestone) => ({ name: milestone.name, percent: null })),
    })),
  ),
  chargeable,
  nameOf: (id) => (id === 'U0SUYONG' ? '苏勇' : null),
};
const say = (line: string, today = '2020-06-24') => readDecision(line, { ...context, today: localDay(today) });

describe('sixty decisions in the manner of minutes', () => {
  const lines = file('decisions.tsv').map((row) => row.split('\t') as [string, ...string[]]);
  const as = (line: string) => {
    const { ownerId, due, project, milestone, obstacle, directive } = say(line);
    const parts = [nameOf(ownerId), due ?? '?', project ?? '-', milestone ?? '-', obstacle ?? '-'];
    return directive ? parts.join(' ') : `talk: ${parts.join(' ')}`;
  };

  it('at least 57 are understood as a reader understands them, in a thread', () => {
    expect(lines).toHaveLength(60);
    const wrong = lines.filter(([line, ...parts]) => as(line) !== parts.join(' '));
    const told = wrong.map(([line, ...parts]) => `${line}\n  wanted ${parts.join(' ')}\n  read   ${as(line)}`);
    expect(told.length, told.join('\n')).toBeLessThanOrEqual(3);
  });

  it.each(lines)('%s: no owner and no day that was not said', (line, owner, due) => {
    const read = say(line);
    if (read.ownerId !== null) expect(nameOf(read.ownerId)).toBe(owner);
    if (read.due !== null) expect(read.due).toBe(due);
  });
});

describe('talk in a review', () => {
  const lines = file('chat.txt');

  it('is 200 lines and more', () => {
    expect(lines.length).toBeGreaterThanOrEqual(200);
  });

  it('decides nothing', () => {
    expect(lines.filter((line) => say(line).directive)).toEqual([]);
  });
});

describe('a decision', () => {
  it('counts out the working days, holidays and the worked Sunday among them', () => {
    const read = say('贺卫国 5个工作日内落实P-003 32亩用地');
    expect(read).toMatchObject({ due: '2020-07-02', text: '落实P-003 32亩用地' });
    expect(read.counted.map((day) => day.slice(5))).toEqual(['06-28', '06-29', '06-30', '07-01', '07-02']);
    expect(say('贺卫国 3个工作日内落实P-003用地', '2020-09-28').due).toBe('2020-10-09');
  });

  it('without a day offers days, and names what was said instead', () => {
    const read = say('由自然资源局尽快落实P-043用地');
    expect(read).toMatchObject({ due: null, saidOfDay: '尽快' });
    expect(read.days.length).toBeGreaterThan(0);
    expect(read.days.every((day) => day > '2020-06-24')).toBe(true);
  });

  it('with two who may be meant offers both', () => {
    const read = say('贺卫国、顾春梅7月3日前解决P-021资金缺口');
    expect(read.owners.map(nameOf)).toEqual(['贺卫国', '顾春梅']);
    expect(say('请贺局长牵头，7月2日前落实P-003用地').owners.map(nameOf)).toEqual(['贺卫国']);
  });

  it('names a code that the ledger has not', () => {
    expect(say('贺卫国 7月2日前落实P-999用地')).toMatchObject({ strange: 'P-999', project: null });
  });

  it('keeps the words that were said, without who and by when', () => {
    const text = (line: string) => say(line).text;
    expect(text('由自然资源局牵头，财政局配合，6月30日前完成P-012用地报批')).toBe('财政局配合，完成P-012用地报批');
    expect(text('责任人：康志勇；时限：7月3日；事项：协调东昇钢球设备进口报关')).toBe('协调东昇钢球设备进口报关');
    expect(text('Ding Guangtian to deliver the P-068 signing plan by 30 June')).toBe('deliver the P-068 signing plan');
    expect(text('贺卫国 7月2日')).not.toBe('');
  });

  it('is read of any text', () => {
    for (const text of ['', '   ', '<!channel>', '😀', '号'.repeat(3000)]) expect(say(text).directive).toBe(false);
  });
});
