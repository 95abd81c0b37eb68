/** Channel, message and thread of a message's link, or null when it is none. */
export function readLink(path: string): { channel: string; message: string; thread?: string } | null {
  const found = /^\/archives\/([A-Z0-9]+)\/p(\d+)(\d{6})(?:\?(.*))?$/.exec(path);
  if (!found) return null;
  const thread = new URLSearchParams(found[4] ?? '').get('thread_ts');
  return { channel: found[1] ?? '', message: `${found[2]}.${found[3]}`, ...(thread ? { thread } : {}) };
}

/** The address of a message, as Slack writes it. */
export function linkTo(origin: string, channel: string, ts: string, thread?: string | null): string {
  return `${origin}/archives/${channel}/p${ts.replace('.', '')}${thread ? `?thread_ts=${thread}&cid=${channel}` : ''}`;
}
