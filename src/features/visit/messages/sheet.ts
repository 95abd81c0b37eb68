import type { KnownBlock } from '@slack/types';
import { needsTold } from '../../../domain/visit.js';
import { needsWords } from '../../../domain/visit-words.js';
import type { Ctx } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, button, section } from '../../../slack/blocks.js';
import type { FirmNeed } from '../../../store/firm-needs.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { ids as obstacleIds } from '../../obstacle/ids.js';
import { ids } from '../ids.js';
import type { VisitSheet } from '../model.js';
import { visitPhrases } from './parts.js';

const words = {
  title: {
    zh: (firm: string, day: string) => `${firm} · ${day}走访`,
    en: (firm: string, day: string) => `${firm} · visit of ${day}`,
  },
  last: {
    zh: (day: string, what: string) => `${what}（${day}）`,
    en: (day: string, what: string) => `${day}: ${what}`,
  },
  none: { zh: '还没有提过要办的事', en: 'No needs told before' },
  told: { zh: (count: number) => `这次提${count}件`, en: (count: number) => `Told this time: ${count}` },
  tell: { zh: '记要办的事', en: 'Add needs' },
  move: { zh: '改天', en: 'Another day' },
  see: { zh: '看', en: 'Open' },
} as const satisfies Phrases;

/** What a firm needed last and what became of it comes first, then what it needs now. */
export function sheetMessage(ctx: Ctx, { visit, last, told }: VisitSheet): Message {
  const say = inLanguage(words, ctx.language);
  const phrases = visitPhrases(ctx, ctx.language);
  const title = say.title(phrases.firm(visit), phrases.dayAndWeekday(visit.slot.day));
  const lastDay = last[0]?.slotDay;
  const before =
    lastDay === undefined
      ? say.none
      : say.last(phrases.day(lastDay), needsWords(needsTold(last, ctx.today), ctx.language));
  const rowOf = (need: FirmNeed) =>
    [`${phrases.number(need.number)} ${phrases.brief(need.text)}`, phrases.became(need)].join('\n');
  const blockOf = (need: FirmNeed): KnownBlock => {
    const see = button(obstacleIds.card, { id: need.obstacleId }, say.see);
    return section(rowOf(need), { ...see, action_id: `${see.action_id}#${need.slotId}-${need.obstacleId}` });
  };
  const now = told.length === 0 ? [] : [say.told(told.length)];
  const { slot } = visit;
  const move = slot.outcome === null ? [button(ids.openMove, { slot: slot.id }, say.move)] : [];
  return {
    text: [title, before, ...last.map(rowOf), ...now, ...told.map(rowOf)].join('\n'),
    blocks: [
      section([`*${title}*`, before].join('\n')),
      ...last.map(blockOf),
      ...now.map((row) => section(row)),
      ...told.map(blockOf),
      actions(button(ids.openTell, { slot: slot.id }, say.tell), ...move),
    ],
  };
}
