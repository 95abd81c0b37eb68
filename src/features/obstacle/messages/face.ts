import type { KnownBlock } from '@slack/types';
import { section } from '../../../slack/blocks.js';
import type { Phrases } from '../../../text/language.js';
import { inLanguage } from '../../../text/language.js';
import type { Seen } from '../model.js';
import type { PhrasesOf } from './parts.js';
import { caseWords } from './parts.js';

export const words = {
  ...caseWords,
  urgentFor: { zh: (reason: string) => `加急：${reason}`, en: (reason: string) => `Urgent: ${reason}` },
  milestone: { zh: (name: string) => `影响「${name}」`, en: (name: string) => `stops "${name}"` },
  since: { zh: (day: string) => `自 ${day}起`, en: (day: string) => `since ${day}` },
  raisedBy: { zh: (name: string) => `${name}提出`, en: (name: string) => `raised by ${name}` },
  help: { zh: (text: string) => `请求支持：${text}`, en: (text: string) => `Help asked: ${text}` },
  refersTo: {
    zh: (number: number) => `接卡点 ${number} 号`,
    en: (number: number) => `goes back to obstacle ${number}`,
  },
  files: { zh: (names: string) => `附件：${names}`, en: (names: string) => `Attached: ${names}` },
  nowWith: {
    zh: (rung: string, who: string) => `*现由${rung}办理*：${who}`,
    en: (rung: string, who: string) => `Now with the *${rung}*: ${who}`,
  },
  nobodyThere: { zh: '无人在岗', en: 'nobody is there' },
  lapsedLine: {
    zh: (moment: string) => `期限 ${moment} 已过，已在最高一级`,
    en: (moment: string) => `the deadline of ${moment} has passed and there is no rung above`,
  },
  claimedLine: {
    zh: (who: string, day: string) => `${who}已认领，承诺 ${day}办结`,
    en: (who: string, day: string) => `Claimed by ${who}, promised for ${day}`,
  },
  resolvedLine: {
    zh: (who: string, what: string) => `${who}已办结：${what}`,
    en: (who: string, what: string) => `Resolved by ${who}: ${what}`,
  },
  verifyUntil: {
    zh: (moment: string) => `待提出人或项目责任人核实，限 ${moment} 前`,
    en: (moment: string) => `To be verified by who raised it or the project’s owner until ${moment}`,
  },
  closedLine: { zh: (day: string) => `${day}已销号`, en: (day: string) => `Closed ${day}` },
  withdrawnLine: { zh: (day: string) => `${day}已撤回`, en: (day: string) => `Taken back ${day}` },
  overdueLine: { zh: (day: string) => `自 ${day}起逾期`, en: (day: string) => `past its deadline since ${day}` },
} as const satisfies Phrases;

export const headText = (phrases: PhrasesOf): string =>
  [phrases.title, phrases.kind, phrases.matter, phrases.project].join(' · ');

/** Number and project, what stands in the way, where it stands. */
export function face(seen: Seen, phrases: PhrasesOf, lead?: string): KnownBlock[] {
  const { obstacle } = seen;
  const say = inLanguage(words, phrases.language);
  const { typed } = phrases;
  const facts = [
    phrases.kind,
    phrases.matter,
    obstacle.milestone === null ? '' : say.milestone(typed(obstacle.milestone)),
    say.since(phrases.day(obstacle.since)),
    say.raisedBy(phrases.name(obstacle.raisedById)),
    obstacle.state.returns > 0 ? say.returns(obstacle.state.returns) : '',
    obstacle.refersTo === null ? '' : say.refersTo(obstacle.refersTo),
  ];
  const lines = [
    `*${[lead, phrases.title, phrases.project].filter(Boolean).join(' · ')}*`,
    `>${typed(obstacle.text).replaceAll('\n', '\n>')}`,
    facts.filter(Boolean).join(' · '),
    ...(obstacle.urgentReason === null ? [] : [`*${say.urgentFor(typed(obstacle.urgentReason))}*`]),
    ...(obstacle.help === null ? [] : [say.help(typed(obstacle.help))]),
    ...(obstacle.files.length === 0 ? [] : [say.files(typed(obstacle.files.map((file) => file.name).join('、')))]),
    standingLine(seen, phrases),
  ];
  return [section(lines.join('\n'))];
}

/** Where it stands now, and until when. */
export function standingLine({ obstacle, actingId }: Seen, phrases: PhrasesOf): string {
  const { state } = obstacle;
  const say = inLanguage(words, phrases.language);
  const { comma } = phrases;
  switch (state.standing) {
    case 'closed': {
      const day = phrases.dayAt(state.closedAt ?? 0);
      if (state.withdrawn) return say.withdrawnLine(day);
      return [say.closedLine(day), ...(state.rule === null ? [] : [say.ruleLine(phrases.typed(state.rule))])].join(
        '\n',
      );
    }
    case 'resolved':
      return [
        say.resolvedLine(phrases.name(state.resolvedById), phrases.typed(state.resolution ?? '')),
        ...(state.rule === null ? [] : [say.ruleLine(phrases.typed(state.rule))]),
        say.verifyUntil(phrases.moment(state.verifyBy ?? 0)),
      ].join('\n');
    case 'claimed':
      return [
        say.claimedLine(phrases.name(state.claimedById), phrases.day(state.promisedFor ?? obstacle.since)),
        overdue(state.overdueSince, phrases),
      ]
        .filter(Boolean)
        .join(comma);
    case 'open': {
      const standsIn = state.holderId !== null && actingId !== null && actingId !== state.holderId;
      const holder =
        state.holderId === null || actingId === null
          ? say.nobodyThere
          : phrases.actor(actingId, standsIn ? state.holderId : undefined);
      return [
        say.nowWith(phrases.rungWith(state.rung, state.departmentId), holder),
        state.lapsed ? say.lapsedLine(phrases.moment(state.deadline)) : phrases.until(),
        state.lapsed ? '' : overdue(state.overdueSince, phrases),
      ]
        .filter(Boolean)
        .join(comma);
    }
  }
}

const overdue = (since: number | null, phrases: PhrasesOf): string =>
  since === null ? '' : inLanguage(words, phrases.language).overdueLine(phrases.dayAt(since));

/** The project and what stands in its way, below a line that says what happened. */
export const about = ({ obstacle }: Seen, phrases: PhrasesOf): string =>
  `${phrases.project}\n>${phrases.typed(obstacle.text).replaceAll('\n', '\n>')}`;
