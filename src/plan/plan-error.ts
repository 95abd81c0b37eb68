import type { Words } from '../domain/plan.js';

/** One fault of a plan file: where it is, what is wrong, what to write instead. Lines and columns count from 1; both are 0 for a file that was not read. */
export type PlanError = {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The place by names, `projects[3].milestones[0].due`; empty for the file as a whole. */
  readonly path: string;
  readonly wrong: Words;
  readonly instead: Words;
};

export type Path = readonly PropertyKey[];

/** A fault found in what the file says; its line is looked up later. */
export type Fault = { readonly path: Path; readonly wrong: Words; readonly instead: Words };

/** `dong-e-2020.yaml:12:7 goals[0].gates[1].on: …` in one language, ready to print. */
export function planErrorWords(error: PlanError, language: keyof Words): string {
  const place = error.line === 0 ? error.file : `${error.file}:${error.line}:${error.column}`;
  const where = [place, error.path].filter((part) => part !== '').join(' ');
  return language === 'zh'
    ? `${where}：${error.wrong.zh}。${error.instead.zh}。`
    : `${where}: ${error.wrong.en}. ${error.instead.en}.`;
}

export function pathWords(path: Path): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    return text === '' ? String(part) : `${text}.${String(part)}`;
  }, '');
}
