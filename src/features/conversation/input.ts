import type { AskAbout } from '../../domain/report-line.js';

/** What somebody wants who asks in plain words. */
export type Wish = 'help' | 'mine' | 'report' | 'obstacle';

/** What was typed, without the signs and particles around it. */
const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’]/g, "'")
    .replace(/^[\s,.!;:~…，。！；：、]+|[\s,.!;:~…，。！；：、]+$/gu, '')
    .replace(/[呢呀啊哦哈啦]+(?=[?？]?$)/u, '')
    .replace(/\s+/g, ' ');

const WISHES: readonly (readonly [Wish, RegExp])[] = [
  [
    'help',
    /^(?:[?？]+|帮助|帮忙|救命|说明|使用说明|菜单|功能|(?:怎么|如何|怎样|咋)(?:用|使用|操作)|(?:你|您)?(?:能|会|可以)(?:干|做)(?:什么|啥)|help(?: me)?|menu|what can you do|how (?:does|do) (?:this|it|you) work)[?？]?$/,
  ],
  // Courtesies are answered, too: nobody is left to wonder whether they were heard.
  [
    'help',
    /^(?:(?:你|您|大家)好|在吗|在不在|早|早安|(?:早上|上午|中午|下午|晚上)好|嗨|谢谢(?:你|您|了)?|多谢|辛苦了?|收到|好的?|行|嗯+|测试|hi|hello|hey|good (?:morning|afternoon|evening)|thanks|thank you|ok(?:ay)?|test)[?？]?$/,
  ],
  [
    'mine',
    /^(?:看|查|看看|查看)?(?:一下)?我(?:的|负责的?|名下的?|包保的?)(?:项目|任务|节点)(?:有?(?:哪些|几个|多少))?[?？]?$|^(?:show )?(?:me )?my (?:projects?|milestones?|work)[?？]?$/,
  ],
  [
    'report',
    /^(?:请问)?(?:(?:怎么|如何|怎样|咋)?(?:上报|填报|报|填|汇报)(?:项目)?(?:进度|进展)?|(?:怎么|如何|怎样|咋)报|报告)[?？]?$|^(?:how (?:do i|can i|to) )?report(?: progress)?[?？]?$/,
  ],
  [
    'obstacle',
    /^(?:请问)?(?:怎么|如何|怎样|咋)?(?:上报|提出?|报|填)?(?:一个)?(?:卡点|困难|问题)[?？]?$|^(?:how (?:do i|can i|to) )?(?:flag|raise|report)? ?(?:an )?obstacle[?？]?$/,
  ],
];

/** The wish of somebody who asks how to; null: something else was said. */
export function wishOf(text: string): Wish | null {
  const said = bare(text);
  return WISHES.find(([, pattern]) => pattern.test(said))?.[0] ?? null;
}

const ABOUT_LEAVE = /请假|休假|年假|调休|day ?off|(?:on|take|sick|annual) leave/i;

/** Whether somebody speaks of days off. */
export const speaksOfLeave = (text: string): boolean => text.length <= 80 && ABOUT_LEAVE.test(text);

const ASKS =
  /[?？]|[吗么呢]$|多少|怎么样|如何|进展|哪[个些天]|什么|^(?:how|what|when|where|who|which|is|are|did|does)\b/i;

/** Whether somebody wants to know, not to tell. */
export const isQuestion = (text: string): boolean => ASKS.test(text.trim());

/** What is to become of the thing that was said last. */
export type Correction = { readonly act: 'undo' } | { readonly act: 'amend'; readonly to: string };

const UNDO =
  /^(?:(?:请|帮我)?(?:把?(?:刚才|刚刚|刚|上一?条|那一?条)的?(?:那?一?条)?)?(?:撤销|撤回|撤掉|撤了|作废)(?:一下|吧|掉|上一?条|刚才的?(?:那?一?条)?)?|(?:我|刚才|刚刚|刚|上一?条|那一?条)*(?:发|报|写|填|说|点)错了?|undo(?: (?:it|that|the last))?|(?:take|took) (?:it|that) back|(?:sent|reported|typed) (?:it )?by mistake|(?:that|it) was (?:wrong|a mistake)|my mistake|wrong one)$/;
const AMEND =
  /^(?:(?:请|帮我)?(?:把它|刚才的?|上一?条)?(?:改成|改为|改到|更正为|更正成|应该是|应该为|应为)|(?:change|correct|amend) (?:it|that|the last)? ?to|make (?:it|that)|(?:it|that) should (?:be|have been|read))\s*:?\s*(.{1,80})$/s;

