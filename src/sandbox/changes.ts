/** What has changed for whom: the web page's live stream hangs on this. */
export type Change = { channel: string } | { person: string } | 'clock' | 'people';

export class Changes {
  private readonly watchers = new Set<(change: Change) => void>();

  watch(see: (change: Change) => void): () => void {
    this.watchers.add(see);
    return () => this.watchers.delete(see);
  }

  tell(change: Change): void {
    for (const see of this.watchers) see(change);
  }
}
