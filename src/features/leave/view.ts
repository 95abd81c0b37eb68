import type { KnownBlock } from '@slack/types';
import { dayWords } from '../../domain/day-words.js';
import type { Ctx, Outcome } from '../../feature.js';
import type { Message } from '../../message.js';
import { actions, button, context, form, header, plain, section } from '../../slack/blocks.js';
import { escapeText } from '../../text/escape.js';
import { inLanguage, type Language } from '../../text/language.js';
import type { Entered, LeaveRefused } from './act.js';
import { ids } from './input.js';
import { words } from './words.js';

const text = (value: string) => ({ type: 'plain_text' as const, text: value });

function partsOf({ leave, people, actingId }: Entered, language: Language, year: number) {
  const say = inLanguage(words, language);
  const name = (id: number | null) => {
    const found = id === null ? undefined : people.get(id);
    return found ? escapeText(language === 'zh' ? found.name : found.nameEn) : '';
  };
  const day = (of: typeof leave.from) => dayWords(of, language, year);
  const who = name(leave.personId);
  const days = say.days(day(leave.from), day(leave.to));
  const chained = leave.delegateId !== null && actingId !== null && actingId !== leave.delegateId;
  const stands =
    actingId === null || leave.delegateId === null
      ? say.nobody
      : `${say.delegate(name(leave.delegateId))}${chained ? (language === 'zh' ? '；' : '; ') + say.chain(name(actingId)) : ''}`;
  return { say, who, days, stands };
}

/** The private answer: whose leave, when, who stands in. */
export function enteredMessage(entered: Entered, language: Language, year: number): Message {
  const { say, who, days, stands } = partsOf(entered, language, year);
  const line = say.entered(who, days);
  return {
    text: line,
    blocks: [
      section(`*${line}*\n${stands}`),
      ...(entered.held > 0 ? [context(say.held(entered.held))] : []),
      actions(button(ids.end, { id: entered.leave.id }, say.end)),
    ],
  };
}

export function endedMessage(entered: Entered, language: Language, year: number): Message {
  const { say, who, days } = partsOf(entered, language, year);
  return plain(say.ended(who, days));
}

/** To the delegate: for whom, when, and what that means. */
export function delegateMessage(entered: Entered, language: Language, year: number): Message {
  const { say, who, days } = partsOf(entered, language, year);
  const line = say.toDelegate(who, days);
  return { text: line, blocks: [section(`*${line}*`), context(say.toDelegateHint(entered.held))] };
}

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

/** The form; a coordinator chooses whose leave it is. */
export function leaveForm(ctx: Ctx): Outcome {
  const say = inLanguage(words, ctx.language);
  const coordinates = ctx.person.roles.some(({ role }) => role === 'coordinator');
  const field = (
    name: string,
    label: string,
    element: Extract<KnownBlock, { type: 'input' }>['element'],
    hint: string | null,
  ): KnownBlock => ({
    type: 'input',
    block_id: name,
    label: text(label),
    element,
    optional: hint !== null,
    ...(hint === null ? {} : { hint: text(hint) }),
  });
  return {
    kind: 'view',
    view: form(ids.form, { place: ctx.place }, { title: say.formTitle, submit: say.submit, close: say.close }, [
      field('from', say.from, { type: 'datepicker', action_id: 'from', initial_date: ctx.today }, null),
      field('to', say.to, { type: 'datepicker', action_id: 'to', initial_date: ctx.today }, null),
      field('delegate', say.delegateLabel, { type: 'users_select', action_id: 'delegate' }, say.delegateHint),
      ...(coordinates
        ? [field('person', say.person, { type: 'users_select', action_id: 'person' }, say.personHint)]
        : []),
    ]),
  };
}

/** Why it was not entered, as a clause. */
export function refusedWords(because: LeaveRefused, language: Language): string {
  const say = inLanguage(words, language);
  return { order: say.faultOrder, past: say.faultPast, self: say.faultSelf, stranger: say.faultStranger }[because];
}
