import { daysBetween, type LocalDay } from './day.js';

export const ITEM_STANDINGS = ['open', 'done', 'dropped'] as const;
export type ItemStanding = (typeof ITEM_STANDINGS)[number];

/** Ours: carried over so often, the next agenda asks whether it is still to be done. */
export const CARRIED_ASKS = 3;

/** An action item (交办事项): what a review decided, as it stands. */
export type ItemState = {
  readonly standing: ItemStanding;
  readonly due: LocalDay;
  /** The day that was decided; it stays beside the newest. */
  readonly firstDue: LocalDay;
  /** How often its day moved, and why the last time. */
  readonly carried: number;
  readonly carriedReason: string | null;
  /** Being carried so often, somebody said that it is to be done all the same. */
  readonly keptAt: number;
  readonly version: number;
  readonly endedOn: LocalDay | null;
  readonly endedById: number | null;
  /** Why it was dropped. */
  readonly dropReason: string | null;
};

export type ItemEvent =
  | { readonly do: 'done'; readonly by: number }
  /** The ordinary report, or the obstacle's end, does it. */
  | { readonly do: 'finish'; readonly by: number }
  | { readonly do: 'late'; readonly to: LocalDay; readonly reason: string }
  | { readonly do: 'drop'; readonly by: number; readonly reason: string }
  | { readonly do: 'keep' };
export type ItemAct = ItemEvent['do'];

export type ItemRefusal = 'ended' | 'not-later' | 'past' | 'reason-missing' | 'not-carried';

export type ItemDecided = { readonly state: ItemState } | { readonly refused: ItemRefusal };

/** An item as it was decided. */
export const decided = (due: LocalDay): ItemState => ({
  standing: 'open',
  due,
  firstDue: due,
  carried: 0,
  carriedReason: null,
  keptAt: 0,
  version: 1,
  endedOn: null,
  endedById: null,
  dropReason: null,
});

/** What happens to an item, or why it may not. Its day moves with a reason, and only to one that is still to come. */
export function decideItem(state: ItemState, event: ItemEvent, today: LocalDay): ItemDecided {
  const to = (changed: Partial<ItemState>): ItemDecided => ({
    state: { ...state, ...changed, version: state.version + 1 },
  });
  const refused = (because: ItemRefusal): ItemDecided => ({ refused: because });
  if (state.standing !== 'open') return refused('ended');
  switch (event.do) {
    case 'done':
    case 'finish':
      return to({ standing: 'done', endedOn: today, endedById: event.by });
    case 'late':
      if (event.to <= state.due) return refused('not-later');
      if (event.to < today) return refused('past');
      if (event.reason.trim() === '') return refused('reason-missing');
      return to({ due: event.to, carried: state.carried + 1, carriedReason: event.reason });
    case 'drop':
      if (event.reason.trim() === '') return refused('reason-missing');
      return to({ standing: 'dropped', endedOn: today, endedById: event.by, dropReason: event.reason });
    case 'keep':
      return asksWhether(state) ? to({ keptAt: state.carried }) : refused('not-carried');
  }
}

/** Whether the next agenda asks: is this still to be done? */
export const asksWhether = ({ standing, carried, keptAt }: ItemState): boolean =>
  standing === 'open' && carried >= CARRIED_ASKS && carried > keptAt;

/** The day that a report had moved is what it was, that being taken back. */
export const movedBack = (state: ItemState, from: LocalDay): ItemState => ({
  ...state,
  due: from,
  carried: state.carried - 1,
  carriedReason: null,
  keptAt: Math.min(state.keptAt, state.carried - 1),
  version: state.version + 1,
});

/** What a report had ended is open again, that being taken back. */
export const reopenedItem = (state: ItemState): ItemState => ({
  ...state,
  standing: 'open',
  endedOn: null,
  endedById: null,
  version: state.version + 1,
});

/** Full days after its day; 0: none, or it is at its end. */
export const overdueDays = ({ standing, due }: Pick<ItemState, 'standing' | 'due'>, today: LocalDay): number =>
  standing === 'open' && today > due ? daysBetween(due, today) : 0;

export type ItemCount = {
  readonly all: number;
  readonly done: number;
  readonly dropped: number;
  readonly overdue: number;
  /** Open, and its day has not passed. */
  readonly running: number;
};

/** How items stand: done, dropped, overdue and running add up to all. */
export function countItems(items: readonly ItemState[], today: LocalDay): ItemCount {
  const of = (test: (item: ItemState) => boolean) => items.filter(test).length;
  const overdue = of((item) => overdueDays(item, today) > 0);
  return {
    all: items.length,
    done: of(({ standing }) => standing === 'done'),
    dropped: of(({ standing }) => standing === 'dropped'),
    overdue,
    running: of(({ standing }) => standing === 'open') - overdue,
  };
}
