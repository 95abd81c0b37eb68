import { z } from 'zod';
import { isLocalDay, type LocalDay } from '../../domain/day.js';
import { MATTERS, type Matter, OBSTACLE_KINDS, type ObstacleKind, RUNGS } from '../../domain/plan.js';
import type { SentView } from '../../feature.js';
import { defineId } from '../../slack/blocks.js';

/** A line longer than this is a paper, not a line: it goes into the form or is attached. */
export const LONGEST_LINE = 1000;

const place = z.object({
  channelId: z.string().nullable(),
  threadTs: z.string().nullable(),
  messageTs: z.string().nullable(),
});

const about = z.enum(['project', 'milestone', 'percent', 'day', 'amount']);
const partial = z.object({
  text: z.string(),
  answers: z.array(z.object({ about, slot: z.number(), choice: z.string() })),
  about,
  slot: z.number(),
  project: z.string().nullable(),
  milestone: z.string().nullable(),
  percent: z.number().nullable(),
});

const files = z.array(z.object({ id: z.string(), name: z.string() }));

/** What is done with a form, and what with a press alone. */
export const FORM_ACTS = ['claim', 'resolve', 'raise', 'hand-over', 'return', 'comment'] as const;
export type FormAct = (typeof FORM_ACTS)[number];
export const PRESS_ACTS = ['verify', 'withdraw'] as const;
export type PressAct = (typeof PRESS_ACTS)[number];

const filter = z.union([
  z.object({ of: z.enum(['all', 'mine', 'waiting', 'unit', 'overdue']) }),
  z.object({ of: z.literal('matter'), matter: z.enum(MATTERS) }),
  z.object({ of: z.literal('rung'), rung: z.enum(RUNGS) }),
]);
export type ListFilter = z.infer<typeof filter>;

/** The buttons and forms of this feature. Whatever acts on an obstacle carries its id and the version that was seen. */
export const ids = {
  open: defineId('obstacle.open', z.object({})),
  choose: defineId('obstacle.choose', z.object({ partial, choice: z.string() })),
  /** Opens the form of an act. */
  act: defineId('obstacle.act', z.object({ id: z.number(), version: z.number(), act: z.enum(FORM_ACTS) })),
  /** Does it at once. */
  press: defineId('obstacle.press', z.object({ id: z.number(), version: z.number(), act: z.enum(PRESS_ACTS) })),
  card: defineId('obstacle.card', z.object({ id: z.number() })),
  list: defineId('obstacle.list', z.object({ filter, offset: z.number() })),
  filter: defineId('obstacle.filter', filter),
  /** It is another one after all: file it. */
  anyway: defineId('obstacle.anyway', z.object({ text: z.string(), thread: z.string().nullable() })),
  /** It is the same: what was typed goes under it as a comment. */
  same: defineId('obstacle.same', z.object({ id: z.number(), text: z.string() })),
  form: defineId('obstacle.form', z.object({ place, files, anyway: z.boolean() })),
  actForm: defineId(
    'obstacle.act-form',
    z.object({ place, id: z.number(), version: z.number(), act: z.enum(FORM_ACTS) }),
  ),
};

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
  const faults: Record<string, FlagFault> = {};
  if (!Number.isInteger(projectId) || projectId <= 0) faults['project'] = 'project-missing';
  if (text === null) faults['text'] = 'text-missing';
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
