import { ROLE_WORDS } from '../../../domain/permission.js';
import type { Words } from '../../../domain/plan.js';
import { ROLES } from '../../../domain/plan.js';
import type { Ctx, Outcome } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, button, context, form, input, option, plain, section } from '../../../slack/blocks.js';
import type { Listed } from '../../../store/roster.js';
import { clip } from '../../../text/escape.js';
import { inLanguage, type Language } from '../../../text/language.js';
import type { PersonAdded, RoleChange } from '../act/roles.js';
import { ids } from '../ids.js';
import type { AskedIn } from '../said.js';
import { words } from '../words.js';
import { nameOf, personField, roleWords, unitField } from './parts.js';

const roleField = (label: string, language: Language) =>
  input('role', label, {
    type: 'static_select',
    action_id: 'role',
    options: ROLES.map((role) => option(ROLE_WORDS[role][language], role)),
  });

/** The form that puts somebody on the list; of a request, what they said of themselves stands in it. */
export function addForm(ctx: Ctx, request: number | null, asked: AskedIn | null): Outcome {
  const say = inLanguage(words.people, ctx.language);
  const text = (name: string, most: number, value?: string) => ({
    type: 'plain_text_input' as const,
    action_id: name,
    max_length: most,
    ...(value ? { initial_value: clip(value, most) } : {}),
  });
  return {
    kind: 'view',
    view: form(
      ids.addForm,
      { request, place: ctx.place },
      { title: say.addTitle, submit: say.save, close: say.close },
      [
        input('name', say.name, text('name', 40, asked?.name)),
        roleField(say.roleLabel, ctx.language),
        unitField('unit', say.unit, { optional: true, hint: say.unitHint }),
        input('title', say.title, text('title', 60), { optional: true }),
        input('nameEn', say.nameEn, text('nameEn', 60), { optional: true, hint: say.nameEnHint }),
        input('email', say.email, text('email', 120), { optional: true, hint: say.emailHint }),
      ],
    ),
  };
}

export function roleForm(ctx: Ctx, person: Listed | null): Outcome {
  const say = inLanguage(words.people, ctx.language);
  return {
    kind: 'view',
    view: form(ids.roleForm, { place: ctx.place }, { title: say.roleTitle, submit: say.save, close: say.close }, [
      personField('person', say.person, { chosen: person }, ctx.language),
      input('change', say.change, {
        type: 'radio_buttons',
        action_id: 'change',
        initial_option: option(say.give, 'give'),
        options: [option(say.give, 'give'), option(say.take, 'take')],
      }),
      roleField(say.roleLabel, ctx.language),
      unitField('unit', say.unit, { optional: true, hint: say.unitHint }),
    ]),
  };
}

/** What became of a role, with the button that turns it back. */
export function changedMessage(
  kind: 'changed' | 'same',
  person: Listed,
  change: RoleChange,
  unitName: Words | null,
  language: Language,
): Message {
  const say = inLanguage(words.people, language);
  const who = nameOf(person, language);
  const role = roleWords(change.role, unitName, language);
  if (kind === 'same') return plain(change.add ? say.sameGiven(who, role) : say.sameTaken(who, role));
  const line = change.add ? say.given(who, role) : say.taken(who, role);
  return {
    text: line,
    blocks: [section(line), actions(button(ids.card, { person: person.id }, say.card))],
  };
}

export function addedMessage({ person }: Extract<PersonAdded, { kind: 'added' }>, language: Language): Message {
  const say = inLanguage(words.people, language);
  const [held] = person.duties;
  const role = held ? roleWords(held.role, held.unitName, language) : say.noRole;
  const line = say.added(nameOf(person, language), role);
  if (person.slackUserId !== null) return plain(line);
  return {
    text: line,
    blocks: [
      section(line),
      context(say.addedCode),
      actions(button(ids.code, { person: person.id }, say.giveCode), button(ids.card, { person: person.id }, say.card)),
    ],
  };
}
