import { addDays, type LocalDay, monthEnd, monthStart } from '../../../domain/day.js';
import { nextMonth } from '../../../domain/promotion/duty.js';
import { nextWorkday, previousWorkday } from '../../../domain/workday.js';
import { between, pick, share } from '../../demo/chance.js';
import type { Happening } from '../happening.js';
import type { Away } from './away.js';
import { leadsOf } from './leads.js';
import { momentAt, monthDay, thereFrom } from './moment.js';
import { moneyOf } from './money.js';
import type { Setting } from './script.js';

const PLACES = [
  ['苏州', '装备制造'],
  ['济南', '现代物流'],
  ['上海', '新材料'],
  ['青岛', '食品加工'],
  ['宁波', '轴承钢球'],
  ['深圳', '智能装备'],
  ['北京', '医养健康'],
  ['无锡', '精密铸造'],
  ['杭州', '电子商务'],
  ['天津', '专用汽车'],
  ['南京', '绿色建材'],
  ['广州', '生物医药'],
  ['合肥', '新能源'],
  ['郑州', '冷链物流'],
] as const;
const REASONS = ['中央党校学习', '在外挂职，本月不便', '全月参加环保督察', '住院治疗'] as const;

/** The office that promotes, by its head; null: the plan names none, and nothing is promoted. */
export function officeOf({ plan }: Setting): string | null {
  const { office } = plan.mechanisms.promotion;
  return plan.units.find(({ key }) => key === office)?.head ?? null;
}

/** Investment promotion of a year: what county leaders led, money with its vouchers, and leads. */
export function promotionOf(setting: Setting, aways: readonly Away[]): Happening[] {
  const office = officeOf(setting);
  if (office === null) return [];
  return [
    ...activitiesOf(setting, aways, office),
    ...moneyOf(setting, aways, office),
    ...leadsOf(setting, aways, office),
    ...exportsOf(setting),
  ].filter(({ at }) => at.slice(0, 10) <= setting.plan.to);
}

/** At the end of a month the commander has all of it as a workbook, from which others count again. */
function exportsOf({ plan, calendar }: Setting): Happening[] {
  const who = plan.commander;
  if (who === null) return [];
  const happenings: Happening[] = [];
  for (let month = monthStart(plan.from); month <= plan.to; month = nextMonth(month)) {
    const day = previousWorkday(addDays(monthEnd(month), 1), calendar);
    const keeps = `export-${day}.xlsx`;
    happenings.push({ at: `${day} 19:10`, who, command: '/ledger 导出 全部', keeps });
  }
  return happenings;
}

type Trip = {
  readonly leader: string;
  readonly on: LocalDay;
  readonly place: string;
  readonly field: string;
  readonly firms: number;
  readonly joined: string | null;
};

/** A month of each county leader: one activity, some two, some none, some excused; a few said twice, or taken back. */
function activitiesOf(setting: Setting, aways: readonly Away[], office: string): Happening[] {
  const { plan, seed } = setting;
  const leaders = plan.people.filter(({ roles }) => roles.some(({ role }) => role === 'leader')).map(({ key }) => key);
  const since = monthStart(plan.mechanisms.promotion.since ?? plan.from);
  const taken = new Set<string>();
  const happenings: Happening[] = [];
  for (let month = since; monthEnd(month) <= plan.to; month = nextMonth(month))
    for (const [index, leader] of leaders.entries()) {
      const luck = share(seed, leader, month, 'duty');
      if (luck < 0.06) happenings.push(...excused(leader, month, setting, aways));
      if (luck < 0.13) continue;
      for (const turn of luck > 0.86 ? [0, 1] : [0]) {
        const trip = tripOf(leader, month, turn, setting, taken, leaders[(index + 1) % leaders.length] ?? null);
        happenings.push(...told(trip, setting, aways, office));
      }
    }
  return happenings;
}

