import { milestoneName } from '../../../domain/milestone-name.js';
import { escapeText } from '../../../text/escape.js';
import type { Language } from '../../../text/language.js';

/** A procedure as a row begins with it: `施工许可`, `Permit 施工许可`. */
export function procedureName(procedure: string, language: Language): string {
  const name = escapeText(milestoneName(procedure, language));
  return name.charAt(0).toUpperCase() + name.slice(1);
}
