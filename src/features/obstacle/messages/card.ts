import type { KnownBlock } from '@slack/types';
import { timeAt } from '../../../domain/day.js';
import { ladderTerms, sameTerms } from '../../../domain/ladder.js';
import type { Program } from '../../../domain/program.js';
import type { WorkCalendar } from '../../../domain/workday.js';
import type { Ctx } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { context, section } from '../../../slack/blocks.js';
import { clip, quoted } from '../../../text/escape.js';
import type { Language } from '../../../text/language.js';
import { inLanguage } from '../../../text/language.js';
import type { FormAct } from '../ids.js';
import type { Seen } from '../model.js';
import { mayOn, ownRung } from '../rights.js';
import {
  confirmButtons,
  consentButtons,
  type Offered,
  offerRow,
  press,
  recipientRow,
  verifyButtons,
  workOffers,
} from './buttons.js';
import { face, headText, type Look, standingLine } from './face.js';
import { labels } from './labels.js';
import { type PhrasesOf, phrasesOf } from './parts.js';
import { sortMenus } from './sorted.js';
import { stepLine } from './steps.js';

/** Lines of the life that a card shows: the first and the newest. */
const MOST_STEPS = 12;

/** A case's card where everybody of a rung reads it; edited in place as its life goes on. */
export function cardMessage(
  seen: Seen,
  language: Language,
  program: Program,
  where: { readonly at: 'recipient' | 'elsewhere'; readonly mention: string | null; readonly calendar: WorkCalendar },
): Message {
  const phrases = phrasesOf(seen, language, program);
  const at = { mention: where.mention, calendar: where.calendar };
  return {
    text: fallback(seen, phrases, at),
    blocks: [
      ...face(seen, phrases, at),
      ...instructions(seen, phrases),
      ...life(seen, phrases, program),
      ...(where.at === 'recipient' ? recipientRow(seen, phrases) : []),
    ],
  };
}

/** The card as one person asked for it: with the buttons that are theirs. */
export function privateCard(ctx: Ctx, seen: Seen): Message {
  const phrases = phrasesOf(seen, ctx.language, ctx.program);
  const { obstacle } = seen;
  const { state } = obstacle;
  const look = { today: ctx.today, calendar: ctx.calendar };
  return {
    text: fallback(seen, phrases, look),
    blocks: [
      ...face(seen, phrases, look),
      ...instructions(seen, phrases),
      ...life(seen, phrases, ctx.program),
      ...(state.standing === 'open' && mayOn(ctx, 'sort-obstacle', obstacle)
        ? [sortMenus(seen, ctx.language, { card: true })]
        : []),
      ...(state.standing === 'closed' ? [] : offerRow(seen, phrases, offersTo(ctx, seen, phrases))),
    ],
  };
}

/** What one reader may do, and nothing that would be refused. */
export function offersTo(ctx: Ctx, seen: Seen, phrases: PhrasesOf): Offered {
  const { obstacle } = seen;
  const { state } = obstacle;
  const can = (action: Parameters<typeof mayOn>[1]) => mayOn(ctx, action, obstacle);
  const leads = can('lead-obstacle') ? ownRung(ctx.person, obstacle) : null;
  const { buttons, more } = can('work-obstacle') ? workOffers(seen, phrases, leads) : { buttons: [], more: [] };
  const open = state.standing === 'open' || state.standing === 'claimed';
  const urgentAsked = obstacle.urgentReason !== null && !state.urgent && open;
  const menu: FormAct[] = [
    ...(open && can('instruct') ? (['instruct'] as const) : []),
    ...more,
    ...(state.query === 'asked' && can('withdraw-obstacle') ? (['supplement'] as const) : []),
    'comment',
  ];
  return {
    buttons: [
      ...(state.confirmation !== null && can('confirm-obstacle') ? confirmButtons(seen, phrases) : []),
      ...(state.promiseAskedFor !== null && can('consent-promise') ? consentButtons(seen, phrases) : []),
      ...buttons,
      ...(state.standing === 'resolved' && can(state.dismissed ? 'withdraw-obstacle' : 'verify-obstacle')
        ? verifyButtons(seen, phrases)
        : []),
      ...(urgentAsked && can('confirm-urgent') ? [press(seen, phrases, 'confirm-urgent')] : []),
      ...(changedSince(ctx, seen) && can('set-ladder') ? [press(seen, phrases, 'adopt')] : []),
      ...(state.standing === 'open' && can('withdraw-obstacle') ? [press(seen, phrases, 'withdraw')] : []),
    ],
    // A menu holds five: a comment is always one of them.
    more: menu.length <= 5 ? menu : [...menu.slice(0, 4), 'comment'],
  };
}

/** What notifications show: number, project and where it stands. */
const fallback = (seen: Seen, phrases: PhrasesOf, look: Look): string =>
  clip(
    `${headText(phrases)} · ${standingLine(seen, phrases, { ...look, mention: null }).replaceAll('\n', ' · ')}`,
    200,
  );

/** What leaders said, for good. */
function instructions({ steps }: Seen, phrases: PhrasesOf): KnownBlock[] {
  const lines = steps.flatMap(({ at, step }) =>
    step.kind === 'instructed'
      ? [
          `*${inLanguage(labels, phrases.language).instruct}* · ${phrases.name(step.by)}${phrases.comma}${phrases.dayAt(at)}\n${quoted(phrases.typed(step.text))}`,
        ]
      : [],
  );
  return lines.length === 0 ? [] : [section(lines.join('\n'))];
}

/** Whether the plan's ladder for its kind is another by now: then who sets it may take the case over to it. */
const changedSince = ({ program }: Ctx, { obstacle: { state } }: Seen): boolean =>
  !sameTerms(state.terms, ladderTerms(program.policy.ladder, state.kind));

/** What is no step of its life: reminders, and instructions, which stand above. */
const UNTOLD: ReadonlySet<string> = new Set(['announced', 'half-way', 'promise-due', 'instructed']);

function life({ steps }: Seen, phrases: PhrasesOf, program: Program): KnownBlock[] {
  const told = steps.filter(({ step }) => !UNTOLD.has(step.kind));
  const shown = told.length <= MOST_STEPS ? told : [...told.slice(0, 1), ...told.slice(-(MOST_STEPS - 1))];
  const lines = shown.map(
    ({ at, step }) => `${phrases.dayAt(at)} ${timeAt(at, program.timeZone)}　${stepLine(phrases, step)}`,
  );
  return lines.length === 0 ? [] : [context(lines.join('\n'))];
}
