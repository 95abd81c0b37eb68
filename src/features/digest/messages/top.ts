import type { Button, KnownBlock } from '@slack/types';
import type { Cadence } from '../../../domain/cadence.js';
import { weekday } from '../../../domain/day.js';
import { countEn } from '../../../domain/day-words.js';
import type { ChangedProject, Digest, DigestGoal, LitProject } from '../../../domain/digest/compute.js';
import type { LaterReport } from '../../../domain/digest/facts.js';
import { goalInDanger } from '../../../domain/goal-words.js';
import type { Message } from '../../../message.js';
import { actions, button, context, header, section } from '../../../slack/blocks.js';
import { clip, escapeText } from '../../../text/escape.js';
import { type Phrases as Catalogue, inLanguage } from '../../../text/language.js';
import { type ListRequest, openList, refreshDigest } from '../ids.js';
import type { Showing } from '../model.js';
import { correctionLine } from './corrections.js';
import { changeCount, ICONS, listRequest, rungCounts } from './items.js';
import { fitting, linesTaken, SCREEN_LINES } from './lines.js';
import { DIGESTS_EN, DIGESTS_ZH, type Phrases } from './phrases.js';

/** The top alone. */
export const words = {
  title: {
    zh: (day: string, weekday: string, cadence: Cadence) => `${day} ${weekday} · 项目攻坚${DIGESTS_ZH[cadence]}`,
    en: (day: string, weekday: string, cadence: Cadence) => `${weekday} ${day} · ${DIGESTS_EN[cadence]}`,
  },
  late: { zh: '补发', en: 'sent late' },
  goalsMore: {
    zh: (count: number, behind: number) => `其余 ${count} 项目标${behind > 0 ? `（${behind} 项落后）` : ''}见下方回复`,
    en: (count: number, behind: number) =>
      `${countEn(count, 'more goal')}${behind > 0 ? ` (${behind} behind)` : ''} in the thread`,
  },
  goalsMorePrivate: {
    zh: (count: number, behind: number) => `其余 ${count} 项目标${behind > 0 ? `（${behind} 项落后）` : ''}见目标清单`,
    en: (count: number, behind: number) =>
      `${countEn(count, 'more goal')}${behind > 0 ? ` (${behind} behind)` : ''} under Goals`,
  },
  lights: { zh: '红黄绿灯', en: 'Lights' },
  later: {
    zh: (count: number) => `之后又报了 ${count} 条，不计入以上数字`,
    en: (count: number) => `Reported later, not in the numbers above: ${count}`,
  },
  laterLine: {
    zh: (milestone: string, percent: string, day: string) => `${milestone}${percent}（${day}上报）`,
    en: (milestone: string, percent: string, day: string) => `${milestone}${percent} (reported on ${day})`,
  },
  covers: {
    zh: (from: string, to: string) => `涵盖 ${from}至 ${to}`,
    en: (from: string, to: string) => `covers ${from} to ${to}`,
  },
  openGoals: { zh: '目标清单', en: 'Goals' },
  refresh: { zh: '刷新', en: 'Refresh' },
} as const satisfies Catalogue;

/** On a phone five buttons stand in two rows. */
const BUTTON_LINES = 2;
const MOST_GOALS = 4;
const MOST_REDS = 6;
const MOST_CHANGES = 8;
const MOST_LATER = 3;
/** Of a project's name, in Chinese characters: with a reason and an owner it is one line. */
const TOP_NAME = 12;

/** The top: what fits on one screen of a phone. The goals with the nearest gates come first, then the worst reds, then the newest changes. */
export function topMessage(digest: Digest, showing: Showing, phrases: Phrases): Message {
  const own = inLanguage(words, phrases.language);
  const { shared } = phrases;
  const title = own.title(phrases.day(digest.day), shared.weekday(weekday(digest.day)), digest.cadence);
  const about = aboutLine(digest, showing, phrases);
  const corrected = showing.corrections.length === 0 ? null : correctionLine(showing.corrections, phrases);
  const lights = `*${own.lights}*${phrases.colon}${lightCounts(digest, phrases)}`;
  const changes = `*${phrases.changesWord(digest, showing.past)}*${phrases.colon}${changeCount(digest, phrases)}`;
  const obstacles =
    digest.obstacles.length === 0
      ? []
      : [`*${shared.obstacles}*${phrases.colon}${digest.obstacles.length} · ${rungCounts(digest, phrases, false)}`];
  const fixed = [title, about, ...(corrected === null ? [] : [corrected]), lights, ...obstacles, changes];
  let room = SCREEN_LINES - BUTTON_LINES - fixed.reduce((sum, line) => sum + linesTaken(line), 0);

  const [keptReds, keptChanges] = [
    Math.min(obstacles.length > 0 ? 2 : 3, digest.red.length),
    Math.min(2, digest.changed.length),
  ];
  const goals = topGoals(digest, showing, phrases, room - keptReds - keptChanges);
  room -= goals.taken;
  const reds = fitting(
    digest.red.map((lit) => redLine(lit, phrases)),
    room - keptChanges,
    MOST_REDS,
  );
  room -= reds.taken;
  const changed = fitting(
    digest.changed.map((each) => changeLine(each, digest, phrases)),
    room,
    MOST_CHANGES,
  );

  const later = laterLines(showing.later ?? [], phrases);
  const texts = [[...goals.lines], [lights, ...reds.lines], obstacles, [changes, ...changed.lines]].filter(
    (lines) => lines.length > 0,
  );
  const blocks: KnownBlock[] = [
    header(title),
    context(about),
    ...(corrected === null ? [] : [section(corrected)]),
    ...texts.map((lines) => section(lines.join('\n'))),
    ...(later.length === 0 ? [] : [context(later.join('\n'))]),
    actions(...listButtons(digest, showing, phrases)),
  ];
  return {
    text: clip([title, about, ...(corrected === null ? [] : [corrected]), ...texts.flat(), ...later].join('\n'), 3500),
    blocks,
  };
}

