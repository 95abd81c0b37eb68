import { addDays, type LocalDay, weekday } from '../../../domain/day.js';
import { dayWords } from '../../../domain/day-words.js';
import { dueFrom, type HeldReview, heldReviews, type ReviewSlot, slotsOf } from '../../../domain/review.js';
import { addWorkdays, nextWorkday, previousWorkday } from '../../../domain/workday.js';
import { between, pick, share } from '../../demo/chance.js';
import type { Happening } from '../happening.js';
import { type Away, awayOn } from './away.js';
import { decisionsOf, type Meeting } from './decisions.js';
import type { MilestoneScript, Setting } from './script.js';

type Held = { readonly review: HeldReview; readonly slot: ReviewSlot };
type Fate = 'held' | 'spared' | 'merged' | 'missed';

const NEEDS = [
  '流动资金缺500万元',
  '招不到车工',
  '变压器容量不够，要增容',
  '土地指标缺20亩',
  '贷款批得慢，周转紧',
] as const;
const TALK = [
  '先听责任单位说',
  '这件事会后再碰一下',
  '上次定的办得怎么样了',
  '请各单位把情况说清楚',
  '好的',
  '收到',
] as const;
const WEEKDAYS = '一二三四五六日';

/** What becomes of each review of the year: held with what is decided in it, spared, merged with another, or let pass. */
export function reviewsOf(
  scripts: readonly MilestoneScript[],
  setting: Setting,
  aways: readonly Away[],
): readonly Happening[] {
  const { plan, calendar, seed } = setting;
  const held = heldReviews(plan.mechanisms.reviews);
  const all = held.flatMap((review) =>
    slotsOf(review, dueFrom(review, plan.from), plan.to, calendar).map((slot): Held => ({ review, slot })),
  );
  const merged = new Set<string>();
  const happenings = all.flatMap((each): Happening[] => {
    const other = all.find(({ slot }) => slot.day === each.slot.day && slot.review !== each.slot.review);
    const luck = share(seed, each.slot.review, each.slot.period, 'fate');
    // What another is merged into is held.
    if (other !== undefined && luck < 0.55 && !merged.has(keyOf(each))) {
      merged.add(keyOf(other));
      return livesOf(each, 'merged');
    }
    if (merged.has(keyOf(each))) return livesOf(each, 'held');
    return livesOf(each, luck < 0.58 ? 'held' : luck < 0.88 ? 'spared' : 'missed');
  });
  return [...happenings, ...looks(held, setting)].filter(({ at }) => at.slice(0, 10) <= plan.to);

  function livesOf({ review, slot }: Held, fate: Fate): Happening[] {
    const eve = previousWorkday(slot.day, calendar);
    const who = leaderOn(eve, setting, aways);
    if (fate === 'missed' || who === null) return [];
    const words = [seed, slot.review, slot.period] as const;
    const title = titleOf(review, slot.day);
    const minute = between(12, 50, ...words, 'eve');
    const press = (at: string, label: string, fill?: Record<string, string>): Happening => ({
      at,
      who,
      press: label,
      beside: title,
      ...(fill ? { fill } : {}),
      perhaps: true,
    });
    if (fate === 'merged') return [press(`${eve} 16:${minute}`, '合并')];
    const carried: Happening[] =
      review.every === 'week' && review.turn === undefined ? [stillNeeded(`${eve} 16:55`, who, words)] : [];
    if (fate === 'spared')
      return [press(`${eve} 16:${minute}`, '不开'), ...carried, ...session(review, slot, slot.day, false)];
    if (review.turn === 'firms' && share(...words, 'moved') < 0.12 && slot.day < slot.closes) {
      const day = nextWorkday(slot.day, calendar);
      return [press(`${eve} 16:${minute}`, '改天', { 改到: day }), ...session(review, slot, day)];
    }
    const passed = review.turn !== undefined && share(...words, 'passed') < 0.1;
    const other: Happening[] = passed
      ? [press(`${eve} 16:${minute}`, review.turn === 'firms' ? '换一家' : '换一个镇街')]
      : [];
    return [...other, ...carried, ...session(review, slot, slot.day)];
  }

  /** A review that is held: talk, what a firm needs, what is decided, and that it was held; `talks`: not, where it may have been spared. */
  function session(review: HeldReview, slot: ReviewSlot, day: LocalDay, talks = true): Happening[] {
    const who = leaderOn(day, setting, aways);
    if (who === null) return [];
    const words = [seed, slot.review, slot.period] as const;
    const under = { in: review.channel ?? '', under: titleOf(review, day) };
    const hour = Number(review.at.slice(0, 2));
    const at = (minutes: number) => `${day} ${clock(hour, minutes)}`;
    const leaders = plan.people.filter(({ roles }) => roles.some(({ role }) => role === 'leader'));
    const talk = Array.from({ length: between(0, 3, ...words, 'talks') }, (_, turn): Happening => {
      const speaker = leaders[between(0, leaders.length - 1, ...words, 'speaker', turn)]?.key ?? who;
      return { at: at(turn), who: speaker, say: pick(TALK, ...words, 'talk', turn), ...under };
    });
    const needs = review.turn === 'firms' && share(...words, 'needs') < 0.5 ? needsTold(who, at(6), under, words) : [];
    const meeting: Meeting = { review, slot, day, who, at, under };
    const decided = decisionsOf(meeting, scripts, setting, aways);
    const late = share(...words, 'late') < 0.15 && day < slot.closes;
    const when = late ? `${nextWorkday(day, calendar)} 09:05` : at(59);
    const after = late ? (leaderOn(nextWorkday(day, calendar), setting, aways) ?? who) : who;
    const paper: Happening[] =
      share(...words, 'paper') < 0.2
        ? [{ at: when, who: after, press: '下载纪要', beside: dayWords(day, 'zh'), perhaps: true }]
        : [];
    return [
      ...(talks ? [...talk, ...needs, ...decided] : []),
      { at: when, who: after, press: '已开', beside: under.under, perhaps: true },
      ...paper,
    ];
  }

  function needsTold(
    who: string,
    at: string,
    under: { readonly in: string; readonly under: string },
    words: readonly string[],
  ): Happening[] {
    const first = pick(NEEDS, ...words, 'need');
    const second = pick(NEEDS, ...words, 'second need');
    const told = first === second || share(...words, 'two needs') < 0.6 ? [first] : [first, second];
    const withdrawn = addWorkdays(at.slice(0, 10) as LocalDay, between(2, 12, ...words, 'withdrawn'), calendar);
    const by = leaderOn(withdrawn, setting, aways);
    return [
      { at, who, say: `需求：${told.join('；')}`, ...under },
      { at, who, press: '确认', beside: '记成卡点', perhaps: true },
      // What was settled with the firm itself is no obstacle any more.
      ...told.flatMap((text): Happening[] =>
        by === null || share(...words, text, 'settled') < 0.3
          ? []
          : [{ at: `${withdrawn} 14:20`, who: by, press: '撤回', beside: text, perhaps: true }],
      ),
    ];
  }
}

