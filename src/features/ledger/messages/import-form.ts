import type { ModalView } from '@slack/types';
import type { Place } from '../../../feature.js';
import { form, input, section } from '../../../slack/blocks.js';
import { escapeText } from '../../../text/escape.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';

export const words = {
  importTitle: { zh: '导入台账', en: 'Import the ledger' },
  importSubmit: { zh: '导入', en: 'Import' },
  file: { zh: '台账表格（.xlsx、.csv）', en: 'Spreadsheet (.xlsx, .csv)' },
  fileHint: {
    zh: '按县里原来的样子就行：合并的表头、3.5亿元、6月底前都能读。先出预览，确认后才写入。也可以把表格直接发到和我的私信里。',
    en: 'As the county keeps it: merged heads, 3.5亿元, 6月底前 are all read. A preview comes first; nothing is written before you confirm. You may also send the file to me as a direct message.',
  },
  close: { zh: '关闭', en: 'Close' },
  previewSent: {
    zh: '正在读取，预览发到您和我的私信里。',
    en: 'It is being read; the preview comes into your direct messages with me.',
  },
} as const satisfies Phrases;

/** Where a spreadsheet is attached. */
export function importForm(place: Place, language: Language): ModalView {
  const say = inLanguage(words, language);
  const element = { type: 'file_input' as const, action_id: 'file', filetypes: ['xlsx', 'csv'], max_files: 1 };
  return form(ids.importForm, { place }, { title: say.importTitle, submit: say.importSubmit, close: say.close }, [
    input('file', say.file, element, { hint: say.fileHint }),
  ]);
}

/** After the form was sent: where the preview is. */
export function sentForm(language: Language): ModalView {
  const say = inLanguage(words, language);
  const said = escapeText(say.previewSent);
  return form(ids.importForm, { place: null }, { title: say.importTitle, submit: null, close: say.close }, [
    section(said),
  ]);
}
