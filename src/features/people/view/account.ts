import { CODE_DAYS, codeWords } from '../../../domain/link-code.js';
import type { Ctx, Outcome } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, button, context, plain, section } from '../../../slack/blocks.js';
import { inLanguage, type Language } from '../../../text/language.js';
import type { Linked, MadeCode, Untied } from '../act/account.js';
import type { Decided } from '../act/request.js';
import { ids } from '../ids.js';
import { words } from '../words.js';
import { refuse, whoWords } from './parts.js';
import { decidedWords } from './request.js';

export function codeOutcome(ctx: Ctx, made: MadeCode): Outcome {
  const say = inLanguage(words.accounts, ctx.language);
  switch (made.kind) {
    case 'code':
      return { kind: 'say', message: codeMessage(made, ctx.language) };
    case 'tied':
      return { kind: 'say', message: plain(say.codeTied(whoWords(made.person, ctx.language))) };
    case 'denied':
      return refuse(inLanguage(words.people, ctx.language).denied(made.why));
    case 'gone':
      return { kind: 'say', message: plain(say.gone) };
  }
}

/** The code, to the one who asked for it alone: they tell it in person. */
export function codeMessage({ person, code }: Extract<MadeCode, { kind: 'code' }>, language: Language): Message {
  const say = inLanguage(words.accounts, language);
  const title = say.code(whoWords(person, language));
  return {
    text: title,
    blocks: [
      section(`*${title}*\n\`${codeWords(code)}\``),
      context(say.codeHow(codeWords(code), CODE_DAYS)),
      actions(button(ids.card, { person: person.id }, inLanguage(words.people, language).card)),
    ],
  };
}

export function linkedOutcome(linked: Linked, language: Language): Outcome {
  const say = inLanguage(words.accounts, language);
  switch (linked.kind) {
    case 'linked':
      return { kind: 'say', message: plain(say.welcome(whoWords(linked.person, language))) };
    case 'wrong':
      return refuse(say.wrongCode(linked.left));
    case 'too-many':
      return refuse(say.tooMany);
    case 'unread':
      return refuse(say.linkNeeded);
    case 'person-tied':
      return { kind: 'say', message: plain(say.personTied) };
    case 'account-tied':
      return { kind: 'say', message: plain(say.accountTied) };
    case 'gone':
      return { kind: 'say', message: plain(say.gone) };
  }
}

/** What came of a decision, to the one who decided. */
export function decidedMessage(decided: Decided, language: Language): Message {
  const say = inLanguage(words.accounts, language);
  switch (decided.kind) {
    case 'decided':
      return plain(decidedWords(decided.seen, language));
    case 'already':
      return plain(`${say.already}${language === 'en' ? ' ' : ''}${decidedWords(decided.seen, language)}`);
    case 'denied':
      return plain(inLanguage(words.people, language).denied(decided.why).wrong);
    case 'person-tied':
      return plain(say.personTied);
    case 'account-tied':
      return plain(say.accountTied);
    case 'gone':
      return plain(say.gone);
  }
}

export function untiedOutcome(ctx: Ctx, untied: Untied): Outcome {
  const say = inLanguage(words.accounts, ctx.language);
  switch (untied.kind) {
    case 'untied':
      return { kind: 'say', message: plain(say.untied(whoWords(untied.person, ctx.language))) };
    case 'was-untied':
      return { kind: 'say', message: plain(say.wasUntied(whoWords(untied.person, ctx.language))) };
    case 'denied':
      return refuse(inLanguage(words.people, ctx.language).denied(untied.why));
    case 'gone':
      return { kind: 'say', message: plain(say.gone) };
  }
}
