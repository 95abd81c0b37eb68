import type { Button, KnownBlock } from '@slack/types';
import type { Cadence } from '../../../domain/cadence.js';
import { weekday } from '../../../domain/day.js';
import type { Digest } from '../../../domain/digest/compute.js';
import { eventCount } from '../../../domain/digest/events.js';
import type { LaterReport } from '../../../domain/digest/facts.js';
import type { Message } from '../../../message.js';
import { actions, button, context, header, section } from '../../../slack/blocks.js';
import { clip, escapeText } from '../../../text/escape.js';
import { type Phrases as Catalogue, inLanguage } from '../../../text/language.js';
import { type ListRequest, openList, openMine, refreshDigest } from '../ids.js';
import type { Showing } from '../model.js';
import { calendarRow } from './calendar-row.js';
import { correctionRows } from './corrections.js';
import {
  itemRow,
  lightRow,
  lightTurnsRow,
  longestRedRow,
  oldRedsRow,
  promisesRow,
  slipRow,
  sponsoredRow,
  stepsRow,
  unreportedRow,
} from './count-rows.js';
import { eventRows } from './event-rows.js';
import { factorRow } from './factor-rows.js';
import { goalRows, MOST_GOALS, pressing } from './goal-rows.js';
import { listRequest } from './list-request.js';
import { obstacleRow, oldObstaclesRow, waitingRow } from './obstacle-rows.js';
import { DIGESTS_EN, DIGESTS_ZH, type Phrases } from './phrases.js';
import { promotionRow } from './promotion-rows.js';
import { firstThatFits, plainRow, type Row, row, sentRow } from './rows.js';

/** The top alone. */
export const words = {
  title: {
    zh: (day: string, weekday: string, cadence: Cadence) => `${day} ${weekday} · 项目攻坚${DIGESTS_ZH[cadence]}`,
    en: (day: string, weekday: string, cadence: Cadence) => `${weekday} ${day} · ${DIGESTS_EN[cadence]}`,
  },
  ofMonth: {
    zh: (month: number, _name: string) => `${month}月 · 项目攻坚月报`,
    en: (_month: number, name: string) => `${name} · Monthly digest`,
  },
  shortTitle: {
    zh: (day: string, cadence: Cadence) => `${day}${DIGESTS_ZH[cadence]}`,
    en: (day: string, cadence: Cadence) => `${DIGESTS_EN[cadence]}, ${day}`,
  },
  since: { zh: (moment: string) => `${moment}至今`, en: (moment: string) => `since ${moment}` },
  late: { zh: '补发', en: 'sent late' },
  covers: {
    zh: (from: string, to: string) => `涵盖${from}至${to}`,
    en: (from: string, to: string) => `Covers ${from} to ${to}`,
  },
  you: { zh: (count: number) => `等您${count}`, en: (count: number) => `Waiting on you: ${count}` },
  fresh: { zh: (count: number) => `（新${count}）`, en: (count: number) => ` (${count} new)` },
  quiet: { zh: '比上期没有变化', en: 'Nothing changed since the last one' },
  later: {
    zh: (count: number) => `之后又报了${count}条，不计入以上数字`,
    en: (count: number) => `Reported later, not in the numbers above: ${count}`,
  },
  laterLine: {
    zh: (milestone: string, percent: string, day: string) => `${milestone}${percent}（${day}报）`,
    en: (milestone: string, percent: string, day: string) => `${milestone}${percent} (reported on ${day})`,
  },
  mine: { zh: '等我办', en: 'Mine' },
  toGo: { zh: '差哪些', en: 'To go' },
  events: { zh: (count: number) => `变化${count}`, en: (count: number) => `Changes ${count}` },
  red: { zh: (count: number) => `红灯${count}`, en: (count: number) => `Red ${count}` },
  goals: { zh: '目标', en: 'Goals' },
  more: { zh: '更多', en: 'More' },
  refresh: { zh: '刷新', en: 'Refresh' },
} as const satisfies Catalogue;

/** A screen of a phone, with the title, the line below it and the row of buttons. */
export const SCREEN_ROWS = 15;
const BODY_ROWS = SCREEN_ROWS - 3;
/** The rows of the plan's other mechanisms. */
const MOST_MECHANISMS = 3;
const MOST_LATER = 3;
const MOST_BUTTONS = 4;
const FALLBACK_LETTERS = 200;
const FALLBACK_FACTS = 3;

/** A row with how soon it gives way where rows run out: the highest first, 0 never. */
type Placed = {
  readonly part: 'corrections' | 'goals' | 'events' | 'counts';
  readonly row: Row;
  readonly gives: number;
};

