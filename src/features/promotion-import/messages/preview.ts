import type { Ctx } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, button, section } from '../../../slack/blocks.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';
import type { PreviewedImport } from '../model.js';
import { importPhrases, rowsOf, severalSheets, wouldRecord } from './parts.js';

const words = {
  nothing: { zh: '没有新的，不用记', en: 'Nothing new to record' },
  second: { zh: '凭证记下后，还要另一人核对', en: 'A second person confirms the vouchers' },
  faults: { zh: (count: number) => `看不懂${count}行，不记：`, en: (count: number) => `${count} rows are left out:` },
  record: { zh: (count: number) => `记下${count}行`, en: (count: number) => `Record ${count}` },
  all: { zh: (count: number) => `全部${count}行`, en: (count: number) => `All ${count}` },
} as const satisfies Phrases;

/** As many rows that are not taken are shown. */
export const MOST_SHOWN = 8;

/** What a file would record, and which of its rows it would not; nothing is recorded yet. `lead`: what is said before. */
export function previewMessage(ctx: Ctx, { kept, plan }: PreviewedImport, lead: readonly string[] = []): Message {
  const say = inLanguage(words, ctx.language);
  const phrases = importPhrases(ctx);
  const would = wouldRecord(plan);
  const count = rowsOf(would);
  const several = severalSheets(plan.faults);
  const rows = [
    ...lead,
    ...(count === 0 ? [say.nothing] : phrases.counts(would)),
    ...(would.money.length === 0 ? [] : [say.second]),
    ...phrases.leftOut(plan),
  ];
  const faults = plan.faults.slice(0, MOST_SHOWN).map((fault) => `　${phrases.fault(fault, several)}`);
  const wrong = plan.faults.length === 0 ? [] : [say.faults(plan.faults.length), ...faults];
  const buttons = [
    ...(count === 0 ? [] : [button(ids.confirm, { import: kept.id }, say.record(count), 'primary')]),
    ...(plan.faults.length <= MOST_SHOWN
      ? []
      : [button(ids.faults, { import: kept.id, offset: 0 }, say.all(plan.faults.length))]),
  ];
  const title = phrases.file(kept.fileName);
  return {
    text: [title, ...rows, ...wrong].join('\n'),
    blocks: [
      section([`*${title}*`, ...rows].join('\n')),
      ...(wrong.length === 0 ? [] : [section(wrong.join('\n'))]),
      ...(buttons.length === 0 ? [] : [actions(...buttons)]),
    ],
  };
}
