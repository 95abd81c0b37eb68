import { App, LogLevel } from '@slack/bolt';
import type { KnownBlock } from '@slack/types';
import type { Sandbox, SandboxOptions } from '../../src/sandbox/index.js';
import { digest, drawn, everyText, form, obstacleForm, option, plain } from './page-views.js';

/** A small app for the page's tests: each kind of thing that a person can press, type, choose or drop. */

export const pageWorkspace: SandboxOptions = {
  workspace: '东阿县',
  now: '2020-06-17T01:12:00Z',
  people: [
    { handle: 'he', name: '何志远', title: '县委副书记、一线总指挥' },
    { handle: 'li', name: '李明', title: '经济开发区 项目责任人' },
    { handle: 'wang', name: '王芳', title: '项目办 督查专员' },
    { handle: 'sun', name: '孙立军', title: '姜楼镇 镇长' },
    { handle: 'anna', name: 'Anna Smith', title: 'Investor relations', locale: 'en-US' },
    { handle: 'zhao', name: '赵国强', title: '自然资源和规划局 局长' },
    { handle: 'qian', name: '钱进', title: '财政局 副局长' },
  ],
  channels: [
    { name: '攻坚指挥部', members: 'all', bot: true, purpose: '全县攻坚日报与调度' },
    { name: '开发区', members: ['li', 'he'], bot: true },
    { name: '督查', private: true, members: ['wang', 'he'], bot: true },
    { name: '招商', members: ['anna'] },
  ],
  manifest: {
    _metadata: { major_version: 2 },
    display_information: { name: '攻坚' },
    features: {
      bot_user: { display_name: '攻坚', always_online: true },
      app_home: { home_tab_enabled: true, messages_tab_enabled: true },
      slash_commands: [
        { command: '/progress', description: '上报进度', usage_hint: '[项目] [节点] [百分比] [说明]' },
        { command: '/digest', description: '看日报', usage_hint: '[日期]' },
        { command: '/late', description: '答得太晚' },
        { command: '/text', description: '各种文字' },
        { command: '/drawn', description: '表和图' },
      ],
      shortcuts: [
        { name: '上报进度', type: 'global', callback_id: 'report', description: '打开上报表单' },
        { name: '报为卡点', type: 'message', callback_id: 'obstacle', description: '把这条消息报为卡点' },
      ],
    },
    oauth_config: {
      scopes: { bot: ['commands', 'chat:write', 'im:history', 'channels:history', 'files:read', 'users:read'] },
    },
    settings: {
      event_subscriptions: { bot_events: ['message.channels', 'message.im', 'app_home_opened'] },
      interactivity: { is_enabled: true },
      socket_mode_enabled: true,
    },
  },
};

const units = ['自然资源和规划局', '财政局', '生态环境局', '住房和城乡建设局'];

