// Makes assets/fonts/: Noto Sans SC as the TrueType that resvg reads, out of the woff2 files of its package. The
// results are kept in the repository; run this again only when the package changes, after
// npm install --no-save @fontsource/noto-sans-sc@5.3.0 wawoff2@2.0.1
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { decompress } from 'wawoff2';

const folder = new URL('../assets/fonts/', import.meta.url);
const source = new URL('../node_modules/@fontsource/noto-sans-sc/', import.meta.url);
mkdirSync(folder, { recursive: true });
// Of the package's subsets these two hold what a county writes: Latin, and the simplified characters with the rare ones.
for (const subset of ['latin', 'chinese-simplified']) {
  const woff2 = readFileSync(new URL(`files/noto-sans-sc-${subset}-400-normal.woff2`, source));
  writeFileSync(new URL(`noto-sans-sc-${subset}.ttf`, folder), await decompress(woff2));
}
copyFileSync(new URL('LICENSE', source), new URL('OFL.txt', folder));
console.log(`Wrote ${fileURLToPath(folder)}`);
