import { ErrorCode } from '@slack/web-api';
import { ConfigError } from '../config.js';

/** An error whose message is meant for who runs the command: no stack is shown. */
export class Told extends Error {
  override readonly name = 'Told';
}

const slackErrors: Readonly<Record<string, string>> = {
  invalid_auth:
    'Slack does not know this token. Copy the Bot User OAuth Token (xoxb-…) of your app into SLACK_BOT_TOKEN again.',
  not_authed: 'Slack got no token. Put the Bot User OAuth Token (xoxb-…) of your app into SLACK_BOT_TOKEN.',
  account_inactive:
    'The app was removed from this workspace. Install it again and copy its new token into SLACK_BOT_TOKEN.',
  token_revoked: 'This token was revoked. Install the app again and copy its new token into SLACK_BOT_TOKEN.',
  not_allowed_token_type:
    'This is a token of another kind. SLACK_APP_TOKEN wants an App-Level Token (xapp-…) with connections:write.',
};

/** What to tell who started a command that failed: one plain paragraph where the cause is known, else the stack. */
export function explain(error: unknown): string {
  if (error instanceof Told || error instanceof ConfigError) return error.message;
  const coded = error as { code?: string; data?: { error?: string }; message?: string; stack?: string };
  if (coded.code === ErrorCode.PlatformError)
    return slackErrors[coded.data?.error ?? ''] ?? `Slack refused to start: ${coded.data?.error}.`;
  if (
    coded.code === ErrorCode.RequestError ||
    coded.code === ErrorCode.HTTPError ||
    coded.code === ErrorCode.RateLimitedError
  ) {
    return 'Slack cannot be reached. Check the network, a proxy, or the address in SLACK_API_URL.';
  }
  if (coded.code === 'EADDRINUSE')
    return 'Another program listens on this port. Set PORT to another one, or to 0 for a free one.';
  if (error instanceof Error && error.name.endsWith('Error') && 'instead' in error)
    return `${error.message} ${String(error.instead)}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
