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