const keyOf = ({ slot }: Held): string => `${slot.review} ${slot.period}`;

const clock = (hour: number, minutes: number): string => {
  const all = hour * 60 + 10 + minutes;
  return `${String(Math.floor(all / 60)).padStart(2, '0')}:${String(all % 60).padStart(2, '0')}`;
};

/** How an agenda's first line begins: `6月23日周二 · 督办会`. */
const titleOf = (review: HeldReview, day: LocalDay): string =>
  `${dayWords(day, 'zh')}周${WEEKDAYS[weekday(day) - 1]} · ${(review.short ?? review.name).zh}`;

/** Who leads reviews on a day: the first coordinator who is there. */
export function leaderOn(day: LocalDay, { plan }: Setting, aways: readonly Away[]): string | null {
  const leading = plan.people.filter(({ roles }) => roles.some(({ role }) => role === 'coordinator'));
  return leading.find(({ key }) => !awayOn(key, day, aways))?.key ?? null;
}

/** What an agenda asks of an item that was carried too often. */
function stillNeeded(at: string, who: string, words: readonly string[]): Happening {
  const asked = { at, who, beside: '还要办吗', perhaps: true } as const;
  if (share(...words, 'still') < 0.6) return { ...asked, press: '要办' };
  return { ...asked, press: '不办', fill: { 不办的原因: '情况变了，并入日常工作' } };
}

/** Once in a while the office looks at the month, the commander at what is in hand. */
function looks(held: readonly HeldReview[], { plan, calendar, seed }: Setting): Happening[] {
  const first = held.map((review) => dueFrom(review, plan.from)).sort()[0];
  if (first === undefined) return [];
  const happenings: Happening[] = [];
  const office = plan.people.find(({ roles }) => roles.some(({ role }) => role === 'coordinator'))?.key ?? '';
  for (let day = first; day <= plan.to; day = addDays(day, 1)) {
    if (!calendar.isWorkday(day)) continue;
    if (share(seed, day, 'review calendar') < 0.12) {
      const month = `${Number(day.slice(5, 7))}月`;
      happenings.push({
        at: `${day} 17:2${between(0, 9, seed, day)}`,
        who: office,
        command: `/review 日历 ${month}`,
        sees: '会议',
      });
    }
    if (plan.commander !== null && share(seed, day, 'review list') < 0.05)
      happenings.push({ at: `${day} 11:4${between(0, 9, seed, day)}`, who: plan.commander, command: '/review' });
  }
  return happenings;
}
