import { createHash } from 'node:crypto';
import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { Action } from '../../feature.js';
import type { Message } from '../../message.js';
import type { Store } from '../../store/index.js';
import { clip, escapeText } from '../../text/escape.js';
import type { Language } from '../../text/language.js';
import { actions, button, context, defineId, plain, section } from '../blocks.js';
import { surfaceWords } from '../words.js';
import { MOST_TYPED } from './long-input.js';
import { type Arrival, type InteractionBody, readPayload } from './payload.js';
import { restoreInput } from './restore-input.js';

export type SentForm = NonNullable<InteractionBody['view']>;
type Given = Arrival & { readonly body: InteractionBody };

/** Of a form that was given back by message: under which key its content is kept. */
const reopen = defineId('surface.reopen', z.object({ kept: z.string() }));

/** What is shown of one field; a form has a few of them, and a message room for 3,000 characters. */
const MOST_SHOWN = 400;

/** What was typed into a form, field by field, as far as it is text; at most so many characters of each. */
function typedInto(form: SentForm, most: number): readonly string[] {
  return Object.values(form.state?.values ?? {}).flatMap((elements) => {
    const typed = Object.values(elements)[0]?.value;
    return typed ? [`> ${escapeText(clip(typed, most)).replaceAll('\n', '\n> ')}`] : [];
  });
}

/** A refusal of a form that closed, with all that was typed in it: it stands nowhere else. */
export function withTyped(refusal: Message, form: SentForm, language: Language): Message {
  const typed = typedInto(form, MOST_TYPED);
  if (typed.length === 0) return refusal;
  const { filledIn } = surfaceWords(language);
  return { ...refusal, blocks: [...refusal.blocks, context(filledIn), ...typed.map((each) => section(each))] };
}

/** The number by which the log's line of a fault is found. */
export const referenceOf = ({ key }: Pick<Arrival, 'key'>): string =>
  createHash('sha256').update(key).digest('hex').slice(0, 6).toUpperCase();

const keptKey = ({ key }: Pick<Arrival, 'key'>): string => `kept:${key}`;

/**
 * Keeps a sent form with what was typed in it, as long as payloads are kept, so that it can be opened again. From then on it is
 * its person's: no later try works it, wherever this one ends.
 */
export const keepForm = (store: Store, arrival: Given): Promise<void> =>
  store.payloads.keep({
    key: keptKey(arrival),
    workspaceId: arrival.workspaceId,
    kind: 'kept',
    body: arrival.body,
  });

const answerKey = ({ key }: Pick<Arrival, 'key'>): string => `answer:${key}`;

/**
 * Keeps what a sent form was answered with, where that is more than closing it. Slack goes by whoever answers first: a process that
 * was handed the same form has to say the same, or its empty answer closes the window with what was typed.
 */
export const keepAnswer = (store: Store, arrival: Given, answer: object): Promise<void> =>
  store.payloads.keep({ key: answerKey(arrival), workspaceId: arrival.workspaceId, kind: 'kept', body: answer });

/** What a sent form was answered with by whichever process worked it; null: it was closed. */
export const keptAnswer = async (store: Pick<Store, 'payloads'>, arrival: Arrival): Promise<object | null> =>
  z
    .looseObject({})
    .nullable()
    .parse(await store.payloads.kept(arrival.workspaceId, answerKey(arrival)));

/** Whether it was decided that its person has it back. */
export const isGivenBack = async (store: Pick<Store, 'payloads'>, arrival: Arrival): Promise<boolean> =>
  arrival.kind === 'view' && (await store.payloads.kept(arrival.workspaceId, keptKey(arrival))) !== null;

/** For a form whose window is gone: why it was not taken, what was typed, and a button that opens it again. */
export function givenBack(
  arrival: Given & { readonly body: { readonly view: SentForm } },
  why: string,
  language: Language,
): Message {
  const words = surfaceWords(language);
  const { text, blocks } = plain([`⚠️ ${why}`, ...typedInto(arrival.body.view, MOST_SHOWN)].join('\n'));
  return {
    text,
    blocks: [...blocks, actions(button(reopen, { kept: keptKey(arrival) }, words.reopen, 'primary'))],
  };
}

/** Opens a form that was given back, for the one who had sent it. */
export function openReopen(store: Store): Action {
  return {
    id: reopen.id,
    rights: ['own'],
    opensForm: true,
    async run(ctx, pressed) {
      const { kept } = reopen.value.parse(pressed.value);
      const body = await store.payloads.kept(ctx.program.workspaceId, kept);
      const arrival = readPayload(body);
      if (arrival?.kind !== 'view' || !arrival.body.view || arrival.userId !== ctx.person.slackUserId)
        return { kind: 'say', message: plain(surfaceWords(ctx.language).formGone) };
      return { kind: 'view', view: restoreInput(arrival.body.view, {}) };
    },
  };
}

/** The form as it was sent, with a line on top that says what became of it. */
export function withNotice(form: SentForm, notice: string, errors: Readonly<Record<string, string>> = {}): ModalView {
  const view = restoreInput(form, errors);
  return { ...view, blocks: [section(`⚠️ ${notice}`), ...view.blocks] };
}
