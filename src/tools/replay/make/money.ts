import { addDays, type LocalDay, monthEnd } from '../../../domain/day.js';
import { nextMonth } from '../../../domain/promotion/duty.js';
import { nextWorkday } from '../../../domain/workday.js';
import { between, share } from '../../demo/chance.js';
import type { Happening } from '../happening.js';
import type { Away } from './away.js';
import { momentAt, monthDay, thereFrom } from './moment.js';
import type { Setting } from './script.js';

const KINDS = ['funds', 'foreign-capital'] as const;
type Kind = (typeof KINDS)[number];

/** A voucher of the year: its amount in whole 10k, or to the yuan where the year's end is a yuan short. */
type Voucher = {
  readonly kind: Kind;
  readonly number: string;
  readonly amount: number;
  readonly code: string;
  /** When it is entered, and the day on which it arrived. */
  readonly entered: LocalDay;
  readonly on: LocalDay;
  /** What the project has in all by it, where it is told so. */
  readonly inAll: number | null;
};

const UNIT: Readonly<Record<Kind, string>> = { funds: '万元', 'foreign-capital': '万美元' };
/** A yuan short of the plan's goal at the year's end; dollars reach it in December. */
const FUNDS_END = 399_999.9999;
const FOREIGN_END = 1024.5;

/**
 * Money that arrived, month by month: entered by the office, confirmed by the head of finance, some of it days after; some goes back
 * and comes again, some is entered twice, one is never confirmed.
 */
export function moneyOf(setting: Setting, aways: readonly Away[], office: string): Happening[] {
  const { plan } = setting;
  const finance = plan.units.find(({ key }) => key === plan.mechanisms.promotion.finance)?.head ?? null;
  if (finance === null) return [];
  return vouchersOf(setting, aways, office).flatMap((voucher, place) =>
    lifeOf(voucher, place, setting, aways, { office, finance }),
  );
}

function vouchersOf(setting: Setting, aways: readonly Away[], office: string): readonly Voucher[] {
  const { plan, seed } = setting;
  const codes = plan.projects.filter(({ yearPlan }) => yearPlan !== null).map(({ code }) => code);
  const inPlace = new Map<string, number>();
  const sums = { funds: 0, 'foreign-capital': 0 };
  const vouchers: Voucher[] = [];
  const numbers = new Set<string>();
  let turn = 1;
  for (let month = nextMonth(plan.from); month <= plan.to; month = nextMonth(month)) {
    turn += 1;
    const last = monthEnd(month) >= plan.to;
    for (const kind of KINDS) {
      const part = turn / 12;
      const end = kind === 'funds' ? FUNDS_END : FOREIGN_END;
      const target = last ? end : Math.floor((end * part * (0.7 + 0.3 * part)) / 10) * 10;
      const count = kind === 'funds' ? between(3, 6, seed, month, kind) : turn % 2;
      for (let at = 0; at < count; at += 1) {
        const words = [seed, month, kind, at] as const;
        const open = target - sums[kind];
        const part10 = Math.floor(open / (count - at) / 10) * 10;
        const amount = at === count - 1 ? exact(open) : Math.max(10, part10 + between(-20, 20, ...words, 'more') * 10);
        const step = Math.floor(24 / count);
        const entered = thereFrom(office, addDays(month, at * step + between(0, 3, ...words, 'day')), setting, aways);
        const code = codes[between(0, codes.length - 1, ...words, 'project')] ?? '';
        const key = `${kind} ${code}`;
        const before = inPlace.get(key) ?? 0;
        inPlace.set(key, before + amount);
        sums[kind] = exact(sums[kind] + amount);
        let tail = at + 1;
        const named = () =>
          `${entered.slice(5, 7)}${entered.slice(8)}-${kind === 'funds' ? '' : 'W'}${String(tail).padStart(3, '0')}`;
        while (numbers.has(named())) tail += 1;
        numbers.add(named());
        vouchers.push({
          kind,
          number: named(),
          amount,
          code,
          entered,
          on: share(...words, 'earlier') < 0.3 ? addDays(entered, -between(1, 6, ...words, 'earlier days')) : entered,
          inAll: before > 0 && share(...words, 'in all') < 0.5 ? exact(before + amount) : null,
        });
      }
    }
  }
  return vouchers;
}

/** Sums of amounts with four places stay what they are. */
const exact = (amount: number): number => Math.round(amount * 10_000) / 10_000;

function lifeOf(
  voucher: Voucher,
  place: number,
  setting: Setting,
  aways: readonly Away[],
  { office, finance }: { readonly office: string; readonly finance: string },
): Happening[] {
  const { calendar, seed } = setting;
  const { kind, number, amount, code, entered, on, inAll } = voucher;
  const words = [seed, number, 'life'] as const;
  const day = on === entered ? '' : ` ${monthDay(on)}`;
  const stated = inAll === null ? `${amount}${UNIT[kind]}` : `增资到${inAll}${UNIT[kind]}`;
  const line = `/promotion 凭证${number} ${stated} ${code}${day}`;
  const minute = between(14 * 60 + 5, 17 * 60 + 20, ...words, 'minute');
  const happenings: Happening[] = [
    { at: momentAt(entered, minute), who: office, command: line, sees: `已登记${number}` },
  ];
  const wait = share(...words, 'slow') < 0.12 ? between(3, 8, ...words, 'days') : 1;
  let seen = thereFrom(finance, addDays(entered, wait), setting, aways);
  const look = (at: LocalDay, from: number): Happening => ({
    at: momentAt(at, from),
    who: finance,
    command: '/promotion',
    sees: number,
  });
  // Minutes of their own: a voucher of the same day is another message.
  const early = 9 * 60 + 5 + (place % 12) * 4;
  if (share(...words, 'back') < 0.09 && inAll === null) {
    const fill = { 哪里不对: '金额与到账通知不符' };
    const press: Happening = {
      at: momentAt(seen, early + 1),
      who: finance,
      press: '退回',
      beside: number,
      fill,
      sees: '已退回',
    };
    const again = thereFrom(office, nextWorkday(seen, calendar), setting, aways);
    happenings.push(look(seen, early), press, {
      at: momentAt(again, minute),
      who: office,
      command: line,
      sees: `已登记${number}`,
    });
    seen = thereFrom(finance, nextWorkday(again, calendar), setting, aways);
  }
  happenings.push(look(seen, early), {
    at: momentAt(seen, early + 1),
    who: finance,
    press: '核对无误',
    beside: number,
    sees: `已核对${number}`,
  });
  // The same paper lies on the desk again.
  if (share(...words, 'twice') < 0.07)
    happenings.push({
      at: momentAt(thereFrom(office, nextWorkday(seen, calendar), setting, aways), minute + 2),
      who: office,
      command: line,
      sees: `${number}已于`,
    });
  return happenings;
}