/** The top: what calls for an act today, on one screen of a phone. Goals at stake, what changed, what waits, the rest as counts. */
export function topMessage(digest: Digest, showing: Showing, phrases: Phrases): Message {
  const title = titleOf(digest, phrases);
  const about = aboutLine(digest, showing, phrases);
  const rows = fitting(digest, showing, phrases);
  const later = laterLine(showing.later ?? [], phrases);
  const parts = (['corrections', 'goals', 'events', 'counts'] as const)
    .map((part) => rows.filter((each) => each.part === part))
    .filter((part) => part.length > 0);
  const blocks: KnownBlock[] = [
    header(title),
    context(escapeText(about)),
    ...parts.map((part) => section(part.map((each) => sentRow(each.row)).join('\n'))),
    ...(later === null ? [] : [context(later)]),
    actions(...buttonsOf(digest, showing, phrases)),
  ];
  return { text: fallback(digest, rows, phrases), blocks };
}

function titleOf(digest: Digest, phrases: Phrases): string {
  const own = inLanguage(words, phrases.language);
  const { day, cadence } = digest;
  if (cadence === 'monthly') return own.ofMonth(Number(day.slice(5, 7)), phrases.month(day));
  return own.title(phrases.day(day), phrases.weekday(weekday(day)), cadence);
}

function aboutLine(digest: Digest, showing: Showing, phrases: Phrases): string {
  const own = inLanguage(words, phrases.language);
  const { at, day, after, cadence } = digest;
  const asAt = phrases.shared.asAt(phrases.moment(at.moment, day));
  const when = cadence === 'daily' ? asAt : own.since(phrases.moment(after, null));
  const late = showing.late ? [own.late] : [];
  const ways = [
    [phrases.about(digest), when, ...late],
    [phrases.about(digest, true), when, ...late],
    [phrases.about(digest, true), ...late],
  ].map((parts) => row('', parts.join(' · ')));
  return plainRow(firstThatFits(ways, phrases.language));
}

function bodyRows(digest: Digest, showing: Showing, phrases: Phrases, goalsShown: number): readonly Placed[] {
  const own = inLanguage(words, phrases.language);
  const periodic = digest.cadence !== 'daily';
  const placed = (part: Placed['part'], of: Row | null, gives: number): Placed[] =>
    of === null ? [] : [{ part, row: of, gives }];
  const goals = goalRows(digest, phrases, goalsShown);
  const events = eventRows(digest, phrases);
  const ages = digest.redSince !== null;
  const covers =
    digest.since === null || periodic ? null : row('', own.covers(phrases.day(digest.since), phrases.day(digest.day)));
  const lights = periodic
    ? lightTurnsRow(digest, phrases)
    : ages
      ? oldRedsRow(digest, phrases)
      : lightRow(digest, phrases);
  const otherLights =
    !periodic && ages
      ? lightRow(
          digest,
          phrases,
          digest.red.length > 0 && lights !== null ? ['amber', 'green'] : ['red', 'amber', 'green'],
        )
      : null;
  // What gives way first stands last: where there are more of them than three, the last is not said.
  const mechanisms = [
    ...placed('counts', slipRow(digest, phrases), 30),
    ...placed('counts', itemRow(digest, phrases), 31),
    ...placed('counts', promotionRow(digest, phrases), 81),
    ...placed('counts', factorRow(digest, phrases), 82),
  ];
  const rows: readonly Placed[] = [
    ...correctionRows(showing.corrections, phrases).map((of): Placed => ({ part: 'corrections', row: of, gives: 0 })),
    ...placed('corrections', covers, 0),
    ...goals.first.map(
      (of, index): Placed => ({ part: 'goals', row: of, gives: index === 0 ? 0 : index < 3 ? 5 : 30 }),
    ),
    ...goals.passed.map((of): Placed => ({ part: 'goals', row: of, gives: 25 })),
    ...goals.next.map((of): Placed => ({ part: 'goals', row: of, gives: 1 })),
    ...placed('goals', goals.others, 20),
    ...placed('events', showing.you === undefined || showing.you.count === 0 ? null : youRow(showing.you, phrases), 1),
    ...placed('events', showing.sponsored === undefined ? null : sponsoredRow(showing.sponsored, phrases), 1),
    ...placed('events', events.red, 3),
    ...placed('events', events.green, 12),
    ...placed('events', periodic ? stepsRow(digest, phrases) : events.done, 14),
    ...placed('events', periodic ? null : events.postponed, 11),
    ...placed('events', periodic ? promisesRow(digest, phrases) : events.missed, 4),
    ...placed('events', events.denominatorChanges, 10),
    ...placed('counts', lights, 2),
    ...placed('counts', otherLights, 40),
    ...placed('counts', periodic ? longestRedRow(digest, phrases) : null, 50),
    ...placed('counts', obstacleRow(digest, phrases, periodic), 2),
    ...placed('counts', periodic ? waitingRow(digest, phrases) : null, 6),
    ...placed('counts', ages && !periodic ? oldObstaclesRow(digest, phrases) : null, 45),
    ...mechanisms.slice(0, MOST_MECHANISMS),
    ...placed('counts', unreportedRow(digest, phrases, ages), 80),
    ...placed('counts', calendarRow(digest, phrases), 60),
  ];
  const changed = eventCount(digest.events) > 0 || periodic;
  return changed || rows.some(({ part }) => part === 'events')
    ? rows
    : [
        ...rows.filter(({ part }) => part !== 'counts'),
        // On a Monday the ages say what has not changed; near a gate that is what matters.
        ...placed('events', ages || pressing(digest) !== null ? null : row('', own.quiet), 70),
        ...rows.filter(({ part }) => part === 'counts'),
      ];
}

