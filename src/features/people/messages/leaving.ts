import type { Message } from '../../../message.js';
import { actions, button, context, header, section } from '../../../slack/blocks.js';
import { clip, escapeText } from '../../../text/escape.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';
import type { Leaving } from '../model.js';
import { nameOf } from './parts.js';
import { phrases } from './phrases.js';
import { workLines } from './responsibilities.js';

/** Phrases of this message, zh-CN and English side by side. */
export const words = {
  leavesPosition: { zh: (what: string) => `岗位　${what}`, en: (what: string) => `Position ${what}` },
  leavesTitle: { zh: (who: string) => `${who}离岗`, en: (who: string) => `${who} leaves` },
  leavesDelegate: {
    zh: (who: string) => `正代理${who}；离岗后没有人代理，请另行登记代理人`,
    en: (who: string) => `They stand in for ${who}; nobody will when they are gone: enter another delegate`,
  },
  retire: { zh: '办理离岗', en: 'Retire' },
  leavesNothing: {
    zh: (who: string) => `${who}名下没有要移交的工作。办理离岗后没有角色，账号解除。`,
    en: (who: string) => `${who} has no work to hand over. Retired, they have no role, and their account is untied.`,
  },
  leavesMore: phrases.leavesMore,
  leavesWork: { zh: '要移交的工作', en: 'Work to hand over' },
  successor: phrases.successor,
  handOver: phrases.handOver,
} as const satisfies Phrases;

/** More of them are not read in one message. */
const MOST_LINES = 30;

/** Who leaves: what another has to take over, or, where there is nothing, the end of it. */
export function leavingMessage({ person, work, positions, standsInFor }: Leaving, language: Language): Message {
  const say = inLanguage(words, language);
  const who = nameOf(person, language);
  const lines = [
    ...positions.map(({ name }) => escapeText(say.leavesPosition(name))),
    ...workLines(work, language).map(({ text }) => escapeText(clip(text, 90))),
  ];
  const title = say.leavesTitle(who);
  const absent = standsInFor.map((each) => nameOf(each, language)).join(language === 'zh' ? '、' : ', ');
  const stands = absent === '' ? [] : [context(say.leavesDelegate(absent))];
  if (lines.length === 0) {
    const retire = button(ids.retire, { person: person.id }, say.retire, 'danger');
    return { text: title, blocks: [header(title), section(say.leavesNothing(who)), ...stands, actions(retire)] };
  }
  const more = lines.length > MOST_LINES ? [context(say.leavesMore(lines.length - MOST_LINES))] : [];
  const some = workLines(work, language).length > 0;
  return {
    text: title,
    blocks: [
      header(title),
      section(`*${say.leavesWork}*\n${lines.slice(0, MOST_LINES).join('\n')}`),
      ...more,
      ...stands,
      actions(
        ...positions.map(({ id, name }) => button(ids.successor, { position: id }, `${name} · ${say.successor}`)),
        ...(some ? [button(ids.handOver, { person: person.id }, say.handOver, 'primary' as const)] : []),
      ),
    ],
  };
}
