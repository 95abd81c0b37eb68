// The bot as `npm start` runs it, in a process that may be killed.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

/**
 * Starts one beside a workspace, on a server or in a folder; resolves when it is ready or has ended (faults may keep it
 * from starting; whoever supervises it starts it again). `ended` is told what it said where it ended by itself, `warned` each thing that it warned of.
 */
export async function startBot({ sandbox, databaseUrl, folder, ended = () => {}, warned = () => {} }) {
  const child = spawn(process.execPath, [main, 'start'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      SLACK_API_URL: `${sandbox.url}/api/`,
      SLACK_BOT_TOKEN: sandbox.botToken,
      SLACK_APP_TOKEN: sandbox.appToken,
      GONGJIAN_CLOCK: sandbox.url,
      GONGJIAN_DATA: folder ?? '',
      DATABASE_URL: databaseUrl ?? '',
      LOG_LEVEL: 'warn',
    },
  });
  let said = '';
  child.stderr.on('data', (data) => {
    said = (said + data).slice(-2000);
  });
  createInterface(child.stderr).on('line', (line) => {
    if (!line.startsWith('{')) return;
    const { msg, err, error } = JSON.parse(line);
    warned([msg, err?.message ?? error].filter(Boolean).join(': '));
  });
  await new Promise((resolve) => {
    child.stdout.on('data', (data) => String(data).includes('"ready":true') && resolve());
    child.on('exit', (code) => {
      if (code !== null && code !== 0) ended(code, said.split('\n').find((line) => line.trim()) ?? '');
      resolve();
    });
  });
  return child;
}

export const isUp = (child) => child.exitCode === null && child.signalCode === null;

/** The workspace's control face. */
export const controlOf = (sandbox) => async (path, body) => {
  const response = await fetch(
    `${sandbox.url}/_sandbox/${path}`,
    body ? { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {},
  );
  return response.json();
};

export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
