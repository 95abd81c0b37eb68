/** The workspace's time: opens at a given instant, runs on at real speed or stands still, and can be moved. */
export class Clock {
  private offset: number;
  private skipped = 0;

  /**
   * @param opensAt epoch milliseconds that the clock shows now.
   * @param still it shows them until it is moved: what is done twice is done at the same moments.
   */
  constructor(
    opensAt: number,
    readonly still = false,
  ) {
    this.offset = opensAt - this.running();
  }

  /** Epoch milliseconds. */
  now(): number {
    return this.running() + this.offset;
  }

  /** Jumps to an instant; `now` shows it at once. */
  jump(to: number): void {
    this.offset = to - this.running();
  }

  private running(): number {
    return this.still ? 0 : Date.now();
  }

  /**
   * A reading for things that age while people wait (triggers): real time, plus what finished moves have skipped. Where
   * the clock stands nobody waits.
   */
  ageing(): number {
    return (this.still ? 0 : performance.now()) + this.skipped;
  }

  /** A move has ended with the bot at rest: what was waiting has aged by the time skipped. */
  moved(by: number): void {
    this.skipped += Math.max(0, by);
  }
}
