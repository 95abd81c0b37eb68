import { describe, expect, it } from 'vitest';
import { checkMessageBlocks, checkView } from '../../src/sandbox/block-kit/check.js';
import { Refused } from '../../src/sandbox/block-kit/refused.js';
import { LIMITS } from '../../src/sandbox/limits.js';
import fc from '../support/properties.js';

type Build = (size: number) => unknown;
const text = (size: number) => 'x'.repeat(size);
const plain = (value: string) => ({ type: 'plain_text', text: value });
const many = (size: number, make: (index: number) => unknown) =>
  Array.from({ length: size }, (_, index) => make(index));
const option = (index: number, more: object = {}) => ({ text: plain(`项${index}`), value: `v${index}`, ...more });
const button = (more: object) => ({ type: 'button', text: plain('去'), ...more });
const actions = (...elements: unknown[]) => [{ type: 'actions', elements }];
const select = (more: object) => actions({ type: 'static_select', ...more });
const input = (element: object, more: object = {}) => [{ type: 'input', label: plain('名'), element, ...more }];
const typing = { type: 'plain_text_input' };
const row = (size: number) => many(size, () => ({ type: 'raw_text', text: '1' }));
const dataTable = (rows: unknown[], more: object = {}) => ({ type: 'data_table', caption: '表', rows, ...more });
const chart = (segments: unknown[]) => ({ type: 'data_visualization', title: '图', chart: { type: 'pie', segments } });
const bars = (categories: string[], data = categories.map((label) => ({ label, value: -1 }))) => ({
  type: 'data_visualization',
  title: '图',
  chart: { type: 'bar', series: [{ name: '进度', data }], axis_config: { categories } },
});
const video = (more: object) => ({
  type: 'video',
  alt_text: '片',
  title: plain('片'),
  thumbnail_url: 'https://e.org/a.png',
  video_url: 'https://e.org/v',
  ...more,
});
const modal = (more: object) => ({ type: 'modal', title: plain('表'), submit: plain('好'), blocks: [], ...more });
const confirm = (more: object) => actions(button({ confirm: { text: plain('确定？'), ...more } }));

