// npm run slack-check: every golden message and form, and the manifests, through Slack's own validation; says what Slack says.
//   SLACK_BOT_TOKEN=xoxb-…            for messages and forms (blocks.validate)
//   SLACK_CONFIG_TOKEN=xoxe.xoxp-…    for the manifests (apps.manifest.validate); api.slack.com/apps, Your App Configuration Tokens
//   SLACK_API_URL                     another address than slack.com: the local workspace answers the same methods by its own rules
// The tests of the messages run first, so that what is checked is all that they render now; --as-stored leaves that out, and
// checks the few that are kept as JSON.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { WebClient } from '@slack/web-api';

const { values } = parseArgs({ options: { 'as-stored': { type: 'boolean', default: false } } });
const { SLACK_BOT_TOKEN, SLACK_CONFIG_TOKEN, SLACK_API_URL } = process.env;
const TESTS = 'test/messages';
const folder = values['as-stored'] ? TESTS : mkdtempSync(join(tmpdir(), 'slack-check-'));
process.on('exit', () => {
  if (folder !== TESTS) rmSync(folder, { recursive: true, force: true });
});

if (!SLACK_BOT_TOKEN) console.log('SLACK_BOT_TOKEN is missing (xoxb-…): messages and forms are not checked.');
if (!SLACK_CONFIG_TOKEN)
  console.log('SLACK_CONFIG_TOKEN is missing (a configuration token): manifests are not checked.');
if (!SLACK_BOT_TOKEN && !SLACK_CONFIG_TOKEN) process.exit(1);

if (SLACK_BOT_TOKEN && !values['as-stored'])
  execFileSync('npx', ['vitest', 'run', TESTS], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, GOLDENS_SENT: folder },
  });

const client = (token) => new WebClient(token, SLACK_API_URL ? { slackApiUrl: SLACK_API_URL } : {});
let checked = 0;
const refused = [];

/** Asks once; a refusal is kept with all that Slack says about it. */
async function ask(what, token, method, given) {
  checked += 1;
  try {
    await client(token).apiCall(method, given);
  } catch (error) {
    const { data } = error;
    if (!data?.error) throw error;
    // Without the method, or without the right to it, no answer about what was sent can be had.
    if (
      !data.errors &&
      /^(unknown_method|invalid_auth|not_authed|not_allowed_token_type|missing_scope)/.test(data.error)
    )
      throw new Error(`${method}: Slack answers ${data.error}${data.needed ? `, it wants ${data.needed}` : ''}`);
    const faults = (data.errors ?? []).map(({ message, pointer }) => `${pointer ?? ''} ${message}`.trim());
    refused.push(`${what}: ${data.error}${faults.map((fault) => `\n    ${fault}`).join('')}`);
  }
}

/** A golden file holds messages, or the view of a form or home tab. */
function* shownIn(golden) {
  for (const each of Array.isArray(golden) ? golden : [golden]) {
    if (each?.type === 'modal' || each?.type === 'home') yield ['view', each];
    else if (each?.view?.type) yield ['view', each.view];
    else if (Array.isArray(each?.blocks)) {
      yield ['blocks', each.blocks];
      // Slack's own tables and charts, for which the bot has another way: here it shows whether they are taken.
      if (each.native) yield ['blocks', [each.native.block]];
    } else if (each?.type && Array.isArray(golden)) {
      // A home tab, whose goldens are its blocks.
      yield ['view', { type: 'home', blocks: golden }];
      return;
    }
  }
}

/** Pictures are named by what draws them until they are posted: a file of Slack's stands in, as it does then. */
const posted = (_, value) =>
  value?.type === 'image' && !value.image_url && !value.slack_file
    ? { ...value, image_url: 'https://slack.com/favicon.ico' }
    : value;

if (SLACK_BOT_TOKEN) {
  const files = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.json'));
  let shown = 0;
  for (const file of files.sort()) {
    const golden = JSON.parse(readFileSync(join(folder, file), 'utf8'), posted);
    for (const [kind, value] of shownIn(golden)) {
      shown += 1;
      await ask(`${file} (${kind})`, SLACK_BOT_TOKEN, 'blocks.validate', { [kind]: JSON.stringify(value) });
    }
  }
  console.log(`${shown} messages and forms of ${files.length} files were asked about.`);
}
if (SLACK_CONFIG_TOKEN)
  for (const file of ['socket-mode.json', 'http.json']) {
    const manifest = readFileSync(join('manifests', file), 'utf8');
    await ask(`manifests/${file}`, SLACK_CONFIG_TOKEN, 'apps.manifest.validate', { manifest });
  }

for (const line of refused) console.log(`refused · ${line}`);
console.log(`${checked - refused.length} of ${checked} are taken by ${SLACK_API_URL ?? 'slack.com'}.`);
process.exit(refused.length === 0 ? 0 : 1);
