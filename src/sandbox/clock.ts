/** The workspace's time: opens at a given instant, runs on at real speed, and can be moved. */
export class Clock {
  private offset: number;
  private skipped = 0;

  /** @param opensAt epoch milliseconds that the clock shows now. */
  constructor(opensAt: number) {
    this.offset = opensAt - Date.now();
  }

  /** Epoch milliseconds. */
  now(): number {
    return Date.now() + this.offset;
  }

  /** Jumps to an instant; `now` shows it at once. */
  jump(to: number): void {
    this.offset = to - Date.now();
  }

  /** A reading for things that age while people wait (triggers): real time, plus what finished moves have skipped. */
  ageing(): number {
    return performance.now() + this.skipped;
  }

  /** A move has ended with the bot at rest: what was waiting has aged by the time skipped. */
  moved(by: number): void {
    this.skipped += Math.max(0, by);
  }
}