/** Blocks that measure exactly so much of one thing. */
const BLOCKS: Record<string, Build> = {
  messageBlocks: (size) => many(size, () => ({ type: 'divider' })),
  blockId: (size) => [{ type: 'divider', block_id: text(size) }],
  actionId: (size) => actions(button({ action_id: text(size) })),
  sectionText: (size) => [{ type: 'section', text: plain(text(size)) }],
  sectionFields: (size) => [{ type: 'section', fields: many(size, () => plain('字')) }],
  sectionField: (size) => [{ type: 'section', fields: [plain(text(size))] }],
  headerText: (size) => [{ type: 'header', text: plain(text(size)) }],
  contextElements: (size) => [{ type: 'context', elements: many(size, () => plain('字')) }],
  actionsElements: (size) => actions(...many(size, () => button({}))),
  imageAlt: (size) => [{ type: 'image', image_url: 'https://e.org/a.png', alt_text: text(size) }],
  imageTitle: (size) => [{ type: 'image', image_url: 'https://e.org/a.png', alt_text: '图', title: plain(text(size)) }],
  imageUrl: (size) => [{ type: 'image', image_url: `https://e.org/${text(size - 14)}`, alt_text: '图' }],
  inputLabel: (size) => input(typing, { label: plain(text(size)) }),
  inputHint: (size) => input(typing, { hint: plain(text(size)) }),
  markdownText: (size) => [{ type: 'markdown', text: text(size) }],
  tableRows: (size) => [{ type: 'table', rows: many(size, () => row(1)) }],
  tableColumns: (size) => [{ type: 'table', rows: [row(size)] }],
  tableCharacters: (size) => [{ type: 'table', rows: [[{ type: 'raw_text', text: text(size) }]] }],
  dataTableRows: (size) => [dataTable(many(size, () => row(1)))],
  dataTablePage: (size) => [dataTable([row(1), row(1)], { page_size: size })],
  dataTableCharacters: (size) =>
    [size - 10_000, 10_000].map((length) => dataTable([[{ type: 'raw_text', text: text(length - 1) }], row(1)])),
  chartsInMessage: (size) => many(size, () => chart([{ label: '甲', value: 1 }])),
  chartTitle: (size) => [{ ...chart([{ label: '甲', value: 1 }]), title: text(size) }],
  chartLabel: (size) => [chart([{ label: text(size), value: 1 }])],
  chartSeries: (size) => [chart(many(size, (index) => ({ label: `段${index}`, value: 1 })))],
  chartCategories: (size) => [bars(Array.from({ length: size }, (_, index) => `月${index}`))],
  videoTitle: (size) => [video({ title: plain(text(size)) })],
  videoAuthor: (size) => [video({ author_name: text(size) })],
  tablesInMessage: (size) => many(size, () => ({ type: 'table', rows: [row(1)] })),
  buttonText: (size) => actions(button({ text: plain(text(size)) })),
  buttonValue: (size) => actions(button({ value: text(size) })),
  buttonUrl: (size) => actions(button({ url: `https://e.org/${text(size - 14)}` })),
  accessibilityLabel: (size) => actions(button({ accessibility_label: text(size) })),
  placeholder: (size) => select({ options: [option(1)], placeholder: plain(text(size)) }),
  optionText: (size) => select({ options: [{ text: plain(text(size)), value: 'v' }] }),
  optionDescription: (size) => select({ options: [option(1, { description: plain(text(size)) })] }),
  optionValue: (size) => select({ options: [option(1, { value: text(size) })] }),
  selectOptions: (size) => select({ options: many(size, (index) => option(index)) }),
  optionGroups: (size) =>
    select({ option_groups: many(size, (index) => ({ label: plain('组'), options: [option(index)] })) }),
  optionGroupLabel: (size) => select({ option_groups: [{ label: plain(text(size)), options: [option(1)] }] }),
  overflowOptions: (size) => actions({ type: 'overflow', options: many(size, (index) => option(index)) }),
  checkboxOptions: (size) => actions({ type: 'checkboxes', options: many(size, (index) => option(index)) }),
  radioOptions: (size) => actions({ type: 'radio_buttons', options: many(size, (index) => option(index)) }),
  textInputLength: (size) => input({ ...typing, max_length: size }),
  confirmTitle: (size) => confirm({ title: plain(text(size)) }),
  confirmText: (size) => confirm({ text: plain(text(size)) }),
  confirmButton: (size) => confirm({ confirm: plain(text(size)) }),
};
const VIEWS: Record<string, Build> = {
  viewBlocks: (size) => modal({ blocks: many(size, () => ({ type: 'divider' })) }),
  callbackId: (size) => modal({ callback_id: text(size) }),
  externalId: (size) => modal({ external_id: text(size) }),
  privateMetadata: (size) => modal({ private_metadata: text(size) }),
  viewTitle: (size) => modal({ title: plain(text(size)) }),
  viewSubmit: (size) => modal({ submit: plain(text(size)) }),
  fileInputFiles: (size) => modal({ blocks: input({ type: 'file_input', max_files: size }) }),
  viewClose: (size) => modal({ close: plain(text(size)) }),
};
/** Of whole messages, calls and times: other tests in this folder meet them. */
const ELSEWHERE = [
  'messageBlockCharacters',
  'viewBytes',
  'postText',
  'updateText',
  'metadataBytes',
  'modalStack',
  'openPeople',
  'triggerMs',
  'acknowledgeMs',
  'responseUses',
  'responseMs',
  'connections',
  'postBurst',
  'fileAlt',
  'uploadBytes',
];

function refused(check: () => unknown): Refused {
  try {
    check();
  } catch (error) {
    if (error instanceof Refused) return error;
    throw error;
  }
  throw new Error('It was accepted.');
}

