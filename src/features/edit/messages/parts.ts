import { milestoneName } from '../../../domain/milestone-name.js';
import { clip, escapeText } from '../../../text/escape.js';
import type { Language } from '../../../text/language.js';

const MOST_REASON = 300;

/** A reason as a message shows it. */
export const reasonShown = (reason: string): string => escapeText(clip(reason, MOST_REASON));

/** `P-017 某某项目 · 主体封顶` */
export const subjectWords = (
  project: { readonly code: string; readonly fields: { readonly name: string } },
  milestone: string | null,
  language: Language,
): string =>
  `${project.code} ${escapeText(clip(project.fields.name, 40))}${milestone === null ? '' : ` · ${escapeText(milestoneName(milestone, language))}`}`;
