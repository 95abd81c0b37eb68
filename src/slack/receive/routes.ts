import type { Program } from '../../domain/program.js';
import type {
  Action,
  ChangedMessage,
  Ctx,
  Feature,
  Outcome,
  SaidMessage,
  SentView,
  UnlinkedCtx,
} from '../../feature.js';
import { openCommands } from './commands.js';
import type { Work } from './delivery.js';
import { MOST_TYPED } from './long-input.js';
import type { MessageFilter } from './message-filter.js';
import { type Arrival, type InteractionBody, pressedId } from './payload.js';

/** Finds the work of an arrival by its name in the features' contents pages. Two features with one name are a fault. */
export function openRoutes(
  features: readonly Feature[],
  messageFilter: MessageFilter,
  own: readonly Action[] = [],
  commandPrefix = '',
) {
  const commandOf = openCommands(
    features.flatMap((feature) => feature.commands ?? []),
    commandPrefix,
  );
  const actions = byName([...features.flatMap((feature) => feature.actions ?? []), ...own], (action) => action.id);
  const views = byName(
    features.flatMap((feature) => feature.views ?? []),
    (view) => view.id,
  );
  const shortcuts = byName(
    features.flatMap((feature) => feature.shortcuts ?? []),
    (shortcut) => shortcut.id,
  );
  const suggestions = byName(
    features.flatMap((feature) => feature.suggestions ?? []),
    (suggestion) => suggestion.id,
  );
  const readers = features.flatMap((feature) => (feature.messages ? [feature.messages] : []));
  const changeReaders = features.flatMap((feature) => (feature.messageChanged ? [feature.messageChanged] : []));
  const home = features.find((feature) => feature.home)?.home;

  const unlinked = features.find((feature) => feature.unlinked)?.unlinked;

  return {
    home,

    /** Whether a form is to be opened at once, before anything is read. */
    opensForm(arrival: Arrival): boolean {
      if (arrival.kind === 'command') {
        const asked = commandOf(arrival.body);
        if (!asked || asked.text.length > MOST_TYPED) return false;
        const { opensForm } = asked.command;
        return opensForm === 'bare' ? asked.text === '' : (opensForm?.(asked.text) ?? false);
      }
      if (arrival.kind === 'shortcut') return shortcuts.get(arrival.body.callback_id ?? '')?.opensForm ?? false;
      return (
        arrival.kind === 'action' &&
        (actions.get(pressedId(arrival.body))?.opensForm ?? false) &&
        (!arrival.body.view || arrival.body.view.type === 'home')
      );
    },

    /** What somebody whom the program does not know is answered; null where nobody answers them. */
    unlinkedWork(arrival: Arrival, work: Work): ((ctx: UnlinkedCtx) => Promise<Outcome>) | null {
      if (work.unlinked) return work.unlinked;
      if (!unlinked) return null;
      return arrival.kind === 'home' ? unlinked.home : (ctx) => unlinked.said(ctx, work.typed);
    },

    /** The work that an arrival asks for, or null where it is none of ours. */
    async workOf(arrival: Arrival, program: Program): Promise<Work | null> {
      switch (arrival.kind) {
        case 'command': {
          const asked = commandOf(arrival.body);
          if (!asked) return null;
          const { text, command } = asked;
          const { run, unlinked } = command;
          return {
            run: (ctx) => run(ctx, text),
            typed: text || null,
            unlinked: unlinked && ((ctx) => unlinked(ctx, text)),
          };
        }
        case 'action': {
          const pressed = arrival.body.actions?.[0];
          const action = actions.get(pressedId(arrival.body));
          if (!action || !pressed) return null;
          const view = arrival.body.view ? sentView(arrival.body.view) : null;
          const what = { value: parsed(pressed.value), chosen: pressed.selected_option?.value ?? null, view };
          const { run, unlinked } = action;
          return {
            run: (ctx) => run(ctx, what),
            typed: null,
            unlinked: unlinked && ((ctx) => unlinked(ctx, what)),
          };
        }
        case 'view': {
          const sent = arrival.body.view;
          const view = sent ? views.get(sent.callback_id) : undefined;
          if (!view || !sent) return null;
          const { run, unlinked } = view;
          return {
            run: (ctx) => run(ctx, sentView(sent)),
            typed: null,
            fields: sentView(sent).fields,
            unlinked: unlinked && ((ctx) => unlinked(ctx, sentView(sent))),
          };
        }
        case 'shortcut': {
          const shortcut = shortcuts.get(arrival.body.callback_id ?? '');
          if (!shortcut) return null;
          const said = await messageFilter.pointedAt(arrival, program);
          return { run: (ctx) => shortcut.run(ctx, said), typed: said.text };
        }
        case 'suggestion': {
          const suggestion = suggestions.get(arrival.body.action_id?.split('#')[0] ?? '');
          // Nobody types more into a menu to find something.
          const typed = (arrival.body.value ?? '').trim().slice(0, 200);
          return suggestion ? { run: (ctx) => suggestion.run(ctx, typed), typed: null } : null;
        }
        case 'message': {
          const said = await messageFilter.forUs(arrival, program);
          if (!said) return null;
          const read = (ctx: Ctx) => ('change' in said ? readBy(changeReaders, ctx, said) : readBy(readers, ctx, said));
          return { run: read, typed: said.text || null };
        }
        case 'home':
          return home ? { run: (ctx) => home(ctx, 'opened'), typed: null } : null;
        default:
          return null;
      }
    },
  };
}

/** What the first feature says whose message it is; nothing, where it is nobody's. */
async function readBy<Said extends SaidMessage | ChangedMessage>(
  readers: readonly ((ctx: Ctx, said: Said) => Promise<Outcome | null>)[],
  ctx: Ctx,
  said: Said,
): Promise<Outcome> {
  for (const read of readers) {
    const outcome = await read(ctx, said);
    if (outcome !== null) return outcome;
  }
  return { kind: 'nothing' };
}

export function byName<T>(things: readonly T[], nameOf: (thing: T) => string): ReadonlyMap<string, T> {
  const named = new Map(things.map((thing) => [nameOf(thing), thing]));
  if (named.size !== things.length)
    throw new Error(`two features answer to one name among: ${things.map(nameOf).join(', ')}`);
  return named;
}

/** What we put into a control comes back as text; what is not ours stays text. */
export function parsed(text: string | null | undefined): unknown {
  if (!text) return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function sentView(view: NonNullable<InteractionBody['view']>): SentView {
  const fields = Object.entries(view.state?.values ?? {}).map(([block, elements]) => {
    const field = Object.values(elements)[0];
    const several = field?.selected_options?.map((option) => option.value) ?? field?.files?.map((file) => file.id);
    const one = field?.selected_option?.value ?? field?.selected_date ?? field?.selected_user ?? field?.value;
    return [block, several ?? one ?? null];
  });
  return { metadata: parsed(view.private_metadata), fields: Object.fromEntries(fields) };
}