/** Starts the app against a sandbox; stop it before the sandbox closes. */
export async function startPageApp(sandbox: Sandbox): Promise<App> {
  const app = new App({
    token: sandbox.botToken,
    appToken: sandbox.appToken,
    socketMode: true,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: `${sandbox.url}/api/` },
  });
  app.command('/progress', async ({ command, ack, respond, client }) => {
    await ack();
    if (command.text === '') await client.views.open({ trigger_id: command.trigger_id, view: form() });
    else await respond({ text: `已上报 ${command.text}` });
  });
  app.command('/digest', async ({ command, ack, client }) => {
    await ack();
    await client.chat.postMessage({ channel: command.channel_id, text: '全县攻坚日报', blocks: digest });
  });
  // Later than Slack waits.
  app.command('/late', async ({ ack }) => {
    await new Promise((resolve) => setTimeout(resolve, 3300));
    await ack().catch(() => undefined);
  });
  app.shortcut('report', async ({ ack, shortcut, client }) => {
    await ack();
    await client.views.open({ trigger_id: shortcut.trigger_id, view: form() });
  });
  app.shortcut('obstacle', async ({ ack, shortcut, client }) => {
    await ack();
    if (shortcut.type !== 'message_action') return;
    await client.chat.postMessage({
      channel: shortcut.channel.id,
      thread_ts: shortcut.message.ts,
      text: `已报为卡点：${shortcut.message.text}`,
    });
  });
  app.action('claim', async ({ ack, body, respond }) => {
    await ack();
    await respond({ text: `<@${body.user.id}> 已认领`, replace_original: false, response_type: 'in_channel' });
  });
  app.action('raise', async ({ ack, respond }) => {
    await ack();
    await respond({ text: '已提到包保领导', replace_original: false, response_type: 'ephemeral' });
  });
  app.action({ type: 'block_actions', action_id: /^(scope|menu)$/ }, async ({ ack, action, respond }) => {
    await ack();
    const chosen = 'selected_option' in action ? (action.selected_option?.text.text ?? '') : '';
    await respond({ text: `选了 ${chosen}`, replace_original: false, response_type: 'ephemeral' });
  });
  app.action({ type: 'block_actions', action_id: 'refresh' }, async ({ ack, body, client }) => {
    await ack();
    const view = form('已刷新。');
    if (body.view) await client.views.update({ view_id: body.view.id, hash: body.view.hash, view });
  });
  app.action({ type: 'block_actions', action_id: 'deeper' }, async ({ ack, body, client }) => {
    await ack();
    await client.views.push({ trigger_id: body.trigger_id, view: obstacleForm });
  });
  app.view('obstacle', async ({ ack, view, body, client }) => {
    await ack();
    const text = `卡点：${view.state.values.what?.value?.value}`;
    await client.chat.postMessage({ channel: body.user.id, text });
  });
  app.command('/text', async ({ command, ack, client }) => {
    await ack();
    await client.chat.postMessage({ channel: command.channel_id, text: '周报', blocks: everyText });
  });
  app.command('/drawn', async ({ command, ack, client }) => {
    await ack();
    await client.chat.postMessage({ channel: command.channel_id, text: '表和图', blocks: drawn });
  });
  app.options('unit', async ({ ack, payload }) => {
    await ack({ options: units.filter((name) => name.includes(payload.value)).map((name) => option(name, name)) });
  });
  app.view('report', async ({ ack, view, body, client }) => {
    const values = view.state.values;
    const percent = Number(values.percent?.value?.value);
    if (percent < 50) return ack({ response_action: 'errors', errors: { percent: '进度不能低于上次的 50%' } });
    await ack();
    const project = values.project?.value?.selected_option?.text.text;
    const files = values.photo?.value?.files ?? [];
    const copies = values.copy?.value?.selected_users ?? [];
    const unit = values.unit?.unit?.selected_option?.value ?? '无';
    const text = `已上报 ${project} ${percent}%，照片${files.length}张，抄送${copies.length}人，部门 ${unit}`;
    await client.chat.postMessage({ channel: body.user.id, text });
  });
  app.event('app_home_opened', async ({ event, client }) => {
    if (event.tab !== 'home') return;
    const blocks: KnownBlock[] = [
      { type: 'header', text: plain('今天的事') },
      { type: 'section', text: { type: 'mrkdwn', text: `<@${event.user}> 今天要报 *2* 项，7日内到期 *1* 项。` } },
      { type: 'actions', elements: [{ type: 'button', action_id: 'open', text: plain('现在上报'), style: 'primary' }] },
      ...digest.slice(2, 4),
    ];
    await client.views.publish({ user_id: event.user, view: { type: 'home', blocks } });
  });
  app.action({ type: 'block_actions', action_id: 'open' }, async ({ ack, body, client }) => {
    await ack();
    await client.views.open({ trigger_id: body.trigger_id, view: form() });
  });
  app.message(async ({ message, say }) => {
    if (message.subtype === 'file_share' && message.channel_type === 'im')
      await say(`收到文件：${message.files?.map((file) => file.name).join('、')}`);
    else if (message.subtype === undefined && message.channel_type === 'im') await say(`收到：${message.text}`);
  });
  await app.start();
  return app;
}
