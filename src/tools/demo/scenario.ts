import { addDays, type LocalDay, localDay } from '../../domain/day.js';
import type { Plan } from '../../domain/plan.js';
import { workdayFrom } from '../../domain/workday.js';
import { clip } from '../../text/escape.js';
import type { Act } from './act.js';
import { pick, share } from './chance.js';
import { type Reader, saysExactly } from './reader.js';
import type { Setting, Step } from './script.js';
import { deedOf, type MinutesOf, type Submitted } from './submitted.js';

/** What people say to each other; to the bot it is chat. */
const THANKS = ['辛苦了', '收到', '好的，辛苦', '收到，继续抓紧', '很好'] as const;
const SPONSOR = [
  '收到，周五我到现场看看',
  '辛苦了，有困难及时说',
  '好，抓紧往前赶',
  '收到，有什么需要协调的？',
] as const;
const ANSWERS = ['收到，马上落实', '好的', '谢谢领导关心', '明白，我们抓紧'] as const;

/** Every so many reports something beside the ordinary happens; primes, so that they do not fall together. */
const EVERY = { refused: 41, undone: 149, amended: 131, project: 61, milestone: 79 } as const;

/**
 * The reports as acts, and around them what happens when people report: a slip of the finger that is refused, one that is
 * taken back, one that is amended, a question that is answered by a press, a word of thanks in the thread.
 */
export function aroundReports(
  said: readonly Submitted[],
  plan: Plan,
  reader: Reader,
  actOf: (said: Submitted) => Act,
  at: MinutesOf,
): Act[] {
  const unit = new Map(plan.units.map((each) => [each.key, each]));
  return said.flatMap((each, place): Act[] => {
    const act = actOf(each);
    const special =
      mistake(each, place, act, reader, at, hasEarlier(said, each)) ?? question(each, place, act, reader, at);
    const thanks = thanked(
      each,
      unit.get(each.project.unit)?.head ?? null,
      unit.get(each.project.unit)?.channel ?? null,
      plan,
      reader,
      at,
    );
    return [...(special ?? [act]), ...thanks];
  });
}

/** Whether a percent of this milestone was reported on a day before: to that it falls where this one is taken back. */
const hasEarlier = (said: readonly Submitted[], { step }: Submitted): boolean =>
  said.some(
    ({ step: other }) =>
      other.code === step.code && other.milestone === step.milestone && other.percent !== null && other.on < step.on,
  );

const later = (act: Act, minutes: number, rest: Pick<Act, 'deed' | 'expect'>): Act => ({
  ...act,
  at: act.at + minutes * 60_000,
  ...rest,
});

/** A wrong figure: refused by itself, or noticed and taken back or amended. */
function mistake(
  said: Submitted,
  place: number,
  act: Act,
  reader: Reader,
  at: MinutesOf,
  earlier: boolean,
): Act[] | null {
  const { step, person, where } = said;
  if (step.milestone === null || step.percent === null || step.percent >= 80 || step.doneOn !== null) return null;
  const wrong = (percent: number): Submitted | null => {
    const other: Step = { ...step, percent };
    const text = `${step.code} ${step.milestone} ${percent}%`;
    const understood = reader.read(text, person.key, where, step.code, step.on);
    return percent > 100
      ? understood.act === 'refuse'
        ? { ...said, step: other, text }
        : null
      : saysExactly(understood, { ...other, note: '', investment: null })
        ? { ...said, step: { ...other, note: '', investment: null }, text }
        : null;
  };
  const typed = (mistake: Submitted): Act => ({
    ...act,
    at: at(step.on, said.minute),
    deed: deedOf(mistake),
    expect: { is: 'refused' },
  });
  if (place % EVERY.refused === 20) {
    const mistake = wrong(100 + step.percent);
    return mistake && [typed(mistake), later(act, 3, act)];
  }
  const mistake = wrong(step.percent + 10);
  if (!mistake) return null;
  const kept: Act = { ...typed(mistake), expect: { is: 'kept', steps: [mistake.step] } };
  if (place % EVERY.undone === 40) {
    return [
      kept,
      later(act, 2, { deed: { do: 'press', label: '撤销' }, expect: { is: earlier ? 'asked' : 'undone' } }),
      // Why it falls back is asked.
      ...(earlier ? [later(act, 3, { deed: { do: 'press', label: '报多了' }, expect: { is: 'undone' } })] : []),
      later(act, 6, { deed: act.deed, expect: act.expect }),
    ];
  }
  if (place % EVERY.amended === 50 && step.investment === null) {
    const text = `${step.code} ${step.milestone} ${step.percent}%`;
    const amended: Step = { ...step, note: '', investment: null };
    if (!saysExactly(reader.read(text, person.key, 'command', step.code, step.on), amended)) return null;
    return [
      kept,
      later(act, 9, { deed: { do: 'press', label: '更正' }, expect: { is: 'opened' } }),
      later(act, 10, {
        deed: { do: 'submit', fields: { 这一条应为: text, 为什么改低: '多报了' } },
        expect: { is: 'amended', steps: [amended] },
      }),
    ];
  }
  return null;
}

