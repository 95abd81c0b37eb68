import type { Ctx } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { plain } from '../../../slack/blocks.js';
import type { PromotionImport } from '../../../store/promotion-imports.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import type { UndoneImport } from '../model.js';
import { importPhrases, rowsOf } from './parts.js';

const words = {
  undone: { zh: (count: number) => `已撤销${count}行`, en: (count: number) => `Taken back: ${count}` },
  before: { zh: '这次导入已撤销', en: 'This import was taken back' },
  left: { zh: '已核对、已研判的留着：', en: 'What was confirmed or judged stays:' },
} as const satisfies Phrases;

/** What was taken back, and what stays since somebody built on it. */
export function undoneMessage(ctx: Ctx, { kept, back, left }: UndoneImport): Message {
  const say = inLanguage(words, ctx.language);
  const phrases = importPhrases(ctx);
  const count = back.activityIds.length + back.leadIds.length + back.moneyIds.length;
  const stays = rowsOf(left) === 0 ? [] : [say.left, ...phrases.counts(left)];
  return plain([say.undone(count), phrases.file(kept.fileName), ...stays].join('\n'));
}

export const undoneBeforeMessage = (ctx: Ctx, kept: PromotionImport): Message =>
  plain(`${inLanguage(words, ctx.language).before}\n${importPhrases(ctx).file(kept.fileName)}`);
