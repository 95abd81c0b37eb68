import type { DigestNumber } from '../../domain/digest/numbers.js';
import type { ExportedAct } from '../../store/activity-export.js';

/** A digest as it was posted, or posted again: what outside checks read instead of its prose. Moments in milliseconds. */
export type DigestLine = {
  /** The day of its slot. */
  readonly slot: string;
  readonly cadence: string;
  readonly channel: string;
  readonly channelId: string;
  readonly scope: unknown;
  readonly language: string;
  /** Of the posts of the program. */
  readonly subscription: number;
  /** 0 as posted, then one more for each correction. */
  readonly version: number;
  readonly at: number;
  readonly moment: number;
  readonly knownAt: number;
  /** Changes are those after this moment. */
  readonly after: number;
  readonly numbers: Readonly<Record<string, DigestNumber>>;
};

type Said = Omit<DigestLine, 'slot' | 'channel' | 'subscription' | 'version' | 'at'> & { readonly day: string };

const isDigest = ({ action }: ExportedAct): boolean => action === 'digest-posted' || action === 'digest-corrected';

/** The digests of a log in its order, each version a line. `channels`: the name of a channel, by the dedupe key of its post. */
export function digestLines(
  acts: readonly ExportedAct[],
  channels: ReadonlyMap<string, string>,
): readonly DigestLine[] {
  const versions = new Map<string, number>();
  return acts.filter(isDigest).map((act) => {
    const { day, cadence, channelId, scope, language, moment, knownAt, after, numbers } = act.after as Said;
    const subscription = Number(act.name);
    const dedupeKey = `digest:${cadence}:${day}:${subscription}`;
    const version = versions.get(dedupeKey) ?? 0;
    versions.set(dedupeKey, version + 1);
    const channel = channels.get(dedupeKey) ?? '';
    return {
      slot: day,
      cadence,
      channel,
      channelId,
      scope,
      language,
      subscription,
      version,
      at: act.at,
      moment,
      knownAt,
      after,
      numbers,
    };
  });
}

/** An act without what stands in a file of its own. */
export function plainAct(act: ExportedAct): ExportedAct {
  if (!isDigest(act)) return act;
  const { numbers: _, ...after } = act.after as Said;
  return { ...act, after };
}
