import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Document, isAlias, isMap, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { Words } from '../domain/plan.js';
import { type Fault, type Path, type PlanError, pathWords } from './plan-error.js';

/** A plan of 10,000 projects with 10 milestones each is 10 MB. */
const LARGEST_FILE = 20 * 1024 * 1024;
/** How often one anchor may be repeated before it is taken for a bomb that unfolds into memory. */
const MOST_ALIASES = 1000;

/** A YAML file with the places of everything in it. */
export type Source = {
  readonly file: string;
  readonly content: unknown;
  readonly locate: (fault: Fault) => PlanError;
};

/** A plan's content, and the other files in which some of its first names stand. */
export type Listed = { readonly content: unknown; readonly others: Readonly<Record<string, Source>> };

export function isGroup(content: unknown): content is Record<string, unknown> {
  return typeof content === 'object' && content !== null && !Array.isArray(content);
}

/** Reads and parses one file. Everything that a file can be (away, a folder, huge, hostile, not YAML) is an error of it. */
export async function readSource(path: string): Promise<Source | { readonly errors: readonly PlanError[] }> {
  const file = basename(path);
  let bytes: Uint8Array;
  try {
    const about = await stat(path);
    if (!about.isFile()) return whole(file, { zh: '不是文件', en: 'this is no file' }, GIVE_FILE);
    if (about.size > LARGEST_FILE) {
      return whole(
        file,
        { zh: '文件超过 20 MB', en: 'the file is larger than 20 MB' },
        { zh: '拆成几个计划，或删去多余内容', en: 'Split the plan or leave something out' },
      );
    }
    bytes = await readFile(path);
  } catch (error) {
    return whole(file, unreadable(error), isForbidden(error) ? LET_READ : GIVE_FILE);
  }
  return sourceOf(file, bytes);
}

/** The same of bytes that are there already. */
export function sourceOf(file: string, bytes: Uint8Array): Source | { readonly errors: readonly PlanError[] } {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    return whole(file, unreadable(error), GIVE_FILE);
  }
  try {
    return parse(file, text);
  } catch (error) {
    const bomb = error instanceof ReferenceError;
    return whole(
      file,
      bomb
        ? { zh: '引用（*）重复太多次', en: 'aliases (*) repeat too often' }
        : { zh: '嵌套太深，无法读取', en: 'it is nested too deep to be read' },
      { zh: '把内容直接写出来', en: 'Write the content out' },
    );
  }
}

const GIVE_FILE: Words = { zh: '给出一个可读的 YAML 文件（UTF-8）', en: 'Give a readable YAML file (UTF-8)' };

const LET_READ: Words = {
  zh: '让运行机器人的用户能读这个文件，也能进入它所在的文件夹',
  en: 'Let the user of the bot’s service read the file and enter its folder',
};

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');
const isForbidden = (error: unknown): boolean => ['EACCES', 'EPERM'].includes(codeOf(error));

function unreadable(error: unknown): Words {
  const code = codeOf(error);
  if (code === 'ENOENT') return { zh: '没有这个文件', en: 'there is no such file' };
  if (isForbidden(error)) return { zh: '这个用户没有读取权限', en: 'this user may not read it' };
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return { zh: '不是 UTF-8 文字', en: 'this is not UTF-8 text' };
  return { zh: '读取失败', en: `reading failed${code === '' ? '' : ` (${code})`}` };
}

function whole(file: string, wrong: Words, instead: Words): { readonly errors: readonly PlanError[] } {
  return { errors: [{ file, line: 0, column: 0, path: '', wrong, instead }] };
}

function parse(file: string, text: string): Source | { readonly errors: readonly PlanError[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, version: '1.2', prettyErrors: false });
  const problems = [...document.errors, ...document.warnings];
  if (problems.length > 0) {
    return {
      errors: problems.map(({ code, message, pos }) => {
        const { line, col } = lines.linePos(pos[0]);
        const wrong = { zh: SYNTAX[code] ?? `YAML 写法有误（${code}）`, en: message };
        return { file, line, column: col, path: '', wrong, instead: SYNTAX_INSTEAD };
      }),
    };
  }
  const content: unknown = document.toJS({ maxAliasCount: MOST_ALIASES });
  return {
    file,
    content,
    locate: ({ path, wrong, instead }) => {
      const { line, col } = lines.linePos(offsetOf(document, path));
      return { file, line, column: col, path: pathWords(path), wrong, instead };
    },
  };
}

const SYNTAX: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: '同一处有两个同名的项',
  TAB_AS_INDENT: '缩进用了制表符，应当用空格',
  BAD_INDENT: '缩进不对',
  MISSING_CHAR: '缺少一个符号（引号、括号或逗号）',
  MULTIPLE_DOCS: '一个文件里有两份内容（---）',
  UNEXPECTED_TOKEN: '出现了不该有的符号',
  TAG_RESOLVE_FAILED: '不支持的类型标记（!）',
  BAD_ALIAS: '引用（*）没有对应的锚点（&）',
};
const SYNTAX_INSTEAD: Words = { zh: '改好这一行的 YAML 写法', en: 'Correct the YAML of this line' };

/** Where the innermost part of `path` that exists is written; for something missing, the group that should hold it. */
function offsetOf(document: Document.Parsed, path: Path): number {
  let node: unknown = document.contents;
  let offset = start(node) ?? 0;
  for (const part of path) {
    if (isAlias(node)) node = node.resolve(document);
    let next: unknown;
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === part);
      if (pair === undefined) return offset;
      offset = start(pair.key) ?? offset;
      next = pair.value;
    } else if (isSeq(node) && typeof part === 'number') {
      next = node.items[part];
    }
    if (next === undefined || next === null) return offset;
    offset = start(next) ?? offset;
    node = next;
  }
  return offset;
}

function start(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[0];
}
