import type { Language } from '../text/language.js';
import { countEn } from './day-words.js';

/** How much shows what was stated: pictures, and files of other kinds. */
export type EvidenceCount = { readonly photos: number; readonly files: number };

/** So long a file waits for the statement that it shows, and a statement for a file. */
export const EVIDENCE_MINUTES = 10;

export const hasEvidence = ({ photos, files }: EvidenceCount): boolean => photos + files > 0;

/** `附照片1张、文件2个`; empty where there is none. */
export function evidenceWords({ photos, files }: EvidenceCount, language: Language): string {
  if (photos + files === 0) return '';
  const zh = [photos > 0 ? `照片${photos}张` : '', files > 0 ? `文件${files}个` : ''];
  const en = [photos > 0 ? countEn(photos, 'photo') : '', files > 0 ? countEn(files, 'file') : ''];
  const parts = (language === 'zh' ? zh : en).filter((part) => part !== '');
  return language === 'zh' ? `附${parts.join('、')}` : `${parts.join(', ')} attached`;
}
