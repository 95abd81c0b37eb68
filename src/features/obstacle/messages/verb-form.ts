import type { KnownBlock } from '@slack/types';
import type { Ctx, Outcome } from '../../../feature.js';
import { form, plainText } from '../../../slack/blocks.js';
import { clip, unescapeText } from '../../../text/escape.js';
import { inLanguage } from '../../../text/language.js';
import { type FormAct, ids } from '../ids.js';
import type { Seen } from '../model.js';
import { headText } from './face.js';
import { labels } from './labels.js';
import { phrasesOf } from './parts.js';

/** The form of what is to be done with a case: its head, and the fields of the verb. */
export function verbForm(
  ctx: Ctx,
  seen: Seen,
  {
    act,
    version,
    title = act,
  }: { readonly act: FormAct; readonly version: number; readonly title?: keyof typeof labels },
  fields: readonly KnownBlock[],
): Outcome {
  const phrases = phrasesOf(seen, ctx.language, ctx.program);
  const label = inLanguage(labels, ctx.language);
  return {
    kind: 'view',
    view: form(
      ids.actForm,
      { place: ctx.place, id: seen.obstacle.id, version, act },
      { title: label[title], submit: label[title], close: label.close },
      [{ type: 'context', elements: [plainText(clip(unescapeText(headText(phrases)), 150))] }, ...fields],
    ),
  };
}
