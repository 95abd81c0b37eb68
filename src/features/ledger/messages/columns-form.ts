import type { ModalView } from '@slack/types';
import { FIELD_WORDS } from '../../../domain/ledger-sheet/fault-words.js';
import { form, input, option, section } from '../../../slack/blocks.js';
import { clip } from '../../../text/escape.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';
import { FORGET, MATCHED_FIELDS } from '../matches.js';
import type { OpenImport, Remembered } from '../model.js';

export const words = {
  columnsTitle: { zh: '对列名', en: 'Match columns' },
  columnsAbout: {
    zh: '这些列没有认出来。选定后会记住，下次不用再选。',
    en: 'These columns were not recognised. What you choose is remembered for the next file.',
  },
  columnsKnown: { zh: '以前选定、现在照用的列：', en: 'Matched before, and used again:' },
  forget: { zh: '不再记住', en: 'Forget this' },
  asMilestone: { zh: (head: string) => `节点“${head}”的时间`, en: (head: string) => `Day of milestone “${head}”` },
  ignored: { zh: '不导入', en: 'Do not import' },
  close: { zh: '关闭', en: 'Close' },
  save: { zh: '保存', en: 'Save' },
} as const satisfies Phrases;

/** What each head that was not recognised means, and what others were matched to before. */
export function columnsForm(
  { kept, understood }: OpenImport,
  remembered: readonly Remembered[],
  language: Language,
): ModalView {
  const say = inLanguage(words, language);
  const fields = MATCHED_FIELDS.map((field) => option(FIELD_WORDS[field][language], field));
  const choices = (head: string) => [
    option(say.ignored, 'ignored'),
    ...fields,
    option(say.asMilestone(clip(head, 30)), 'milestone'),
  ];
  const known = remembered.map(({ head, match }, at) => {
    const options = [option(say.forget, FORGET), ...choices(head)];
    const chosen = options.find(({ value }) => value === match);
    const element = {
      type: 'static_select' as const,
      action_id: `known#${at}`,
      options,
      ...(chosen ? { initial_option: chosen } : {}),
    };
    return input(`known:${at}`, clip(head, 150), element, { optional: true });
  });
  const blocks = understood.heads.map((head, at) => {
    const options = choices(head);
    const element = { type: 'static_select' as const, action_id: `column#${at}`, options };
    return input(`column:${at}`, clip(head, 150), element, { optional: true });
  });
  return form(ids.columnsForm, { import: kept.id }, { title: say.columnsTitle, submit: say.save, close: say.close }, [
    section(say.columnsAbout),
    ...blocks,
    ...(known.length > 0 ? [section(say.columnsKnown), ...known] : []),
  ]);
}
