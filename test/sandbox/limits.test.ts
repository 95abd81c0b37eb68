import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkMessageBlocks, checkView, Refused } from '../../src/sandbox/block-kit/check.js';
import { LIMITS } from '../../src/sandbox/limits.js';

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
  fileInputFiles: (size) => input({ type: 'file_input', max_files: size }),
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
  viewClose: (size) => modal({ close: plain(text(size)) }),
};
/** Limits of whole messages, calls and times, which other tests in this folder meet. */
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

  it('a message takes 13,000 characters of blocks in all', () => {
    const blocks = (size: number) =>
      many(5, (index) => ({ type: 'section', text: plain(text(index < 4 ? 3000 : size)) }));
    expect(checkMessageBlocks(blocks(1000))).toHaveLength(5);
    expect(refused(() => checkMessageBlocks(blocks(1001))).code).toBe('msg_blocks_too_long');
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
    ['a section with nothing in it', [{ type: 'section' }], 'text or fields'],
    ['a style that there is not', actions(button({ style: 'green' })), 'primary or danger'],
    ['what is no list', 'hello', '/blocks'],
  ])('refuses %s', (_what, blocks, sign) => {
    const refusal = refused(() => checkMessageBlocks(blocks));
    expect(refusal.code).toBe('invalid_blocks');
    expect(refusal.reasons.join('\n')).toContain(sign);
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
