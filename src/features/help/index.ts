import type { Ctx, Feature, Outcome } from '../../feature.js';
import { actions, button, header, section } from '../../slack/blocks.js';
import { inLanguage } from '../../text/language.js';
import { ids } from '../progress/ids.js';
import { words } from './words.js';

/** `/gongjian`: what can be done, as far as the asker may do it. */
export const help: Feature = {
  name: 'help',
  commands: [
    {
      name: '/gongjian',
      description: { zh: '怎么用攻坚', en: 'How to use Gongjian' },
      hint: { zh: '帮助', en: 'help' },
      run: (ctx) => Promise.resolve(explained(ctx)),
    },
  ],
};

function explained(ctx: Ctx): Outcome {
  const say = inLanguage(words, ctx.language);
  const coordinates = ctx.person.roles.some(({ role }) => role === 'coordinator');
  return {
    kind: 'say',
    message: {
      text: say.title,
      blocks: [
        header(say.title),
        section(say.report),
        section(say.obstacle),
        section(say.digest),
        ...(coordinates ? [section(say.subscribe)] : []),
        actions(button(ids.open, {}, say.form)),
      ],
    },
  };
}
