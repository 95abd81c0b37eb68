// Control characters and halves of characters: a spreadsheet can hold them (as _x0000_), no database and no message can.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not pass
const UNSTORABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

/** The same value with texts that can be kept, sent and shown, however deep they lie. */
export function storable<Value>(value: Value): Value {
  return clean(value) as Value;
}

function clean(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(UNSTORABLE, '');
  if (Array.isArray(value)) return value.map(clean);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key.replace(UNSTORABLE, ''), clean(each)]));
}
