import { z } from 'zod';
import { isLocalDay, type LocalDay, monthEnd } from '../domain/day.js';
import { isWholeYuan } from '../domain/exact.js';
import { STAGES, type Words } from '../domain/plan.js';

/** The small values that a plan file is made of, each with its rule. */

/** What a rule of this file says when it is broken; read back from the issue by fault-words.ts. */
export type Said = { readonly wrong: Words; readonly instead: Words };

const saying = (wrong: Words, instead: Words): { params: Said } => ({ params: { wrong, instead } });

const pattern = (shape: RegExp, said: { params: Said }) => z.string().refine((value) => shape.test(value), said);

export const LONGEST_NAME = 200;
export const LONGEST_TEXT = 2000;
/** 2 billion 10k yuan is more than any country spends. */
export const LARGEST_AMOUNT = 2_000_000_000;

// Control and direction characters in a name can break a table or make it read as another name.
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}]/u;

export const text = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .refine(
      (value) => !UNPRINTABLE.test(value),
      saying(
        { zh: '文字里有看不见的控制字符', en: 'the text contains an invisible control character' },
        { zh: '删掉后重新输入', en: 'Delete it and type the text again' },
      ),
    );
export const name = text(LONGEST_NAME);
export const words = z.strictObject({ zh: name, en: name });
export const key = pattern(
  /^[a-z0-9][a-z0-9-]{0,59}$/,
  saying(
    { zh: '标识只能用小写字母、数字和短横线', en: 'a key has lower-case letters, digits and hyphens only' },
    { zh: '改成 economic-zone 这样的写法', en: 'Write it like economic-zone' },
  ),
);
export const code = pattern(
  /^[A-Z0-9][A-Z0-9-]{0,19}$/,
  saying(
    { zh: '项目编号只能用大写字母、数字和短横线', en: 'a project code has capital letters, digits and hyphens only' },
    { zh: '改成 P-001 这样的写法', en: 'Write it like P-001' },
  ),
);
/** Slack's rule for channel names. */
export const channelName = pattern(
  /^[\p{Ll}\p{Lo}\p{N}_-]{1,80}$/u,
  saying(
    {
      zh: '频道名只能用小写字母、汉字、数字、短横线和下划线，最长80字',
      en: 'a channel name has lower-case letters, digits, hyphens and underscores only, 80 at most',
    },
    { zh: '去掉空格、大写字母和标点', en: 'Leave out spaces, capitals and punctuation' },
  ),
);
export const time = pattern(
  /^([01]\d|2[0-3]):[0-5]\d$/,
  saying({ zh: '不是时间', en: 'this is no time of day' }, { zh: '写成 08:30 这样', en: 'Write it like 08:30' }),
);

/** A day that exists, `YYYY-MM-DD`; for 31 June the last day of the month is offered. */
export const day = z.string().transform((value, issues): LocalDay => {
  if (isLocalDay(value)) return value;
  const shaped = /^(\d{4})-(\d{2})-(\d{2})$/.test(value);
  const first = `${value.slice(0, 8)}01`;
  const last = shaped && isLocalDay(first) ? monthEnd(first) : null;
  issues.addIssue({
    code: 'custom',
    input: value,
    params: {
      wrong: shaped
        ? { zh: `${value} 这一天不存在`, en: `there is no day ${value}` }
        : { zh: `“${value}”不是日期`, en: `"${value}" is no date` },
      instead:
        last === null
          ? { zh: '写成 2020-06-30 这样', en: 'Write it like 2020-06-30' }
          : { zh: `该月最后一天是 ${last}`, en: `The last day of that month is ${last}` },
    } satisfies Said,
  });
  return z.NEVER;
});

/** In 10k yuan, exact to the yuan. */
export const amount = z
  .number()
  .min(0)
  .max(LARGEST_AMOUNT)
  .refine(
    isWholeYuan,
    saying(
      { zh: '金额比一元还细', en: 'the amount is finer than a yuan' },
      { zh: '万元数最多四位小数', en: 'Give 10k yuan with four decimals at most' },
    ),
  );
export const percent = z.number().min(0).max(100);
export const workdays = z.int().min(0).max(250);
export const stage = z.enum(STAGES);
export const keys = z.array(key);
