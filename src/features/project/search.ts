import type { Ctx, Outcome } from '../../feature.js';
import { findProjects } from './find.js';
import { nearMessage, noneRefusal, severalMessage } from './messages/list.js';
import { showCard } from './see.js';

/** What search says to what was typed: the card of the one that was meant, a list, or the nearest names. */
export async function search(ctx: Ctx, typed: string, all = false): Promise<Outcome> {
  const found = await findProjects(ctx, typed, all);
  switch (found.kind) {
    case 'one':
      return showCard(ctx, found.project.id, { typed, others: found.others });
    case 'several':
      return { kind: 'say', message: severalMessage(ctx, typed, found.projects, found.total) };
    case 'none': {
      if (found.near.length > 0) return { kind: 'say', message: nearMessage(ctx, typed, found.near) };
      return noneRefusal(ctx, typed);
    }
  }
}
