import { describe, expect, it } from 'vitest';
import { readPayload } from '../../src/slack/receive/payload.js';
import { troubleMessage } from '../../src/slack/words.js';

/** As Slack sends it of a channel that two companies share: whoever spoke is of the other one. */
const said = {
  type: 'event_callback',
  event_id: 'Ev1',
  team_id: 'T0OTHERS',
  authorizations: [{ team_id: 'T0OURS', is_bot: true }],
  event: { type: 'message', channel: 'C1', channel_type: 'channel', user: 'W0SOMEBODY', text: '60%', ts: '1.1' },
};

describe('whose workspace a payload is of', () => {
  it('is the one that the app is installed in, not the one of who spoke', () => {
    expect(readPayload(said)).toMatchObject({ workspaceId: 'T0OURS', userId: 'W0SOMEBODY' });
    const { authorizations: _, ...older } = said;
    expect(readPayload(older)).toMatchObject({ workspaceId: 'T0OTHERS' });
    const edited = {
      ...said,
      event: {
        type: 'message',
        subtype: 'message_changed',
        channel: 'C1',
        ts: '2.1',
        message: { user: 'W0SOMEBODY', text: '70%', ts: '1.1', edited: { user: 'W0SOMEBODY', ts: '2.0' } },
        previous_message: { user: 'W0SOMEBODY', text: '60%', ts: '1.1' },
      },
    };
    expect(readPayload(edited)).toMatchObject({ workspaceId: 'T0OURS', change: 'edited' });
  });

  it('of a form is the one in which it was opened', () => {
    const sent = {
      type: 'view_submission',
      user: { id: 'U1', team_id: 'T0OTHERS' },
      team: { id: 'T0OTHERS' },
      trigger_id: '1.2.3',
      view: { id: 'V1', callback_id: 'progress.form', app_installed_team_id: 'T0OURS' },
    };
    expect(readPayload(sent)).toMatchObject({ kind: 'view', workspaceId: 'T0OURS' });
  });
});

describe('what a coordinator is told of a place that cannot be written to', () => {
  it('names it as Slack shows it; a direct conversation is shown to nobody else', () => {
    expect(troubleMessage('zh', 'C1', 'is_archived').text).toBe('<#C1> 发不进去：频道已归档。其他频道不受影响。');
    expect(troubleMessage('zh', 'W1', 'user_disabled').text).toContain('<@W1> 发不进去');
    expect(troubleMessage('zh', 'D1', 'user_disabled').text).toContain('一个人的私信 发不进去');
    expect(troubleMessage('en', 'D1', 'user_disabled').text).not.toContain('D1');
  });
});
