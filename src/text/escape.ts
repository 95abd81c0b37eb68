/**
 * Text that a person typed, made harmless inside mrkdwn: Slack's three control characters are escaped, so that
 * `<!channel>`, `<@U1>` and `<http://a|b>` are read as they were typed. Marks such as `*` are broken by a zero-width
 * space so that they cannot swallow the words of ours that follow.
 */
export function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[*_~`]/g, (mark) => `\u200b${mark}\u200b`)
    .replace(/@(?=channel|here|everyone)/gi, '@\u200b');
}

/** Text that Slack sent us, as the person typed it: `&lt;` is `<` again. */
export function unescapeText(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** The first `length` characters (code points), with … where something was cut. */
export function clip(text: string, length: number): string {
  const characters = [...text];
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`;
}

/** What somebody typed, on one line and cut to `most` characters. */
export const typedLine = (text: string, most: number): string => escapeText(clip(text.replace(/\s+/g, ' '), most));

/** Text that is escaped already, as a quote of every line of it. */
export const quoted = (escaped: string): string => `>${escaped.replaceAll('\n', '\n>')}`;
