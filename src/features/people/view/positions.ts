import type { Work } from '../../../domain/work.js';
import type { Ctx, Outcome } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, button, context, divider, form, header, input, section } from '../../../slack/blocks.js';
import type { Contact } from '../../../store/people.js';
import type { Position } from '../../../store/positions.js';
import { escapeText } from '../../../text/escape.js';
import { inLanguage, type Language } from '../../../text/language.js';
import type { SeenPosition, Succeeded } from '../act/positions.js';
import { ids } from '../ids.js';
import { words } from '../words.js';
import { countsWords, workField } from './hand-over.js';
import { nameOf, personField, unitField, wordsOf } from './parts.js';

const MOST_ROWS = 15;

const holderWords = ({ holderName }: Position, language: Language): string =>
  holderName === null ? inLanguage(words.positions, language).vacant : wordsOf(holderName, language);

/** All positions, with who holds them and what they bring. */
export function positionsMessage(seen: readonly SeenPosition[], language: Language): Message {
  const say = inLanguage(words.positions, language);
  const rows = seen.slice(0, MOST_ROWS).flatMap(({ position, work, duties }) => [
    section(
      `${say.line(escapeText(position.name), holderWords(position, language))}\n${countsWords(work, language, duties)}`,
    ),
    {
      ...actions(
        button(ids.successor, { position: position.id }, say.successor),
        ...(position.holderId === null ? [] : [button(ids.bind, { position: position.id }, say.bind)]),
      ),
      block_id: `position-${position.id}`,
    },
  ]);
  return {
    text: say.list,
    blocks: [
      header(say.list),
      ...(seen.length === 0 ? [section(say.none)] : rows),
      ...(seen.length > MOST_ROWS ? [context(say.leavesMore(seen.length - MOST_ROWS))] : []),
      divider,
      actions(button(ids.position, {}, say.make, 'primary')),
    ],
  };
}

export function positionForm(ctx: Ctx): Outcome {
  const say = inLanguage(words.positions, ctx.language);
  const texts = { title: say.makeTitle, submit: say.save, close: say.close };
  return {
    kind: 'view',
    view: form(ids.positionForm, { place: ctx.place }, texts, [
      input('name', say.name, { type: 'plain_text_input', action_id: 'name', max_length: 40 }, { hint: say.nameHint }),
      unitField('unit', say.unit, { optional: true }),
      personField('holder', say.holder, { optional: true }, ctx.language),
    ]),
  };
}

export function madeMessage(position: Position, language: Language): Message {
  const say = inLanguage(words.positions, language);
  const line = say.made(escapeText(position.name), holderWords(position, language));
  if (position.holderId === null) return { text: line, blocks: [section(line)] };
  return {
    text: line,
    blocks: [
      section(line),
      context(say.madeHow),
      actions(button(ids.bind, { position: position.id }, say.bind, 'primary')),
    ],
  };
}

export function bindForm(ctx: Ctx, position: Position, work: Work): Outcome {
  const say = inLanguage(words.positions, ctx.language);
  const texts = { title: say.bindTitle, submit: say.save, close: say.close };
  return {
    kind: 'view',
    view: form(ids.bindForm, { position: position.id, place: ctx.place }, texts, [
      section(say.line(escapeText(position.name), holderWords(position, ctx.language))),
      workField('what', say.bindWhat, work, say.bindHint, ctx.language),
    ]),
  };
}

export function successorForm(ctx: Ctx, position: Position): Outcome {
  const say = inLanguage(words.positions, ctx.language);
  const texts = { title: say.successorTitle, submit: say.save, close: say.close };
  return {
    kind: 'view',
    view: form(ids.successorForm, { position: position.id, place: ctx.place }, texts, [
      section(say.line(escapeText(position.name), holderWords(position, ctx.language))),
      personField('to', say.successorWho, { optional: true, hint: say.successorHint }, ctx.language),
    ]),
  };
}

/** What a change of holder would hand over, before anything is. */
export function previewMessage(
  { position, work, duties }: SeenPosition,
  to: Pick<Contact, 'id' | 'name' | 'nameEn'> | null,
  language: Language,
): Message {
  const say = inLanguage(words.positions, language);
  const line = say.preview(
    escapeText(position.name),
    holderWords(position, language),
    to ? nameOf(to, language) : say.vacant,
  );
  const counts = countsWords(work, language, duties);
  return {
    text: line,
    blocks: [
      section(`*${line}*\n${counts === say.nothing ? say.willNothing : say.will(counts)}`),
      ...(to === null && counts !== say.nothing ? [context(say.willVacant)] : []),
      actions(
        button(
          ids.succeed,
          { position: position.id, from: position.holderId, to: to?.id ?? null },
          say.confirm,
          'primary',
        ),
      ),
    ],
  };
}

export function succeededMessage(
  { seen, to, cause }: Extract<Succeeded, { kind: 'succeeded' }>,
  language: Language,
): Message {
  const say = inLanguage(words.positions, language);
  const name = escapeText(seen.position.name);
  const counts = countsWords(seen.work, language, seen.duties);
  const line = to ? say.done(name, nameOf(to, language), counts) : say.doneVacant(name);
  return { text: line, blocks: [section(line), actions(button(ids.undo, { cause }, say.undo))] };
}
