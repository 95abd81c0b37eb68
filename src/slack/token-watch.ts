import { callFailure } from './calls.js';

/** Slack's words for a token that it will not take again by itself. */
const GONE = new Set(['account_inactive', 'invalid_auth', 'not_authed', 'token_expired', 'token_revoked']);

/**
 * Asks Slack now and then whether it still takes our token, and calls `gone` once, with a sentence, when it has not for a
 * minute: a process that Slack does not speak to would stay for ever and say nothing. Returns what ends the asking.
 */
export function watchToken(
  ask: () => Promise<unknown>,
  gone: (why: Error) => void,
  { everyMs = 15_000, patienceMs = 60_000 } = {},
): () => void {
  let since: number | null = null;
  let asking = false;

  async function look(): Promise<void> {
    const word = await ask().then(
      () => null,
      (error: unknown) => {
        const failure = callFailure(error);
        // What was lost or limited says nothing of the token.
        return failure.kind === 'refused' && GONE.has(failure.error)
          ? failure.error
          : since === null
            ? null
            : undefined;
      },
    );
    if (word === undefined) return;
    since = word === null ? null : (since ?? performance.now());
    if (word === null || since === null || performance.now() - since < patienceMs) return;
    stop();
    gone(
      new Error(
        `Slack no longer takes SLACK_BOT_TOKEN (${word}). Put the token of the installed app there and start again.`,
      ),
    );
  }

  const timer = setInterval(() => {
    if (asking) return;
    asking = true;
    void look()
      .catch(() => {})
      .finally(() => {
        asking = false;
      });
  }, everyMs);
  timer.unref();
  const stop = () => clearInterval(timer);
  return stop;
}
