import { asksWhether, countItems, type ItemState, overdueDays } from './action-item.js';
import { daysBetween, type LocalDay } from './day.js';
import type { GoalMeasure, Matter, Rung, Words } from './plan.js';
import type { NeedsTold } from './visit.js';

/** Ours: an agenda has at most so many lines. */
export const AGENDA_LINES = 8;

/** What an agenda may be made of; a review's plan says which, all that want a decision where it says nothing. */
export const AGENDA_PARTS = ['obstacles', 'gates', 'items', 'reds', 'indicators', 'promotion'] as const;
export type AgendaPart = (typeof AGENDA_PARTS)[number];
const DECIDED_PARTS = ['obstacles', 'gates', 'items', 'reds'] as const satisfies readonly AgendaPart[];

/** What there is of a month's indicators for a meeting; `sheetId` null: no spreadsheet yet. */
export type IndicatorsTold = {
  readonly month: LocalDay;
  readonly sheetId: number | null;
  readonly count: number;
  readonly revised: number;
};

/** A project as a row names it. */
type OfProject = {
  readonly projectId: number;
  readonly code: string;
  readonly nickname: string | null;
  readonly projectName: string;
};

/** What promotion (双招双引) has for a meeting; `first`: who told first of the leads whose investors are to be answered. */
export type PromotionTold = {
  readonly month: LocalDay;
  readonly judge: number;
  readonly answer: number;
  readonly first: readonly number[];
  readonly missing: number;
};

/** One line of an agenda, as it was at the hour of the agenda. `holders`: who hold it are asked to attend. */
export type AgendaLine =
  | {
      readonly kind: 'last';
      readonly slotId: number;
      readonly all: number;
      readonly done: number;
      readonly overdue: number;
      /** The most overdue of them. */
      readonly late: number | null;
      readonly holders: readonly number[];
    }
  | (OfProject & {
      readonly kind: 'obstacle';
      readonly id: number;
      readonly number: number;
      readonly matter: Matter;
      /** Day so many in all, the first counted. */
      readonly days: number;
      readonly holders: readonly number[];
    })
  | {
      readonly kind: 'gate';
      readonly goal: Words;
      readonly on: LocalDay;
      readonly missing: number;
      /** What is missing is counted in it; of a share it is projects. */
      readonly measure: GoalMeasure;
      readonly codes: readonly string[];
      readonly holders: readonly number[];
    }
  | (OfProject & { readonly kind: 'red'; readonly holders: readonly number[] })
  | (OfProject & {
      /** The firm whose turn it is; null: it was never visited before. */
      readonly kind: 'firm';
      readonly needs: NeedsTold | null;
      readonly holders: readonly number[];
    })
  | {
      /** The town whose turn it is. */
      readonly kind: 'town';
      readonly unitId: number;
      readonly town: Words;
      readonly projects: number;
      readonly red: number;
      readonly obstacles: number;
      readonly holders: readonly number[];
    }
  | (IndicatorsTold & { readonly kind: 'indicators'; readonly holders: readonly number[] })
  | {
      /** Leads whose judging, or whose investor's answer, is due by the meeting. */
      readonly kind: 'leads';
      readonly judge: number;
      readonly answer: number;
      readonly holders: readonly number[];
    }
  /** What the month of the county leaders lacks. */
  | {
      readonly kind: 'activities';
      readonly month: LocalDay;
      readonly missing: number;
      readonly holders: readonly number[];
    }
  | {
      readonly kind: 'late' | 'carried';
      readonly id: number;
      readonly number: number;
      /** Days overdue, or how often it was carried. */
      readonly times: number;
      readonly holders: readonly number[];
    };

export type AgendaItem = {
  readonly id: number;
  readonly number: number;
  readonly ownerId: number;
  readonly state: ItemState;
};

export type AgendaObstacle = OfProject & {
  readonly id: number;
  readonly number: number;
  readonly matter: Matter;
  readonly rung: Rung;
  readonly since: LocalDay;
  readonly holderId: number | null;
};

export type AgendaFacts = {
  readonly today: LocalDay;
  /** Whose turn it is, in a review that goes to towns or firms in turn; what follows is about it alone. */
  readonly turn: Extract<AgendaLine, { readonly kind: 'firm' | 'town' }> | null;
  readonly indicators: IndicatorsTold;
  readonly promotion: PromotionTold;
  /** The review before this one, with what was decided in it. */
  readonly last: { readonly slotId: number; readonly items: readonly AgendaItem[] } | null;
  /** All that are open, of whichever review. */
  readonly items: readonly AgendaItem[];
  readonly obstacles: readonly AgendaObstacle[];
  readonly gates: readonly Omit<Extract<AgendaLine, { kind: 'gate' }>, 'kind' | 'holders'>[];
  readonly reds: readonly (OfProject & { readonly ownerId: number | null })[];
};

