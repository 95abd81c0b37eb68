import type { KnownBlock } from '@slack/types';
import { may } from '../../../domain/permission.js';
import type { Ctx } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, button, header, plain, section } from '../../../slack/blocks.js';
import type { SlipCase } from '../../../store/slips.js';
import { clip } from '../../../text/escape.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';
import { mayOn } from '../rights.js';
import { slipPhrases } from './parts.js';

const words = {
  none: { zh: '督办单：在办的没有', en: 'Slips: none open' },
  title: {
    zh: (open: number, red: number) => `督办单 在办${open}${red === 0 ? '' : `（红${red}）`}`,
    en: (open: number, red: number) => `Slips: ${open} open${red === 0 ? '' : ` (${red} red)`}`,
  },
  issue: { zh: '发督办单', en: 'Issue one' },
  card: { zh: '看', en: 'Open' },
  more: { zh: (left: number) => `还有${left}张`, en: (left: number) => `${left} more` },
  waiting: { zh: '，排队', en: ', waits' },
  unsigned: { zh: '，未签收', en: ', unsigned' },
  answered: { zh: '，已答复待定', en: ', answered' },
  drafted: { zh: '，转红待签发', en: ', to be made red' },
  moreTime: { zh: '，申请延时待定', en: ', more time asked' },
} as const satisfies Phrases;

const PAGE = 10;

/** Those that somebody may see and that are not at their end, red ones first. */
export function listMessage(ctx: Ctx, slips: readonly SlipCase[], offset: number): Message {
  const say = inLanguage(words, ctx.language);
  const issues = may(ctx.person, 'issue-slip', { programId: ctx.program.id }).allowed;
  const issue = issues ? [button(ids.open, {}, say.issue)] : [];
  if (slips.length === 0)
    return { ...plain(say.none), blocks: [section(say.none), ...(issues ? [actions(...issue)] : [])] };
  const open = slips.filter(({ state }) => state.standing !== 'waiting');
  const title = say.title(open.length, open.filter(({ state }) => state.colour === 'red').length);
  const page = slips.slice(offset, offset + PAGE);
  const left = slips.length - offset - page.length;
  const last = [...issue, ...(left > 0 ? [button(ids.list, { offset: offset + PAGE }, say.more(left))] : [])];
  return {
    text: title,
    blocks: [
      header(title),
      ...page.map((slip) => slipRows(ctx, slip)),
      ...(last.length === 0 ? [] : [actions(...last)]),
    ],
  };
}

/** One slip in three rows with the button that opens it: what it is about, and how it stands. */
export function slipRows(ctx: Ctx, slip: SlipCase): KnownBlock {
  const say = inLanguage(words, ctx.language);
  const phrases = slipPhrases(ctx, ctx.language);
  const about = phrases.project(slip) || phrases.unit(slip.unitName);
  const matter = slip.text === '' ? (phrases.milestone(slip) ?? '') : phrases.typed(clip(slip.text, 60));
  const rows = [`*${phrases.title(slip)}* · ${about}`, matter, limit(slip)];
  return section(rows.join('\n'), button(ids.card, { id: slip.id }, say.card));

  function limit({ state, issuedAt }: SlipCase): string {
    const due = `${phrases.until(phrases.dayOf(issuedAt), state.dueDay)}${phrases.overdue(state.dueDay)}`;
    if (state.standing === 'waiting') return due + say.waiting;
    if (state.standing === 'answered') return due + say.answered;
    if (state.moreTimeTo !== null) return due + say.moreTime;
    if (state.redDraft === 'asked' && mayOn(ctx, 'judge-slip', slip)) return due + say.drafted;
    return state.signedById === null ? due + say.unsigned : due;
  }
}
