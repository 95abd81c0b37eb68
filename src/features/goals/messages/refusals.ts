import type { FactGoal } from '../../../domain/digest/facts.js';
import type { GoalSource } from '../../../domain/plan.js';
import type { Ctx, Refusal } from '../../../feature.js';
import { clip, escapeText } from '../../../text/escape.js';
import { type Phrases as Catalogue, inLanguage, type Language } from '../../../text/language.js';
import type { GoalsRequest } from '../input.js';
import { goalPhrases } from './phrases.js';

/** Why a line after `/goals` was not taken, and what to type instead. */
export const words = {
  noRecord: { zh: '找不到这条登记', en: 'This record was not found' },
  noRecordInstead: { zh: '输入 `/goals` 查看现在的数值', en: 'Type `/goals` for the present values' },
  addedUp: { zh: '这项目标由项目汇总，不能直接登记', en: 'This goal is added up from projects and cannot be recorded' },
  addedUpInstead: {
    zh: '上报项目进度用 `/progress`；完成投资用 `/progress P-017 完成投资 1200万`',
    en: 'Report projects with `/progress`; investment with `/progress P-017 完成投资 1200万`',
  },
  computed: {
    zh: (goal: string) => `${goal}自动计算，不用登记`,
    en: (goal: string) => `${goal} computes itself`,
  },
  fromActivities: {
    zh: '数自招商活动：`/promotion 6月16日带队赴苏州考察装备制造`',
    en: 'It counts activities: `/promotion 6月16日带队赴苏州考察装备制造`',
  },
  fromMoney: {
    zh: '数自核对过的凭证：`/promotion 凭证0615-031 5000万元 P-013`',
    en: 'It adds up confirmed vouchers: `/promotion 凭证0615-031 5000万元 P-013`',
  },
  fromDollars: {
    zh: '数自核对过的凭证：`/promotion 凭证0615-040 300万美元 P-013`',
    en: 'It adds up confirmed vouchers: `/promotion 凭证0615-040 300万美元 P-013`',
  },
  recordInstead: {
    zh: '请统筹人员登记；查看用 `/goals`',
    en: 'Ask a coordinator to record it; to look type `/goals`',
  },
  askCoordinator: { zh: '请统筹人员把您加入人员名单', en: 'Ask a coordinator to add you to the list of people' },
  unknownGoal: { zh: (said: string) => `没有叫“${said}”的目标`, en: (said: string) => `No goal is called “${said}”` },
  several: { zh: (said: string) => `“${said}”对得上好几项目标`, en: (said: string) => `“${said}” fits several goals` },
  nameInstead: {
    zh: (names: string) => `用目标的名称：${names}`,
    en: (names: string) => `Write the goal's name: ${names}`,
  },
  unreadValue: {
    zh: (said: string) => `看不懂数值“${said}”`,
    en: (said: string) => `The value “${said}” is not understood`,
  },
  understoodGoal: { zh: (goal: string) => `目标 ${goal}`, en: (goal: string) => `goal ${goal}` },
  valueInstead: {
    zh: (example: string) => `写明数量和单位，是年初以来的累计数，例如 \`${example}\``,
    en: (example: string) => `Write the amount with its unit, counted since the year began, such as \`${example}\``,
  },
} as const satisfies Catalogue;

type Reader = Pick<Ctx, 'language' | 'program'>;

/** What to type for a value in each measure, after the goal's name. */
export const EXAMPLES = {
  '10k-yuan': { zh: '12.3亿6月15日', en: '1.23 billion yuan' },
  '10k-dollars': { zh: '310万美元', en: '$3.1 million' },
  activities: { zh: '11次', en: '11' },
  projects: { zh: '12个', en: '12' },
  share: { zh: '60%', en: '60%' },
} as const;

export function noRecordRefusal({ language }: Pick<Ctx, 'language'>): Refusal {
  const own = inLanguage(words, language);
  return { wrong: own.noRecord, understood: null, instead: own.noRecordInstead };
}

/** Why `/goals …` was not understood, and what to type instead. */
export function unreadRefusal(
  request: Extract<GoalsRequest, { readonly said: string }>,
  goals: readonly FactGoal[],
  { language, program }: Reader,
): Refusal {
  const own = inLanguage(words, language);
  const { name, zh } = goalPhrases(program, language);
  const said = escapeText(clip(request.said, 40));
  const names = (of: readonly FactGoal[]) =>
    of
      .slice(0, 8)
      .map((goal) => name(goal.name))
      .join(zh ? '、' : ', ');
  if (request.ask === 'unread-value') {
    const goal = goals.find(({ key }) => key === request.goal);
    const example = `/goals ${goal === undefined ? '' : goal.name[language]} ${EXAMPLES[goal?.measure ?? 'activities'][language]}`;
    return {
      wrong: own.unreadValue(said),
      understood: goal === undefined ? null : own.understoodGoal(name(goal.name)),
      instead: own.valueInstead(escapeText(example)),
    };
  }
  const several = request.ask === 'several' ? goals.filter(({ key }) => request.goals.includes(key)) : goals;
  return {
    wrong: request.ask === 'several' ? own.several(said) : own.unknownGoal(said),
    understood: null,
    instead: own.nameInstead(names(several)),
  };
}

/** Who may not, and who or what helps instead. */
export function deniedRefusal(wrong: string, instead: 'askCoordinator' | 'recordInstead', language: Language): Refusal {
  return { wrong, understood: null, instead: inLanguage(words, language)[instead] };
}

/** A goal that projects add up to has no value of its own. */
export function addedUpRefusal(language: Language): Refusal {
  const own = inLanguage(words, language);
  return { wrong: own.addedUp, understood: null, instead: own.addedUpInstead };
}

/** A goal that computes itself is not recorded; where its number comes from is how it grows. */
export function computedRefusal(goal: FactGoal, from: GoalSource, language: Language): Refusal {
  const own = inLanguage(words, language);
  const instead = { activities: own.fromActivities, funds: own.fromMoney, 'foreign-capital': own.fromDollars }[from];
  return { wrong: own.computed(escapeText(goal.name[language])), understood: null, instead };
}
