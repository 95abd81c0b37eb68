import { describe, expect, it } from 'vitest';
import { anonymously, subcommand } from '../../../src/features/help/line.js';

describe('what is typed behind /gongjian', () => {
  it.each([
    ['帮助', 'help', ''],
    ['HELP', 'help', ''],
    ['设置', 'settings', ''],
    ['settings', 'settings', ''],
    ['我', 'me', ''],
    ['me', 'me', ''],
    ['意见', 'complain', ''],
    ['意见 催得太勤', 'complain', '催得太勤'],
    ['意见：催得太勤', 'complain', '催得太勤'],
    ['complain too many questions', 'complain', 'too many questions'],
  ])('%s is %s', (typed, name, rest) => {
    expect(subcommand(typed)).toEqual({ name, rest });
  });

  it.each(['P-017', '我们的项目', '意见箱项目', 'media', '设置馆', 'helper', 'meeting'])(
    '%s is looked for',
    (typed) => {
      expect(subcommand(typed)).toBeNull();
    },
  );

  it('a name is kept back where that is said first', () => {
    expect(anonymously('匿名 催得太勤')).toEqual({ anonymous: true, text: '催得太勤' });
    expect(anonymously('anonymous: too much')).toEqual({ anonymous: true, text: 'too much' });
    expect(anonymously('匿名信太多')).toEqual({ anonymous: false, text: '匿名信太多' });
  });
});
