import type { Words } from '../../../domain/plan.js';
import { type Ctx, type Outcome, refuse } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, button, form, input, option, plain, section } from '../../../slack/blocks.js';
import type { Listed } from '../../../store/roster.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';
import type { ChangedRole } from '../model.js';
import { personField, roleField, unitField } from './fields.js';
import { nameOf, roleWords } from './parts.js';
import { phrases } from './phrases.js';

/** Phrases of this message, zh-CN and English side by side. */
export const words = {
  roleTitle: { zh: '改角色', en: 'Change roles' },
  save: phrases.save,
  close: phrases.close,
  person: { zh: '人员', en: 'Person' },
  change: { zh: '增减', en: 'Change' },
  give: { zh: '增加', en: 'Give' },
  take: { zh: '取消', en: 'Take' },
  roleLabel: phrases.roleLabel,
  unit: phrases.unit,
  unitHint: phrases.unitHint,
  sameGiven: {
    zh: (who: string, role: string) => `${who}本来就是${role}，没有变化。`,
    en: (who: string, role: string) => `${who} is ${role} already; nothing changed.`,
  },
  sameTaken: {
    zh: (who: string, role: string) => `${who}本来就不是${role}，没有变化。`,
    en: (who: string, role: string) => `${who} is not ${role}; nothing changed.`,
  },
  given: {
    zh: (who: string, role: string) => `已增加：${who}，${role}。`,
    en: (who: string, role: string) => `Given: ${who}, ${role}.`,
  },
  taken: {
    zh: (who: string, role: string) => `已取消：${who}的${role}。`,
    en: (who: string, role: string) => `Taken: ${role}, from ${who}.`,
  },
  card: phrases.card,
  unitNeeded: phrases.unitNeeded,
  roleUnread: {
    zh: {
      wrong: '没有看懂要改什么角色。',
      instead: '/people role 张三 责任人 水利局；取消在前面加“取消”；只打 /people role 打开表单。',
    },
    en: {
      wrong: 'It is not clear which role is meant.',
      instead:
        '/people role Zhang San official Water Resources Bureau; put “remove” in front to take it; /people role alone opens a form.',
    },
  },
  lastCoordinator: {
    zh: { wrong: '这是最后一名统筹人员，不能取消。', instead: '先给别人加上统筹人员，再取消。' },
    en: {
      wrong: 'This is the last coordinator, who stays.',
      instead: 'give the role to somebody else first, then take it.',
    },
  },
} as const satisfies Phrases;

export function roleForm(ctx: Ctx, person: Listed | null): Outcome {
  const say = inLanguage(words, ctx.language);
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

/** What became of a role, with the button that shows whose it was. */
export function changedMessage(
  { kind, person, change }: ChangedRole,
  unitName: Words | null,
  language: Language,
): Message {
  const say = inLanguage(words, language);
  const who = nameOf(person, language);
  const role = roleWords(change.role, unitName, language);
  if (kind === 'same') return plain(change.add ? say.sameGiven(who, role) : say.sameTaken(who, role));
  const line = change.add ? say.given(who, role) : say.taken(who, role);
  return {
    text: line,
    blocks: [section(line), actions(button(ids.card, { person: person.id }, say.card))],
  };
}

/** The form, where officials and heads have no unit. */
export const unitNeeded = (language: Language): Outcome => ({
  kind: 'errors',
  errors: { unit: inLanguage(words, language).unitNeeded },
});

export const unreadRefusal = (language: Language): Outcome => refuse(inLanguage(words, language).roleUnread);

/** Somebody has to coordinate. */
export const lastCoordinatorRefusal = (language: Language): Outcome =>
  refuse(inLanguage(words, language).lastCoordinator);
