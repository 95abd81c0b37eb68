import { App, LogLevel } from '@slack/bolt';
import type { KnownBlock, View } from '@slack/types';
import type { Sandbox, SandboxOptions } from '../../src/sandbox/index.js';

/** A small app for the page's tests: each kind of thing that a person can press, type, choose or drop. */

const plain = (text: string) => ({ type: 'plain_text' as const, text, emoji: true });
const option = (text: string, value: string) => ({ text: plain(text), value });

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

const form = (note = '您名下 *3* 个项目。'): View => ({
  type: 'modal',
  callback_id: 'report',
  title: plain('上报进度'),
  submit: plain('提交'),
  close: plain('取消'),
  blocks: [
    { type: 'section', block_id: 'note', text: { type: 'mrkdwn', text: note } },
    { type: 'actions', block_id: 'more', elements: [{ type: 'button', action_id: 'refresh', text: plain('刷新') }] },
    {
      type: 'input',
      block_id: 'project',
      label: plain('项目'),
      element: {
        type: 'static_select',
        action_id: 'value',
        placeholder: plain('选择项目'),
        options: [option('P-017 阿胶健康产业园', 'P-017'), option('P-062 乡村振兴示范片区', 'P-062')],
      },
    },
    {
      type: 'input',
      block_id: 'percent',
      label: plain('完成百分比'),
      hint: plain('0 到 100'),
      element: {
        type: 'number_input',
        action_id: 'value',
        is_decimal_allowed: false,
        min_value: '0',
        max_value: '100',
      },
    },
    {
      type: 'input',
      block_id: 'forecast',
      optional: true,
      label: plain('预计完成'),
      element: { type: 'datepicker', action_id: 'value', initial_date: '2020-06-30' },
    },
    {
      type: 'input',
      block_id: 'state',
      label: plain('情况'),
      element: {
        type: 'radio_buttons',
        action_id: 'value',
        options: [option('正常', 'ok'), { ...option('有卡点', 'blocked'), description: plain('随后填写卡点') }],
        initial_option: option('正常', 'ok'),
      },
    },
    {
      type: 'input',
      block_id: 'copy',
      optional: true,
      label: plain('抄送'),
      element: { type: 'multi_users_select', action_id: 'value', placeholder: plain('选人') },
    },
    {
      type: 'input',
      block_id: 'unit',
      optional: true,
      label: plain('责任部门'),
      element: { type: 'external_select', action_id: 'unit', min_query_length: 1, placeholder: plain('输入部门') },
    },
    {
      type: 'input',
      block_id: 'photo',
      optional: true,
      label: plain('现场照片'),
      element: { type: 'file_input', action_id: 'value', filetypes: ['png', 'jpg'], max_files: 3 },
    },
  ],
});

export const digest: KnownBlock[] = [
  { type: 'header', block_id: 'head', text: plain('📋 全县攻坚日报 6月16日 星期二') },
  {
    type: 'section',
    block_id: 'sum',
    text: {
      type: 'mrkdwn',
      text: '*开工 38 / 60*，关口 6月30日 需 36 :white_check_mark:\n>前三位：姜楼镇、铜城街道、开发区',
    },
  },
  {
    type: 'section',
    block_id: 'numbers',
    fields: ['*红灯*\n4 个项目', '*卡点*\n7 个，最长 12 天', '*未上报*\n3 人', '*本周招商*\n2 次活动'].map((text) => ({
      type: 'mrkdwn' as const,
      text,
    })),
  },
  { type: 'divider', block_id: 'line' },
  {
    type: 'table',
    block_id: 'projects',
    rows: [
      ['项目', '单位', '进度', '灯'],
      ['P-017 阿胶健康产业园', '经济开发区', '80%', '🟢'],
      ['P-062 乡村振兴示范片区基础设施提升', '姜楼镇', '70%', '🔴'],
    ].map((row) => row.map((text) => ({ type: 'raw_text' as const, text }))),
    column_settings: [{}, {}, { align: 'right' }, { align: 'center' }],
  },
  {
    type: 'actions',
    block_id: 'act',
    elements: [
      { type: 'button', action_id: 'claim', text: plain('认领'), style: 'primary', value: 'P-062' },
      {
        type: 'button',
        action_id: 'raise',
        text: plain('提级'),
        style: 'danger',
        value: 'P-062',
        confirm: {
          title: plain('提级'),
          text: { type: 'mrkdwn', text: '提到 *包保领导*。' },
          confirm: plain('确定提级'),
          deny: plain('先不'),
        },
      },
      {
        type: 'static_select',
        action_id: 'scope',
        placeholder: plain('切换范围'),
        options: [option('全县', 'all'), option('开发区', 'park'), option('姜楼镇', 'town')],
      },
      { type: 'overflow', action_id: 'menu', options: [option('查看项目', 'see'), option('导出', 'export')] },
    ],
  },
  { type: 'context', block_id: 'foot', elements: [{ type: 'mrkdwn', text: '数据截至 18:00' }] },
];

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
    const text = `已上报 ${project} ${percent}%，照片 ${files.length} 张，抄送 ${copies.length} 人，部门 ${unit}`;
    await client.chat.postMessage({ channel: body.user.id, text });
  });
  app.event('app_home_opened', async ({ event, client }) => {
    if (event.tab !== 'home') return;
    const blocks: KnownBlock[] = [
      { type: 'header', text: plain('今天的事') },
      { type: 'section', text: { type: 'mrkdwn', text: `<@${event.user}> 今天要报 *2* 项，7 日内到期 *1* 项。` } },
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
