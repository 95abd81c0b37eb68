import { describe, expect, it } from 'vitest';
import { choiceOf, correctionOf, isQuestion, speaksOfLeave, wishOf } from '../../../src/features/conversation/input.js';

describe('plain words', () => {
  it.each([
    ['帮助', 'help'],
    ['你好！', 'help'],
    ['您好', 'help'],
    ['怎么用？', 'help'],
    ['?', 'help'],
    ['谢谢啦', 'help'],
    ['Help', 'help'],
    ['good morning', 'help'],
    ['我的项目', 'mine'],
    ['我负责的项目有哪些？', 'mine'],
    ['my projects', 'mine'],
    ['怎么上报', 'report'],
    ['请问怎么报进度？', 'report'],
    ['How do I report progress?', 'report'],
    ['怎么提卡点', 'obstacle'],
    ['how to flag an obstacle', 'obstacle'],
    ['P-001 设备安装 40%', null],
    ['上报 P-001 设备安装 40%', null],
    ['卡住了', null],
  ])('%s', (text, wish) => expect(wishOf(text)).toBe(wish));

  it.each([
    ['撤销', { act: 'undo' }],
    ['撤回', { act: 'undo' }],
    ['刚才发错了', { act: 'undo' }],
    ['我刚才报错了。', { act: 'undo' }],
    ['undo', { act: 'undo' }],
    ['take that back', { act: 'undo' }],
    ['改成75', { act: 'amend', to: '75' }],
    ['应该是 75%', { act: 'amend', to: '75%' }],
    ['change it to 75', { act: 'amend', to: '75' }],
    ['撤销P-001的开工手续', null],
    ['设计改成框架结构的事还在谈', null],
  ])('%s', (text, correction) => expect(correctionOf(text)).toEqual(correction));

  it('days off, and questions', () => {
    expect(speaksOfLeave('明天请假')).toBe(true);
    expect(speaksOfLeave('P-001 设备安装 40%')).toBe(false);
    expect(isQuestion('P-001 现在多少了')).toBe(true);
    expect(isQuestion('P-001 主体全面封顶')).toBe(false);
  });
});

describe('an answer in words', () => {
  const milestones = ['用地', '设备安装', '竣工投产'].map((choice) => ({ choice, label: choice }));
  const projects = [
    { choice: 'P-001', label: 'P-001 瑞胶堂阿胶健康产业园一期项目' },
    { choice: 'P-061', label: 'P-061 黄河滩区农业示范园' },
  ];
  const one = [{ choice: '60', label: '60%' }];

  it.each([
    ['90%', '90'],
    ['90', '90'],
    ['现在90%了', '90'],
    ['九成', '90'],
    ['百分之八十五', '85'],
    ['９０％', '90'],
    ['101', null],
    ['6月30日', null],
  ])('a percent: %s', (text, choice) => expect(choiceOf(text, 'percent', [])).toEqual(choice && { choice }));

  it.each([
    ['第二个', '设备安装'],
    ['2', '设备安装'],
    ['最后一个', '竣工投产'],
    ['the second one', '设备安装'],
    ['设备安装', '设备安装'],
    ['设备', '设备安装'],
    ['是用地', '用地'],
    ['对', null],
    ['第四个', null],
    ['P-001 设备安装 90%', null],
  ])('one of several: %s', (text, choice) =>
    expect(choiceOf(text, 'milestone', milestones)).toEqual(
      choice === null ? null : expect.objectContaining({ choice }),
    ),
  );

  it('a project by its code or a piece of its name; yes where there is one; no more', () => {
    expect(choiceOf('p-001', 'project', projects)).toEqual({ choice: 'P-001' });
    expect(choiceOf('滩区', 'project', projects)).toEqual({ choice: 'P-061' });
    expect(choiceOf('对', 'percent', one)).toEqual({ choice: '60' });
    expect(choiceOf('yes', 'percent', one)).toEqual({ choice: '60' });
    expect(choiceOf('算了', 'percent', one)).toBe('drop');
    expect(choiceOf('never mind', 'milestone', milestones)).toBe('drop');
    expect(choiceOf('1200万', 'amount', [])).toEqual({ choice: '1200' });
    expect(choiceOf('1.2亿元', 'amount', [])).toEqual({ choice: '12000' });
  });
});
