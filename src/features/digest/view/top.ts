import type { Button, KnownBlock } from '@slack/types';
import { weekday } from '../../../domain/day.js';
import { goalInDanger } from '../../../domain/goal-words.js';
import type { Message } from '../../../message.js';
import { actions, button, context, header, section } from '../../../slack/blocks.js';
import type { LaterReport } from '../../../store/facts.js';
import { clip, escapeText } from '../../../text/escape.js';
import type { ChangedProject, Digest, DigestGoal, LitProject } from '../compute.js';
import { type ListRequest, openList, refreshDigest } from '../ids.js';
import { correctionLine } from './corrections.js';
import { changeCount, ICONS, listRequest, rungCounts } from './items.js';
import { fitting, linesTaken, SCREEN_LINES } from './lines.js';
import type { Phrases } from './phrases.js';
import type { Showing } from './showing.js';

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
  const { words } = phrases;
  const title = words.title(phrases.day(digest.day), words.weekday(weekday(digest.day)), digest.cadence);
  const about = aboutLine(digest, showing, phrases);
  const corrected = showing.corrections.length === 0 ? null : correctionLine(showing.corrections, phrases);
  const lights = `*${words.lights}*${phrases.colon}${lightCounts(digest, phrases)}`;
  const changes = `*${phrases.changesWord(digest, showing.past)}*${phrases.colon}${changeCount(digest, phrases)}`;
  const obstacles =
    digest.obstacles.length === 0
      ? []
      : [`*${words.obstacles}*${phrases.colon}${digest.obstacles.length} · ${rungCounts(digest, phrases, false)}`];
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
  const { words, moment } = phrases;
  return [
    phrases.about(digest),
    words.asAt(moment(digest.at.moment, digest.day)),
    ...(digest.since === null ? [] : [words.covers(phrases.day(digest.since), phrases.day(digest.day))]),
    ...(showing.late ? [`*${words.late}*`] : []),
  ].join(' · ');
}

/** What was reported about a past day after its digest: marked, and not in its numbers. */
function laterLines(later: readonly LaterReport[], phrases: Phrases): string[] {
  if (later.length === 0) return [];
  const { words } = phrases;
  const lines = later.slice(0, MOST_LATER).map(({ code, milestone, percent, reportedOn }) => {
    const said = percent === null ? '' : ` ${percent}%`;
    return words.laterLine(`${escapeText(code)} ${escapeText(clip(milestone, 20))}`, said, phrases.day(reportedOn));
  });
  const rest = later.length > lines.length ? [words.more(later.length - lines.length)] : [];
  return [`*${words.later(later.length)}*${phrases.colon}${[...lines, ...rest].join(phrases.zh ? '；' : '; ')}`];
}

function lightCounts({ red, amber, green, unlit }: Digest, { words }: Phrases): string {
  const counts = [
    `${words.light('red')} ${red.length}`,
    `${words.light('amber')} ${amber.length}`,
    `${words.light('green')} ${green.length}`,
    ...(unlit.length === 0 ? [] : [`${words.unlit} ${unlit.length}`]),
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
  const { words } = phrases;
  const goals = byGate(digest.goals);
  const lines = goals.map((goal) => phrases.goalLine(goal, phrases.zh ? 14 : 32, false));
  const all = fitting(lines, room, MOST_GOALS);
  if (all.lines.length === lines.length) return all;
  const some = fitting(lines, room - 1, MOST_GOALS - 1);
  const left = goals.slice(some.lines.length);
  const more = showing.private ? words.goalsMorePrivate : words.goalsMore;
  return { lines: [...some.lines, more(left.length, left.filter(goalInDanger).length)], taken: some.taken + 1 };
}

function redLine(each: LitProject, phrases: Phrases): string {
  const owner = phrases.name(each.project.ownerName, phrases.zh ? 6 : 16) ?? phrases.words.noOwner;
  return `${ICONS.red} ${phrases.projectName(each.project, TOP_NAME)}${phrases.colon}${phrases.shortReason(each)}${phrases.bracket(owner)}`;
}

function changeLine(each: ChangedProject, digest: Digest, phrases: Phrases): string {
  const lines = phrases.changeLines(each, digest.day, phrases.zh ? 14 : 28);
  return `${phrases.projectName(each.project, TOP_NAME)}${phrases.colon}${lines.join(phrases.zh ? '；' : '; ')}`;
}

function listButtons(digest: Digest, showing: Showing, { words, changesWord }: Phrases): Button[] {
  const open = (list: ListRequest['list'], label: string) => button(openList, listRequest(digest, list), label);
  const changes = changesWord(digest, showing.past);
  return [
    ...(digest.goals.length === 0 ? [] : [open('goals', words.openGoals)]),
    open('changes', `${changes} ${digest.changes}`),
    open('red', `${words.light('red')} ${digest.red.length}`),
    open('amber', `${words.light('amber')} ${digest.amber.length}`),
    open('green', `${words.light('green')} ${digest.green.length}`),
    ...(digest.obstacles.length === 0 ? [] : [open('obstacles', `${words.obstacles} ${digest.obstacles.length}`)]),
    ...(digest.unreported.length === 0 ? [] : [open('unreported', `${words.unreported} ${digest.unreported.length}`)]),
    ...(digest.unlit.length === 0 ? [] : [open('unlit', `${words.unlit} ${digest.unlit.length}`)]),
    ...(showing.private && !showing.past ? [button(refreshDigest, { scope: digest.scope }, words.refresh)] : []),
  ];
}
