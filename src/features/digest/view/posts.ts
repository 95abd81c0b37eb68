import type { Button, KnownBlock } from '@slack/types';
import { weekday } from '../../../domain/day.js';
import type { Light } from '../../../domain/plan.js';
import type { Message } from '../../../feature.js';
import { actions, button, context, header, section } from '../../../slack/blocks.js';
import { clip, escapeText } from '../../../text/escape.js';
import type { Language } from '../../../text/language.js';
import type { Correction } from '../compare.js';
import type { Digest, DigestGoal } from '../compute.js';
import { type ListRequest, openList, refreshDigest } from '../input.js';
import { correctionLine } from './corrections.js';
import { fitting, linesTaken, packed, SCREEN_LINES } from './lines.js';
import { type Phrases, phrasesOf } from './phrases.js';

/** How a digest is shown, beside what it says. */
export type Showing = {
  readonly language: Language;
  /** To one person, who asked: without a thread, with a button to look again. */
  readonly private: boolean;
  /** About a day that has passed: not "today". */
  readonly past: boolean;
  /** 补发 */
  readonly late: boolean;
  readonly corrections: readonly Correction[];
};

/** The parts of a posted digest: its top, and replies in its thread, each under a name of its own. */
export type DigestPosts = { readonly top: Message; readonly replies: readonly Reply[] };
export type Reply = {
  readonly name: 'goals' | 'changes' | 'reds';
  readonly message: Message;
  /** It says that there is nothing: not worth a message, unless one stands there already that has to say so. */
  readonly empty: boolean;
};

const ICONS: Readonly<Record<Light, string>> = { red: '🔴', amber: '🟡', green: '🟢' };
/** On a phone five buttons stand in two rows. */
const BUTTON_LINES = 2;
const MOST_GOALS = 4;
/** Of a project's name, in Chinese characters: with a reason and an owner it is one line. */
const TOP_NAME = 12;
const MOST_REDS = 6;
const MOST_CHANGES = 8;
/** A thread is read on a phone too; the rest is in the list. */
const REPLY_ITEMS = 20;

export function digestPosts(digest: Digest, showing: Showing): DigestPosts {
  const phrases = phrasesOf(digest.program, showing.language);
  const top = topMessage(digest, showing, phrases);
  if (showing.private) return { top, replies: [] };
  return {
    top,
    replies: [
      { name: 'goals', message: goalsReply(digest, phrases), empty: digest.goals.length === 0 },
      { name: 'changes', message: changesReply(digest, showing, phrases), empty: digest.changed.length === 0 },
      { name: 'reds', message: redsReply(digest, phrases), empty: digest.red.length === 0 },
    ],
  };
}

/** The top: what fits on one screen of a phone. The goals with the nearest gates come first, then the worst reds, then the newest changes. */
function topMessage(digest: Digest, showing: Showing, phrases: Phrases): Message {
  const { words } = phrases;
  const title = words.title(phrases.day(digest.day), words.weekday(weekday(digest.day)));
  const about = aboutLine(digest, showing, phrases);
  const corrected = showing.corrections.length === 0 ? null : correctionLine(showing.corrections, phrases);
  const lights = `*${words.lights}*${phrases.colon}${lightCounts(digest, phrases)}`;
  const changes = `*${showing.past ? words.changesOn : words.changes}*${phrases.colon}${changeCount(digest, phrases)}`;
  const fixed = [title, about, ...(corrected === null ? [] : [corrected]), lights, changes];
  let room = SCREEN_LINES - BUTTON_LINES - fixed.reduce((sum, line) => sum + linesTaken(line), 0);

  const [keptReds, keptChanges] = [Math.min(3, digest.red.length), Math.min(2, digest.changed.length)];
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

  const texts = [[...goals.lines], [lights, ...reds.lines], [changes, ...changed.lines]].filter(
    (lines) => lines.length > 0,
  );
  const blocks: KnownBlock[] = [
    header(title),
    context(about),
    ...(corrected === null ? [] : [section(corrected)]),
    ...texts.map((lines) => section(lines.join('\n'))),
    actions(...listButtons(digest, showing, phrases)),
  ];
  return {
    text: clip([title, about, ...(corrected === null ? [] : [corrected]), ...texts.flat()].join('\n'), 3500),
    blocks,
  };
}

