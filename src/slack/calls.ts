import { ErrorCode, WebClient } from '@slack/web-api';

/**
 * A Web API client that does each call once: the default client sends a post again after a lost answer although the
 * first may have arrived. Whether to try again is decided by who calls.
 */
export function openClient(token: string, slackApiUrl: string | undefined): WebClient {
  return new WebClient(token, {
    ...(slackApiUrl ? { slackApiUrl } : {}),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 10_000,
    maxRequestConcurrency: 50,
    logger: quiet,
  });
}

/** The SDK logs bodies at debug and errors that we log ourselves: it stays silent. */
const nothing = () => {};
export const quiet = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  getLevel: () => 'error' as never,
  setName: nothing,
};

/** How a call to Slack ended when it did not succeed. */
export type CallFailure =
  /** Slack said no: `error` is its word. Nothing happened. */
  | { readonly kind: 'refused'; readonly error: string }
  /** Too fast: nothing happened; try again after so many seconds. */
  | { readonly kind: 'limited'; readonly seconds: number }
  /** The answer was lost (time-out, reset, 5xx): it may or may not have happened. */
  | { readonly kind: 'lost' };

/** A connection that ended before it was of use. */
export class Closed extends Error {}

/** An answer that the SDK itself stumbled over (null, not JSON) is lost like one that never came. */
export const readable = <T>(call: Promise<T>): Promise<T> =>
  call.catch((error: unknown) => {
    const unreadable = (error as { code?: unknown } | null)?.code === undefined;
    throw unreadable ? new Closed('the answer could not be read', { cause: error }) : error;
  });

/** Sorts what a WebClient threw; anything that is not of Slack or the network is thrown on. */
export function callFailure(error: unknown): CallFailure {
  if (error instanceof Closed) return { kind: 'lost' };
  const coded = error as { code?: string; data?: { error?: string }; retryAfter?: number };
  switch (coded.code) {
    case ErrorCode.PlatformError:
      return coded.data?.error === 'internal_error' || coded.data?.error === 'fatal_error'
        ? { kind: 'lost' }
        : { kind: 'refused', error: coded.data?.error ?? 'unknown' };
    case ErrorCode.RateLimitedError:
      return { kind: 'limited', seconds: coded.retryAfter ?? 1 };
    case ErrorCode.RequestError:
    case ErrorCode.HTTPError:
      return { kind: 'lost' };
    default:
      throw error;
  }
}

/** Refusals that pass: Slack is unwell, or our token is (the process ends then, and the next one goes on). */
const PASSING = new Set([
  'accesslimited',
  'account_inactive',
  'ekm_access_denied',
  'invalid_auth',
  'not_authed',
  'org_login_required',
  'ratelimited',
  'request_timeout',
  'service_unavailable',
  'team_added_to_org',
  'token_expired',
  'token_revoked',
]);

/** Slack refuses it for good, or a person has to change the workspace first: every word of Slack's but the few that pass. */
export const isPermanent = (failure: CallFailure): failure is CallFailure & { kind: 'refused' } =>
  failure.kind === 'refused' && !PASSING.has(failure.error);

/**
 * Does a call that may be repeated harmlessly: waits out rate limits, and tries again when the answer was lost, `tries`
 * times in all. What Slack refuses is thrown at once.
 */
export async function repeatable<T>(
  log: { debug(facts: object, text: string): void },
  call: () => Promise<T>,
  tries = 3,
): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await call();
    } catch (error) {
      const failure = callFailure(error);
      if (failure.kind === 'refused' || tried >= tries) throw error;
      log.debug({ failure, tried }, 'a call is repeated');
      const wait = failure.kind === 'limited' ? failure.seconds * 1000 : Math.min(5000, 300 * 2 ** (tried - 1));
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}

/** How often starting tries: about half a minute of a network that is away. */
export const START_TRIES = 10;
