import type { Asked } from '../../../domain/prompt.js';
import type { Ctx } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, button, header, section } from '../../../slack/blocks.js';
import { clip, escapeText } from '../../../text/escape.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { askedWords } from '../../prompt/door.js';
import { ids } from '../ids.js';

/** What can be chosen, and what follows Slack. */
export const words = {
  settingsTitle: { zh: '设置', en: 'Settings' },
  language: {
    zh: '*语言*：中文。跟随您在 Slack 里的语言设置，改了那里，这里就跟着变。',
    en: '*Language*: English. It follows your language in Slack; change it there and it changes here.',
  },
  program: { zh: (name: string) => `*攻坚行动*：${name}`, en: (name: string) => `*Program*: ${name}` },
} as const satisfies Phrases;

/** What can be chosen, and what follows Slack. */
export function settingsMessage({ language, program }: Pick<Ctx, 'language' | 'program'>, asked: Asked): Message {
  const say = inLanguage({ ...words, ...askedWords }, language);
  return {
    text: say.settingsTitle,
    blocks: [
      header(say.settingsTitle),
      section(say.language),
      section(asked === 'all' ? say.askedAll : say.askedDue),
      actions(
        asked === 'all'
          ? button(ids.asked, { asked: 'due' }, say.askLess)
          : button(ids.asked, { asked: 'all' }, say.askAll),
      ),
      section(say.program(escapeText(clip(program.name[language], 60)))),
    ],
  };
}
