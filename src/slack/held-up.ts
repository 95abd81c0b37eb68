/** What a process writes down of itself as alive is older than this only where it was stopped, or its loop held. */
const HELD_UP_MS = 2_000;
const BEAT_MS = 250;

let beat = performance.now();
let going = new AbortController();
setInterval(() => {
  if (performance.now() - beat > HELD_UP_MS) {
    going.abort(new HeldUp());
    going = new AbortController();
  }
  beat = performance.now();
}, BEAT_MS).unref();

/** This process stood still: what it was about to post may have been posted by another meanwhile. */
export class HeldUp extends Error {
  constructor() {
    super('this process was held up, and another may have gone on in its place');
  }
}

/**
 * `fetch` that posts nothing on the strength of what was true before this process stood still. Whose a post is, is asked right before
 * it is sent (posts.renew); where a machine stops the process between the two, its lease ends and another sends it. What was on
 * its way by then is given up as an answer that was lost: it is looked for before it is sent again.
 */
export const postsUnlessHeldUp: typeof fetch = async (input, init) => {
  if (!String(input).endsWith('/chat.postMessage')) return fetch(input, init);
  if (performance.now() - beat > HELD_UP_MS) throw new HeldUp();
  const signals = [going.signal, init?.signal].filter((signal) => signal != null);
  return fetch(input, { ...init, signal: AbortSignal.any(signals) });
};
