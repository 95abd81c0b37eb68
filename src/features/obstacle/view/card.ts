import type { Button, KnownBlock } from '@slack/types';
import { timeAt } from '../../../domain/day.js';
import { ladderTerms, sameTerms } from '../../../domain/ladder.js';
import type { Program } from '../../../domain/program.js';
import type { Ctx } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, button, context, section } from '../../../slack/blocks.js';
import type { Language } from '../../../text/language.js';
import type { Seen } from '../act/see.js';
import { whyNot } from '../act/see.js';
import { type FormAct, ids, type PressAct } from '../ids.js';
import { type PhrasesOf, phrasesOf } from './parts.js';

/** Lines of the life that a card shows: the first and the newest. */
const MOST_STEPS = 12;

/** A case's card where everybody of a rung reads it; edited in place as its life goes on. */
export function cardMessage(
  seen: Seen,
  language: Language,
  program: Program,
  where: { readonly at: 'desk' | 'elsewhere'; readonly mention: string | null },
): Message {
  const phrases = phrasesOf(seen, language, program);
  const buttons = where.at === 'desk' ? deskButtons(seen, phrases) : [];
  const { standing } = seen.obstacle.state;
  const mention = where.mention === null ? null : `<@${where.mention}>`;
  const call =
    mention === null || (standing !== 'open' && standing !== 'claimed')
      ? []
      : [section(standing === 'open' ? phrases.say.mustAct(mention) : phrases.say.mustKeep(mention))];
  return {
    text: headText(phrases),
    blocks: [
      ...face(seen, phrases),
      ...call,
      ...life(seen, phrases, program),
      ...(buttons.length > 0 ? [actions(...buttons)] : []),
    ],
  };
}

/** The card as one person asked for it: with the buttons that are theirs. */
export function privateCard(ctx: Ctx, seen: Seen): Message {
  const phrases = phrasesOf(seen, ctx.language, ctx.program);
  const { obstacle } = seen;
  const can = (action: Parameters<typeof whyNot>[1]) => whyNot(ctx, action, obstacle) === null;
  const { standing } = obstacle.state;
  const buttons = [
    ...(can('work-obstacle') ? workButtons(seen, phrases) : []),
    ...(standing === 'resolved' && can('verify-obstacle') ? verifyButtons(seen, phrases) : []),
    ...(standing === 'closed' ? [] : [act(seen, 'comment', phrases.say.comment)]),
    ...(standing !== 'closed' && changedSince(ctx, seen) && can('set-ladder')
      ? [press(seen, 'adopt', phrases.say.adopt)]
      : []),
    ...(standing === 'open' && can('withdraw-obstacle') ? [press(seen, 'withdraw', phrases.say.withdraw)] : []),
  ];
  return {
    text: headText(phrases),
    blocks: [
      ...face(seen, phrases),
      ...life(seen, phrases, ctx.program),
      ...(buttons.length > 0 ? [actions(...buttons)] : []),
    ],
  };
}

/** Whether the plan's ladder for its kind is another by now: then who sets it may take the case over to it. */
const changedSince = ({ program }: Ctx, { obstacle: { state } }: Seen): boolean =>
  !sameTerms(state.terms, ladderTerms(program.policy.ladder, state.kind));

/** What happened of it, for who flagged it: the face alone with the buttons to take it back or say more. */
export function flaggedMessage(ctx: Ctx, seen: Seen): Message {
  const phrases = phrasesOf(seen, ctx.language, ctx.program);
  const { say } = phrases;
  const { state } = seen.obstacle;
  const quiet = state.announceAt === null ? [] : [context(say.announceLine(phrases.moment(state.announceAt)))];
  return {
    text: `${say.flagged} · ${headText(phrases)}`,
    blocks: [
      ...face(seen, phrases, say.flagged),
      ...quiet,
      context(say.flaggedHint),
      actions(
        ...(state.standing === 'open' ? [press(seen, 'withdraw', say.withdraw)] : []),
        act(seen, 'comment', say.comment),
      ),
    ],
  };
}

export const headText = (phrases: PhrasesOf): string =>
  [phrases.title, phrases.kind, phrases.matter, phrases.project].join(' · ');

/** Number and project, what stands in the way, where it stands. */
export function face(seen: Seen, phrases: PhrasesOf, lead?: string): KnownBlock[] {
  const { obstacle } = seen;
  const { say, typed } = phrases;
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
  const { say, comma } = phrases;
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
  since === null ? '' : phrases.say.overdueLine(phrases.dayAt(since));

function life({ steps }: Seen, phrases: PhrasesOf, program: Program): KnownBlock[] {
  const told = steps.filter(({ step }) => step.kind !== 'announced' && step.kind !== 'half-way');
  const shown = told.length <= MOST_STEPS ? told : [...told.slice(0, 1), ...told.slice(-(MOST_STEPS - 1))];
  const lines = shown.map(
    ({ at, step }) => `${phrases.dayAt(at)} ${timeAt(at, program.timeZone)}　${phrases.step(step)}`,
  );
  return lines.length === 0 ? [] : [context(lines.join('\n'))];
}

const act = ({ obstacle }: Seen, what: FormAct, label: string, style?: 'primary' | 'danger'): Button =>
  button(ids.act, { id: obstacle.id, version: obstacle.state.version, act: what }, label, style);
const press = ({ obstacle }: Seen, what: PressAct, label: string, style?: 'primary' | 'danger'): Button =>
  button(ids.press, { id: obstacle.id, version: obstacle.state.version, act: what }, label, style);

export function workButtons(seen: Seen, { say }: PhrasesOf): Button[] {
  const { state } = seen.obstacle;
  if (state.standing !== 'open' && state.standing !== 'claimed') return [];
  return [
    ...(state.standing === 'open' ? [act(seen, 'claim', say.claim, 'primary')] : []),
    act(seen, 'resolve', say.resolve),
    ...(state.rung === 'commander' ? [] : [act(seen, 'raise', say.raise)]),
    ...(state.standing === 'open' && state.rung === 'department' && !state.handedOver
      ? [act(seen, 'hand-over', say.handOver)]
      : []),
  ];
}

export const verifyButtons = (seen: Seen, { say }: PhrasesOf): Button[] => [
  press(seen, 'verify', say.verify, 'primary'),
  act(seen, 'return', say.giveBack),
];

const deskButtons = (seen: Seen, phrases: PhrasesOf): Button[] =>
  seen.obstacle.state.standing === 'closed'
    ? []
    : [...workButtons(seen, phrases), act(seen, 'comment', phrases.say.comment)];
