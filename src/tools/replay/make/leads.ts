import { addDays, type LocalDay } from '../../../domain/day.js';
import { nextWorkday } from '../../../domain/workday.js';
import { between, share } from '../../demo/chance.js';
import type { Happening } from '../happening.js';
import type { Away } from './away.js';
import { momentAt, thereFrom } from './moment.js';
import type { Setting } from './script.js';

/** An investor of whom somebody tells, with what becomes of it. */
type Investor = {
  /** Days of the year after its first day. */
  readonly day: number;
  /** The units whose heads tell of it; the second one joins. */
  readonly by: string;
  readonly also?: string;
  readonly name: string;
  readonly alsoCalled?: string;
  readonly about: string;
  /** lost: pursued for some weeks, and then given up. */
  readonly becomes: 'pursued' | 'lost' | 'dropped' | 'signed';
};

const INVESTORS: readonly Investor[] = [
  { day: 75, by: 'investment-centre', name: '江阴华能机械', about: '装备制造 要土地40亩', becomes: 'lost' },
  {
    day: 98,
    by: 'economic-zone',
    also: 'investment-centre',
    name: '苏州精工',
    alsoCalled: '苏州精工有限公司',
    about: '装备制造 要土地60亩、蒸汽',
    becomes: 'signed',
  },
  { day: 121, by: 'daqiao', name: '无锡热处理', about: '热处理 要能耗5000吨标准煤', becomes: 'dropped' },
  {
    day: 160,
    by: 'agriculture',
    also: 'gaoji',
    name: '海大饲料',
    about: '饲料加工 要用水',
    becomes: 'lost',
  },
  { day: 183, by: 'industry', name: '宁波轴承', about: '轴承钢球 要厂房8000平方米', becomes: 'signed' },
  { day: 225, by: 'culture-tourism', name: '华侨文旅', about: '文化旅游 要土地100亩', becomes: 'dropped' },
  {
    day: 262,
    by: 'yaozhai',
    also: 'economic-zone',
    name: '合肥新能源',
    alsoCalled: '合肥新能源股份有限公司',
    about: '新能源 要土地80亩',
    becomes: 'pursued',
  },
  { day: 290, by: 'health', name: '广州康健', about: '医疗器械', becomes: 'pursued' },
];

/** So many times an investor in hand is answered. */
const ANSWERS = 4;

/** Leads: told of, joined by a second unit, judged, answered, dropped or signed. They are numbered in their order. */
export function leadsOf(setting: Setting, aways: readonly Away[], office: string): Happening[] {
  const { plan } = setting;
  const headOf = (key: string | undefined) => plan.units.find((unit) => unit.key === key)?.head ?? null;
  return INVESTORS.filter(({ by }) => headOf(by) !== null).flatMap((investor, index) => {
    const first = headOf(investor.by) ?? office;
    return lifeOf(investor, index + 1, { first, second: headOf(investor.also), office }, setting, aways);
  });
}

function lifeOf(
  { day, name, alsoCalled, about, becomes }: Investor,
  number: number,
  { first, second, office }: { readonly first: string; readonly second: string | null; readonly office: string },
  setting: Setting,
  aways: readonly Away[],
): Happening[] {
  const { plan, calendar, seed } = setting;
  const told = thereFrom(first, addDays(plan.from, day), setting, aways);
  const minute = between(9 * 60 + 30, 11 * 60, seed, name);
  const line = (who: string, at: LocalDay, of: number, called: string, sees: string): Happening[] => [
    { at: momentAt(at, of), who, command: `/promotion 线索 ${called} ${about}`, sees: '记一条线索' },
    { at: momentAt(at, of), who, press: '确认', beside: called, sees },
  ];
  const card = (who: string, at: LocalDay, of: number): Happening => ({
    at: momentAt(at, of),
    who,
    command: `/promotion 线索${number}`,
    sees: name,
  });
  const happenings = line(first, told, minute, name, '首报');
  if (second !== null) happenings.push(...line(second, told, minute + 1, alsoCalled ?? name, '您并入同报'));
  const judged = thereFrom(office, addDays(told, between(1, 4, seed, name, 'judge')), setting, aways);
  happenings.push(card(office, judged, 15 * 60 + 40));
  if (becomes === 'dropped') {
    const fill = { 为什么: '能耗高，不符合园区定位' };
    return [...happenings, { at: momentAt(judged, 15 * 60 + 41), who: office, press: '不跟', fill, sees: '定不跟' }];
  }
  happenings.push({ at: momentAt(judged, 15 * 60 + 41), who: office, press: '值得跟', sees: '前回复' });
  let answered = judged;
  for (let turn = 0; turn < ANSWERS; turn += 1) {
    // Seldom too late: then it stands in the morning's message.
    const wait = turn === 0 ? 5 : share(seed, name, turn, 'late') < 0.3 ? 17 : 12;
    answered = thereFrom(first, addDays(answered, wait), setting, aways);
    if (answered > addDays(plan.to, -3)) return happenings;
    happenings.push(card(first, answered, 16 * 60 + 5), {
      at: momentAt(answered, 16 * 60 + 6),
      who: first,
      press: '已回复',
      beside: name,
      sees: '前回复',
    });
  }
  if (becomes === 'lost') {
    const lost = thereFrom(office, addDays(answered, between(3, 8, seed, name, 'lost')), setting, aways);
    const fill = { 为什么: '客商已在外地落户' };
    return [
      ...happenings,
      card(office, lost, 15 * 60 + 50),
      { at: momentAt(lost, 15 * 60 + 51), who: office, press: '不跟', fill, sees: '定不跟' },
    ];
  }
  if (becomes !== 'signed') return happenings;
  const coordinator = plan.people.find(({ roles }) => roles.some(({ role }) => role === 'coordinator'))?.key ?? office;
  const signed = thereFrom(coordinator, nextWorkday(answered, calendar), setting, aways);
  return [
    ...happenings,
    card(coordinator, signed, 16 * 60 + 20),
    {
      at: momentAt(signed, 16 * 60 + 21),
      who: coordinator,
      press: '已签约',
      beside: name,
      sees: '已签约：',
    },
  ];
}
