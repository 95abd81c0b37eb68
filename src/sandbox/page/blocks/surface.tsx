import { createContext, useContext, useMemo, useState } from 'react';
import { type Asked, useConfirm } from '../frame/confirm.js';
import { useWorkspace } from '../state/workspace.js';
import type { ActAnswer, Place, Value, Values } from '../wire.js';

/** What an interactive element of Block Kit has in common, whatever its kind. */
export interface Actionable {
  type: string;
  action_id?: string;
  confirm?: Asked;
}

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

/**
 * The surface of a message or the home tab. When the bot sends an element with another starting value, that one wins over what was chosen
 * before; a form differs (views/modal.tsx): there, what was typed stays.
 */
export function LiveSurface({ place, children }: { place: Place; children: React.ReactNode }) {
  const { say } = useWorkspace();
  const [chosen, setChosen] = useState<Record<string, { value: Value; initial: string }>>({});
  const send = useSend(place, (answer) => answer.error && say(answer.error));
  const surface = useMemo<Surface>(
    () => ({
      place,
      heldValue: (blockId, element, initial) => {
        const kept = chosen[elementKey(blockId, element)];
        return kept && kept.initial === JSON.stringify(element) ? kept.value : initial;
      },
      change: (blockId, element, value, dispatch, text) => {
        setChosen((all) => ({ ...all, [elementKey(blockId, element)]: { value, initial: JSON.stringify(element) } }));
        if (dispatch) void send.select(blockId, element, value, text);
      },
      press: send.press,
      pending: send.pending,
      errors: {},
    }),
    [place, chosen, send],
  );
  return <SurfaceContext value={surface}>{children}</SurfaceContext>;
}

/** Sends presses and choices from a place, asks first where the element says so, and tells which one is on its way. */
export function useSend(place: Place, done: (answer: ActAnswer) => void, values?: () => Values) {
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
    const typed = () => (values ? { values: values() } : {});
    return {
      pending,
      press: (blockId: string, element: Actionable, value?: Value) =>
        send(blockId, element, {
          do: 'press',
          ...place,
          blockId,
          actionId: element.action_id ?? '',
          ...(value === undefined ? {} : { value }),
          ...typed(),
        }),
      select: (blockId: string, element: Actionable, value: Value, text?: string) => {
        // The state that React holds is one step behind: the new value goes along by itself.
        const all = values?.();
        const with_ = all
          ? { values: { ...all, [blockId]: { ...all[blockId], [element.action_id ?? '']: value } } }
          : {};
        return send(blockId, element, {
          do: 'select',
          ...place,
          blockId,
          actionId: element.action_id ?? '',
          value,
          ...(text === undefined ? {} : { text }),
          ...with_,
        });
      },
    };
  }, [act, confirm, done, pending, place, values]);
}
