import type { Digest } from '../../../domain/digest/compute.js';
import { eventCount } from '../../../domain/digest/events.js';
import type { DigestPosts, Reply, Showing } from '../model.js';
import { lessonsReply } from './lessons.js';
import { phrasesOf } from './phrases.js';
import {
  changesReply,
  eventsReply,
  gatesReply,
  goalsReply,
  obstaclesReply,
  redsReply,
  tellsGates,
  unitsReply,
  unreportedReply,
  waitingReply,
} from './thread.js';
import { topMessage } from './top.js';

/** The messages of a digest. A reply that says that there is nothing is worth a message only where one stands already. */
export function digestPosts(digest: Digest, showing: Showing): DigestPosts {
  const phrases = phrasesOf(digest.program, showing.language, digest.cadence);
  const top = topMessage(digest, showing, phrases);
  if (showing.private) return { top, replies: [] };
  const waiting = digest.obstacles.some(({ yours }) => yours);
  const replies: readonly (Omit<Reply, 'message'> & { readonly message: Reply['message'] | null })[] = [
    { name: 'goals', message: goalsReply(digest, phrases), empty: digest.goals.length === 0 },
    // What was passed and missed is told for good where months are met over.
    { name: 'gates', message: gatesReply(digest, phrases), empty: !tellsGates(digest) },
    { name: 'events', message: eventsReply(digest, phrases), empty: eventCount(digest.events) === 0 },
    { name: 'changes', message: changesReply(digest, phrases), empty: digest.changes === 0 },
    // What is red and was is told with its age where people meet over it, not every evening.
    { name: 'reds', message: redsReply(digest, phrases), empty: digest.cadence === 'daily' || digest.red.length === 0 },
    { name: 'waiting', message: waiting ? waitingReply(digest, phrases) : null, empty: !waiting },
    { name: 'obstacles', message: obstaclesReply(digest, phrases), empty: digest.obstacles.length === 0 },
    { name: 'unreported', message: unreportedReply(digest, phrases), empty: digest.unreported.length === 0 },
    { name: 'units', message: unitsReply(digest, phrases), empty: digest.units.length === 0 },
    { name: 'lessons', message: lessonsReply(digest, phrases), empty: digest.lessons === null },
  ];
  return {
    top,
    replies: replies.flatMap((each) => (each.message === null ? [] : [{ ...each, message: each.message }])),
  };
}
