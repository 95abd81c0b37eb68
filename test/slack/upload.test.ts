import { expect, it } from 'vitest';
import { openClient } from '../../src/slack/calls.js';
import { upload } from '../../src/slack/send/upload.js';
import { workspace } from '../sandbox/probe.js';

it('a picture whose words fit a block and not a file is taken all the same, with as many as fit', async () => {
  const sandbox = await workspace();
  const client = openClient(sandbox.botToken, `${sandbox.url}/api/`);
  const picture = { name: '目标与关口.png', bytes: new Uint8Array([1, 2, 3]), alt: '关'.repeat(1900) };
  const file = await upload(client, picture, AbortSignal.timeout(5000));
  await client.files.completeUploadExternal({ files: [{ id: file, title: '图' }] });
  const { alt_txt: said } = (await client.files.info({ file })).file as { alt_txt?: string };
  expect(said).toBe(`${'关'.repeat(999)}…`);
  await sandbox.close();
});
