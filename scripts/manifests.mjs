// Writes manifests/ from what the features answer to (src/slack/manifest.ts); `check` fails where a file is not up to date.
// `--prefix gj-` writes manifests/gj-*.json, whose commands are /gj-progress and so on (GONGJIAN_PREFIX makes the bot answer them).
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { features } from '../dist/features/index.js';
import { manifest } from '../dist/slack/manifest.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { prefix: { type: 'string', default: '' } },
});
const { prefix } = values;
if (!/^([a-z0-9][a-z0-9_-]{0,15})?$/.test(prefix)) {
  console.error('A prefix is at most 16 small letters, digits, - or _, such as gj-');
  process.exit(1);
}
const files = {
  [`manifests/${prefix}socket-mode.json`]: manifest(features, { receives: 'socket', prefix }),
  [`manifests/${prefix}http.json`]: manifest(features, { receives: 'http', url: 'https://gongjian.example', prefix }),
};
let stale = 0;
for (const [file, content] of Object.entries(files)) {
  const text = `${JSON.stringify(content, null, 2)}\n`;
  if (!positionals.includes('check')) {
    writeFileSync(file, text);
    if (prefix) console.log(`${file}: start the bot with GONGJIAN_PREFIX=${prefix}`);
  } else if (readFileSync(file, 'utf8') !== text) {
    console.error(`${file} is not what the features answer to. Run: npm run manifests`);
    stale += 1;
  }
}
process.exit(stale);
