import type { KnownBlock } from '@slack/types';
import type { Step } from '../../../domain/obstacle.js';
import type { Ctx } from '../../../feature.js';
import { input, option } from '../../../slack/blocks.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import type { Seen } from '../model.js';
import { caseWords, type PhrasesOf, written } from './parts.js';

/** All that is said where a case was handed over to another department (转办), or to the successor of who had it. */
export const words = {
  handedOver: {
    zh: (unit: string) => `已转给${unit}，期限不变。`,
    en: (unit: string) => `Handed over to ${unit}; the deadline stays.`,
  },
  handedOverBy: {
    zh: (who: string, to: string, reason: string) => `${who}转给${to}：${reason}`,
    en: (who: string, to: string, reason: string) => `${who} handed it over to ${to}: ${reason}`,
  },
  succeeded: {
    zh: (from: string, to: string) => `改由${to}办理（原${from}）`,
    en: (from: string, to: string) => `${to} has it now, in the place of ${from}`,
  },
  department: { zh: '转给哪个单位', en: 'To which department' },
  hint: { zh: '单位只能转一次，期限不变', en: 'A department may once; the deadline stays' },
  noDepartment: { zh: '请选一个单位', en: 'Choose a department' },
} as const satisfies Phrases;

/** The form: to which department, and why. */
export function handOverFields(ctx: Ctx, seen: Seen): readonly KnownBlock[] {
  const say = inLanguage(words, ctx.language);
  const { state } = seen.obstacle;
  const options = [...seen.units.values()]
    .filter((unit) => (state.rung !== 'department' || unit.id !== state.departmentId) && unit.kind !== 'town')
    .slice(0, 100)
    .map((unit) => option(unit.name[ctx.language], String(unit.id)));
  const menu = { type: 'static_select', action_id: 'department', options } as const;
  return [
    input('department', say.department, menu, { hint: say.hint }),
    input('text', inLanguage(caseWords, ctx.language).reason, written('text')),
  ];
}

/** No department was chosen, or the one that has it: at its field. */
export const departmentFault = ({ language }: Pick<Ctx, 'language'>): { readonly department: string } => ({
  department: inLanguage(words, language).noDepartment,
});

export const handedOver = (phrases: PhrasesOf, { toUnitId }: { readonly toUnitId: number }): string =>
  inLanguage(words, phrases.language).handedOver(phrases.unit(toUnitId));

export const handedOverStep = (
  phrases: PhrasesOf,
  by: string,
  { toUnitId, reason }: Extract<Step, { kind: 'handed-over' }>,
): string => inLanguage(words, phrases.language).handedOverBy(by, phrases.unit(toUnitId), phrases.typed(reason));

export const succeededStep = (phrases: PhrasesOf, { fromId, toId }: Extract<Step, { kind: 'succeeded' }>): string =>
  inLanguage(words, phrases.language).succeeded(phrases.name(fromId), phrases.name(toId));
