import { ROLE_WORDS } from '../../../domain/permission.js';
import type { Words } from '../../../domain/plan.js';
import type { Person } from '../../../domain/program.js';
import { escapeText } from '../../../text/escape.js';
import type { Language, Phrases } from '../../../text/language.js';

/** Buttons that several messages have. */
export const labels = {
  settings: { zh: '设置', en: 'Settings' },
  me: { zh: '我的信息', en: 'About me' },
  complain: { zh: '提意见', en: 'Tell the coordinators' },
} as const satisfies Phrases;

/** The roles of a person as they are said: `责任人（经济开发区）、包保领导`. */
export function rolesWords(roles: Person['roles'], units: ReadonlyMap<number, Words>, language: Language): string {
  const zh = language === 'zh';
  const said = roles.map(({ role, unitId }) => {
    const unit = unitId === null ? undefined : units.get(unitId)?.[language];
    const word = ROLE_WORDS[role][language];
    return unit === undefined ? word : zh ? `${word}（${escapeText(unit)}）` : `${word} (${escapeText(unit)})`;
  });
  return [...new Set(said)].join(zh ? '、' : ', ');
}
