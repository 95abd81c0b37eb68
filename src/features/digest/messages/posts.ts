import type { Digest } from '../../../domain/digest/compute.js';
import type { DigestPosts, Showing } from '../model.js';
import { lessonsReply } from './lessons.js';
import { phrasesOf } from './phrases.js';
import { changesReply, goalsReply, obstaclesReply, redsReply, standingsReply, unreportedReply } from './thread.js';
import { topMessage } from './top.js';
import { turnsReply } from './turns.js';

export function digestPosts(digest: Digest, showing: Showing): DigestPosts {
  const phrases = phrasesOf(digest.program, showing.language);
  const top = topMessage(digest, showing, phrases);
  if (showing.private) return { top, replies: [] };
  return {
    top,
    replies: [
      { name: 'goals', message: goalsReply(digest, phrases), empty: digest.goals.length === 0 },
      { name: 'turns', message: turnsReply(digest, phrases), empty: digest.turns.length === 0 },
      { name: 'changes', message: changesReply(digest, showing, phrases), empty: digest.changed.length === 0 },
      { name: 'reds', message: redsReply(digest, phrases), empty: digest.red.length === 0 },
      { name: 'obstacles', message: obstaclesReply(digest, phrases), empty: digest.obstacles.length === 0 },
      { name: 'unreported', message: unreportedReply(digest, phrases), empty: digest.unreported.length === 0 },
      { name: 'standings', message: standingsReply(digest, phrases), empty: digest.standings === null },
      { name: 'lessons', message: lessonsReply(digest, phrases), empty: digest.lessons === null },
    ],
  };
}
