import type { Ctx, Outcome } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, button, context, form, input, plain, section } from '../../../slack/blocks.js';
import { clip } from '../../../text/escape.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';
import type { AskedIn, PersonAdded } from '../model.js';
import { roleField, unitField } from './fields.js';
import { nameOf, roleWords } from './parts.js';
import { phrases } from './phrases.js';

/** Phrases of this message, zh-CN and English side by side. */
export const words = {
  addTitle: { zh: '登记人员', en: 'Add a person' },
  save: phrases.save,
  close: phrases.close,
  name: { zh: '姓名', en: 'Name' },
  roleLabel: phrases.roleLabel,
  unit: phrases.unit,
  unitHint: phrases.unitHint,
  title: { zh: '职务', en: 'Title' },
  nameEn: { zh: '英文名', en: 'Name in English' },
  nameEnHint: { zh: '不填按拼音', en: 'By its sound where nothing is given' },
  email: { zh: '邮箱', en: 'E-mail' },
  emailHint: {
    zh: '与 Slack 账号的邮箱一致时自动关联',
    en: 'Ties the account by itself where it is that of the Slack account',
  },
  noRole: phrases.noRole,
  added: {
    zh: (who: string, role: string) => `已登记：${who}，${role}。`,
    en: (who: string, role: string) => `Added: ${who}, ${role}.`,
  },
  addedCode: {
    zh: '还没有账号：给本人一个口令，或等其邮箱自动关联。',
    en: 'No account yet: give them a code, or wait for their e-mail address to tie it.',
  },
  giveCode: phrases.giveCode,
  card: phrases.card,
  nameNeeded: { zh: '请填姓名', en: 'Give the name' },
  chooseOne: phrases.chooseOne,
  unitNeeded: phrases.unitNeeded,
  emailWrong: { zh: '邮箱格式不对', en: 'This is no e-mail address' },
  emailTaken: { zh: '这个邮箱已是名册里别人的', en: 'Somebody on the list has this address' },
  there: {
    zh: (who: string) => `名册里已有${who}，没有重复登记。`,
    en: (who: string) => `${who} is on the list already; nobody was added.`,
  },
} as const satisfies Phrases;

/** The form that puts somebody on the list; of a request, what they said of themselves stands in it. */
export function addForm(ctx: Ctx, request: number | null, asked: AskedIn | null): Outcome {
  const say = inLanguage(words, ctx.language);
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

export function addedMessage({ person }: Extract<PersonAdded, { kind: 'added' }>, language: Language): Message {
  const say = inLanguage(words, language);
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

/** What may be wrong in the form, for its fields. */
export function addFaults(language: Language) {
  const say = inLanguage(words, language);
  return {
    nameNeeded: say.nameNeeded,
    chooseOne: say.chooseOne,
    unitNeeded: say.unitNeeded,
    emailWrong: say.emailWrong,
    emailTaken: say.emailTaken,
    there: say.there,
  };
}