/** 撤销, 刚才发错了, 改成75: about what was said last; null: something else. */
export function correctionOf(text: string): Correction | null {
  const said = bare(text);
  if (UNDO.test(said)) return { act: 'undo' };
  const to = AMEND.exec(said)?.[1]?.trim();
  return to === undefined ? null : { act: 'amend', to };
}

/** A candidate, the end of the question, or null: what was typed is no answer to it. */
export type Choice = { readonly choice: string } | 'drop' | null;

const DROP =
  /^(?:算了|不用了?|不报了?|不提了?|取消|没事了?|不是|不对|都不是|no|nope|never ?mind|cancel|forget it|skip(?: it)?|none)$/;
const YES = /^(?:对的?|是的?|嗯+|没错|好的?|可以|行|提出?|要|yes|yep|yeah|y|right|correct|ok(?:ay)?|sure|please do)$/;
const NUMERALS = '一二三四五六七八九十';
const ENGLISH = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

/** What an answer in words chooses. `about` null: the question is which of the candidates; `yes`: what a bare yes means among several. */
export function choiceOf(
  text: string,
  about: AskAbout | null,
  candidates: readonly { readonly choice: string; readonly label: string }[],
  yes?: string,
): Choice {
  const said = bare(text);
  if (DROP.test(said)) return 'drop';
  const [only, second] = candidates;
  if (YES.test(said)) {
    const meant = only && !second ? only : candidates.find(({ choice }) => choice === yes);
    return meant ? { choice: meant.choice } : null;
  }
  const stated = about === null ? null : statedValue(said, about);
  if (stated !== null) return { choice: stated };
  const place = placeOf(said, about === 'percent' || about === 'amount', candidates.length);
  if (place !== null) return candidates[place] ?? null;
  if ([...said].length < 2) return null;
  const called = candidates.filter(({ choice, label }) =>
    [choice, label].some((name) => bare(name) === said || bare(name).includes(said) || said === `是${bare(name)}`),
  );
  return called.length === 1 && called[0] ? { choice: called[0].choice } : null;
}

/** 第二个, 2, the second: its place in the list. A number alone is none where numbers are what is asked for. */
function placeOf(said: string, numbersAreValues: boolean, count: number): number | null {
  if (/^最后一?[个项条]?$|^(?:the )?last(?: one)?$/.test(said)) return count - 1;
  const met = /^(第|选|no\.? ?|#)?([一二三四五六七八九十]|\d{1,2})([个项条号])?$/.exec(said);
  if (met && (met[1] || met[3] || !numbersAreValues)) {
    const numeral = NUMERALS.indexOf(met[2] ?? '');
    return numeral >= 0 ? numeral : Number(met[2]) - 1;
  }
  const english = ENGLISH.indexOf(/^(?:the )?([a-z]+)(?: one)?$/.exec(said)?.[1] ?? '');
  return english >= 0 ? english : null;
}

/** A number that answers by itself: percents 0 to 100, amounts in 10k yuan. */
function statedValue(said: string, about: AskAbout): string | null {
  if (about === 'percent') {
    const met = /^(?:现在|大概|约|到|是|已|about )*(\d{1,3})(?: ?%| ?percent|个点)?(?:了|左右)?$/.exec(said);
    const tenths = /^(\d|[一二三四五六七八九])成(半)?$/.exec(said);
    const inWords = /^百分之([一二三四五六七八九]?十?[一二三四五六七八九]?|百)$/.exec(said)?.[1];
    const percent = met
      ? Number(met[1])
      : tenths
        ? digit(tenths[1]) * 10 + (tenths[2] ? 5 : 0)
        : inWords
          ? count(inWords)
          : -1;
    return percent >= 0 && percent <= 100 ? String(percent) : null;
  }
  if (about === 'amount') {
    const met = /^(?:是|共|约)*(\d+(?:\.\d+)?) ?(万元?|亿元?|)$/.exec(said.replaceAll(',', ''));
    return met ? String(Math.round(Number(met[1]) * (met[2]?.startsWith('亿') ? 10_000 : 1))) : null;
  }
  return null;
}

const digit = (sign = ''): number => (/\d/.test(sign) ? Number(sign) : NUMERALS.indexOf(sign) + 1);

/** 百分之八十五 up to 百分之百. */
function count(inWords: string): number {
  if (inWords === '百') return 100;
  const [tens, ones] = inWords.includes('十') ? inWords.split('十') : ['', inWords];
  return (inWords.includes('十') ? (tens ? digit(tens) : 1) * 10 : 0) + (ones ? digit(ones) : 0);
}
