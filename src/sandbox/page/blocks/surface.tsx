import { createContext, useCallback, useContext, useMemo, useState } from 'react';
import { useConfirm } from '../frame/confirm.js';
import { useWorkspace } from '../state/workspace.js';
import type { ActAnswer, HeldState, Place, Value, Values } from '../wire.js';
import type { Actionable } from './actionable.js';
import { valueOfHeld } from './held.js';

/**
 * Where blocks stand (a message, a form, the home tab): it holds what was chosen and typed there, and sends what is pressed.
 */
export interface Surface {
  place: Place;
  /** What was chosen or typed, or what the block starts with. */
  heldValue(blockId: string, element: Actionable, initial: Value): Value;
  /** Keeps the value; with `dispatch` the bot hears of it. `text` is an external option's label. */
  change(blockId: string, element: Actionable, value: Value, dispatch: boolean, text?: string): void;
  /** A button or an overflow option. */
  press(blockId: string, element: Actionable, value?: Value): Promise<void>;
  /** The element whose press is on its way to the bot. */
  pending: string | null;
  /** What is wrong with an input, by block. */
  errors: Record<string, string>;
}

export const SurfaceContext = createContext<Surface | null>(null);

export function useSurface(): Surface {
  const surface = useContext(SurfaceContext);
  if (!surface) throw new Error('Blocks need a message, a form or a home tab around them.');
  return surface;
}

export const elementKey = (blockId: string, element: Actionable) => `${blockId}/${element.action_id ?? ''}`;

interface Chosen {
  value: Value;
  /** What the workspace held at the time: once it holds something else, that is newer than the choice. */
  before: string;
}

/** The surface of a message or the home tab. `state` is what the workspace holds of earlier choices there. */
export function LiveSurface(surface: { place: Place; state?: HeldState | undefined; children: React.ReactNode }) {
  const { place, state } = surface;
  const { say } = useWorkspace();
  const [chosen, setChosen] = useState<Record<string, Record<string, Chosen>>>({});
  const heard = useCallback((answer: ActAnswer) => answer.error && say(answer.error), [say]);
  const typed = useCallback(
    () => mapValues(chosen, (elements) => mapValues(elements, (element) => element.value)),
    [chosen],
  );
  const send = useSend(place, heard, typed);
  const value = useMemo<Surface>(
    () => ({
      place,
      heldValue: (blockId, element, initial) => {
        const held = state?.[blockId]?.[element.action_id ?? ''];
        const choice = chosen[blockId]?.[element.action_id ?? ''];
        if (choice && choice.before === JSON.stringify(held ?? null)) return choice.value;
        return held === undefined ? initial : valueOfHeld(element.action_id ?? '', held);
      },
      change: (blockId, element, next, dispatch, text) => {
        const actionId = element.action_id ?? '';
        const before = JSON.stringify(state?.[blockId]?.[actionId] ?? null);
        setChosen((all) => ({ ...all, [blockId]: { ...all[blockId], [actionId]: { value: next, before } } }));
        if (dispatch) void send.select(blockId, element, next, text);
      },
      press: send.press,
      pending: send.pending,
      errors: {},
    }),
    [place, state, chosen, send],
  );
  return <SurfaceContext value={value}>{surface.children}</SurfaceContext>;
}

function mapValues<A, B>(record: Record<string, A>, change: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

/** Sends presses and choices from a place, asks first where the element says so, and tells which one is on its way. */
export function useSend(place: Place, done: (answer: ActAnswer) => void, values: () => Values) {
  const { act } = useWorkspace();
  const confirm = useConfirm();
  const [pending, setPending] = useState<string | null>(null);
  return useMemo(() => {
    const send = async (blockId: string, element: Actionable, deed: Parameters<typeof act>[0]) => {
      if (element.confirm && !(await confirm(element.confirm))) return;
      setPending(elementKey(blockId, element));
      try {
        done(await act(deed));
      } finally {
        setPending(null);
      }
    };
    return {
      pending,
      press: (blockId: string, element: Actionable, value?: Value) =>
        send(blockId, element, {
          do: 'press',
          ...place,
          blockId,
          actionId: element.action_id ?? '',
          ...(value === undefined ? {} : { value }),
          values: values(),
        }),
      select: (blockId: string, element: Actionable, value: Value, text?: string) => {
        // The state that React holds is one step behind: the new value goes along by itself.
        const all = values();
        return send(blockId, element, {
          do: 'select',
          ...place,
          blockId,
          actionId: element.action_id ?? '',
          value,
          ...(text === undefined ? {} : { text }),
          values: { ...all, [blockId]: { ...all[blockId], [element.action_id ?? '']: value } },
        });
      },
    };
  }, [act, confirm, done, pending, place, values]);
}
