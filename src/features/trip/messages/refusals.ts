import type { Ctx, Outcome } from '../../../feature.js';
import { inLanguage, type Phrases } from '../../../text/language.js';

const words = {
  denied: { zh: (why: string) => `没有记下：${why}`, en: (why: string) => `Not noted: ${why}` },
  gone: { zh: '这一项已变，没有记下', en: 'It changed meanwhile; not noted' },
  off: { zh: '这个攻坚行动没有问跑了几趟', en: 'This program does not ask about trips' },
  offInstead: { zh: '计划文件写上 mechanisms.trips', en: 'name mechanisms.trips in the plan file' },
  look: { zh: '/gongjian 跑一次', en: '/gongjian trips' },
} as const satisfies Phrases;

const refuse = (wrong: string, instead: string): Outcome => ({
  kind: 'refuse',
  refusal: { wrong, understood: null, instead },
});

export function deniedRefusal({ language }: Ctx, why: string): Outcome {
  const say = inLanguage(words, language);
  return refuse(say.denied(why), say.look);
}

export function goneRefusal({ language }: Ctx): Outcome {
  const say = inLanguage(words, language);
  return refuse(say.gone, say.look);
}

export function offRefusal({ language }: Ctx): Outcome {
  const say = inLanguage(words, language);
  return refuse(say.off, say.offInstead);
}
