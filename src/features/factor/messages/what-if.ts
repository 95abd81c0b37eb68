import { gatesOf } from '../../../domain/factor-choice.js';
import type { Ctx } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, button, header, section } from '../../../slack/blocks.js';
import { escapeText } from '../../../text/escape.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { fitsRow } from '../../../text/row.js';
import { ids } from '../ids.js';
import type { SeenPool, WhatIf } from '../model.js';
import { factorPhrases } from './parts.js';

const words = {
  title: { zh: (factor: string) => `${factor}试算`, en: (factor: string) => `${factor}: what if` },
  nobody: { zh: '没有人在等，不用试算', en: 'Nobody waits: nothing to try' },
  byYield: { zh: '如果只按产出', en: 'By yield alone' },
  best: { zh: '保关口最多', en: 'Most for gates' },
  now: { zh: '现在的次序', en: 'The present order' },
  takes: {
    zh: (lead: string, codes: string, rest: string) => `${lead}：${codes}，剩${rest}`,
    en: (lead: string, codes: string, rest: string) => `${lead}: ${codes}, ${rest} left`,
  },
  nothing: { zh: (lead: string) => `${lead}：都不够`, en: (lead: string) => `${lead}: not enough for any` },
  and: { zh: (count: number) => `等${count}家`, en: (count: number) => ` and ${count} more` },
  short: {
    zh: (code: string, by: string) => `${code}差${by}`,
    en: (code: string, by: string) => `${code} ${by} short`,
  },
  gate: { zh: (gate: string) => `，${gate}少1个`, en: (gate: string) => `: one fewer for the ${gate}` },
  without: { zh: (gate: string) => `，${gate}`, en: (gate: string) => `, ${gate}` },
  keeps: {
    zh: (count: number) => `现在的次序：保${count}个关口项目，不动`,
    en: (count: number) => `The present order keeps ${count} gate ${count === 1 ? 'project' : 'projects'}`,
  },
  more: {
    zh: (best: number, now: number) => `能保${best}个关口项目，现在${now}个`,
    en: (best: number, now: number) => `Keeps ${best} gate projects; the present order ${now}`,
  },
  others: { zh: (count: number) => `另有${count}家不够`, en: (count: number) => `${count} more are short` },
  whole: { zh: '只算一次配够的；到日子前到的指标也算', en: 'Whole amounts, with batches that come in time' },
  list: { zh: '看次序', en: 'See order' },
} as const satisfies Phrases;

const MOST_LEFT = 6;
/** As many codes as are named in a row, fewer where it is too narrow. */
const MOST_CODES = 4;

type Choice = WhatIf['now'];

/** What other choices would do and lose beside the printed order, each left out with what it lacks; nothing is changed by it. */
export function whatIfMessage(ctx: Ctx, seen: SeenPool, { now, byYield, best }: WhatIf): Message {
  const { language } = ctx;
  const say = inLanguage(words, language);
  const phrases = factorPhrases(ctx, language);
  const { factor, pool } = seen;
  const title = say.title(phrases.title(factor, pool.part));
  const keeps = gatesOf(now);
  const more = gatesOf(best) > keeps;
  const sections =
    seen.lines.length === 0
      ? [[say.nobody]]
      : [
          [takes(say.byYield, byYield), ...left(byYield, now)],
          more
            ? [takes(say.best, best), ...left(best, now), say.more(gatesOf(best), keeps)]
            : [takes(say.now, now), ...left(now, now), say.keeps(keeps)],
          [say.whole],
        ];
  return {
    text: [title, ...sections.flat()].slice(0, 4).join(language === 'zh' ? '；' : '; '),
    blocks: [
      header(title),
      ...sections.map((rows) => section(rows.join('\n'))),
      actions(button(ids.list, { pool: pool.id, offset: 0 }, say.list)),
    ],
  };

  function takes(lead: string, { taken, rest }: Choice): string {
    if (taken.length === 0) return say.nothing(lead);
    const row = (most: number) => {
      const codes = taken.slice(0, most).map(({ code }) => escapeText(code));
      const named = codes.join(language === 'zh' ? '、' : ', ');
      const beyond = language === 'zh' ? taken.length : taken.length - most;
      return say.takes(lead, taken.length > most ? `${named}${say.and(beyond)}` : named, phrases.amount(rest, factor));
    };
    const most = [MOST_CODES, 3, 2, 1].find((count) => fitsRow(row(count), language)) ?? 1;
    return row(most);
  }

  /** Who is left out and why; one that the present order keeps for a gate costs one. */
  function left(choice: Choice, present: Choice): readonly string[] {
    const kept = new Set(present.taken.map(({ id }) => id));
    const rows = choice.left.map(({ request, short }) => {
      const lost = request.gate !== null && kept.has(request.id);
      const gate = phrases.gate(request);
      const first = say.short(escapeText(request.code), phrases.amount(short, factor));
      return `${first}${lost ? say.gate(gate) : say.without(gate)}`;
    });
    return rows.length > MOST_LEFT ? [...rows.slice(0, MOST_LEFT), say.others(rows.length - MOST_LEFT)] : rows;
  }
}
