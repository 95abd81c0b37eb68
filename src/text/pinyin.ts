import { pinyin } from 'pinyin-pro';

const sounds = new Map<string, string>();

/**
 * How a character sounds, without its tone and without what southern and northern tongues mix (zh/z, ch/c, sh/s, l/n, ng/n).
 * Two characters of the same sound are taken for each other by input methods. Empty for what is no Chinese character.
 */
export function soundOf(character: string): string {
  const known = sounds.get(character);
  if (known !== undefined) return known;
  const sound = /^\p{Script=Han}$/u.test(character)
    ? pinyin(character, { toneType: 'none' })
        .replace(/^(z|c|s)h/, '$1')
        .replace(/^l/, 'n')
        .replace(/ng$/, 'n')
    : '';
  sounds.set(character, sound);
  return sound;
}

const readings = new Map<string, readonly string[]>();

/**
 * All ways in which a Chinese character is read, most usual first, without tones and with `v` for ü (`lv`). Empty for what is
 * none. A name does not say which is meant (东阿 is e, 阿胶 is a), and whoever types it knows only theirs.
 */
export function readingsOf(character: string): readonly string[] {
  const known = readings.get(character);
  if (known !== undefined) return known;
  const read = /^\p{Script=Han}$/u.test(character)
    ? pinyin(character, { multiple: true, toneType: 'none', type: 'array', v: true })
    : [];
  readings.set(character, read);
  return read;
}
