import { dayWords } from '../../../domain/day-words.js';
import type { Asked } from '../../../domain/prompt.js';
import type { Ctx } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, button, context, header, section } from '../../../slack/blocks.js';
import { clip, escapeText } from '../../../text/escape.js';
import { inLanguage } from '../../../text/language.js';
import type { KnownSelf } from '../act/me.js';
import { ids } from '../ids.js';
import { helpWords, meWords } from '../words.js';
import { rolesWords } from './help.js';

/** What can be chosen, and what follows Slack. */
export function settingsMessage({ language, program }: Pick<Ctx, 'language' | 'program'>, asked: Asked): Message {
  const say = inLanguage(meWords, language);
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

/** What the bot knows about a person, to that person. */
export function meMessage(ctx: Ctx, { self, units, people, leave, asked }: KnownSelf): Message {
  const { language, person, program } = ctx;
  const say = inLanguage(meWords, language);
  const comma = language === 'zh' ? '、' : ', ';
  const name = (id: number | null) => (id === null ? null : escapeText(people.get(id)?.[language] ?? ''));
  const day = (of: Parameters<typeof dayWords>[0]) => dayWords(of, language, program.year);
  const owns = self.projects > 0 || self.openMilestones > 0;
  const who = [
    say.name(escapeText(language === 'zh' ? person.name : person.nameEn)),
    ...(self.title === null || self.title[language] === ''
      ? []
      : [say.title(escapeText(clip(self.title[language], 60)))]),
    say.roles(rolesWords(person.roles, units, language)),
    say.account(self.email === null ? null : escapeText(self.email)),
    ...(person.standsInFor.length === 0 ? [] : [say.standsInFor(person.standsInFor.map(name).join(comma))]),
    ...(leave === null ? [] : [say.leave(day(leave.from), day(leave.to), name(leave.delegateId))]),
  ];
  const does = [
    ...(owns ? [say.owns(self.projects, self.openMilestones)] : []),
    ...(self.sponsored === 0 ? [] : [say.sponsors(self.sponsored)]),
    ...(owns ? [asked === 'all' ? say.askedAll : say.askedDue] : []),
    say.program(escapeText(clip(program.name[language], 60))),
  ];
  return {
    text: say.meTitle,
    blocks: [
      header(say.meTitle),
      section(who.join('\n')),
      section(does.join('\n')),
      section([say.kept(self.reports, self.obstacles), say.seenBy].join('\n')),
      context(say.wrong),
      actions(
        button(ids.settings, {}, inLanguage(helpWords, language).settings),
        button(ids.complain, {}, inLanguage(helpWords, language).complain),
      ),
    ],
  };
}