function aboutLine(digest: Digest, showing: Showing, phrases: Phrases): string {
  const own = inLanguage(words, phrases.language);
  const { shared, moment } = phrases;
  return [
    phrases.about(digest),
    shared.asAt(moment(digest.at.moment, digest.day)),
    ...(digest.since === null ? [] : [own.covers(phrases.day(digest.since), phrases.day(digest.day))]),
    ...(showing.late ? [`*${own.late}*`] : []),
  ].join(' · ');
}

/** What was reported about a past day after its digest: marked, and not in its numbers. */
function laterLines(later: readonly LaterReport[], phrases: Phrases): string[] {
  const own = inLanguage(words, phrases.language);
  if (later.length === 0) return [];
  const { shared } = phrases;
  const lines = later.slice(0, MOST_LATER).map(({ code, milestone, percent, reportedOn }) => {
    const said = percent === null ? '' : ` ${percent}%`;
    return own.laterLine(`${escapeText(code)} ${escapeText(clip(milestone, 20))}`, said, phrases.day(reportedOn));
  });
  const rest = later.length > lines.length ? [shared.more(later.length - lines.length)] : [];
  return [`*${own.later(later.length)}*${phrases.colon}${[...lines, ...rest].join(phrases.zh ? '；' : '; ')}`];
}

function lightCounts({ red, amber, green, unlit }: Digest, { shared }: Phrases): string {
  const counts = [
    `${shared.light('red')} ${red.length}`,
    `${shared.light('amber')} ${amber.length}`,
    `${shared.light('green')} ${green.length}`,
    ...(unlit.length === 0 ? [] : [`${shared.unlit} ${unlit.length}`]),
  ];
  return counts.join(' · ');
}

/** The nearest gate first, among equals those in danger; the plan's order decides between the rest. */
function byGate(goals: readonly DigestGoal[]): readonly DigestGoal[] {
  const on = ({ state }: DigestGoal) => state.nextGate?.on ?? '9999-12-31';
  const calm = (goal: DigestGoal) => (goalInDanger(goal) ? 0 : 1);
  return [...goals].sort((one, other) =>
    on(one) < on(other) ? -1 : on(one) > on(other) ? 1 : calm(one) - calm(other),
  );
}

function topGoals(digest: Digest, showing: Showing, phrases: Phrases, room: number) {
  const own = inLanguage(words, phrases.language);
  const goals = byGate(digest.goals);
  const lines = goals.map((goal) => phrases.goalLine(goal, phrases.zh ? 14 : 32, false));
  const all = fitting(lines, room, MOST_GOALS);
  if (all.lines.length === lines.length) return all;
  const some = fitting(lines, room - 1, MOST_GOALS - 1);
  const left = goals.slice(some.lines.length);
  const more = showing.private ? own.goalsMorePrivate : own.goalsMore;
  return { lines: [...some.lines, more(left.length, left.filter(goalInDanger).length)], taken: some.taken + 1 };
}

function redLine(each: LitProject, phrases: Phrases): string {
  const owner = phrases.name(each.project.ownerName, phrases.zh ? 6 : 16) ?? phrases.shared.noOwner;
  return `${ICONS.red} ${phrases.projectName(each.project, TOP_NAME)}${phrases.colon}${phrases.shortReason(each)}${phrases.bracket(owner)}`;
}

function changeLine(each: ChangedProject, digest: Digest, phrases: Phrases): string {
  const lines = phrases.changeLines(each, digest.day, phrases.zh ? 14 : 28);
  return `${phrases.projectName(each.project, TOP_NAME)}${phrases.colon}${lines.join(phrases.zh ? '；' : '; ')}`;
}

function listButtons(digest: Digest, showing: Showing, { shared, changesWord, language }: Phrases): Button[] {
  const own = inLanguage(words, language);
  const open = (list: ListRequest['list'], label: string) => button(openList, listRequest(digest, list), label);
  const changes = changesWord(digest, showing.past);
  return [
    ...(digest.goals.length === 0 ? [] : [open('goals', own.openGoals)]),
    open('changes', `${changes} ${digest.changes}`),
    open('red', `${shared.light('red')} ${digest.red.length}`),
    open('amber', `${shared.light('amber')} ${digest.amber.length}`),
    open('green', `${shared.light('green')} ${digest.green.length}`),
    ...(digest.obstacles.length === 0 ? [] : [open('obstacles', `${shared.obstacles} ${digest.obstacles.length}`)]),
    ...(digest.unreported.length === 0 ? [] : [open('unreported', `${shared.unreported} ${digest.unreported.length}`)]),
    ...(digest.unlit.length === 0 ? [] : [open('unlit', `${shared.unlit} ${digest.unlit.length}`)]),
    ...(showing.private && !showing.past ? [button(refreshDigest, { scope: digest.scope }, own.refresh)] : []),
  ];
}
