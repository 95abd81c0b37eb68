import type { ModalView } from '@slack/types';
import { milestoneName } from '../../../domain/milestone-name.js';
import type { Ctx } from '../../../feature.js';
import { form, type InputElement, input, section } from '../../../slack/blocks.js';
import type { Prompt, PromptItem } from '../../../store/prompts.js';
import { clip, escapeText } from '../../../text/escape.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';
import { phrases } from './phrases.js';
import { standWords } from './stands.js';

/** Phrases of this message, zh-CN and English side by side. */
export const words = {
  numberTitle: { zh: '报进度', en: 'Percent done' },
  lateTitle: { zh: '要晚', en: 'It will be late' },
  blockedTitle: { zh: '卡住', en: 'It is blocked' },
  submit: { zh: '上报', en: 'Report' },
  close: { zh: '取消', en: 'Cancel' },
  percentLabel: { zh: '完成百分比', en: 'Percent done' },
  percentHint: { zh: '0 到 100；填 100 即完成', en: '0 to 100; 100 is done' },
  dayLabel: { zh: '新的完成日期', en: 'New day of completion' },
  dayHint: { zh: '到期日不变；要改期，报完按“申请延期”', en: 'The due day stays; to move it, ask afterwards' },
  noteLabel: { zh: '说明', en: 'Note' },
  textLabel: { zh: '卡在哪里', en: 'What stops it' },
  textHint: {
    zh: '例如：土地指标未批，影响开工。作为卡点登记，逐级督办。',
    en: 'Such as: land quota not approved. It is flagged as an obstacle and climbs until it is cleared.',
  },
} as const satisfies Phrases;

const all = { ...phrases, ...words };

const written = (name: string): InputElement => ({
  type: 'plain_text_input',
  action_id: name,
  multiline: true,
  max_length: 500,
});

/** The three small forms of a row: a number, a new date, what stops it. Above the fields, where it stands. */
export function rowForm(
  ctx: Ctx,
  { prompt, item }: { readonly prompt: Prompt; readonly item: PromptItem },
  what: 'number' | 'late' | 'blocked',
): ModalView {
  const say = inLanguage(all, ctx.language);
  const sent = { place: ctx.place, prompt: prompt.id, milestone: item.milestoneId };
  const moment = { today: ctx.today, program: ctx.program };
  const head = section(
    `*${escapeText(clip(milestoneName(item.name, ctx.language), 60))}* · ${item.code} ${escapeText(clip(item.projectName, 60))}\n${standWords(item, ctx.language, moment)}`,
  );
  const texts = (title: string) => ({ title, submit: say.submit, close: say.close });
  switch (what) {
    case 'number':
      return form(ids.numberForm, sent, texts(say.numberTitle), [
        head,
        input(
          'percent',
          say.percentLabel,
          { type: 'number_input', action_id: 'percent', is_decimal_allowed: true, min_value: '0', max_value: '100' },
          { hint: say.percentHint },
        ),
        input('text', say.noteLabel, written('text'), { optional: true }),
      ]);
    case 'late':
      return form(ids.lateForm, sent, texts(say.lateTitle), [
        head,
        input('day', say.dayLabel, { type: 'datepicker', action_id: 'day' }, { hint: say.dayHint }),
        input('text', say.noteLabel, written('text'), { optional: true }),
      ]);
    case 'blocked':
      return form(ids.blockedForm, sent, texts(say.blockedTitle), [
        head,
        input('text', say.textLabel, written('text'), { hint: say.textHint }),
      ]);
  }
}
