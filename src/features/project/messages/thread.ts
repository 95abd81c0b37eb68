import type { Message } from '../../../message.js';
import { context, section } from '../../../slack/blocks.js';
import type { ProjectLine } from '../../../store/projects.js';
import { escapeText } from '../../../text/escape.js';
import { inLanguage, type Phrases } from '../../../text/language.js';

/** The head of a project's thread. */
export const words = {
  projectLine: {
    zh: (unit: string, owner: string, sponsor: string) => `${unit} · 责任人 ${owner} · 包保领导 ${sponsor}`,
    en: (unit: string, owner: string, sponsor: string) => `${unit} · owner ${owner} · sponsor ${sponsor}`,
  },
  projectHint: { zh: '进度在这里回复即可，例如：主体封顶 80%', en: 'Reply here to report, such as: 主体封顶 80%' },
  nobody: { zh: '未定', en: 'open' },
} as const satisfies Phrases;

/** The post under which a project's thread hangs: whose it is, and that a reply reports. */
export function projectMessage(project: ProjectLine): Message {
  const language = project.channelLanguage;
  const say = inLanguage(words, language);
  const title = `*${project.code} ${escapeText(project.name)}*`;
  const who = say.projectLine(
    escapeText(project.unitName[language]),
    escapeText(project.ownerName ?? say.nobody),
    escapeText(project.sponsorName ?? say.nobody),
  );
  return {
    text: `${project.code} ${escapeText(project.name)}`,
    blocks: [section(`${title}\n${who}`), context(say.projectHint)],
  };
}
