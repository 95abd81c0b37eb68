import { dayAt, timeAt } from '../../../domain/day.js';
import type { ReadLead } from '../../../domain/promotion/lead.js';
import type { Ctx } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, button, section } from '../../../slack/blocks.js';
import type { Lead } from '../../../store/promotion-leads.js';
import { clip, escapeText } from '../../../text/escape.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';
import type { SeenLead } from '../model.js';
import { leadPhrases } from './lead-parts.js';
import { promotionPhrases } from './parts.js';

const words = {
  ask: { zh: '记一条线索？', en: 'Note a lead?' },
  wants: { zh: (what: string) => `要：${what}`, en: (what: string) => `Wants ${what}` },
  near: {
    zh: (number: number, investor: string) => `像线索${number}号 ${investor}？`,
    en: (number: number, investor: string) => `Lead ${number} is ${investor}: the same?`,
  },
  confirm: { zh: '确认', en: 'Confirm' },
  join: { zh: (number: number) => `并入${number}号`, en: (number: number) => `Join lead ${number}` },
  joined: {
    zh: (number: number) => `线索${number}号已有，您并入同报`,
    en: (number: number) => `Lead ${number} exists; you join it`,
  },
  first: {
    zh: (name: string, when: string) => `首报：${name}，${when}`,
    en: (name: string, when: string) => `First told: ${name}, ${when}`,
  },
  others: { zh: (names: string) => `同报：${names}`, en: (names: string) => `Told again: ${names}` },
  contact: { zh: (whom: string) => `联系人：${whom}`, en: (whom: string) => `Contact: ${whom}` },
  pursue: { zh: '值得跟', en: 'Pursue' },
  drop: { zh: '不跟', en: 'Drop' },
  answered: { zh: '已回复', en: 'Answered' },
  sign: { zh: '已签约', en: 'Signed' },
  unsign: { zh: '撤销', en: 'Undo' },
  unsigned: {
    zh: (code: string) => `已撤销签约，${code}不再是在办项目`,
    en: (code: string) => `Signing undone: ${code} left the plan`,
  },
  call: { zh: '联系人', en: 'Contact' },
} as const satisfies Phrases;

/** What a line was understood as, to be told of by one press. */
export function askedLeadMessage(ctx: Ctx, lead: ReadLead, near: readonly Lead[]): Message {
  const say = inLanguage(words, ctx.language);
  const rows = [
    leadPhrases(ctx).investor(lead),
    ...(lead.wants === null ? [] : [say.wants(escapeText(lead.wants))]),
    ...near.map(({ number, investor }) => say.near(number, escapeText(investor))),
  ];
  const text = [lead.field, lead.wants].filter((each) => each !== null).join(' ');
  return {
    text: [say.ask, ...rows].join('\n'),
    blocks: [
      section([`*${say.ask}*`, ...rows].join('\n')),
      actions(
        button(ids.tellLead, lead, say.confirm, 'primary'),
        ...near.map(({ id, number }) => button(ids.joinLead, { id, text }, say.join(number))),
      ),
    ],
  };
}

const MOST_NAMED = 3;

function rowsOf(ctx: Ctx, { lead, people, ...seen }: SeenLead): readonly string[] {
  const say = inLanguage(words, ctx.language);
  const phrases = promotionPhrases(ctx);
  const { timeZone } = ctx.program;
  const time = timeAt(lead.firstAt, timeZone).replace(/^0/, '');
  const when = `${phrases.day(dayAt(lead.firstAt, timeZone))}${ctx.language === 'zh' ? '' : ' '}${time}`;
  const named = lead.joinedIds.slice(0, MOST_NAMED).map((id) => phrases.name(people, id));
  const more = lead.joinedIds.length - named.length;
  const others = named.join(ctx.language === 'zh' ? '、' : ', ') + (more > 0 ? ` +${more}` : '');
  return [
    ...(lead.wants === null ? [] : [say.wants(escapeText(lead.wants))]),
    say.first(phrases.name(people, lead.firstById), when),
    ...(named.length === 0 ? [] : [say.others(others)]),
    ...leadPhrases(ctx).stands({ lead, ...seen }),
    ...(lead.contact === null ? [] : [say.contact(escapeText(lead.contact))]),
  ];
}

/** A lead's card: whose it is, by when it is judged and answered, and what its reader may do. `unsigned`: the project that it just ceased to be. */
export function leadMessage(ctx: Ctx, seen: SeenLead, unsigned: string | null = null): Message {
  const { lead } = seen;
  const title = leadPhrases(ctx).title(lead);
  const undone = unsigned === null ? [] : [inLanguage(words, ctx.language).unsigned(escapeText(unsigned))];
  const rows = [...undone, ...rowsOf(ctx, seen)];
  const buttons = buttonsOf(ctx, seen);
  return {
    text: [title, ...rows].join('\n'),
    blocks: [section([`*${title}*`, ...rows].join('\n')), ...(buttons.length > 0 ? [actions(...buttons)] : [])],
  };
}

function buttonsOf(ctx: Ctx, { lead, judges, works, signs, unsigns }: SeenLead) {
  const say = inLanguage(words, ctx.language);
  const press = { id: lead.id, version: lead.version };
  const { standing } = lead;
  if (standing === 'signed') return unsigns ? [button(ids.unsign, press, say.unsign)] : [];
  return [
    ...(judges && standing !== 'pursued' ? [button(ids.pursue, press, say.pursue, 'primary')] : []),
    ...(works && standing !== 'dropped' ? [button(ids.answered, press, say.answered)] : []),
    ...(works ? [button(ids.contact, press, say.call)] : []),
    ...(signs && standing === 'pursued' ? [button(ids.sign, press, say.sign)] : []),
    ...(judges && standing !== 'dropped' ? [button(ids.drop, press, say.drop)] : []),
  ];
}

/** To who came second: that it is there, and whose it is. */
export function joinedMessage(ctx: Ctx, seen: SeenLead): Message {
  const say = inLanguage(words, ctx.language);
  const title = say.joined(seen.lead.number);
  const rows = [leadPhrases(ctx).investor(seen.lead), ...rowsOf(ctx, seen)].map((row) => clip(row, 300));
  return { text: [title, ...rows].join('\n'), blocks: [section([`*${title}*`, ...rows].join('\n'))] };
}
