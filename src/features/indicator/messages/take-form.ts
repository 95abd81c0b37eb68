import type { ModalView } from '@slack/types';
import { MOST_INDICATORS } from '../../../domain/indicators.js';
import type { Place } from '../../../feature.js';
import { form, input } from '../../../slack/blocks.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';

const words = {
  title: { zh: '经济指标', en: 'Indicators' },
  submit: { zh: '传', en: 'Send' },
  close: { zh: '取消', en: 'Cancel' },
  file: { zh: '统计局的表（.xlsx、.csv）', en: 'The statistics office’s spreadsheet' },
  hint: {
    zh: `一行一项，最多${MOST_INDICATORS}项；列是指标、单位、1月、2月…、同比。前几个月改了的，会标出更正。`,
    en: `A row an indicator, ${MOST_INDICATORS} at most; columns 指标, 单位, a column a month (1月, 2月 …), 同比. What changed of months before is marked as revised.`,
  },
} as const satisfies Phrases;

/** Where the month's spreadsheet is attached. */
export function takeForm(place: Place, language: Language): ModalView {
  const say = inLanguage(words, language);
  const element = { type: 'file_input' as const, action_id: 'file', filetypes: ['xlsx', 'csv'], max_files: 1 };
  return form(ids.takeForm, { place }, { title: say.title, submit: say.submit, close: say.close }, [
    input('file', say.file, element, { hint: say.hint }),
  ]);
}
