import type { Ctx } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, button, plain, section } from '../../../slack/blocks.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import { offerBlock } from '../../factor/door.js';
import type { KnownNeed } from '../../factor/ids.js';
import { ids } from '../ids.js';
import type { KeptNeed, ReadNeed, Visit } from '../model.js';
import { visitPhrases } from './parts.js';

const words = {
  title: {
    zh: (firm: string, count: number) => `${firm}：记成卡点${count}件？`,
    en: (firm: string, count: number) => `${firm}: make ${count} obstacle${count === 1 ? '' : 's'} of it?`,
  },
  kept: {
    zh: (firm: string, count: number) => `已记${count}件 · ${firm}`,
    en: (firm: string, count: number) => `Noted ${count} · ${firm}`,
  },
  before: { zh: '已经提过，没有再提', en: 'Flagged before, not twice' },
  confirm: { zh: '确认', en: 'Confirm' },
  change: { zh: '重写', en: 'Write again' },
  no: { zh: '不是', en: 'No' },
  dismissed: { zh: '没有记', en: 'Not noted' },
} as const satisfies Phrases;

/** What a firm needs as it was understood: obstacles of its project by one press. */
export function readBackMessage(ctx: Ctx, visit: Visit, needs: readonly ReadNeed[]): Message {
  const say = inLanguage(words, ctx.language);
  const phrases = visitPhrases(ctx, ctx.language);
  const title = say.title(phrases.firm(visit), needs.length);
  const rows = needs.map((need, place) => `${place + 1} ${phrases.brief(need.text)}\n${phrases.taken(need)}`);
  const slot = visit.slot.id;
  const inTown = visit.slot.projectId === null;
  const of = inTown ? { slot, project: visit.firm.id } : { slot };
  return {
    text: [title, ...rows].join('\n'),
    blocks: [
      section([`*${title}*`, ...rows].join('\n')),
      actions(
        button(ids.keep, { ...of, needs: needs.map(({ text }) => text) }, say.confirm, 'primary'),
        // What is said of a town names its project: it is said again.
        ...(inTown ? [] : [button(ids.openTell, { slot }, say.change)]),
        button(ids.dismiss, of, say.no),
      ),
    ],
  };
}

/** What became of them; what lacks a factor may be asked for by one press. */
export function keptMessage(ctx: Ctx, visit: Visit, needs: readonly KeptNeed[], offers: readonly KnownNeed[]): Message {
  const phrases = visitPhrases(ctx, ctx.language);
  const title = inLanguage(words, ctx.language).kept(phrases.firm(visit), needs.length);
  const rows = needs.map((need) => rowOf(ctx, need, ctx.language));
  return {
    text: [title, ...rows].join('\n'),
    blocks: [section([`*${title}*`, ...rows].join('\n')), ...offers.flatMap((each) => offerBlock(ctx, each))],
  };
}

/** One of them in the visit's thread. */
export const needPost = (setting: Parameters<typeof visitPhrases>[0], need: KeptNeed, language: Language): Message =>
  plain(rowOf(setting, need, language));

function rowOf(setting: Parameters<typeof visitPhrases>[0], need: KeptNeed, language: Language): string {
  const phrases = visitPhrases(setting, language);
  const what = `${phrases.number(need.number)} ${phrases.brief(need.text)}`;
  return `${what}\n${need.before ? inLanguage(words, language).before : phrases.taken(need)}`;
}

export const dismissedMessage = (ctx: Ctx): Message => plain(inLanguage(words, ctx.language).dismissed);
