import { addDays, type LocalDay, monthEnd, weekday } from '../../../domain/day.js';
import { previousWorkday, workdayFrom } from '../../../domain/workday.js';
import { between, pick, share } from '../../demo/chance.js';
import type { Happening } from '../happening.js';
import { type Away, awayOn } from './away.js';
import type { MilestoneScript, Setting } from './script.js';

const office = ({ plan }: Setting): string =>
  plan.people.find(({ roles }) => roles.some(({ role }) => role === 'coordinator'))?.key ?? '';

/** On the first morning the project office sets up who gets which digest. */
export function setUp(setting: Setting): Happening[] {
  const { plan, calendar } = setting;
  const who = office(setting);
  const at = `${workdayFrom(plan.from, calendar)} 08:2`;
  const unit = plan.units.find(({ channel }) => channel !== null);
  const leaders = plan.channels.find(({ digest }) => digest !== null)?.name ?? '';
  const sponsor = plan.people.find(({ key }) => key === plan.projects[0]?.sponsor);
  const say = (minute: number, channel: string, text: string): Happening => ({
    at: `${at}${minute}`,
    who,
    command: `/digest ${text}`,
    in: channel,
    sees: '订阅',
  });
  return [
    say(0, leaders, 'subscribe 周报'),
    say(1, leaders, 'subscribe 半月报'),
    say(2, leaders, 'subscribe 月报'),
    say(3, unit?.channel ?? leaders, `subscribe ${unit?.name.zh}`),
    say(4, unit?.channel ?? leaders, `subscribe 月报 ${unit?.name.zh}`),
    say(5, leaders, `subscribe ${sponsor?.name}`),
    say(6, leaders, `subscribe 周报 ${plan.categories[0]?.name.zh}`),
    say(7, leaders, `subscribe 周报 ${plan.sites[0]?.name.zh}`),
    say(8, leaders, `subscribe 半月报 ${plan.focusAreas[1]?.name.zh}`),
  ];
}

/**
 * What the project office records for the goals that no project adds up to, month by month; one of them by mistake. What
 * computes itself nobody records.
 */
export function goalRecords(setting: Setting): Happening[] {
  const { plan, calendar, seed } = setting;
  const who = office(setting);
  const happenings: Happening[] = [];
  let turn = 0;
  for (let month = monthEnd(plan.from); month <= plan.to; month = monthEnd(addDays(month, 1))) {
    turn += 1;
    const day = previousWorkday(addDays(month, 1), calendar);
    const part = turn / 12;
    const funds = (40.6 * part * (0.8 + 0.2 * part)).toFixed(1);
    const foreign = Math.round(1010 * part ** 1.2);
    const activities = Math.round(112 * part * (0.85 + 0.15 * part));
    const record = (minute: number, text: string): Happening => ({
      at: `${day} 16:${minute}`,
      who,
      command: `/goals ${text}`,
      sees: '已登记',
    });
    if (turn === 5)
      happenings.push(record(10, '到位资金 61.3亿'), { at: `${day} 16:12`, who, press: '撤销', beside: '到位资金' });
    happenings.push(record(20, `到位资金 ${funds}亿`), record(24, `利用外资 ${foreign}万美元`));
    if (share(seed, month, 'late activities') < 0.25) {
      const next = workdayFrom(addDays(month, 3), calendar);
      if (next <= plan.to)
        happenings.push({
          ...record(0, ''),
          at: `${next} 09:40`,
          command: `/goals 招商活动 ${activities}次 ${month}`,
        } as Happening);
    } else happenings.push(record(28, `招商活动 ${activities}次`));
  }
  const computed = plan.goals.filter(({ rule }) => rule.by === 'recorded' && rule.from !== undefined);
  return happenings.filter((each) => !computed.some(({ name }) => JSON.stringify(each).includes(name.zh)));
}

