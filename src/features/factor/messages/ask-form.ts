import { amountText } from '../../../domain/factor-amount.js';
import type { PlanFactor } from '../../../domain/plan.js';
import type { Ctx, Outcome } from '../../../feature.js';
import { form, input, option, plainText } from '../../../slack/blocks.js';
import type { NamedProject } from '../../../store/projects.js';
import { clip, unescapeText } from '../../../text/escape.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { ids, type KnownNeed } from '../ids.js';
import { factorPhrases } from './parts.js';

const words = {
  title: { zh: '申请要素', en: 'Ask for a factor' },
  submit: { zh: '申请', en: 'Ask' },
  close: { zh: '取消', en: 'Cancel' },
  amount: { zh: (measure: string) => `数量（${measure}）`, en: (measure: string) => `Amount (${measure})` },
  part: { zh: '污染物', en: 'Pollutant' },
  partHint: { zh: '如 VOCs、COD、氨氮', en: 'Such as VOCs, COD, ammonia' },
  neededBy: { zh: '哪天前要', en: 'Needed by' },
  divisible: { zh: '可以先给一部分吗', en: 'May it be given in part?' },
  no: { zh: '不可拆分', en: 'Not divisible' },
  yes: { zh: '可拆分', en: 'Divisible' },
  wrongAmount: {
    zh: (measure: string) => `写一个大于0的数，单位${measure}，最多四位小数`,
    en: (measure: string) => `One number above 0, in ${measure}, four decimals at most`,
  },
  wrongPart: { zh: '写一种污染物：VOCs、COD、氨氮、二氧化硫', en: 'One pollutant: VOCs, COD, ammonia, SO2' },
  past: { zh: '这天已经过去', en: 'That day has passed' },
} as const satisfies Phrases;

/** What may be wrong in a field of the form. */
export function formFaults({ language }: Pick<Ctx, 'language'>, { measure }: PlanFactor) {
  const say = inLanguage(words, language);
  return { amount: say.wrongAmount(measure), part: say.wrongPart, past: say.past };
}

/** The form of a request, with what is known of it. */
export function askForm(ctx: Ctx, factor: PlanFactor, project: NamedProject, known: KnownNeed): Outcome {
  const say = inLanguage(words, ctx.language);
  const phrases = factorPhrases(ctx, ctx.language);
  const choices = [option(say.no, 'no'), option(say.yes, 'yes')] as const;
  const { code, name, nicknames } = project;
  const about = `${phrases.named({ code, name, nickname: nicknames[0]?.text ?? null })} · ${phrases.title(factor, known.part ?? '')}`;
  return {
    kind: 'view',
    view: form(ids.askForm, { place: ctx.place, known }, { title: say.title, submit: say.submit, close: say.close }, [
      { type: 'context', elements: [plainText(clip(unescapeText(about), 150))] },
      input('amount', say.amount(factor.measure), {
        type: 'plain_text_input',
        action_id: 'amount',
        max_length: 40,
        ...(known.amount === null ? {} : { initial_value: amountText(known.amount) }),
      }),
      ...(known.part === null
        ? [
            input(
              'part',
              say.part,
              { type: 'plain_text_input', action_id: 'part', max_length: 40 },
              { hint: say.partHint },
            ),
          ]
        : []),
      input(
        'neededBy',
        say.neededBy,
        {
          type: 'datepicker',
          action_id: 'neededBy',
          ...(known.neededBy === null ? {} : { initial_date: known.neededBy }),
        },
        { optional: true },
      ),
      input('divisible', say.divisible, {
        type: 'static_select',
        action_id: 'divisible',
        options: [...choices],
        initial_option: known.divisible ? choices[1] : choices[0],
      }),
    ]),
  };
}
