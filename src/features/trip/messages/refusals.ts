import { type Ctx, type Outcome, refuse } from '../../../feature.js';
import { inLanguage, type Phrases } from '../../../text/language.js';

const words = {
  denied: { zh: (why: string) => `没有记下：${why}`, en: (why: string) => `Not noted: ${why}` },
  gone: { zh: '这一项已变，没有记下', en: 'It changed meanwhile; not noted' },
  off: { zh: '这个攻坚行动没有问跑了几趟', en: 'This program does not ask about trips' },
  offInstead: { zh: '计划文件写上 mechanisms.trips', en: 'name mechanisms.trips in the plan file' },
  look: { zh: '/gongjian 跑一次', en: '/gongjian trips' },
} as const satisfies Phrases;

export function deniedRefusal({ language }: Ctx, why: string): Outcome {
  const say = inLanguage(words, language);
  return refuse({ wrong: say.denied(why), instead: say.look });
}

export function goneRefusal({ language }: Ctx): Outcome {
  const say = inLanguage(words, language);
  return refuse({ wrong: say.gone, instead: say.look });
}

export function offRefusal({ language }: Ctx): Outcome {
  const say = inLanguage(words, language);
  return refuse({ wrong: say.off, instead: say.offInstead });
}
