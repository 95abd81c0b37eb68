import { callFailure } from './calls.js';

/** Slack's words for a token that it will not take again by itself. */
const GONE = new Set(['account_inactive', 'invalid_auth', 'not_authed', 'token_expired', 'token_revoked']);

const WHERE_FROM = {
  SLACK_BOT_TOKEN: 'the token of the installed app',
  SLACK_APP_TOKEN: 'an App-Level Token of the app with connections:write',
} as const;

export type TokenPatience = ReturnType<typeof tokenPatience>;

/**
 * Hears whether Slack takes a token, and calls `gone` once, with a sentence, when it has refused it for a minute: a process
 * that Slack does not speak to would stay for ever and say nothing.
 */
export function tokenPatience(
  setting: keyof typeof WHERE_FROM,
  gone: (why: Error) => void,
  { patienceMs = 60_000 }: { readonly patienceMs?: number } = {},
) {
  let since: number | null = null;
  let told = false;
  return {
    taken(): void {
      since = null;
    },
    /** What was lost or limited, or is no answer of Slack's at all, says nothing of the token. */
    failed(error: unknown): void {
      const word = refusal(error);
      if (word === null || told) return;
      since ??= performance.now();
      if (performance.now() - since < patienceMs) return;
      told = true;
      gone(new Error(`Slack no longer takes ${setting} (${word}). Put ${WHERE_FROM[setting]} there and start again.`));
    },
  };
}

function refusal(error: unknown): string | null {
  try {
    const failure = callFailure(error);
    return failure.kind === 'refused' && GONE.has(failure.error) ? failure.error : null;
  } catch {
    return null;
  }
}

/** Asks Slack now and then whether it still takes our token (`tokenPatience`). Returns what ends the asking. */
export function watchToken(
  ask: () => Promise<unknown>,
  gone: (why: Error) => void,
  { everyMs = 15_000, patienceMs = 60_000 } = {},
): () => void {
  const tell = (why: Error) => {
    clearInterval(timer);
    gone(why);
  };
  const patience = tokenPatience('SLACK_BOT_TOKEN', tell, { patienceMs });
  let asking = false;
  const timer = setInterval(() => {
    if (asking) return;
    asking = true;
    void ask()
      .then(patience.taken, patience.failed)
      .finally(() => {
        asking = false;
      });
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
