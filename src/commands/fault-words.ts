import { ErrorCode } from '@slack/web-api';
import { ConfigError } from '../config.js';
import { StoreRefused } from '../store/home/refused.js';

/** An error whose message is meant for who runs the command: no stack is shown. */
export class Told extends Error {
  override readonly name = 'Told';
}

/** How this program is called: in a checkout through npm, in a release by its own name. */
export const OWN_COMMAND = process.env.npm_lifecycle_event === 'gongjian' ? 'npm run gongjian --' : 'gongjian';

const slackErrors: Readonly<Record<string, string>> = {
  invalid_auth:
    'Slack does not know this token. Copy the Bot User OAuth Token (xoxb-…) of your app into SLACK_BOT_TOKEN again, and its App-Level Token (xapp-…) into SLACK_APP_TOKEN; `gongjian doctor` says which of them it is.',
  not_authed: 'Slack got no token. Put the Bot User OAuth Token (xoxb-…) of your app into SLACK_BOT_TOKEN.',
  account_inactive:
    'The app was removed from this workspace. Install it again and copy its new token into SLACK_BOT_TOKEN.',
  token_revoked:
    'A token was revoked. Install the app again and copy its new token into SLACK_BOT_TOKEN, or make a new App-Level Token for SLACK_APP_TOKEN; `gongjian doctor` says which of them it is.',
  not_allowed_token_type:
    'This is a token of another kind. SLACK_APP_TOKEN wants an App-Level Token (xapp-…) with connections:write.',
};

const diskErrors: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full. Make room, then start again; what was acknowledged is kept.',
  EDQUOT: 'the disk quota is used up. Make room, then start again; what was acknowledged is kept.',
  EROFS: 'the disk is read-only. Mount it for writing, or set GONGJIAN_DATA to another folder.',
  EACCES: 'this user may not write there. Give it the folder, or set GONGJIAN_DATA to another one.',
  EPERM: 'this user may not write there. Give it the folder, or set GONGJIAN_DATA to another one.',
  ENOTDIR: 'a part of this path is a file. Set GONGJIAN_DATA to a folder.',
  EEXIST: 'there is a file of this name. Set GONGJIAN_DATA to a folder.',
  EISDIR: 'this is a folder where a file is wanted. Move it away, or name a file.',
  ENOENT: 'there is no such file or folder.',
  EIO: 'the disk failed. Check it before the next start.',
};

/** What to tell who started a command that failed: one plain paragraph where the cause is known, else the stack. */
export function explain(error: unknown): string {
  if (error instanceof Told || error instanceof ConfigError || error instanceof StoreRefused) return error.message;
  const coded = error as { code?: string; path?: string; data?: { error?: string }; message?: string; stack?: string };
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
  const ofDisk = diskErrors[coded.code ?? ''];
  if (ofDisk) return `${coded.path ?? 'The folder of the store'}: ${ofDisk}`;
  if (error instanceof Error && error.name.endsWith('Error') && 'instead' in error)
    return `${error.message} ${String(error.instead)}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
