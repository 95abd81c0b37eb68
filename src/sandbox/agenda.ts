import type { Clock } from './clock.js';

interface Due {
  at: number;
  run: () => void;
}

/** What the sandbox itself has to do at a moment of its clock (deliver an event again after five minutes). */
export class Agenda {
  private readonly list: Due[] = [];
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly clock: Clock) {}

  /** @param at epoch milliseconds of the sandbox's clock. Answers how to call it off. */
  add(at: number, run: () => void): () => void {
    const due = { at, run };
    const place = this.list.findIndex((other) => other.at > at);
    this.list.splice(place < 0 ? this.list.length : place, 0, due);
    this.arm();
    return () => {
      const index = this.list.indexOf(due);
      if (index >= 0) this.list.splice(index, 1);
      this.arm();
    };
  }

  /** The next moment at which something falls due. */
  next(): number | null {
    return this.list[0]?.at ?? null;
  }

  /** Does all that is due by now. */
  catchUp(): void {
    for (let first = this.list[0]; first && first.at <= this.clock.now(); first = this.list[0]) {
      this.list.shift();
      first.run();
    }
    this.arm();
  }

  close(): void {
    clearTimeout(this.timer);
    this.list.length = 0;
  }

  private arm(): void {
    clearTimeout(this.timer);
    const first = this.list[0];
    if (!first) return;
    const wait = Math.min(Math.max(0, first.at - this.clock.now()), 3_600_000);
    this.timer = setTimeout(() => this.catchUp(), wait);
  }
}
