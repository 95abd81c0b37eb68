import type { LocalDay } from '../day.js';
import { NUMBER, numberOf } from '../report-line/number-words.js';
import { findDays } from '../report-line/spoken-day.js';

/** A county leader as a line may name them. */
export type Leader = { readonly id: number; readonly name: string; readonly nameEn: string };

/** A promotion activity (招商活动) as a line states it; its text as it was typed. */
export type ReadActivity = {
  readonly leaderId: number;
  /** Leaders who went along: it does not do their duty. */
  readonly joinedIds: readonly number[];
  readonly on: LocalDay;
  readonly place: string;
  readonly field: string | null;
  /** How many firms were met; null: not said. */
  readonly firms: number | null;
  readonly text: string;
};

export type ActivityFault = 'day' | 'days' | 'to-come' | 'leader' | 'leaders' | 'place' | 'too-long';

export type ActivityReader = {
  readonly today: LocalDay;
  readonly leaders: readonly Leader[];
  /** Who types, where they are a leader: without a name it is they who led. */
  readonly self: number | null;
};

/** Longer than this it does not fit into the button that confirms it. */
export const LONGEST_ACTIVITY = 300;

const NAMES_LONGEST = 12;
const VERBS = '考察|招商|对接|洽谈|开展|参加|举办|拜访|走访|推介|调研|学习|签约|会见';
const PLACE = new RegExp(
  `(?:远赴|奔赴|前往|赴|去|到|在)\\s*([\\p{Script=Han}a-zA-Z]{2,${NAMES_LONGEST}}?)(?=\\s*(?:${VERBS}|等地|一带|[,，。;；:：、\\d\\s]|$))`,
  'u',
);
const PLACE_EN = /\b(?:to|in)\s+([A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+)?)/;
const FIELD = new RegExp(`(?:${VERBS})\\s*([^,，。;；:：\\d\\s]{2,20})`, 'gu');
const FIELD_EN = /\b(?:on|about|for)\s+([a-z][a-z ]{2,30}?)(?=[,.;]|$)/i;
const FIRMS = new RegExp(`(?<![\\d.])(${NUMBER})\\s*(?:多|余)?\\s*家`, 'u');
const FIRMS_EN = /(\d{1,4})\s+(?:firms?|companies|enterprises)\b/i;
const NO_FIELD = /^(?:了?企业|客商|招商|活动|招商活动|项目)$/u;
const TAIL = /(?:产业)?(?:专题|精准|小团组)*(?:招商)?(?:推介会?|活动|项目|企业|工作)?$/u;
const LED = /带队|率队|率团|带领|牵头|\bled\b|\bleads\b/iu;
const ALONG = /随行|陪同|一同|一起|\bwith\b|\bjoined\b/iu;

/**
 * Reads `6月16日带队赴苏州考察装备制造，对接2家`: who led, when, where, about what, how many firms. The leader is the one named before
 * 带队, the only one named, or who types. What is missing is said, never guessed; what was typed is kept whole.
 */
export function readActivityLine(
  typed: string,
  reader: ActivityReader,
): { readonly activity: ReadActivity } | { readonly fault: ActivityFault } {
  const text = typed.normalize('NFKC').replace(/\s+/gu, ' ').trim();
  if (text.length > LONGEST_ACTIVITY) return { fault: 'too-long' };
  const days = findDays(text.toLowerCase(), reader.today);
  const [day, ...others] = days;
  if (day === undefined) return { fault: 'day' };
  if (others.length > 0) return { fault: 'days' };
  if (day.past === null || day.past > reader.today) return { fault: day.coming === null ? 'day' : 'to-come' };
  const rest = `${text.slice(0, day.start)} ${text.slice(day.end)}`;
  const who = whoLed(rest, reader);
  if ('fault' in who) return who;
  const place = (PLACE.exec(rest)?.[1] ?? PLACE_EN.exec(rest)?.[1])?.trim();
  if (place === undefined) return { fault: 'place' };
  const counted = FIRMS.exec(rest)?.[1] ?? FIRMS_EN.exec(rest)?.[1];
  const firms = counted === undefined ? null : numberOf(counted);
  return { activity: { ...who, on: day.past, place, field: fieldIn(rest), firms, text } };
}

function whoLed(
  text: string,
  { leaders, self }: ActivityReader,
): { readonly leaderId: number; readonly joinedIds: readonly number[] } | { readonly fault: ActivityFault } {
  const said = text.toLowerCase();
  const named = leaders
    .map(({ id, name, nameEn }) => ({ id, at: Math.max(said.indexOf(name), said.indexOf(nameEn.toLowerCase())) }))
    .filter(({ at }) => at >= 0)
    .sort((one, other) => one.at - other.at);
  const led = LED.exec(said)?.index ?? -1;
  const along = ALONG.exec(said)?.index ?? -1;
  const before = named.filter(({ at }) => at < led && (along < 0 || along > led || at < along));
  const leaderId = leading(named, before, led, self);
  if (typeof leaderId === 'string') return { fault: leaderId };
  return { leaderId, joinedIds: named.map(({ id }) => id).filter((id) => id !== leaderId) };
}

function leading(
  named: readonly { readonly id: number }[],
  before: readonly { readonly id: number }[],
  led: number,
  self: number | null,
): number | ActivityFault {
  if (before.length > 1) return 'leaders';
  const [first] = before;
  if (first !== undefined) return first.id;
  if (self !== null) return self;
  const [only, ...others] = named;
  if (only === undefined) return 'leader';
  return others.length > 0 || led >= 0 ? 'leaders' : only.id;
}

function fieldIn(text: string): string | null {
  for (const [, said = ''] of text.matchAll(FIELD)) {
    const plain = said.replace(new RegExp(`^(?:${VERBS}|了)+`, 'u'), '').replace(TAIL, '');
    if (plain.length >= 2 && !NO_FIELD.test(plain)) return plain;
  }
  return FIELD_EN.exec(text)?.[1]?.trim() ?? null;
}