/**
 * What a review has before it: what became of the last decisions, then what wants a decision there (obstacles that only a
 * leader can clear, gates in danger, items carried too often or overdue, new reds). Nothing is there merely to be heard.
 */
export function agendaOf(facts: AgendaFacts, parts: readonly AgendaPart[] = DECIDED_PARTS): readonly AgendaLine[] {
  const { today, turn, last, items, obstacles, gates, reds } = facts;
  const has = (part: AgendaPart) => parts.includes(part);
  const lines: AgendaLine[] = [];
  if (last !== null && last.items.length > 0) {
    const { all, done, overdue } = countItems(
      last.items.map(({ state }) => state),
      today,
    );
    const late = oldest(last.items.filter(({ state }) => overdueDays(state, today) > 0));
    lines.push({ kind: 'last', slotId: last.slotId, all, done, overdue, late: late?.number ?? null, holders: [] });
  }
  if (turn !== null) lines.push(turn);
  if (has('indicators')) lines.push({ kind: 'indicators', ...facts.indicators, holders: [] });
  if (has('promotion')) lines.push(...promotionLines(facts.promotion));
  const told = new Set(last?.items.map(({ id }) => id));
  if (has('obstacles')) {
    // Where they go to, all that stands in the way is to be settled on the spot.
    const clearable = obstacles.filter(({ rung }) => turn !== null || rung === 'sponsor' || rung === 'commander');
    const order = [...clearable].sort(
      (one, other) =>
        Number(other.rung === 'commander') - Number(one.rung === 'commander') ||
        (one.since < other.since ? -1 : one.since > other.since ? 1 : one.number - other.number),
    );
    for (const { rung: _, since, holderId, ...rest } of order)
      lines.push({ kind: 'obstacle', ...rest, days: daysBetween(since, today) + 1, holders: named(holderId) });
  }
  if (has('gates')) for (const gate of gates) lines.push({ kind: 'gate', ...gate, holders: [] });
  if (has('items')) {
    const asked = items.filter(({ state }) => asksWhether(state));
    for (const { id, number, ownerId, state } of asked)
      lines.push({ kind: 'carried', id, number, times: state.carried, holders: [ownerId] });
    const overdue = items.filter((item) => !asked.includes(item) && !told.has(item.id));
    for (const { id, number, ownerId, state } of overdue) {
      const times = overdueDays(state, today);
      if (times > 0) lines.push({ kind: 'late', id, number, times, holders: [ownerId] });
    }
  }
  if (has('reds')) for (const { ownerId, ...red } of reds) lines.push({ kind: 'red', ...red, holders: named(ownerId) });
  return lines.slice(0, AGENDA_LINES);
}

const promotionLines = ({ month, judge, answer, first, missing }: PromotionTold): readonly AgendaLine[] => [
  ...(judge + answer > 0 ? [{ kind: 'leads', judge, answer, holders: first } as const] : []),
  ...(missing > 0 ? [{ kind: 'activities', month, missing, holders: [] } as const] : []),
];

/** What of an agenda tells where it stands, and wants no decision by itself. */
const HEARD: readonly AgendaLine['kind'][] = ['last', 'firm', 'town', 'indicators', 'activities'];

/** How many of an agenda's lines want a decision; with none the review need not be held. */
export const mattersOf = (lines: readonly AgendaLine[]): number =>
  lines.filter(({ kind }) => !HEARD.includes(kind)).length;

/** What of an agenda nothing was decided about, by the items that were: it is for the next one, and the minutes say so. */
export function leftOver(
  lines: readonly AgendaLine[],
  decided: readonly { readonly obstacleId: number | null; readonly projectId: number | null }[],
): readonly AgendaLine[] {
  return lines.filter((line) => {
    if (line.kind === 'obstacle') return !decided.some(({ obstacleId }) => obstacleId === line.id);
    return line.kind === 'red' && !decided.some(({ projectId }) => projectId === line.projectId);
  });
}

const named = (id: number | null): readonly number[] => (id === null ? [] : [id]);

const oldest = (items: readonly AgendaItem[]): AgendaItem | undefined =>
  [...items].sort((one, other) => (one.state.due < other.state.due ? -1 : 1))[0];