function tripOf(
  leader: string,
  month: LocalDay,
  turn: number,
  { seed }: Setting,
  taken: Set<string>,
  other: string | null,
): Trip {
  const words = [seed, leader, month, turn] as const;
  const on = addDays(month, between(1, 24, ...words, 'day'));
  const from = between(0, PLACES.length - 1, ...words, 'place');
  const order = [...PLACES.slice(from), ...PLACES.slice(0, from)];
  const [place, field] = order.find(([name]) => !taken.has(`${on} ${name}`)) ?? PLACES[0];
  taken.add(`${on} ${place}`);
  const joined = share(...words, 'joined') < 0.15 ? other : null;
  return { leader, on, place, field, firms: between(1, 6, ...words, 'firms'), joined };
}

function told(trip: Trip, setting: Setting, aways: readonly Away[], office: string): Happening[] {
  const { plan, calendar, seed } = setting;
  const { leader, on, place, field, firms, joined } = trip;
  const words = [seed, leader, on, place] as const;
  const names = new Map(plan.people.map(({ key, name }) => [key, name]));
  const byOffice = share(...words, 'office') < 0.2;
  // One in eight is told a week later, some of these in the next month.
  const lag = share(...words, 'late') < 0.12 ? between(4, 9, ...words, 'lag') : 1;
  const who = byOffice ? office : leader;
  const day = thereFrom(who, addDays(on, lag), setting, aways);
  const when = day === addDays(on, 1) && share(...words, 'yesterday') < 0.5 ? '昨天' : monthDay(on);
  const along = joined === null ? '' : `，${names.get(joined)}随行`;
  const text = byOffice
    ? `${when}${names.get(leader)}带队到${place}洽谈${field}，见了${firms}家${along}`
    : pick(
        [
          `${when}带队赴${place}考察${field}，对接${firms}家${along}`,
          `${when}率队前往${place}走访${field}企业，见了${firms}家${along}`,
          `${when}在${place}举办${field}推介会，到会${firms}家${along}`,
        ],
        ...words,
        'text',
      );
  const minute = between(9 * 60, 11 * 60 + 20, ...words, 'minute');
  const say = (by: string, at: string, line: string): Happening => ({
    at,
    who: by,
    command: `/promotion ${line}`,
    sees: '记一次招商活动',
  });
  const press = (by: string, at: string, sees: string): Happening => ({
    at,
    who: by,
    press: '确认',
    beside: place,
    sees,
  });
  const happenings = [say(who, momentAt(day, minute), text), press(who, momentAt(day, minute + 1), '已记')];
  const again = share(...words, 'again');
  const later = nextWorkday(day, calendar);
  if (joined !== null && again < 0.6) {
    // Who went along tells of it, too: it is one activity, and did the duty of the one who led.
    happenings.push(
      say(joined, momentAt(later, minute + 3), `${monthDay(on)}带队赴${place}考察${field}`),
      press(joined, momentAt(later, minute + 4), '同一次的，算带队的'),
    );
  } else if (again < 0.04) {
    happenings.push(
      say(who, momentAt(later, minute + 3), `${monthDay(on)}${names.get(leader)}带队赴${place}考察${field}`),
      press(who, momentAt(later, minute + 4), '已经记过'),
    );
  } else if (again > 0.95) {
    // Told of the wrong day: taken back, and told again.
    const right = addDays(on, 1);
    const line = `${monthDay(right)}${names.get(leader)}带队赴${place}考察${field}，对接${firms}家`;
    happenings.push(
      { at: momentAt(later, minute + 3), who, press: '撤销', beside: '已记，', sees: '已撤销' },
      say(who, momentAt(later, minute + 4), line),
      press(who, momentAt(later, minute + 5), '已记'),
    );
  }
  return happenings;
}

/** 本月不便, by the leader's own press. */
function excused(leader: string, month: LocalDay, setting: Setting, aways: readonly Away[]): Happening[] {
  const { seed } = setting;
  const day = thereFrom(leader, addDays(month, between(8, 23, seed, leader, month, 'excuse')), setting, aways);
  if (day > monthEnd(month)) return [];
  const reason = pick(REASONS, seed, leader, month, 'reason');
  return [
    { at: `${day} 14:20`, who: leader, command: '/promotion', sees: '还差1次' },
    { at: `${day} 14:21`, who: leader, press: '本月不便', fill: { 为什么: reason }, sees: '不便已记' },
  ];
}
