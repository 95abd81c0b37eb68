import type { Ctx } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, button, section } from '../../../slack/blocks.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';
import type { ConfirmedImport, PreviewedImport } from '../model.js';
import { importPhrases } from './parts.js';
import { previewMessage } from './preview.js';

const words = {
  recorded: { zh: '已记下', en: 'Recorded' },
  second: { zh: '凭证等另一人核对：/promotion', en: 'Vouchers wait for a second person' },
  undo: { zh: '撤销', en: 'Undo' },
  moved: { zh: '没有记：期间有人登记，请再看一遍', en: 'Not recorded: it changed; look again' },
} as const satisfies Phrases;

/** What came with it, and the way back, which is open for a day. */
export function recordedMessage(ctx: Ctx, { kept, imported }: Exclude<ConfirmedImport, { kind: 'moved' }>): Message {
  const say = inLanguage(words, ctx.language);
  const phrases = importPhrases(ctx);
  const rows = [
    `*${say.recorded}*`,
    phrases.file(kept.fileName),
    ...phrases.counts(imported),
    ...(imported.money.length === 0 ? [] : [say.second]),
  ];
  return {
    text: rows.join('\n').replaceAll('*', ''),
    blocks: [section(rows.join('\n')), actions(button(ids.undo, { import: kept.id }, say.undo))],
  };
}

/** Something was recorded since the preview: what it would record now. */
export const movedMessage = (ctx: Ctx, previewed: PreviewedImport): Message =>
  previewMessage(ctx, previewed, [inLanguage(words, ctx.language).moved]);
