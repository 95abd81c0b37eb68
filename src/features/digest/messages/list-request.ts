import type { Digest } from '../../../domain/digest/compute.js';
import type { ListRequest } from '../ids.js';

/** What is pressed to see the list behind a number: the number's own moment, knowledge and scope. */
export function listRequest(
  digest: Digest,
  list: ListRequest['list'],
  goal: string | null = null,
  page = 0,
): ListRequest {
  const { scope, day, at, cadence, after } = digest;
  return { scope, day, moment: at.moment, knownAt: at.knownAt, cadence, after, list, goal, page };
}