/** Something is left out, the bot asks, a candidate is pressed. */
function question(said: Submitted, place: number, act: Act, reader: Reader, at: MinutesOf): Act[] | null {
  const { step, person, project } = said;
  const { milestone, percent } = step;
  if (milestone === null || percent === null || step.doneOn !== null || step.investment !== null) return null;
  const about = place % EVERY.project === 7 ? 'project' : place % EVERY.milestone === 11 ? 'milestone' : null;
  const others = reader.owns(person.key).size > 1;
  if (about === null || (about === 'project' && !others)) return null;
  const done = percent === 100 ? '已完成' : `${percent}%`;
  const text = about === 'project' ? `${milestone}${done}` : `${step.code} ${done}`;
  const choice = about === 'project' ? step.code : milestone;
  const asked = reader.read(text, person.key, 'bot', '', step.on);
  if (asked.act !== 'ask' || asked.about !== about || !asked.candidates.slice(0, 10).includes(choice)) return null;
  const plainStep: Step = { ...step, note: '' };
  if (!saysExactly(reader.answered(asked, choice, person.key, 'bot', step.on), plainStep)) return null;
  const label = about === 'project' ? clip(`${step.code} ${project.name}`, 40) : milestone;
  return [
    { ...act, at: at(step.on, said.minute), deed: { do: 'say', place: { in: 'bot' }, text }, expect: { is: 'asked' } },
    later(act, 1, { deed: { do: 'press', label }, expect: { is: 'kept', steps: [plainStep] } }),
  ];
}

/** In one thread of nine somebody says a word, and sometimes the owner answers. */
function thanked(
  said: Submitted,
  head: string | null,
  channel: string | null,
  plan: Plan,
  reader: Reader,
  at: MinutesOf,
): Act[] {
  const { step, project, person } = said;
  if (channel === null || said.place.in !== 'thread' || share(step.code, step.on, 'thanks') > 0.42) return [];
  const members = plan.channels.find((each) => each.name === channel)?.members ?? [];
  const sponsor = project.sponsor !== null && share(step.code, step.on, 'sponsor') < 0.5 ? project.sponsor : null;
  const from = sponsor ?? head;
  if (from === null || from === person.key || (members !== 'all' && !members.includes(from))) return [];
  const word = sponsor ? pick(SPONSOR, step.code, step.on) : pick(THANKS, step.code, step.on);
  const place = { in: 'thread', channel, code: step.code } as const;
  const chat = (as: string, text: string, minute: number): Act[] =>
    reader.read(text, as, 'thread', step.code, step.on).act === 'none'
      ? [{ at: at(step.on, minute), day: step.on, as, deed: { do: 'say', place, text }, expect: { is: 'chat' } }]
      : [];
  const answer = share(step.code, step.on, 'answer') < 0.5;
  return [
    ...chat(from, word, said.minute + 12),
    ...(answer ? chat(person.key, pick(ANSWERS, step.code, step.on), said.minute + 17) : []),
  ];
}

/** What the project office tells everybody, and a few answers. */
const NEWS: readonly (readonly [day: string, text: string])[] = [
  ['2020-01-02', '项目攻坚年的 80 个项目已经建好讨论串。去年完成的节点请补报一下，以后一句话报给机器人就行。'],
  ['2020-02-03', '疫情防控期间，手续能网上办的网上办，工地一律不得擅自复工，复工时间等通知。'],
  ['2020-03-02', '具备防疫条件的项目可以申请复工，复工了请在讨论串里报一句。'],
  ['2020-03-31', '一季度收官，请各责任人把节点和投资报齐。'],
  ['2020-04-30', '“五一”放假前请把本月投资报齐。'],
  ['2020-05-25', '本期台账已经核对，6 月 30 日前开工率要达到 60%。'],
  ['2020-06-15', '离半年关口还有两周，未开工的项目请说清楚卡在哪里。'],
];

export function announcements({ plan, until, calendar }: Setting, at: MinutesOf): Act[] {
  const everybody = plan.channels.find((channel) => channel.members === 'all');
  const office = plan.people.find((person) => person.roles.some((held) => held.role === 'coordinator'));
  if (!everybody || !office) return [];
  const place = { in: 'channel', channel: everybody.name } as const;
  const heads = plan.units.flatMap((unit) => (unit.head && unit.head !== office.key ? [unit.head] : []));
  const say = (day: LocalDay, minute: number, as: string, text: string): Act => ({
    at: at(day, minute),
    day,
    as,
    deed: { do: 'say', place, text },
    expect: { is: 'chat' },
  });
  return NEWS.flatMap(([text, words], turn) => {
    const day = workdayFrom(localDay(text), calendar);
    if (day > until || day < addDays(plan.from, 0)) return [];
    const answering = heads.filter((head) => share(head, text) < 0.12).slice(0, 3);
    return [
      say(day, 9 * 60 + turn, office.key, words),
      ...answering.map((head, place) =>
        say(day, 9 * 60 + 20 + place * 7, head, pick(['收到', '收到，马上安排', '好的'], head, text)),
      ),
    ];
  });
}
