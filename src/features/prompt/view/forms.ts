import type { ModalView } from '@slack/types';
import type { Ctx } from '../../../feature.js';
import { form, type InputElement, input, section } from '../../../slack/blocks.js';
import type { Prompt, PromptItem } from '../../../store/prompts.js';
import { clip, escapeText } from '../../../text/escape.js';
import { inLanguage } from '../../../text/language.js';
import { ids } from '../ids.js';
import { words } from '../words.js';
import { standWords } from './message.js';

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
  const say = inLanguage(words, ctx.language);
  const sent = { place: ctx.place, prompt: prompt.id, milestone: item.milestoneId };
  const scene = { today: ctx.today, program: ctx.program };
  const head = section(
    `*${escapeText(clip(item.name, 60))}* · ${item.code} ${escapeText(clip(item.projectName, 60))}\n${standWords(item, ctx.language, scene)}`,
  );
  const texts = (title: string) => ({ title, submit: say.submit, close: say.close });
  switch (what) {
    case 'number':
      return form(ids.numberForm, sent, texts(say.numberTitle), [
        head,
        input(
          'percent',
          say.percentLabel,
          { type: 'number_input', action_id: 'percent', is_decimal_allowed: false, min_value: '0', max_value: '100' },
          { hint: say.percentHint },
        ),
        input('text', say.noteLabel, written('text'), { optional: true }),
      ]);
    case 'late':
      return form(ids.lateForm, sent, texts(say.lateTitle), [
        head,
        input('day', say.dayLabel, { type: 'datepicker', action_id: 'day' }),
        input('text', say.noteLabel, written('text'), { optional: true }),
      ]);
    case 'blocked':
      return form(ids.blockedForm, sent, texts(say.blockedTitle), [
        head,
        input('text', say.textLabel, written('text'), { hint: say.textHint }),
      ]);
  }
}
