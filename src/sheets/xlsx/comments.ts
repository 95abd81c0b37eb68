import { richTextReader } from './strings.js';
import { walkXml } from './xml.js';

/** Remarks (批注) on cells, by address. */
export function readComments(part: Buffer | undefined): ReadonlyMap<string, string> {
  const comments = new Map<string, string>();
  if (part === undefined) return comments;
  const rich = richTextReader();
  let address = '';
  walkXml(part, {
    open(name, attributes) {
      if (name === 'comment') {
        address = attributes.ref ?? '';
        rich.reset();
      } else rich.open(name, attributes);
    },
    text: rich.text,
    close(name) {
      if (name !== 'comment') rich.close(name);
      else if (address !== '') comments.set(address, rich.take().text.trim());
    },
  });
  return comments;
}
