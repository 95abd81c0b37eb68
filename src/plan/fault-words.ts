import type { z } from 'zod';
import { bannedIn, bannedValue } from './banned.js';
import type { Fault, Path } from './plan-error.js';
import type { Said } from './values.js';

type Issue = z.core.$ZodIssue;

/**
 * A shape's issue in the words of a person who keeps the file; an unknown key is pointed at itself. What asks for a burden
 * that the rules forbid is told so instead: whoever wrote `ranking` has not misspelt anything.
 */
export function faultsOf(issue: Issue, content: unknown): readonly Fault[] {
  const { path } = issue;
  switch (issue.code) {
    case 'custom':
      return [{ path, ...(issue.params as Said) }];
    case 'unrecognized_keys':
      return issue.keys.flatMap((key) => {
        const at = [...path, key];
        const banned = bannedIn(at, key, valueAt(content, at));
        return banned.length > 0 ? banned : [unknownKey(at, key)];
      });
    case 'invalid_type':
      return [
        issue.input === undefined && issue.message.endsWith('undefined')
          ? { path, wrong: { zh: '缺少这一项', en: 'this is missing' }, instead: expected(issue.expected) }
          : {
              path,
              wrong: { zh: '这里的内容类型不对', en: 'this is of the wrong kind' },
              instead: expected(issue.expected),
            },
      ];
    case 'invalid_value':
      return notAllowedAt(path, content, oneOf(issue.values.map(String)));
    case 'invalid_union':
      return notAllowedAt(
        path,
        content,
        'options' in issue ? oneOf((issue.options as readonly unknown[]).map(String)) : expected('object'),
      );
    case 'too_small':
    case 'too_big':
      return [{ path, ...outside(issue) }];
    case 'invalid_format':
      return [
        {
          path,
          wrong: { zh: '格式不对', en: 'the format is wrong' },
          instead:
            issue.format === 'email'
              ? { zh: '写成 name@example.org 这样的邮箱', en: 'Write an address like name@example.org' }
              : { zh: '检查写法', en: 'Check how it is written' },
        },
      ];
    default:
      return [
        {
          path,
          wrong: { zh: '这一项不对', en: `this is wrong: ${issue.message}` },
          instead: { zh: '对照示例计划改写', en: 'Compare it with the plan in prisma/seed' },
        },
      ];
  }
}

const unknownKey = (path: Path, key: string): Fault => ({
  path,
  wrong: { zh: `不认识“${key}”这一项`, en: `"${key}" is not known here` },
  instead: { zh: '删掉它，或检查拼写', en: 'Delete it or check its spelling' },
});

const notAllowed = { zh: '不是允许的取值', en: 'this value is not allowed' };

function notAllowedAt(path: Path, content: unknown, instead: Fault['instead']): readonly Fault[] {
  const banned = bannedValue(path, valueAt(content, path));
  return banned.length > 0 ? banned : [{ path, wrong: notAllowed, instead }];
}

function valueAt(content: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, part) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, part) : undefined),
    content,
  );
}

function oneOf(values: readonly string[]): Fault['instead'] {
  return { zh: `可以写：${values.join('、')}`, en: `Write one of: ${values.join(', ')}` };
}

const KINDS: Readonly<Record<string, Fault['instead']>> = {
  string: { zh: '写一段文字', en: 'Write text' },
  number: { zh: '写一个数', en: 'Write a number' },
  int: { zh: '写一个整数', en: 'Write a whole number' },
  boolean: { zh: '写 true 或 false', en: 'Write true or false' },
  array: { zh: '写成列表', en: 'Write a list' },
  object: { zh: '写成“名称: 内容”的一组', en: 'Write a group of "name: value"' },
  record: { zh: '写成“名称: 内容”的一组', en: 'Write a group of "name: value"' },
};

function expected(kind: string): Fault['instead'] {
  return KINDS[kind] ?? { zh: '对照示例计划改写', en: 'Compare it with the plan in prisma/seed' };
}

function outside(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): Omit<Fault, 'path'> {
  const small = issue.code === 'too_small';
  const limit = small ? issue.minimum : issue.maximum;
  if (issue.origin === 'string') {
    return small
      ? { wrong: { zh: '不能为空', en: 'this cannot be empty' }, instead: { zh: '写一段文字', en: 'Write text' } }
      : {
          wrong: { zh: '太长', en: 'this is too long' },
          instead: { zh: `最多${limit}字`, en: `At most ${limit} characters` },
        };
  }
  if (issue.origin === 'array') {
    return {
      wrong: small ? { zh: '列表太短', en: 'the list is too short' } : { zh: '列表太长', en: 'the list is too long' },
      instead: small
        ? { zh: `至少列出${limit}项`, en: `List at least ${limit}` }
        : { zh: `最多列出${limit}项`, en: `List at most ${limit}` },
    };
  }
  const exclusive = issue.inclusive === false;
  return {
    wrong: small ? { zh: '数太小', en: 'the number is too small' } : { zh: '数太大', en: 'the number is too large' },
    instead: small
      ? {
          zh: exclusive ? `要大于 ${limit}` : `不小于 ${limit}`,
          en: exclusive ? `More than ${limit}` : `${limit} or more`,
        }
      : { zh: `不大于 ${limit}`, en: `${limit} or less` },
  };
}
