import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { filled } from '../../src/slack/blocks.js';

const shape = z.object({
  text: filled.text,
  day: filled.day,
  project: filled.id,
  kind: filled.oneOf(['roadblock', 'shackle']),
  files: filled.several,
});

describe('the fields of a form', () => {
  it('are read without the blanks around them', () => {
    const sent = { text: ' 塔吊已到位\n', day: '2020-06-30', project: '17', kind: 'shackle', files: ['F1', 'F2'] };
    expect(shape.parse(sent)).toEqual({ ...sent, text: '塔吊已到位', project: 17 });
  });

  it('are null where nothing is in them, or where they are missing altogether', () => {
    const empty = { text: null, day: null, project: null, kind: null, files: [] };
    expect(shape.parse({})).toEqual(empty);
    expect(shape.parse({ text: '  ', day: '', project: null, kind: null, files: null })).toEqual(empty);
  });

  it('are null where what is in them does not fit', () => {
    const forged = { text: ['a'], day: '2020-02-30', project: '-1', kind: 'door', files: 'F1' };
    expect(shape.parse(forged)).toEqual({ text: null, day: null, project: null, kind: null, files: [] });
  });
});