describe('the limits of blocks and views', () => {
  it('are each met by a test', () => {
    const tested = [...Object.keys(BLOCKS), ...Object.keys(VIEWS), ...ELSEWHERE].sort();
    expect(tested).toEqual(Object.keys(LIMITS).sort());
  });

  it.each(Object.entries(BLOCKS))('%s: so much passes, one more does not', (name, build) => {
    const { limit, error } = LIMITS[name as keyof typeof LIMITS];
    expect(checkMessageBlocks(build(limit))).toBeDefined();
    const refusal = refused(() => checkMessageBlocks(build(limit + 1)));
    expect(refusal.code).toBe(error);
    expect(refusal.reasons[0]).toMatch(/\[json-pointer:\/blocks/);
  });

  it.each(Object.entries(VIEWS))('%s: so much passes, one more does not', (name, build) => {
    const { limit, error } = LIMITS[name as keyof typeof LIMITS];
    expect(checkView(build(limit), 'modal')).toBeDefined();
    const refusal = refused(() => checkView(build(limit + 1), 'modal'));
    expect(refusal.code).toBe(error);
    expect(refusal.reasons[0]).toMatch(/\[json-pointer:\/view/);
  });

  it('a message takes 11,000 characters of blocks in all, 125 of them for each block', () => {
    const blocks = (size: number) =>
      many(4, (index) => ({ type: 'section', text: plain(text(index < 3 ? 3000 : size)) }));
    expect(checkMessageBlocks(blocks(1500))).toHaveLength(4);
    expect(refused(() => checkMessageBlocks(blocks(1501))).code).toBe('msg_blocks_too_long');
    const dividers = (size: number) => [...blocks(1), ...many(size, () => ({ type: 'divider' }))];
    expect(checkMessageBlocks(dividers(11))).toHaveLength(15);
    expect(refused(() => checkMessageBlocks(dividers(12))).code).toBe('msg_blocks_too_long');
  });

  it.each([
    ['an empty text', [{ type: 'section', text: plain('') }], '/blocks/0/text/text'],
    ['an unknown block', [{ type: 'bogus' }], '/blocks/0'],
    ['an unknown property', [{ type: 'divider', colour: 'red' }], 'invalid additional property: colour'],
    ['markdown in a header', [{ type: 'header', text: { type: 'mrkdwn', text: 'x' } }], '/blocks/0/text/type'],
    ['an input element in an actions block', actions(typing), '/blocks/0/elements/0'],
    ['an image without alt text', [{ type: 'image', image_url: 'https://e.org/a.png' }], '/blocks/0/alt_text'],
    ['an image from a file address', [{ type: 'image', image_url: 'file:///a.png', alt_text: 'x' }], 'valid URL'],
    ['both id and url of a file', [{ type: 'image', slack_file: { id: 'F1', url: 'x' }, alt_text: 'x' }], 'not both'],
    ['an empty table cell', [{ type: 'table', rows: [[{ type: 'raw_text', text: '' }]] }], '/blocks/0/rows/0/0'],
    [
      'one block_id twice',
      [
        { type: 'divider', block_id: 'a' },
        { type: 'divider', block_id: 'a' },
      ],
      'already exists: a',
    ],
    [
      'one action_id twice in a block',
      actions(button({ action_id: 'a' }), button({ action_id: 'a' })),
      'already exists: a',
    ],
    [
      'a first choice that is not offered',
      select({ options: [option(1)], initial_option: option(2) }),
      'one of the options',
    ],
    [
      'options and groups at once',
      select({ options: [option(1)], option_groups: [{ label: plain('组'), options: [option(2)] }] }),
      'not both',
    ],
    [
      'a first choice whose text is another',
      select({ options: [option(1)], initial_option: { text: plain('别的'), value: 'v1' } }),
      'one of the options',
    ],
    [
      'a box ticked at first that is not there',
      actions({ type: 'checkboxes', options: [option(1)], initial_options: [option(2)] }),
      '/blocks/0/elements/0/initial_options',
    ],
    [
      'a radio button chosen at first that is not there',
      actions({ type: 'radio_buttons', options: [option(1)], initial_option: option(2) }),
      '/blocks/0/elements/0/initial_option',
    ],
    ['a day that there is not', actions({ type: 'datepicker', initial_date: '2020-13-45' }), 'YYYY-MM-DD'],
    ['the 30th of February', actions({ type: 'datepicker', initial_date: '2020-02-30' }), 'YYYY-MM-DD'],
    ['files handed in with a message', input({ type: 'file_input' }), 'unsupported type of element'],
    ['rich text with nothing in it', [{ type: 'rich_text', elements: [] }], '/blocks/0/elements'],
    ['a ragged table', [{ type: 'table', rows: [row(2), row(1)] }], '/blocks/0/rows/1'],
    [
      'a number in a table that nobody can read',
      [{ type: 'table', rows: [[{ type: 'raw_number', value: 3 }]] }],
      '/blocks/0/rows/0/0/text',
    ],
    ['a data table of a head alone', [dataTable([row(1)])], '/blocks/0/rows'],
    ['a ragged data table', [dataTable([row(2), row(1)])], '/blocks/0/rows/1'],
    ['a data table without a caption', [dataTable([row(1), row(1)], { caption: '' })], '/blocks/0/caption'],
    [
      'a formatted head of a data table',
      [
        dataTable([
          [
            {
              type: 'rich_text',
              elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: '项目' }] }],
            },
          ],
          row(1),
        ]),
      ],
      'cannot be used in the header',
    ],
    ['a slice of nothing', [chart([{ label: '甲', value: 0 }])], 'must be more than 0'],
    ['a chart with a gap', [bars(['一月', '二月'], [{ label: '一月', value: 1 }])], 'one value for every category'],
    ['a chart of no kind', [{ type: 'data_visualization', title: '图', chart: { type: 'gantt' } }], 'pie, bar, area'],
    ['a video that is not safe', [video({ video_url: 'http://e.org/v' })], 'HTTPS'],
    ['a section with nothing in it', [{ type: 'section' }], 'text or fields'],
    ['a style that there is not', actions(button({ style: 'green' })), 'primary or danger'],
    ['what is no list', 'hello', '/blocks'],
  ])('refuses %s', (_what, blocks, sign) => {
    const refusal = refused(() => checkMessageBlocks(blocks));
    expect(refusal.code).toBe('invalid_blocks');
    expect(refusal.reasons.join('\n')).toContain(sign);
  });

  it('takes files in forms alone', () => {
    const blocks = input({ type: 'file_input' });
    expect(checkView(modal({ blocks }), 'modal')).toBeDefined();
    expect(refused(() => checkView({ type: 'home', blocks }, 'home')).code).toBe('invalid_blocks');
  });

  it('takes remote files, videos and selects of several channels', () => {
    const select = { type: 'multi_channels_select', initial_channels: ['C1'], max_selected_items: 2 };
    const blocks = [{ type: 'file', external_id: 'x', source: 'remote' }, video({}), ...actions(select)];
    expect(checkMessageBlocks(blocks)).toHaveLength(3);
  });

  it('never throws anything but a refusal, whatever comes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        for (const check of [
          () => checkMessageBlocks(value),
          () => checkView(value, 'modal'),
          () => checkView(value, 'home'),
        ])
          try {
            check();
          } catch (error) {
            expect(error).toBeInstanceOf(Refused);
          }
      }),
    );
  });

  it('takes rich text, lists, quotes and tables of it', () => {
    const section = { type: 'rich_text_section', elements: [{ type: 'text', text: '一', style: { bold: true } }] };
    const rich = {
      type: 'rich_text',
      elements: [
        section,
        { type: 'rich_text_list', style: 'bullet', indent: 0, elements: [section] },
        { type: 'rich_text_quote', elements: [{ type: 'user', user_id: 'U1' }] },
        { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'x' }] },
      ],
    };
    const table = {
      type: 'table',
      rows: [
        [
          { type: 'rich_text', elements: [section] },
          { type: 'raw_number', value: 3, text: '3' },
        ],
      ],
    };
    expect(checkMessageBlocks([rich, table])).toHaveLength(2);
  });
});
