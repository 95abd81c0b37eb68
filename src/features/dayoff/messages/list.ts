import type { KnownBlock } from '@slack/types';
import type { Ctx } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { button, header, plain, section } from '../../../slack/blocks.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';
import type { Entered } from '../model.js';
import { partsOf } from './parts.js';

const words = {
  none: {
    zh: '没有登记的请假。登记：/dayoff 5月6日-9日 代理 韩振国',
    en: 'No leave is entered. To enter one: /dayoff 5月6日-9日 代理 韩振国',
  },
  title: { zh: '请假', en: 'Leave' },
  end: { zh: '销假', en: 'End it' },
} as const satisfies Phrases;

/** What is entered, each with the button to end it. */
export function leavesMessage(ctx: Ctx, all: readonly Entered[]): Message {
  const say = inLanguage(words, ctx.language);
  if (all.length === 0) return plain(say.none);
  const rows = all.slice(0, 20).map((entered): KnownBlock => {
    const { who, days, stands } = partsOf(entered, ctx.language, ctx.program.year);
    return section(`*${who}* ${days}\n${stands}`, button(ids.end, { id: entered.leave.id }, say.end));
  });
  return { text: say.title, blocks: [header(say.title), ...rows] };
}