/** Leaves are entered a day or some before they begin; one in four by the project office. */
export function leaveLines(setting: Setting, aways: readonly Away[]): Happening[] {
  const { plan, calendar, seed } = setting;
  const names = new Map(plan.people.map(({ key, name }) => [key, name]));
  return aways.flatMap((away): Happening[] => {
    if (away.why !== 'leave') return [];
    const { who, from, to, delegate } = away;
    const on = previousWorkday(addDays(from, -between(0, 6, seed, who, from)), calendar);
    const days = `${monthDay(from)}至${monthDay(to)}`;
    const stands = delegate === null ? '' : ` 代理 ${names.get(delegate)}`;
    const byOffice = share(seed, who, from, 'office') < 0.25 && who !== office(setting);
    const line = byOffice ? `/dayoff ${names.get(who)} ${days}${stands}` : `/dayoff ${days}${stands}`;
    const by = byOffice || awayOn(who, on, aways) ? office(setting) : who;
    const said = by === who ? line : `/dayoff ${names.get(who)} ${days}${stands}`;
    return [{ at: `${on} 16:${between(30, 55, seed, who, from, 'minute')}`, who: by, command: said, sees: '已登记' }];
  });
}

/** On some mornings an owner presses "on pace" on what is asked; where something will be late, says until when. */
export function routine(scripts: readonly MilestoneScript[], setting: Setting, aways: readonly Away[]): Happening[] {
  const { plan, calendar, seed } = setting;
  const owners = new Set(scripts.map(({ project, milestone }) => milestone.owner ?? project.owner));
  const happenings: Happening[] = [];
  for (let day = addDays(plan.from, 1); day <= plan.to; day = addDays(day, 1)) {
    if (!calendar.isWorkday(day)) continue;
    for (const who of owners) {
      if (who === null || awayOn(who, day, aways)) continue;
      const zeal = 0.1 + 0.35 * share(seed, who, 'zeal');
      if (share(seed, who, day, 'routine') > zeal) continue;
      const minute = between(32, 58, seed, who, day, 'minute');
      happenings.push({ at: `${day} 08:${minute}`, who, answers: '正常', most: between(2, 5, seed, who, day) });
    }
    // Who stands in for somebody answers for them, too.
    for (const away of aways) {
      if (away.why !== 'leave' || away.delegate === null || day < away.from || day > away.to) continue;
      if (!owners.has(away.who) || awayOn(away.delegate, day, aways)) continue;
      happenings.push({
        at: `${day} 09:1${between(0, 9, seed, away.who, day)}`,
        who: away.delegate,
        answers: '正常',
        most: 3,
      });
    }
  }
  return [...happenings, ...lateDays(scripts, setting, aways)];
}

function lateDays(
  scripts: readonly MilestoneScript[],
  { plan, calendar, seed }: Setting,
  aways: readonly Away[],
): Happening[] {
  return scripts.flatMap(({ project, milestone, due, done, late }): Happening[] => {
    const who = milestone.owner ?? project.owner;
    const { code } = project;
    const { name } = milestone;
    if (who === null || late < 6 || share(seed, code, name, 'says late') < 0.35) return [];
    const on = workdayFrom(addDays(due, between(-3, 4, seed, code, name, 'says')), calendar);
    const to = workdayFrom(addDays(done, between(-2, 3, seed, code, name, 'to')), calendar);
    if (on <= addDays(plan.from, 1) || on >= plan.to || to <= on || awayOn(who, on, aways)) return [];
    const fill = {
      新的完成日期: to,
      说明: pick(['前期手续延后', '受天气影响', '等设备到货', '工序调整'], seed, code, name),
    };
    return [
      { at: `${on} 10:${between(10, 59, seed, code, name)}`, who, answer: `${name} · ${code}`, with: '要晚', fill },
    ];
  });
}

/** Leaders look: at the digest of now, of a past day, at the goals and what waits on them. */
export function looks(setting: Setting): Happening[] {
  const { plan, calendar, seed } = setting;
  const leaders = plan.people.filter(({ roles }) =>
    roles.some(({ role }) => role === 'leader' || role === 'commander' || role === 'coordinator'),
  );
  const asks = [
    '/digest',
    '/goals',
    '/obstacle list 等我',
    '/obstacle list',
    '/digest 昨天',
    '/goals 项目开工率',
  ] as const;
  const happenings: Happening[] = [];
  for (let day = addDays(plan.from, 2); day <= plan.to; day = addDays(day, 1)) {
    if (!calendar.isWorkday(day)) continue;
    for (const { key } of leaders) {
      if (share(seed, key, day, 'looks') > 0.03) continue;
      const minute = between(10, 59, seed, key, day);
      happenings.push({
        at: `${day} 1${weekday(day) % 2 === 0 ? 1 : 9}:${minute}`,
        who: key,
        command: pick(asks, seed, key, day),
      });
    }
  }
  return happenings;
}

const monthDay = (day: LocalDay): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;
