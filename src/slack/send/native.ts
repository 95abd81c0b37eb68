import type { KnownBlock } from '@slack/types';
import type { Message } from '../../message.js';

/** A kind of block that was refused is not tried for so long: each try costs a call, and Slack learns new blocks rarely. */
const REFUSED_MS = 3_600_000;

/** Tables and charts of Slack's own, and which of them this workspace has refused of late. */
export function openNatives(now: () => number = () => performance.now()) {
  const refused = new Map<string, number>();

  return {
    /** A message's blocks with Slack's own table or chart among them; null where it has none, or Slack would refuse it. */
    of({ blocks, native }: Message): KnownBlock[] | null {
      if (!native) return null;
      const at = refused.get(native.block.type);
      if (at !== undefined && now() - at < REFUSED_MS) return null;
      return [
        ...blocks.slice(0, native.before),
        native.block,
        ...blocks.slice(native.before + native.instead),
      ] as KnownBlock[];
    },

    refuse({ native }: Message): void {
      if (native) refused.set(native.block.type, now());
    },
  };
}
