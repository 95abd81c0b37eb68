import type { KnownBlock, View } from '@slack/types';

/** What the small app of the page's tests shows. */

export const plain = (text: string) => ({ type: 'plain_text' as const, text, emoji: true });
export const option = (text: string, value: string) => ({ text: plain(text), value });

export const form = (note = '您名下 *3* 个项目。'): View => ({
  type: 'modal',
  callback_id: 'report',
  title: plain('上报进度'),
  submit: plain('提交'),
  close: plain('取消'),
  blocks: [
    { type: 'section', block_id: 'note', text: { type: 'mrkdwn', text: note } },
    {
      type: 'actions',
      block_id: 'more',
      elements: [
        { type: 'button', action_id: 'refresh', text: plain('刷新') },
        { type: 'button', action_id: 'deeper', text: plain('填写卡点') },
      ],
    },
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
  { type: 'header', block_id: 'head', text: plain('📋 全县攻坚日报6月16日 星期二') },
  {
    type: 'section',
    block_id: 'sum',
    text: {
      type: 'mrkdwn',
      text: '*开工 38 / 60*，关口6月30日 需 36 :white_check_mark:\n>前三位：姜楼镇、铜城街道、开发区',
    },
  },
  {
    type: 'section',
    block_id: 'numbers',
    fields: ['*红灯*\n4个项目', '*卡点*\n7个，最长12天', '*未上报*\n3人', '*本周招商*\n2次活动'].map((text) => ({
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
  { type: 'context', block_id: 'foot', elements: [{ type: 'mrkdwn', text: '数据截至18:00' }] },
];

/** What Slack draws itself: a table of twelve rows that sorts, and a chart. */
export const drawn = [
  {
    type: 'data_table',
    caption: '红灯项目',
    page_size: 10,
    rows: [
      ['项目', '天数'].map((text) => ({ type: 'raw_text', text })),
      ...Array.from({ length: 12 }, (_, at) => [
        { type: 'raw_text', text: `P-${100 + at}` },
        { type: 'raw_number', value: (at * 7) % 12, text: String((at * 7) % 12) },
      ]),
    ],
  },
  {
    type: 'data_visualization',
    title: '目标与关口',
    chart: {
      type: 'bar',
      series: [
        { name: '完成', data: [{ label: '开工率', value: 58.3 }] },
        { name: '关口', data: [{ label: '开工率', value: 60 }] },
      ],
      axis_config: { categories: ['开工率'], y_label: '%' },
    },
  },
] as unknown as KnownBlock[];

/** A second form, on top of the first. */
export const obstacleForm: View = {
  type: 'modal',
  callback_id: 'obstacle',
  title: plain('填写卡点'),
  submit: plain('提交卡点'),
  close: plain('返回上报'),
  blocks: [
    {
      type: 'input',
      block_id: 'what',
      label: plain('卡在哪里'),
      element: { type: 'plain_text_input', action_id: 'value', multiline: true },
    },
  ],
};

/** Every way in which a bot can show text. */
export const everyText: KnownBlock[] = [
  {
    type: 'markdown',
    text: '## 周报\n\n1. **开工** 38个\n\n| 镇 | 得分 |\n|---|---:|\n| 姜楼 | 98.5 |\n\n<b onclick="x()">原样</b>',
  },
  {
    type: 'rich_text',
    elements: [
      { type: 'rich_text_section', elements: [{ type: 'text', text: '加粗', style: { bold: true } }] },
      {
        type: 'rich_text_list',
        style: 'bullet',
        elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: '土地 12 亩' }] }],
      },
    ],
  },
  { type: 'image', image_url: 'https://example.org/road.png', alt_text: '路线图' },
  {
    type: 'section',
    text: {
      type: 'mrkdwn',
      text: '<https://example.org/a?b=1&amp;c=2|文件> `代码` &lt;img src=x onerror=alert(1)&gt;',
    },
  },
];
