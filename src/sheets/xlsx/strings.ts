import { LIMITS } from '../limits.js';
import { isOn } from './styles.js';
import { attribute, walkXml } from './xml.js';

/** A text with its struck-out pieces kept apart. */
export type RichText = { readonly text: string; readonly struck: string };

/** Collects one rich text from the tags inside `si` or `is`: runs, struck runs, without the reading aids (rPh). */
export function richTextReader() {
  let text = '';
  let struck = '';
  let inText = false;
  let inAid = 0;
  let runStruck = false;
  return {
    reset() {
      text = '';
      struck = '';
      runStruck = false;
    },
    open(name: string, attributes: Readonly<Record<string, string>>) {
      if (name === 'rPh') inAid += 1;
      if (name === 'r') runStruck = false;
      if (name === 'strike') runStruck = isOn(attribute(attributes, 'val'));
      if (name === 't') inText = inAid === 0;
    },
    text(piece: string) {
      if (!inText) return;
      if (runStruck) struck = (struck + piece).slice(0, LIMITS.cellCharacters);
      else text = (text + piece).slice(0, LIMITS.cellCharacters);
    },
    close(name: string) {
      if (name === 'rPh') inAid -= 1;
      if (name === 't') inText = false;
      if (name === 'r') runStruck = false;
    },
    take: (): RichText => ({ text: unescaped(text), struck: unescaped(struck) }),
  };
}

/** Excel writes control characters as _x000D_. */
export function unescaped(text: string): string {
  return text
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\r\n?/g, '\n');
}

export function readStrings(part: Buffer | undefined): readonly RichText[] {
  const strings: RichText[] = [];
  if (part === undefined) return strings;
  const rich = richTextReader();
  walkXml(part, {
    open(name, attributes) {
      if (name === 'si') rich.reset();
      else rich.open(name, attributes);
    },
    text: rich.text,
    close(name) {
      if (name === 'si') strings.push(rich.take());
      else rich.close(name);
    },
  });
  return strings;
}
