import { addDays, type LocalDay } from '../day.js';
import { CHINESE_DIGITS, numberOf } from './number-words.js';
import { findDays } from './spoken-day.js';

const LASTING = new RegExp(
  `(?:停|拖|等|卡|压|断|催|缺|闹|跑)[^,。;\\d${CHINESE_DIGITS}]{0,6}(\\d{1,3}|[${CHINESE_DIGITS}]{1,3})(?:多)?(天|周|个?星期|个?礼拜)`,
);

/** A festival or day farther back, in days, is the coming one. */
const LONGEST = 200;

/** Since when: the first day gone by that is told, or counted back from "停工两天"; null where nothing is said. */
export function sinceWhen(plain: string, today: LocalDay): LocalDay | null {
  const day = findDays(plain, today).find(
    (each) => !each.before && each.past !== null && each.past <= today && each.past >= addDays(today, -LONGEST),
  );
  if (
    day?.past &&
    (day.past === day.coming ||
      /^[^,。;]{0,6}(?:就|起|开始|以来|报|递|交|送|申请|停|卡|断|至今|到现在|拖|了|受理)/.test(plain.slice(day.end)))
  )
    return day.past;
  const lasting = LASTING.exec(plain);
  const count = lasting ? numberOf(lasting[1] ?? '') : null;
  return lasting === null || count === null ? null : addDays(today, -count * (lasting[2] === '天' ? 1 : 7));
}
