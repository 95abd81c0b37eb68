import type { KnownBlock } from '@slack/types';
import type { Message } from '../../../message.js';
import { actions, button, header, section } from '../../../slack/blocks.js';
import type { ListedProgram } from '../../../store/programs.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';
import { nameOf } from './parts.js';
import { phrases } from './phrases.js';

/** Phrases of this message, zh-CN and English side by side. */
export const words = {
  current: { zh: '正在运行', en: 'being run' },
  archived: { zh: '已归档', en: 'archived' },
  line: {
    zh: (name: string, year: number, projects: number) => `*${name}*\n${year}年 · 项目${projects}个`,
    en: (name: string, year: number, projects: number) => `*${name}*\n${year} · ${projects} projects`,
  },
  restore: { zh: '取出', en: 'Take out' },
  archive: phrases.archive,
  use: phrases.use,
  title: { zh: '攻坚行动', en: 'Programs' },
  create: { zh: '建立新年度', en: 'New program' },
} as const satisfies Phrases;

/** So many fit one message; a county has one a year. */
const MOST_SHOWN = 15;

export function listMessage(programs: readonly ListedProgram[], language: Language): Message {
  const say = inLanguage(words, language);
  const blocks = programs.slice(0, MOST_SHOWN).flatMap((program): KnownBlock[] => {
    const stands = program.current ? ` · ${say.current}` : program.archived ? ` · ${say.archived}` : '';
    const line = section(`${say.line(nameOf(program, language), program.year, program.projects)}${stands}`);
    if (program.current) return [line];
    const put = program.archived
      ? button(ids.restore, { id: program.id }, say.restore)
      : button(ids.archive, { id: program.id }, say.archive);
    return [line, actions(button(ids.switchTo, { id: program.id }, say.use), put)];
  });
  return { text: say.title, blocks: [header(say.title), ...blocks, actions(button(ids.open, {}, say.create))] };
}
