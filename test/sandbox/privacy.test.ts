import type { App } from '@slack/bolt';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../src/sandbox/index.js';
import { bolt, screen, workspace } from './probe.js';

describe('what is private', () => {
  let sandbox: Sandbox;
  let app: App;
  const heard: string[] = [];
  beforeAll(async () => {
    sandbox = await workspace();
    app = bolt(sandbox);
    app.message(async ({ message }) => {
      if ('text' in message && message.text) heard.push(message.text);
    });
    await app.start();
    await sandbox.act({ as: 'he', do: 'say', channel: 'leaders', text: '县领导内部' });
    await sandbox.act({ as: 'wang', do: 'say', channel: 'secret', text: '没有机器人' });
    await sandbox.act({ as: 'wang', do: 'say', to: 'li', text: '私下说' });
    await sandbox.act({ as: 'wang', do: 'say', to: 'bot', text: '对机器人说' });
  });
  afterAll(async () => {
    await app.stop();
    await sandbox.close();
  });
  const everything = async (as: string) => JSON.stringify(await screen(sandbox, as));

  it.each([
    ['县领导内部', 'he', ['wang', 'li', 'smith']],
    ['没有机器人', 'wang', ['he', 'li', 'smith']],
    ['对机器人说', 'wang', ['he', 'li', 'smith']],
    ['私下说', 'li', ['he', 'smith']],
  ])('"%s" is seen by %s and not by %j', async (text, insider, outsiders) => {
    expect(await everything(insider)).toContain(text);
    for (const outsider of outsiders) expect(await everything(outsider)).not.toContain(text);
  });

  it('reaches the bot only where it is a member', () => {
    expect(heard.sort()).toEqual(['对机器人说', '县领导内部'].sort());
  });

  it('is not written into by outsiders', async () => {
    await expect(sandbox.act({ as: 'li', do: 'say', channel: 'leaders', text: '?' })).rejects.toThrow(
      "There is no channel 'leaders'. 李建国 is in: ['general', 'lounge'",
    );
  });

  it('is closed to callers of another name or origin', async () => {
    const foreign = await fetch(`${sandbox.url}/_sandbox/people`, { headers: { Origin: 'https://example.org' } });
    expect(foreign.status).toBe(403);
  });
});