function aboutLine(digest: Digest, showing: Showing, { words, language, moment, zh }: Phrases): string {
  const most = zh ? 20 : 40;
  const scope = digest.scopeName === null ? words.wholePlan : digest.scopeName[language];
  const { red, amber, green, unlit } = digest;
  const count = red.length + amber.length + green.length + unlit.length;
  return [
    escapeText(clip(digest.program.name[language], most)),
    `${escapeText(clip(scope, most))} ${words.projects(count)}`,
    words.asAt(moment(digest.at.moment, digest.day)),
    ...(showing.late ? [`*${words.late}*`] : []),
  ].join(' · ');
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

const changeCount = ({ changes, changed }: Digest, { words }: Phrases): string =>
  changes === 0 ? words.noChanges : words.changesCount(changes, changed.length);

/** The nearest gate first, among equals those in danger; the plan's order decides between the rest. */
function byGate(goals: readonly DigestGoal[]): readonly DigestGoal[] {
  const on = ({ state }: DigestGoal) => state.nextGate?.on ?? '9999-12-31';
  const calm = (goal: DigestGoal) => (inDanger(goal) ? 0 : 1);
  return [...goals].sort((one, other) =>
    on(one) < on(other) ? -1 : on(one) > on(other) ? 1 : calm(one) - calm(other),
  );
}

const inDanger = ({ state }: DigestGoal): boolean =>
  state.gates.some(({ held }) => held === 'behind' || held === 'missed');

function topGoals(digest: Digest, showing: Showing, phrases: Phrases, room: number) {
  const { words } = phrases;
  const goals = byGate(digest.goals);
  const lines = goals.map((goal) => phrases.goalLine(goal, phrases.zh ? 14 : 32, false));
  const all = fitting(lines, room, MOST_GOALS);
  if (all.lines.length === lines.length) return all;
  const some = fitting(lines, room - 1, MOST_GOALS - 1);
  const left = goals.slice(some.lines.length);
  const more = showing.private ? words.goalsMorePrivate : words.goalsMore;
  return { lines: [...some.lines, more(left.length, left.filter(inDanger).length)], taken: some.taken + 1 };
}

function redLine(each: Digest['red'][number], phrases: Phrases): string {
  const owner = phrases.name(each.project.ownerName, phrases.zh ? 6 : 16) ?? phrases.words.noOwner;
  return `${ICONS.red} ${phrases.projectName(each.project, TOP_NAME)}${phrases.colon}${phrases.shortReason(each)}${phrases.bracket(owner)}`;
}

function changeLine(each: Digest['changed'][number], digest: Digest, phrases: Phrases): string {
  const lines = phrases.changeLines(each, digest.day, phrases.zh ? 14 : 28);
  return `${phrases.projectName(each.project, TOP_NAME)}${phrases.colon}${lines.join(phrases.zh ? '；' : '; ')}`;
}

/** What is pressed to see the list behind a number: the number's own moment, knowledge and scope. */
export function listRequest(
  digest: Digest,
  list: ListRequest['list'],
  goal: string | null = null,
  page = 0,
): ListRequest {
  const { scope, day, at } = digest;
  return { scope, day, moment: at.moment, knownAt: at.knownAt, list, goal, page };
}

function listButtons(digest: Digest, showing: Showing, { words }: Phrases): Button[] {
  const open = (list: ListRequest['list'], label: string) => button(openList, listRequest(digest, list), label);
  const changes = showing.past ? words.changesOn : words.changes;
  return [
    ...(digest.goals.length === 0 ? [] : [open('goals', words.openGoals)]),
    open('changes', `${changes} ${digest.changes}`),
    open('red', `${words.light('red')} ${digest.red.length}`),
    open('amber', `${words.light('amber')} ${digest.amber.length}`),
    open('green', `${words.light('green')} ${digest.green.length}`),
    ...(digest.unlit.length === 0 ? [] : [open('unlit', `${words.unlit} ${digest.unlit.length}`)]),
    ...(showing.private && !showing.past ? [button(refreshDigest, { scope: digest.scope }, words.refresh)] : []),
  ];
}

/** A reply of the thread: a heading, as many items as a message holds, and the way to the rest. */
function reply(
  heading: string,
  items: readonly string[],
  most: number,
  digest: Digest,
  list: ListRequest['list'],
  { words }: Phrases,
): Message {
  const { blocks, left } = packed(items, most);
  const rest =
    left === 0 ? [] : [section(words.more(left), button(openList, listRequest(digest, list), words.openList))];
  return { text: clip([heading, ...items].join('\n'), 3500), blocks: [section(`*${heading}*`), ...blocks, ...rest] };
}

function goalsReply(digest: Digest, phrases: Phrases): Message {
  const items = digest.goals.map((goal) => `• ${phrases.goalLine(goal, phrases.zh ? 40 : 70, true)}`);
  return reply(phrases.words.goals, items, 40, digest, 'goals', phrases);
}

function changesReply(digest: Digest, showing: Showing, phrases: Phrases): Message {
  const { words } = phrases;
  const heading = `${showing.past ? words.changesOn : words.changes}${phrases.colon}${changeCount(digest, phrases)}${phrases.bracket(words.changesSince(phrases.moment(digest.after, null)))}`;
  const items = digest.changed.map((each) =>
    [`*${phrases.projectName(each.project, 40)}*`, ...changedLines(each, digest, phrases)].join('\n'),
  );
  return reply(heading, items, REPLY_ITEMS, digest, 'changes', phrases);
}

/** Each change of a project with who reported it. */
export function changedLines(each: Digest['changed'][number], digest: Digest, phrases: Phrases): string[] {
  const people = [...each.changes, ...(each.figures === null ? [] : [each.figures])];
  return phrases.changeLines(each, digest.day, 60).map((line, index) => {
    const by = people[index];
    const person = by === undefined ? null : phrases.name({ zh: by.personName, en: by.personNameEn });
    return `• ${line}${person === null ? '' : phrases.bracket(person)}`;
  });
}

function redsReply(digest: Digest, phrases: Phrases): Message {
  const items = digest.red.map((each) => litItem(each, phrases));
  return reply(`${phrases.words.reds} ${digest.red.length}`, items, REPLY_ITEMS, digest, 'red', phrases);
}

/** A project with the reasons of its light and who answers for it. */
export function litItem(each: Digest['red'][number], phrases: Phrases): string {
  const { words } = phrases;
  const { project, lit } = each;
  const owner = phrases.name(project.ownerName);
  const sponsor = phrases.name(project.sponsorName);
  const people = [
    owner === null ? words.noOwner : words.owner(owner),
    phrases.name(project.unitName) ?? '',
    ...(sponsor === null ? [] : [words.sponsor(sponsor)]),
  ];
  const icon = lit.light === null ? '' : `${ICONS[lit.light]} `;
  return `${icon}*${phrases.projectName(project, 40)}*\n${phrases.reasons(each, 3)}\n${people.join(' · ')}`;
}
