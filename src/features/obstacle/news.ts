import type { Step } from '../../domain/obstacle.js';

/** What of a step is news to the one who flagged the obstacle. */
const NEWS: ReadonlySet<Step['kind']> = new Set([
  'claimed',
  'confirmed',
  'disputed',
  'queried',
  'instructed',
  'urgent-confirmed',
  'raised',
  'handed-over',
  'returned',
  'verified',
  'commented',
  'lapsed',
  'withdrawn',
]);

/** Whether somebody is to hear of a step: nobody is told what they did themselves. */
export const isNewsTo = (personId: number, step: Step): boolean =>
  NEWS.has(step.kind) && !('by' in step && step.by === personId);

/** One message a step, whoever writes it and when. */
export const newsKey = (cause: string, obstacleId: number, ordinal: number): string =>
  `obstacle-news:${cause}:${obstacleId}:${ordinal}`;
