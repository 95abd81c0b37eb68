import type { KnownBlock } from '@slack/types';
import type { Ctx, Outcome, StrangerCtx } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, button, context, form, input, plain, refusalMessage, section } from '../../../slack/blocks.js';
import { clip, escapeText } from '../../../text/escape.js';
import { inLanguage, type Language } from '../../../text/language.js';
import type { Asked, SeenRequest } from '../act/request.js';
import { ids } from '../ids.js';
import { words } from '../words.js';
import { nameOf, personField, whoLabel, whoWords } from './parts.js';

const MOST_SAID = 600;

/** To who is not on the list, whatever they said: what to do about it. */
export function strangerMessage(ctx: StrangerCtx, coordinators: readonly string[], typed: string | null): Message {
  const say = inLanguage(words.accounts, ctx.language);
  const names = coordinators.map(escapeText).join(ctx.language === 'zh' ? '、' : ', ');
  const refusal = { ...say.stranger(names || say.nobody), understood: null };
  const message = refusalMessage(refusal, ctx.language, typed);
  return { ...message, blocks: [...message.blocks, actions(button(ids.ask, {}, say.ask, 'primary'))] };
}

export function strangerHome(ctx: StrangerCtx): Outcome {
  const say = inLanguage(words.accounts, ctx.language);
  return { kind: 'home', blocks: [section(say.strangerHome), actions(button(ids.ask, {}, say.ask, 'primary'))] };
}

/** The form of who asks to be let in; their account's name stands in it already. */
export function askForm(ctx: StrangerCtx): Outcome {
  const say = inLanguage(words.accounts, ctx.language);
  const texts = { title: say.askTitle, submit: say.send, close: say.close };
  const { name } = ctx.account;
  return {
    kind: 'view',
    view: form(ids.askForm, { place: ctx.place }, texts, [
      input('name', say.askName, {
        type: 'plain_text_input',
        action_id: 'name',
        max_length: 40,
        ...(name === '' ? {} : { initial_value: clip(name, 40) }),
      }),
      input('unit', say.askUnit, { type: 'plain_text_input', action_id: 'unit', max_length: 60 }),
      input(
        'words',
        say.askWords,
        { type: 'plain_text_input', action_id: 'words', multiline: true, max_length: MOST_SAID },
        { optional: true, hint: say.askWordsHint },
      ),
    ]),
  };
}

export function askedMessage({ kind }: Asked, language: Language): Message {
  const say = inLanguage(words.accounts, language);
  return plain({ asked: say.asked, waiting: say.waiting, 'refused-lately': say.refusedLately }[kind]);
}

/** To a coordinator: who asks, what they say, who may be meant; once it was decided, by whom and how. */
export function requestMessage(seen: SeenRequest, language: Language): Message {
  const say = inLanguage(words.accounts, language);
  const { request, asked, near } = seen;
  const who = say.requestWho(`<@${request.slackUserId}>`, escapeText(asked.name), escapeText(asked.unit));
  const said: KnownBlock[] = [
    section(`${say.requestTitle}\n${who}`),
    ...(asked.words === '' ? [] : [section(`>${escapeText(clip(asked.words, MOST_SAID))}`)]),
  ];
  const text = `${say.requestTitle}：${escapeText(asked.name)}`;
  if (request.decidedAt !== null) return { text, blocks: [...said, context(decidedWords(seen, language))] };
  const buttons = near.map((person) =>
    button(ids.tie, { request: request.id, person: person.id }, say.isThis(whoLabel(person, language)), 'primary'),
  );
  return {
    text,
    blocks: [
      ...said,
      context(near.length > 0 ? say.requestNear : say.requestNone),
      actions(
        ...buttons,
        button(ids.choose, { request: request.id }, say.chooseOther),
        button(ids.add, { request: request.id }, say.enrol),
        button(ids.refuse, { request: request.id }, say.refuse, 'danger'),
      ),
    ],
  };
}

/** Who decided on a request, and how. */
export function decidedWords({ request, decidedBy, person }: SeenRequest, language: Language): string {
  const say = inLanguage(words.accounts, language);
  const by = decidedBy ? nameOf(decidedBy, language) : say.nobody;
  if (person === null) return say.refusedBy(by);
  const who = whoWords(person, language);
  return request.decidedById === request.personId ? say.tiedBySelf(who) : say.tiedBy(by, who);
}

/** To who had asked. */
export function answerMessage({ person }: SeenRequest, why: string, language: Language): Message {
  const say = inLanguage(words.accounts, language);
  return plain(person === null ? say.notLetIn(escapeText(clip(why, 300))) : say.welcome(whoWords(person, language)));
}

/** A coordinator looks up who it is. */
export function tieForm(ctx: Ctx, request: number): Outcome {
  const say = inLanguage(words.accounts, ctx.language);
  const texts = { title: say.tieTitle, submit: say.tieSubmit, close: say.close };
  const fields = [personField('person', say.tieWho, {}, ctx.language)];
  return { kind: 'view', view: form(ids.tieForm, { request }, texts, fields) };
}

export function refuseForm(ctx: Ctx, request: number): Outcome {
  const say = inLanguage(words.accounts, ctx.language);
  const texts = { title: say.refuseTitle, submit: say.refuse, close: say.close };
  const why = input(
    'why',
    say.refuseWhy,
    { type: 'plain_text_input', action_id: 'why', max_length: 300 },
    { optional: true },
  );
  return { kind: 'view', view: form(ids.refuseForm, { request }, texts, [why]) };
}
