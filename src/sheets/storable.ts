// Control characters and halves of characters: a spreadsheet can hold them (as _x0000_), no database and no message can.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not pass
const UNSTORABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

// Nearly every text: nothing in it needs a look by code points.
const PLAIN = /^[\n\u0020-\ud7ff\ue000-\ufffd]*$/;

/** The same value with texts that can be kept, sent and shown, however deep they lie; itself where nothing is to be changed. */
export function storable<Value>(value: Value): Value {
  return isStorable(value) ? value : (clean(value) as Value);
}

function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return PLAIN.test(value);
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(isStorable);
  for (const key in value) if (!PLAIN.test(key) || !isStorable((value as Record<string, unknown>)[key])) return false;
  return true;
}

const storableText = (text: string) => (PLAIN.test(text) ? text : text.replace(UNSTORABLE, ''));

function clean(value: unknown): unknown {
  if (typeof value === 'string') return storableText(value);
  if (Array.isArray(value)) return value.map(clean);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [storableText(key), clean(each)]));
}
