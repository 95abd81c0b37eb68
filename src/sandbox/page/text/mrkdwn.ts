/**
 * Slack's mrkdwn as a tree. The page renders the tree as React nodes, so nothing that a person typed ever becomes markup.
 * Source of the rules: docs.slack.dev, "Formatting message text".
 */
export type Node =
  | { kind: 'text'; text: string }
  | { kind: 'break' }
  | { kind: 'bold' | 'italic' | 'strike' | 'quote'; children: Node[] }
  | { kind: 'code' | 'preformatted'; text: string }
  | { kind: 'link'; url: string; children: Node[] }
  | { kind: 'person'; id: string; label?: string }
  | { kind: 'channel'; id: string; label?: string }
  | { kind: 'broadcast'; name: string }
  | { kind: 'date'; epochMs: number; pattern: string; url?: string; fallback: string }
  | { kind: 'emoji'; name: string };

const styles = { '*': 'bold', _: 'italic', '~': 'strike' } as const;

/** `&lt;` and the two others that Slack escapes, as signs again. */
export function asTyped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

export function parseMrkdwn(source: string): Node[] {
  const nodes: Node[] = [];
  // Fences come first: nothing inside them is formatting.
  const parts = source.split(/```\n?([\s\S]+?)```\n?/g);
  parts.forEach((part, index) => {
    if (index % 2 === 1) nodes.push({ kind: 'preformatted', text: asTyped(plainOfTags(part)).replace(/\n$/, '') });
    else nodes.push(...parseLines(part.replace(/\n$/, index < parts.length - 1 ? '' : '$&')));
  });
  return nodes;
}

function parseLines(source: string): Node[] {
  if (source === '') return [];
  const nodes: Node[] = [];
  let quoted: string[] = [];
  const closeQuote = () => {
    if (quoted.length > 0) nodes.push({ kind: 'quote', children: withBreaks(quoted) });
    quoted = [];
  };
  let plain: string[] = [];
  const closePlain = () => {
    if (plain.length > 0) nodes.push(...withBreaks(plain));
    plain = [];
  };
  for (const line of source.split('\n')) {
    const quote = /^(?:&gt;|>) ?(.*)$/.exec(line);
    if (quote) {
      closePlain();
      quoted.push(quote[1] ?? '');
    } else {
      closeQuote();
      plain.push(line);
    }
  }
  closeQuote();
  closePlain();
  return nodes;
}

function withBreaks(lines: string[]): Node[] {
  return lines.flatMap((line, index): Node[] =>
    index === 0 ? parseInline(line) : [{ kind: 'break' }, ...parseInline(line)],
  );
}

/** A tag inside code shows what it stands for, as Slack does. */
function plainOfTags(text: string): string {
  return text.replace(/<([^>|\n]+)(?:\|([^>\n]*))?>/g, (_, target: string, label?: string) => label ?? target);
}

const wordSign = /[\p{L}\p{N}]/u;

/**
 * Formatting within a line. As on Slack, a sign opens only where no letter or digit stands right before it, and closes only
 * where none follows: `完成*80%*了` stays as typed. Whoever writes messages for Slack should see that here too.
 */
export function parseInline(source: string): Node[] {
  const nodes: Node[] = [];
  let text = '';
  const flush = () => {
    if (text !== '') nodes.push({ kind: 'text', text: asTyped(text) });
    text = '';
  };
  let at = 0;
  while (at < source.length) {
    const sign = source[at] ?? '';
    const found = piece(source, at, sign);
    if (found) {
      flush();
      nodes.push(found.node);
      at = found.end;
    } else {
      text += sign;
      at += 1;
    }
  }
  flush();
  return nodes;
}

function piece(source: string, at: number, sign: string): { node: Node; end: number } | null {
  if (sign === '<') {
    const end = source.indexOf('>', at + 1);
    const node = end > at + 1 ? parseTag(source.slice(at + 1, end)) : null;
    return node ? { node, end: end + 1 } : null;
  }
  if (sign === '`') {
    const end = source.indexOf('`', at + 1);
    if (end <= at + 1) return null;
    return { node: { kind: 'code', text: asTyped(plainOfTags(source.slice(at + 1, end))) }, end: end + 1 };
  }
  if (sign === ':') {
    const code = /^:([a-z0-9_+-]+(?:::skin-tone-\d)?):/.exec(source.slice(at, at + 60));
    return code ? { node: { kind: 'emoji', name: code[1] ?? '' }, end: at + code[0].length } : null;
  }
  if (sign === '*' || sign === '_' || sign === '~') {
    const end = closingOf(source, at, sign);
    if (end === null) return null;
    return { node: { kind: styles[sign], children: parseInline(source.slice(at + 1, end)) }, end: end + 1 };
  }
  return null;
}

function closingOf(source: string, at: number, sign: string): number | null {
  if (wordSign.test(source[at - 1] ?? '')) return null;
  const first = source[at + 1] ?? '';
  if (first === '' || first === sign || /\s/.test(first)) return null;
  for (let end = source.indexOf(sign, at + 2); end !== -1; end = source.indexOf(sign, end + 1)) {
    const inTag = source.lastIndexOf('<', end) > Math.max(at, source.lastIndexOf('>', end));
    if (inTag || /\s/.test(source[end - 1] ?? '') || wordSign.test(source[end + 1] ?? '')) continue;
    return end;
  }
  return null;
}

function parseTag(inside: string): Node | null {
  const bar = inside.indexOf('|');
  const target = bar === -1 ? inside : inside.slice(0, bar);
  const label = bar === -1 ? undefined : asTyped(inside.slice(bar + 1));
  const mention = /^([@#])([A-Z0-9]+)$/.exec(target);
  if (mention) {
    const kind = mention[1] === '@' ? 'person' : 'channel';
    return { kind, id: mention[2] ?? '', ...(label === undefined ? {} : { label }) };
  }
  const date = /^!date\^(\d+)\^([^^]+)(?:\^(.+))?$/.exec(target);
  if (date) {
    return {
      kind: 'date',
      epochMs: Number(date[1]) * 1000,
      pattern: date[2] ?? '',
      fallback: label ?? '',
      ...(date[3] === undefined ? {} : { url: asTyped(date[3]) }),
    };
  }
  const broadcast = /^!(here|channel|everyone)$/.exec(target);
  if (broadcast) return { kind: 'broadcast', name: broadcast[1] ?? '' };
  if (target.startsWith('!')) return label === undefined ? null : { kind: 'text', text: label };
  if (/^(https?|mailto|tel):/i.test(target)) {
    const url = asTyped(target);
    const shown = label ?? url.replace(/^(mailto|tel):/i, '');
    return { kind: 'link', url, children: [{ kind: 'text', text: shown }] };
  }
  return null;
}
