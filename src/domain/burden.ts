import type { LocalDay } from './day.js';
import type { Words } from './plan.js';
import { type Counts, sparedIn } from './prompt.js';

/** What a message is to those who get it. */
export const POST_KINDS = [
  'questions',
  'obstacles',
  'slips',
  'reviews',
  'threads',
  'digests',
  'answers',
  'people',
] as const;
export type PostKind = (typeof POST_KINDS)[number];

/** By the first word of a post's dedupe key; what is none of them concerns people and their accounts. */
const KINDS: Readonly<Record<string, PostKind>> = {
  prompt: 'questions',
  reminder: 'questions',
  'handed-over': 'questions',
  obstacle: 'obstacles',
  'obstacle-step': 'obstacles',
  'obstacle-news': 'obstacles',
  'obstacle-line': 'obstacles',
  'obstacle-office': 'obstacles',
  postponement: 'obstacles',
  slip: 'slips',
  review: 'reviews',
  item: 'reviews',
  visit: 'reviews',
  project: 'threads',
  report: 'threads',
  line: 'threads',
  digest: 'digests',
  answer: 'answers',
  'ledger-export': 'answers',
  'ledger-import': 'answers',
  'account-answer': 'answers',
};

/**
 * Directly to a person, and not what they take part in: what answers an act of theirs, or the card and news of an obstacle that
 * they raised, hold or are to verify. What stands in the thread of a message that they have is none.
 */
const TAKES_PART: ReadonlySet<PostKind> = new Set(['answers', 'obstacles']);
/** What is told to who coordinates, of obstacles of others. */
const TO_THE_OFFICE = 'obstacle-office';

export const kindOfPost = (key: string): PostKind => KINDS[key] ?? 'people';
export const isUnasked = (key: string): boolean => key === TO_THE_OFFICE || !TAKES_PART.has(kindOfPost(key));

/** Posts of a month by the first word of their dedupe keys. */
export type PostCount = { readonly key: string; readonly count: number };
/** How many days a person got more than one message that nobody asked for: by person and day, never by name. */
export type BurdenCounts = {
  readonly posts: readonly PostCount[];
  readonly crowdedDays: number;
  readonly mornings: Counts;
  /** Reviews that were not held, since there was nothing to decide, by their keys. */
  readonly meetings: readonly { readonly review: string; readonly count: number }[];
};

/** What the bot sent and spared in a month, counted from what it did and never from what people did. */
export type Burden = {
  readonly month: LocalDay;
  readonly sent: readonly { readonly kind: PostKind; readonly count: number }[];
  readonly asked: number;
  readonly spared: Counts['spared'];
  readonly sparedInAll: number;
  readonly meetings: number;
  /** How many people's hours that is; null: of a review that was spared nobody wrote how many sit in it. */
  readonly attendances: number | null;
  readonly crowdedDays: number;
};

/** `seats`: how many people sit in a review, by its key. */
export function burdenOf(
  month: LocalDay,
  { posts, crowdedDays, mornings, meetings: spares }: BurdenCounts,
  seats: ReadonlyMap<string, number>,
): Burden {
  const sent = POST_KINDS.map((kind) => ({
    kind,
    count: posts.reduce((sum, { key, count }) => sum + (kindOfPost(key) === kind ? count : 0), 0),
  })).filter(({ count }) => count > 0);
  const { asked, spared } = mornings;
  const meetings = spares.reduce((sum, { count }) => sum + count, 0);
  const attendances = spares.every(({ review }) => seats.has(review))
    ? spares.reduce((sum, { review, count }) => sum + count * (seats.get(review) ?? 0), 0)
    : null;
  return { month, sent, asked, spared, sparedInAll: sparedIn(mornings), meetings, attendances, crowdedDays };
}

/** What the rules look at. */
type Ruled = {
  readonly crowdedDays: number;
  /** Written `HH:MM`: from and to which hour nobody is written to. */
  readonly quietFrom: string;
  readonly quietTo: string;
  readonly spared: number;
};

/** One point of the rules on burdens, whether this program keeps it, and by what. */
export type BurdenRule = { readonly point: Words; readonly kept: boolean; readonly how: Words };

const QUIET_FROM = '20:00';
const QUIET_TO = '08:00';
/** What a plan file cannot ask for: it is refused at load (burden-ban.ts). */
const REFUSED: Words = { zh: '计划里写了就不载入', en: 'refused at load' };

/** The rules that forbid or bound what apps in government work ask of people, point by point. */
export function burdenRules({ crowdedDays, quietFrom, quietTo, spared }: Ruled): readonly BurdenRule[] {
  const rule = (zh: string, en: string, how: Words, kept = true): BurdenRule => ({ point: { zh, en }, kept, how });
  const fixed = (zh: string, en: string): Words => ({ zh, en });
  return [
    rule('不打卡签到', 'No check-ins', REFUSED),
    rule('不积分打分', 'No points or scores', REFUSED),
    rule('不排名', 'No rankings', REFUSED),
    rule('不强制拍照', 'No compulsory photos', fixed('照片随报随附，不附也算', 'counts without')),
    rule('不要已读回执', 'No read receipts', REFUSED),
    rule('不统计个人使用', 'No statistics of persons', fixed('只数消息，不数人', 'messages alone')),
    rule(
      '每人每天最多1条',
      'At most 1 message a day',
      crowdedDays === 0
        ? fixed('没有超过', 'kept')
        : fixed(`超过${crowdedDays}次`, `broken ${crowdedDays} ${crowdedDays === 1 ? 'time' : 'times'}`),
      crowdedDays === 0,
    ),
    rule(
      '夜里和放假不打扰',
      'Quiet nights, days off',
      fixed(`${quietFrom}至${quietTo}不发`, `${quietFrom}–${quietTo}`),
      quietFrom <= QUIET_FROM && quietTo >= QUIET_TO,
    ),
    rule('已知道的不再问', 'What is known is spared', fixed(`免问${spared}项`, `${spared} not asked`)),
    rule('不重复填报', 'Nothing filled in twice', fixed('报一次，督办单随之办结', 'a report does')),
    rule('可以少问', 'Anybody may be asked less', fixed('在设置里选，不用批', 'in settings')),
    rule('不单凭系统督办', 'No supervision by app alone', fixed('红色督办单由人签发', 'red by hand')),
  ];
}
