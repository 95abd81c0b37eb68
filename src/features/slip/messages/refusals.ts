import type { SlipRefusal } from '../../../domain/slip.js';
import { workdayFrom } from '../../../domain/workday.js';
import { type Ctx, type Outcome, refuse } from '../../../feature.js';
import { actions, button, context, section } from '../../../slack/blocks.js';
import { clip, escapeText } from '../../../text/escape.js';
import { inLanguage } from '../../../text/language.js';
import type { Draft } from '../ids.js';
import { ids } from '../ids.js';
import { LONGEST_TEXT } from '../line.js';
import type { IssueRefused, LineFault, SlipMoved } from '../model.js';
import { slipPhrases } from './parts.js';
import { type Said, words } from './refusal-words.js';

/** There is none such, or it is not for this person to see: which of both is not said. */
export const unknownRefusal = (ctx: Ctx): Outcome => refuse(inLanguage(words, ctx.language).unknown);

export const deniedRefusal = (ctx: Ctx, why: string): Outcome => refuse(inLanguage(words, ctx.language).denied(why));

/** What may be missing in a field of the form. */
export function formFaults(ctx: Ctx) {
  const say = inLanguage(words, ctx.language);
  return { unit: say.faultUnit, text: say.faultText, long: say.faultLong(LONGEST_TEXT), due: say.faultDue };
}

/** A line that was not taken, with what to type instead; `code`: a project that there is. */
export function lineRefusal(ctx: Ctx, fault: LineFault, code: string | null): Outcome {
  const say = inLanguage(words, ctx.language);
  switch (fault.what) {
    case 'project':
      return refuse(say.noProject(escapeText(fault.typed), code ?? 'P-001'));
    case 'obstacle':
      return refuse(say.noObstacle(escapeText(fault.typed)));
    case 'too-long':
      return refuse(say.tooLong(LONGEST_TEXT));
    default:
      return refuse(say[fault.what](code ?? 'P-001'));
  }
}

/** Why it was not issued, as what is wrong and what to do instead. */
export function issueWords(ctx: Ctx, because: IssueRefused, draft: Draft): Said {
  const say = inLanguage(words, ctx.language);
  const { day } = slipPhrases(ctx, ctx.language);
  const offer = day(workdayFrom(because === 'past' ? ctx.today : draft.due, ctx.calendar));
  switch (because) {
    case 'past':
      return say.issuePast(day(draft.due), offer);
    case 'day-off':
      return say.issueDayOff(day(draft.due), offer);
    case 'nobody':
      return say.nobody;
    case 'done':
      return say.done;
    case 'same':
      return say.same;
  }
}

export const issueRefusal = (ctx: Ctx, because: IssueRefused, draft: Draft): Outcome =>
  refuse(issueWords(ctx, because, draft));

/** Why an act was refused, at the field of the form where it is wrong, or null where no field is. */
export function fieldErrors(ctx: Ctx, refused: SlipRefusal): Readonly<Record<string, string>> | null {
  const say = inLanguage(words, ctx.language);
  if (refused === 'text-missing') return { text: say.faultText };
  if (refused === 'not-later') return { to: say.notLater };
  return refused === 'day-off' ? { to: say.dayOff } : null;
}

/** Why nothing was done, to the one who tried, with how it stands now. `typed`: what they wrote in a form that closed. */
export function notMoved(
  ctx: Ctx,
  result: Exclude<SlipMoved, { kind: 'moved' }>,
  typed: string | null = null,
): Outcome {
  const say = inLanguage(words, ctx.language);
  const phrases = slipPhrases(ctx, ctx.language);
  switch (result.kind) {
    case 'unknown':
      return unknownRefusal(ctx);
    case 'denied':
      return refuse(say.denied(result.why), phrases.title(result.slip));
    case 'refused':
      return refuse(say.refused(result.refused, phrases.day(result.slip.state.dueDay)), phrases.title(result.slip));
    case 'meanwhile': {
      const rows = [`*${say.meanwhile(phrases.title(result.slip))}*`, say.look];
      return {
        kind: 'say',
        message: {
          text: rows.join('\n'),
          blocks: [
            section(rows.join('\n')),
            ...(typed ? [context(`${say.typed}${escapeText(clip(typed, 500))}`)] : []),
            actions(button(ids.card, { id: result.slip.id }, say.open)),
          ],
        },
      };
    }
  }
}
