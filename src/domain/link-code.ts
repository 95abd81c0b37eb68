/** What codes are made of: no character that is read as another (0 O, 1 I L, 5 S, 2 Z, 8 B). */
export const CODE_ALPHABET = 'ACDEFGHJKMNPQRTUVWXY34679';
export const CODE_LENGTH = 8;
/** How long a code ties whoever types it. */
export const CODE_DAYS = 7;
/** Wrong codes that an account may try within an hour. */
export const WRONG_CODES = 5;
export const WRONG_CODES_MS = 3_600_000;

const CODE = new RegExp(`^[${CODE_ALPHABET}]{${CODE_LENGTH}}$`);

/** What somebody typed as a code, evened out (`acde-fghj`, full width); null where it is none. */
export function readCode(typed: string): string | null {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-–—_.·。]/g, '');
  return CODE.test(plain) ? plain : null;
}

/** A code as it is read out: in two halves. */
export const codeWords = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;
