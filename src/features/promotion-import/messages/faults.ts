import type { Ctx } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, button, section } from '../../../slack/blocks.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';
import type { PreviewedImport } from '../model.js';
import { importPhrases, severalSheets } from './parts.js';

const words = {
  title: { zh: (count: number) => `看不懂${count}行`, en: (count: number) => `${count} rows are left out` },
  none: { zh: '每一行都看懂了', en: 'Every row was understood' },
  more: { zh: (left: number) => `还有${left}行`, en: (left: number) => `${left} more` },
} as const satisfies Phrases;

const PAGE = 20;

/** The rows that are not taken, each with its reason: a page of them. */
export function faultsMessage(ctx: Ctx, { kept, plan: { faults } }: PreviewedImport, offset: number): Message {
  const say = inLanguage(words, ctx.language);
  const phrases = importPhrases(ctx);
  const several = severalSheets(faults);
  const page = faults.slice(offset, offset + PAGE).map((fault) => phrases.fault(fault, several));
  const left = faults.length - offset - page.length;
  const title = faults.length === 0 ? say.none : say.title(faults.length);
  return {
    text: title,
    blocks: [
      section([`*${title}*`, ...page].join('\n')),
      ...(left > 0 ? [actions(button(ids.faults, { import: kept.id, offset: offset + PAGE }, say.more(left)))] : []),
    ],
  };
}
