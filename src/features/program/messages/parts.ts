import type { ListedProgram } from '../../../store/programs.js';
import { escapeText } from '../../../text/escape.js';
import type { Language } from '../../../text/language.js';

export const nameOf = (program: ListedProgram, language: Language) => escapeText(program.name[language]);
