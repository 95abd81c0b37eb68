import { addDays, type LocalDay, localDay, monthStart } from '../../../domain/day.js';
import { type HeldReview, heldReviews, slotsOf } from '../../../domain/review.js';
import { previousWorkday } from '../../../domain/workday.js';
import { between } from '../../demo/chance.js';
import type { Happening } from '../happening.js';
import type { Away } from './away.js';
import { momentAt } from './moment.js';
import { leaderOn } from './reviews.js';
import type { Setting } from './script.js';

/** A file that somebody attaches, from the replay's folder. */
export type MadeFile = { readonly file: string; readonly text: string };

/** What the county's statistics office counts each month: in hundredths, about so much, and so much more or less. */
const COUNTED: readonly (readonly [name: string, unit: string, about: number, swing: number])[] = [
  ['规模以上工业营业收入', '亿元', 1860, 240],
  ['固定资产投资', '亿元', 920, 180],
  ['社会消费品零售总额', '亿元', 680, 60],
  ['一般公共预算收入', '亿元', 110, 25],
  ['税收收入', '亿元', 84, 18],
  ['进出口总额', '亿元', 156, 40],
  ['工业用电量', '亿千瓦时', 131, 15],
];

/** When the spreadsheet of a month comes: before the agenda of the meeting about it, after it, or not at all. */
type Coming = 'before' | 'after' | 'never';
const COMING: Readonly<Record<string, Coming>> = { '05': 'after', '06': 'never', '10': 'after' };

/** What a later month's spreadsheet states otherwise of an earlier month (更正): the month in which, of which, and by how many hundredths. */
const REVISED: readonly (readonly [from: string, of: string, name: string, more: number])[] = [
  ['05', '04', '固定资产投资', -37],
  ['09', '08', '税收收入', 4],
  ['09', '08', '一般公共预算收入', 6],
];
/** A spreadsheet has this month and so many before it. */
const MONTHS_BEFORE = 2;
const LABEL = '统计局的表（.xlsx、.csv）';

/** The statistics office's spreadsheet of most months, as the office sends it before the economic analysis of the next. */
export function indicatorsOf(
  setting: Setting,
  aways: readonly Away[],
): { readonly happenings: readonly Happening[]; readonly files: readonly MadeFile[] } {
  const { plan, calendar } = setting;
  const looking = heldReviews(plan.mechanisms.reviews).find(({ about }) => about?.includes('indicators'));
  if (looking === undefined) return { happenings: [], files: [] };
  const sent = meetingsOf(looking, setting).flatMap(({ day, month }) => {
    const coming = COMING[month.slice(5, 7)] ?? 'before';
    const eve = previousWorkday(day, calendar);
    const on = coming === 'before' ? previousWorkday(eve, calendar) : day;
    const who = leaderOn(on, setting, aways);
    if (coming === 'never' || who === null) return [];
    const file = `indicators/${Number(month.slice(5, 7))}月主要经济指标.csv`;
    const count = COUNTED.length;
    const happenings: Happening[] = [
      { at: momentAt(on, 10 * 60 + 40), who, command: '/review 指标', sees: '传表' },
      {
        at: momentAt(on, 10 * 60 + 41),
        who,
        press: '传表',
        attach: { label: LABEL, file },
        sees: `${Number(month.slice(5, 7))}月经济指标${count}项`,
      },
    ];
    return [{ happenings, file: { file, text: sheetOf(month, setting) } }];
  });
  return { happenings: sent.flatMap(({ happenings }) => happenings), files: sent.map(({ file }) => file) };
}

/** The meetings of the year with the month that each looks at: the one before. */
function meetingsOf(review: HeldReview, { plan, calendar }: Setting) {
  return slotsOf(review, review.from ?? plan.from, plan.to, calendar).map(({ day }) => ({
    day,
    month: monthStart(addDays(monthStart(day), -1)),
  }));
}

function sheetOf(month: LocalDay, { plan, seed }: Setting): string {
  const months = monthsTo(month).filter((each) => each >= monthStart(plan.from));
  const head = ['指标', '单位', ...months.map((each) => `${Number(each.slice(5, 7))}月`), '同比'];
  const rows = COUNTED.map(([name, unit, about, swing]) => {
    const values = months.map((of) => {
      const first = about + between(-swing, swing, seed, name, of);
      const more = REVISED.filter(
        ([from, revised, named]) => named === name && revised === of.slice(5, 7) && from <= month.slice(5, 7),
      );
      return hundredths(first + more.reduce((sum, [, , , by]) => sum + by, 0));
    });
    return [name, unit, ...values, (between(-82, 96, seed, name, month, 'over year') / 10).toFixed(1)];
  });
  return `${[head, ...rows].map((row) => row.join(',')).join('\n')}\n`;
}

function monthsTo(month: LocalDay): readonly LocalDay[] {
  const months = [month];
  for (let count = 0; count < MONTHS_BEFORE; count += 1)
    months.unshift(monthStart(addDays(months[0] ?? localDay(month), -1)));
  return months;
}

const hundredths = (value: number): string => (value / 100).toFixed(2);
