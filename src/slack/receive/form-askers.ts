import type { Action, Feature } from '../../feature.js';
import { bareName, FRONT } from './commands.js';
import { type Arrival, pressedId } from './payload.js';

/**
 * The names of what may ask for a form, for the thread that receives: it knows no feature, and asks before it writes down what
 * bears one of these names. `bare`: commands that do so with nothing behind them; `worded`: with some texts.
 */
export type FormAskers = {
  readonly prefix: string;
  readonly bare: readonly string[];
  readonly worded: readonly string[];
  readonly actions: readonly string[];
  readonly shortcuts: readonly string[];
};

export function formAskers(features: readonly Feature[], own: readonly Action[], prefix: string): FormAskers {
  const commands = features.flatMap((feature) => feature.commands ?? []);
  const asking = (all: readonly { readonly id: string; readonly opensForm?: boolean }[]) =>
    all.flatMap(({ id, opensForm }) => (opensForm ? [id] : []));
  return {
    prefix,
    bare: commands.flatMap(({ name, opensForm }) => (opensForm === 'bare' ? [name] : [])),
    worded: [FRONT, ...commands.flatMap(({ name, opensForm }) => (typeof opensForm === 'function' ? [name] : []))],
    actions: asking([...features.flatMap((feature) => feature.actions ?? []), ...own]),
    shortcuts: asking(features.flatMap((feature) => feature.shortcuts ?? [])),
  };
}

/** Whether it is to be asked about. */
export function openFormAskers({
  prefix,
  bare,
  worded,
  actions,
  shortcuts,
}: FormAskers): (arrival: Arrival) => boolean {
  const known = {
    bare: new Set(bare),
    worded: new Set(worded),
    actions: new Set(actions),
    shortcuts: new Set(shortcuts),
  };
  return (arrival) => {
    if (arrival.kind === 'shortcut') return known.shortcuts.has(arrival.body.callback_id ?? '');
    if (arrival.kind === 'action') return known.actions.has(pressedId(arrival.body));
    if (arrival.kind !== 'command') return false;
    const name = bareName(arrival.body.command, prefix);
    return known.worded.has(name) || (known.bare.has(name) && (arrival.body.text ?? '').trim() === '');
  };
}
