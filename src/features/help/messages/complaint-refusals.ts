import type { Outcome, Refusal } from '../../../feature.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import { MOST_COMPLAINT } from '../line.js';
import type { ComplaintFault } from '../model.js';

/** Why a complaint or an answer was not sent. */
export const words = {
  nobody: {
    zh: { wrong: '项目办还没有人开通账号，意见没有送出。', instead: '请当面或打电话告诉项目办。' },
    en: {
      wrong: 'No coordinator has an account yet, so it was not sent.',
      instead: 'tell them in person or by telephone.',
    },
  },
  empty: { zh: '请写下意见。', en: 'Write what it is about.' },
  tooLong: {
    zh: (most: number) => ({ wrong: `太长了，最多${most}字。`, instead: '请写短些，或分几次发。' }),
    en: (most: number) => ({
      wrong: `It is too long: ${most} characters at most.`,
      instead: 'make it shorter, or send it in parts.',
    }),
  },
  unreachable: {
    zh: { wrong: '对方现在没有账号，回复没有送出。', instead: '请当面告诉对方。' },
    en: { wrong: 'They have no account now, so it was not sent.', instead: 'tell them in person.' },
  },
  denied: {
    zh: (why: string) => ({ wrong: `没有回复：${why}。`, instead: '请项目办的人回复。' }),
    en: (why: string) => ({ wrong: `Not answered: ${why}.`, instead: 'leave it to the coordinators.' }),
  },
} as const satisfies Phrases;

/** What a line that was not sent is answered. */
export const faultRefusal = (fault: ComplaintFault, language: Language): Outcome => ({
  kind: 'refuse',
  refusal: refusalOf(fault, language),
});

/** What a form that was not sent says at its text, which stays. */
export function faultErrors(fault: ComplaintFault, language: Language): Outcome {
  const { wrong, instead } = refusalOf(fault, language);
  const comma = language === 'zh' ? '' : ' ';
  return { kind: 'errors', errors: { text: [wrong, instead].filter((part) => part !== '').join(comma) } };
}

function refusalOf(fault: ComplaintFault, language: Language): Refusal {
  const say = inLanguage(words, language);
  switch (fault.kind) {
    case 'empty':
      return { wrong: say.empty, instead: '', understood: null };
    case 'too-long':
      return { ...say.tooLong(MOST_COMPLAINT), understood: null };
    case 'nobody':
      return { ...say.nobody, understood: null };
    case 'unreachable':
      return { ...say.unreachable, understood: null };
    case 'denied':
      return { ...say.denied(fault.why), understood: null };
  }
}