/** What a screen holds: where there is more, the third goal gives way, then other rows, of equals the last. */
function fitting(digest: Digest, showing: Showing, phrases: Phrases): readonly Placed[] {
  const all = bodyRows(digest, showing, phrases, MOST_GOALS);
  let left = all.length <= BODY_ROWS ? [...all] : [...bodyRows(digest, showing, phrases, MOST_GOALS - 1)];
  while (left.length > BODY_ROWS) {
    const most = Math.max(...left.map(({ gives }) => gives));
    const at = left.findLastIndex(({ gives }) => gives === most);
    left = left.filter((_, index) => index !== at);
  }
  return left;
}

function youRow({ count, fresh }: NonNullable<Showing['you']>, phrases: Phrases): Row {
  const own = inLanguage(words, phrases.language);
  return row(own.you(count), fresh === 0 ? '' : own.fresh(fresh));
}

/** Title and the first facts, for who hears it or sees it in a notification: red for 🔴, no markup. */
function fallback(digest: Digest, rows: readonly Placed[], phrases: Phrases): string {
  const own = inLanguage(words, phrases.language);
  const { zh, colon } = phrases;
  const facts = ['goals', 'events', 'counts', 'counts'].flatMap((part, index) => {
    const of = rows.filter((each) => each.part === part);
    const found = part === 'goals' ? of.slice(0, 2) : of.slice(index === 3 ? 1 : 0, index === 3 ? 2 : 1);
    return found.map((each) => plainRow(each.row));
  });
  const title = own.shortTitle(phrases.day(digest.day), digest.cadence);
  return clip(
    escapeText(`${title}${colon}${facts.slice(0, FALLBACK_FACTS + 1).join(zh ? '；' : '; ')}`),
    FALLBACK_LETTERS,
  );
}

/** What was reported about a past day after its digest: marked, and not in its numbers. */
function laterLine(later: readonly LaterReport[], phrases: Phrases): string | null {
  const own = inLanguage(words, phrases.language);
  if (later.length === 0) return null;
  const { shared } = phrases;
  const lines = later.slice(0, MOST_LATER).map(({ code, milestone, percent, reportedOn }) => {
    const said = percent === null ? '' : ` ${percent}%`;
    return own.laterLine(`${escapeText(code)} ${escapeText(clip(milestone, 20))}`, said, phrases.day(reportedOn));
  });
  const rest = later.length > lines.length ? [shared.more(later.length - lines.length)] : [];
  return `*${own.later(later.length)}*${phrases.colon}${[...lines, ...rest].join(phrases.zh ? '；' : '; ')}`;
}

/** One row of at most four: the reader's own, what calls for an act, the rest behind the last. */
function buttonsOf(digest: Digest, showing: Showing, { language }: Phrases): Button[] {
  const own = inLanguage(words, language);
  const open = (list: ListRequest['list'], label: string, goal: string | null = null) =>
    button(openList, listRequest(digest, list, goal), label);
  const gate = pressing(digest);
  const { red, missed } = digest.events;
  const changes = eventCount(digest.events);
  const listed = gate !== null && gate.goal.rule.by !== 'recorded' ? gate : null;
  const middle = [
    ...(listed === null ? [] : [open('goal', own.toGo, listed.goal.key)]),
    ...((red.length + missed.length > 0 || digest.cadence !== 'daily') && changes > 0
      ? [open('events', own.events(changes))]
      : []),
    ...(digest.red.length === 0 ? [] : [open('red', own.red(digest.red.length))]),
    ...(digest.goals.length === 0 ? [] : [open('goals', own.goals)]),
  ];
  const first = button(openMine, { scope: digest.scope }, own.mine);
  const last = [
    open('more', own.more),
    ...(showing.private && !showing.past ? [button(refreshDigest, { scope: digest.scope }, own.refresh)] : []),
  ];
  return [first, ...middle.slice(0, MOST_BUTTONS - 1 - last.length), ...last];
}
