import { Refused } from '../block-kit/refused.js';
import { placedElements, type ViewDraft } from '../block-kit/shapes.js';
import type { Clock } from '../clock.js';
import type { Counter } from '../ids.js';
import { LIMITS } from '../limits.js';
import { initialState } from './form.js';
import { named } from './messages.js';
import type { View, ViewState } from './records.js';

/** Everyone's open modals (a stack of three) and home tabs. */
export class Views {
  private readonly stacks = new Map<string, View[]>();
  private readonly homes = new Map<string, View>();
  private readonly byId = new Map<string, View>();
  private readonly byExternalId = new Map<string, View>();

  constructor(
    private readonly clock: Clock,
    private readonly counter: Counter,
  ) {}

  get(id: string): View | undefined {
    return this.byId.get(id);
  }

  find(reference: { view_id?: unknown; external_id?: unknown }): View | undefined {
    if (typeof reference.view_id === 'string' && reference.view_id !== '') return this.byId.get(reference.view_id);
    return typeof reference.external_id === 'string' ? this.byExternalId.get(reference.external_id) : undefined;
  }

  /** The modal on top, with those beneath. */
  stack(person: string): readonly View[] {
    return this.stacks.get(person) ?? [];
  }

  modal(person: string): View | undefined {
    return this.stack(person).at(-1);
  }

  home(person: string): View | undefined {
    return this.homes.get(person);
  }

  /** A new modal in place of whatever was open. */
  open(person: string, draft: ViewDraft): View {
    this.clear(person);
    const view = this.make(person, draft);
    this.stacks.set(person, [view]);
    return view;
  }

  /** A modal on top of the open one. @throws Refused with push_limit_reached or not_found. */
  push(person: string, draft: ViewDraft): View {
    const stack = this.stacks.get(person) ?? [];
    const below = stack.at(-1);
    if (!below) throw new Refused('not_found');
    if (stack.length >= LIMITS.modalStack.limit) throw new Refused('push_limit_reached');
    const view = this.make(person, draft);
    view.rootId = below.rootId;
    view.previousId = below.id;
    stack.push(view);
    return view;
  }

  /** The same view with new content; values stay where block_id and action_id stay. */
  update(view: View, draft: ViewDraft): View {
    if (view.external_id !== draft.external_id) {
      this.claimExternalId(draft, view);
      if (view.external_id) this.byExternalId.delete(view.external_id);
    }
    const typed = view.state;
    for (const key of [
      'title',
      'submit',
      'close',
      'private_metadata',
      'callback_id',
      'external_id',
      'clear_on_close',
      'notify_on_close',
      'submit_disabled',
    ] as const)
      delete view[key];
    Object.assign(view, draft, { blocks: named(draft.blocks, this.counter), errors: {} });
    delete view.trouble;
    view.state = carried(view, typed);
    if (view.external_id) this.byExternalId.set(view.external_id, view);
    this.touch(view);
    return view;
  }

  publish(person: string, draft: ViewDraft): View {
    const before = this.homes.get(person);
    if (before) return this.update(before, draft);
    const view = this.make(person, draft);
    this.homes.set(person, view);
    return view;
  }

  /** Takes the modal on top away. */
  pop(person: string): View | undefined {
    const view = this.stacks.get(person)?.pop();
    if (view) this.drop(view);
    return view;
  }

  clear(person: string): void {
    for (const view of this.stacks.get(person) ?? []) this.drop(view);
    this.stacks.delete(person);
  }

  restoreHome(view: View): void {
    this.homes.set(view.person, view);
    this.byId.set(view.id, view);
    if (view.external_id) this.byExternalId.set(view.external_id, view);
  }

  allHomes(): View[] {
    return [...this.homes.values()];
  }

  private make(person: string, draft: ViewDraft): View {
    this.claimExternalId(draft);
    const id = this.counter.next('V');
    const blocks = named(draft.blocks, this.counter);
    const view: View = {
      ...draft,
      id,
      person,
      blocks,
      hash: '',
      state: initialState(blocks),
      rootId: id,
      shown: 0,
      errors: {},
    };
    this.byId.set(id, view);
    if (view.external_id) this.byExternalId.set(view.external_id, view);
    this.touch(view);
    return view;
  }

  private claimExternalId(draft: ViewDraft, owner?: View): void {
    if (draft.external_id === undefined || draft.external_id === '') return;
    const holder = this.byExternalId.get(draft.external_id);
    if (holder && holder !== owner) throw new Refused('duplicate_external_id');
  }

  private touch(view: View): void {
    view.shown = Math.round(this.clock.now() * 1000);
    view.hash = `${Math.floor(this.clock.now() / 1000)}.${this.counter.next('').toLowerCase().slice(-8)}`;
  }

  private drop(view: View): void {
    this.byId.delete(view.id);
    if (view.external_id) this.byExternalId.delete(view.external_id);
  }
}

/** New initial values, overlaid with what the person had typed under the same block_id and action_id. */
function carried(view: View, typed: ViewState): ViewState {
  const state = initialState(view.blocks);
  for (const { block, element } of placedElements(view.blocks)) {
    const blockId = block.block_id ?? '';
    const actionId = element.action_id ?? '';
    const value = typed[blockId]?.[actionId];
    const place = state[blockId];
    if (place && value && value.type === element.type) place[actionId] = value;
  }
  return state;
}
