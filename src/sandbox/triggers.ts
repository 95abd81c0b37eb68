import { Refused } from './block-kit/refused.js';
import type { Clock } from './clock.js';
import type { Counter } from './ids.js';
import { LIMITS } from './limits.js';

interface Trigger {
  person: string;
  /** The view in which the person acted, if any. */
  viewId: string | undefined;
  issued: number;
  used: boolean;
}

/** So many are kept, and more where they can be used still. */
const KEPT = 20_000;

/** Trigger ids: for three seconds, once. */
export class Triggers {
  private readonly issued = new Map<string, Trigger>();

  constructor(
    private readonly clock: Clock,
    private readonly counter: Counter,
  ) {}

  issue(person: string, viewId?: string): string {
    const id = `${this.counter.next('').toLowerCase()}.${person.slice(1).toLowerCase()}.sandbox`;
    this.issued.set(id, { person, viewId, issued: this.clock.ageing(), used: false });
    if (this.issued.size > KEPT) this.forget();
    return id;
  }

  /** @throws Refused with invalid_trigger_id, exchanged_trigger_id or expired_trigger_id. */
  exchange(id: unknown): { person: string; viewId: string | undefined } {
    const trigger = typeof id === 'string' ? this.issued.get(id) : undefined;
    if (!trigger) throw new Refused('invalid_trigger_id');
    if (trigger.used) throw new Refused('exchanged_trigger_id');
    if (this.clock.ageing() - trigger.issued > LIMITS.triggerMs.limit) throw new Refused('expired_trigger_id');
    trigger.used = true;
    return trigger;
  }

  /** The oldest, of those that are of no use any more. */
  private forget(): void {
    for (const [id, { issued }] of this.issued) {
      if (this.issued.size <= KEPT / 2 || this.clock.ageing() - issued <= LIMITS.triggerMs.limit) return;
      this.issued.delete(id);
    }
  }
}
