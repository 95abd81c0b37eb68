import type { ModalView } from '@slack/types';
import type { Place } from '../../../feature.js';
import { form, input } from '../../../slack/blocks.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';

const words = {
  title: { zh: '招商导入', en: 'Promotion import' },
  submit: { zh: '读表', en: 'Read' },
  close: { zh: '取消', en: 'Cancel' },
  file: { zh: '活动、线索、到位资金的表', en: 'Activities, leads, vouchers' },
  hint: {
    zh: '列名照平常写：活动是带队领导、日期、地点；线索是企业、来源、状态；资金是凭证号、到账日期、金额（万元）、项目。先给您看，按了才记。',
    en: 'Activities: 带队领导, 日期, 地点. Leads: 企业, 来源, 状态. Vouchers: 凭证号, 到账日期, 金额（万元）, 项目. You see it first; nothing is recorded before you press.',
  },
} as const satisfies Phrases;

/** Where the spreadsheet is attached. */
export function sendForm(place: Place, language: Language): ModalView {
  const say = inLanguage(words, language);
  const element = { type: 'file_input' as const, action_id: 'file', filetypes: ['xlsx', 'csv'], max_files: 1 };
  return form(ids.sendForm, { place }, { title: say.title, submit: say.submit, close: say.close }, [
    input('file', say.file, element, { hint: say.hint }),
  ]);
}
