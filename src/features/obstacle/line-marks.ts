/** A line longer than this is a paper, not a line: it goes into the form or is attached. */
export const LONGEST_LINE = 1000;

/** Files that a case keeps; a question about a line carries them in its buttons, which hold 2,000 characters. */
export const MOST_FILES = 5;

const URGENT = /(?:^|[\s,，。.;；])(?:加急|紧急|urgent)\s*[:：]\s*(\S[^\n]*)$/i;

/** `加急：汛期将至` at the end of a line: the reason for which it is urgent, and the line without it. */
export function readUrgent(text: string): { readonly text: string; readonly reason: string | null } {
  const match = URGENT.exec(text);
  return match ? { text: text.slice(0, match.index).trim(), reason: (match[1] ?? '').trim() } : { text, reason: null };
}

/** The line again, of its text without the urgency and its reason: readUrgent reads it as it was. */
export const withUrgent = (text: string, reason: string | null): string =>
  reason === null ? text : `${text}，加急：${reason}`;

const REFERS = /(?:见|同|续|参照|原|again|see|as)\s*(?:卡点|obstacle)\s*#?\s*(\d{1,6})/i;

/** The number of an earlier obstacle that a text goes back to: `同卡点12号`. */
export const readReference = (text: string): number | null => {
  const match = REFERS.exec(text.normalize('NFKC'));
  return match ? Number(match[1]) : null;
};
