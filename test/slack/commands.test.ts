import { describe, expect, it } from 'vitest';
import { features } from '../../src/features/index.js';
import { manifest } from '../../src/slack/manifest.js';
import { openCommands } from '../../src/slack/receive/commands.js';

const commands = features.flatMap((feature) => feature.commands ?? []);
const read = (prefix: string, command: string, text: string) => {
  const asked = openCommands(commands, prefix)({ command, text });
  return asked && [asked.command.name, asked.text];
};

describe('a command as it is typed', () => {
  it('every one stands behind /gongjian as well, in both languages', () => {
    for (const { name, words = [] } of commands) {
      if (name === '/gongjian') continue;
      expect(words[0]).toBe(name.slice(1));
      expect(words.some((word) => /^\p{Script=Han}+$/u.test(word))).toBe(true);
      for (const word of words) {
        expect(read('', '/gongjian', `${word} 6月30日 x`)).toEqual([name, '6月30日 x']);
        expect(read('', '/gongjian', word)).toEqual([name, '']);
      }
    }
    const all = commands.flatMap(({ words = [] }) => words);
    expect(new Set(all).size).toBe(all.length);
  });

  it.each([
    ['上报P-017 主体封顶 80%', '/progress', 'P-017 主体封顶 80%'],
    ['Progress: P-017 80%', '/progress', 'P-017 80%'],
    ['上报\nP-017 80%', '/progress', 'P-017 80%'],
    ['P-017', '/gongjian', 'P-017'],
    ['progressive', '/gongjian', 'progressive'],
    ['目标产业园', '/gongjian', '目标产业园'],
    ['设置', '/gongjian', '设置'],
    ['', '/gongjian', ''],
  ])('/gongjian %j', (typed, name, rest) => expect(read('', '/gongjian', typed)).toEqual([name, rest]));

  it('with the prefix that its app was installed with, and without', () => {
    expect(read('gj-', '/gj-progress', 'P-017 80%')).toEqual(['/progress', 'P-017 80%']);
    expect(read('gj-', '/gj-gongjian', '请假 明天')).toEqual(['/dayoff', '明天']);
    expect(read('gj-', '/progress', 'P-017 80%')).toEqual(['/progress', 'P-017 80%']);
    expect(read('', '/gj-progress', 'P-017 80%')).toBeNull();
    const names = manifest(features, { receives: 'socket', prefix: 'gj-' }).features.slash_commands;
    expect(names.map(({ command }) => command)).toContain('/gj-progress');
    expect(names.every(({ command }) => /^\/gj-[a-z]+$/.test(command))).toBe(true);
  });
});
