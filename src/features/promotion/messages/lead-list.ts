import type { KnownBlock } from '@slack/types';
import type { Ctx } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, button, header, plain, section } from '../../../slack/blocks.js';
import type { Lead } from '../../../store/promotion-leads.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';
import type { ListedLead } from '../model.js';
import { leadPhrases } from './lead-parts.js';

const words = {
  title: { zh: (count: number) => `线索${count}条`, en: (count: number) => `Leads: ${count}` },
  due: { zh: (count: number) => `等您跟的线索${count}`, en: (count: number) => `Leads for you: ${count}` },
  none: {
    zh: '没有在跟的线索\n报一条：`/promotion 线索 苏州精工 装备制造`',
    en: 'No leads in hand\nTell of one: `/promotion lead Bosch Rexroth`',
  },
  origin: { zh: '来源线索', en: 'From lead' },
  see: { zh: '看', en: 'Open' },
  more: { zh: (left: number) => `还有${left}条`, en: (left: number) => `${left} more` },
} as const satisfies Phrases;

const PAGE = 10;
const MOST_AT_HOME = 3;

function rowBlocks(ctx: Ctx, listed: readonly ListedLead[]): KnownBlock[] {
  const say = inLanguage(words, ctx.language);
  const phrases = leadPhrases(ctx);
  return listed.map((each) => {
    const { lead } = each;
    const rows = [`*${phrases.number(lead.number)}* ${phrases.short(lead)}`, ...phrases.stands(each)];
    const opener = button(ids.lead, { id: lead.id }, say.see);
    return section(rows.join('\n'), { ...opener, action_id: `${opener.action_id}#${lead.id}` });
  });
}

/** The leads in hand, what is due first; each opens its card. */
export function leadListMessage(ctx: Ctx, all: readonly ListedLead[], offset: number): Message {
  const say = inLanguage(words, ctx.language);
  if (all.length === 0) return plain(say.none);
  const page = all.slice(offset, offset + PAGE);
  const left = all.length - offset - page.length;
  const title = say.title(all.length);
  return {
    text: title,
    blocks: [
      section(`*${title}*`),
      ...rowBlocks(ctx, page),
      ...(left > 0 ? [actions(button(ids.leads, { offset: offset + PAGE }, say.more(left)))] : []),
    ],
  };
}

/** On the home tab: the leads that its reader is to judge or to answer. */
export function leadBlocks(ctx: Ctx, due: readonly ListedLead[]): KnownBlock[] {
  if (due.length === 0) return [];
  const say = inLanguage(words, ctx.language);
  const left = due.length - MOST_AT_HOME;
  return [
    header(say.due(due.length)),
    ...rowBlocks(ctx, due.slice(0, MOST_AT_HOME)),
    ...(left > 0 ? [actions(button(ids.leads, { offset: 0 }, say.more(left)))] : []),
  ];
}

/** On a project's card: the lead that it came from. */
export function projectLeadBlocks(ctx: Ctx, lead: Lead | null): KnownBlock[] {
  if (lead === null) return [];
  const say = inLanguage(words, ctx.language);
  const phrases = leadPhrases(ctx);
  const row = `${phrases.number(lead.number)} ${phrases.short(lead)}`;
  return [section(`*${say.origin}*\n${row}`, button(ids.lead, { id: lead.id }, say.see))];
}
