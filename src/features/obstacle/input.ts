import { isLocalDay, type LocalDay } from '../../domain/day.js';
import { MATTERS, type Matter, OBSTACLE_KINDS, type ObstacleKind } from '../../domain/plan.js';
import type { SentView } from '../../feature.js';

/** A line longer than this is a paper, not a line: it goes into the form or is attached. */
export const LONGEST_LINE = 1000;

/** Text typed in a field; an empty one is null. Halves of width are evened out, as lines are. */
const typed = (fields: SentView['fields'], name: string): string | null => {
  const value = fields[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
};

const dayIn = (fields: SentView['fields'], name: string): LocalDay | null => {
  const text = typed(fields, name);
  return text !== null && isLocalDay(text) ? text : null;
};

/** The form as it was filled in; the block_id of each field is its name. */
export type FlagFields = {
  readonly projectId: number;
  readonly text: string;
  readonly kind: ObstacleKind | null;
  readonly matter: Matter | null;
  readonly help: string | null;
  readonly since: LocalDay | null;
  readonly urgentReason: string | null;
};

export type FlagFault = 'project-missing' | 'text-missing';

export function readFlagForm(
  sent: SentView,
): { readonly fields: FlagFields } | { readonly faults: Readonly<Record<string, FlagFault>> } {
  const { fields } = sent;
  const projectId = Number(typed(fields, 'project'));
  const text = typed(fields, 'text');
  const faults: { project?: FlagFault; text?: FlagFault } = {};
  if (!Number.isInteger(projectId) || projectId <= 0) faults.project = 'project-missing';
  if (text === null) faults.text = 'text-missing';
  if (text === null || Object.keys(faults).length > 0) return { faults };
  return {
    fields: {
      projectId,
      text,
      kind: OBSTACLE_KINDS.find((kind) => kind === typed(fields, 'kind')) ?? null,
      matter: MATTERS.find((matter) => matter === typed(fields, 'matter')) ?? null,
      help: typed(fields, 'help'),
      since: dayIn(fields, 'since'),
      urgentReason: typed(fields, 'urgent'),
    },
  };
}

/** The form of an act as it was filled in. */
export type ActFields = {
  readonly promised: LocalDay | null;
  readonly text: string;
  readonly rule: string | null;
  readonly unitId: number | null;
};

export function readActForm({ fields }: SentView): ActFields {
  const unitId = Number(typed(fields, 'department'));
  return {
    promised: dayIn(fields, 'promised'),
    text: typed(fields, 'text') ?? '',
    rule: typed(fields, 'rule'),
    unitId: Number.isInteger(unitId) && unitId > 0 ? unitId : null,
  };
}

const URGENT = /(?:^|[\s,，。.;；])(?:加急|紧急|urgent)\s*[:：]\s*(\S[^\n]*)$/i;

/** `加急：汛期将至` at the end of a line: the reason for which it is urgent, and the line without it. */
export function readUrgent(text: string): { readonly text: string; readonly reason: string | null } {
  const match = URGENT.exec(text);
  return match ? { text: text.slice(0, match.index).trim(), reason: (match[1] ?? '').trim() } : { text, reason: null };
}

const REFERS = /(?:见|同|续|参照|原|again|see|as)\s*(?:卡点|obstacle)\s*#?\s*(\d{1,6})/i;

/** The number of an earlier obstacle that a text goes back to: `同卡点 12 号`. */
export const readReference = (text: string): number | null => {
  const match = REFERS.exec(text.normalize('NFKC'));
  return match ? Number(match[1]) : null;
};
