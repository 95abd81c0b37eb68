// Writes manifests/ from what the features answer to (src/slack/manifest.ts); `check` fails where a file is not up to date.
import { readFileSync, writeFileSync } from 'node:fs';
import { features } from '../dist/features/index.js';
import { manifest } from '../dist/slack/manifest.js';

const files = {
  'manifests/socket-mode.json': manifest(features, { receives: 'socket' }),
  'manifests/http.json': manifest(features, { receives: 'http', url: 'https://gongjian.example' }),
};
let stale = 0;
for (const [file, content] of Object.entries(files)) {
  const text = `${JSON.stringify(content, null, 2)}\n`;
  if (process.argv[2] !== 'check') writeFileSync(file, text);
  else if (readFileSync(file, 'utf8') !== text) {
    console.error(`${file} is not what the features answer to. Run: npm run manifests`);
    stale += 1;
  }
}
process.exit(stale);
