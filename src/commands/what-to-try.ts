import type { Plan, PlanPerson, Role } from '../domain/plan.js';

/** Somebody whom a visitor may be, and three things for them to try; in both languages of the page. */
export type Suggested = {
  readonly key: string;
  readonly tries: { readonly zh: readonly string[]; readonly en: readonly string[] };
};

/**
 * The people whom the first look suggests: an official, their unit's head and sponsor, the commander, a coordinator, an
 * English reader. What is to be tried works on any plan, and finds something on the seed's year so far.
 */
export function suggestedPeople(plan: Plan): readonly Suggested[] {
  const [project] = plan.projects;
  const unit = plan.units.find((each) => each.key === project?.unit);
  const delegate = plan.people.find(
    (person) => person.key !== unit?.head && person.roles.some((held) => held.unit === unit?.key),
  );
  const holding = (role: Role) => plan.people.find((person) => person.roles.some((held) => held.role === role));
  const code = project?.code ?? '';
  const milestone = project?.milestones.at(-2)?.name ?? project?.milestones.at(-1)?.name ?? '';
  const daily = plan.channels.find(({ digest }) => digest?.scope.of === 'plan');
  const suggested: readonly (readonly [
    key: string | null | undefined,
    zh: readonly string[],
    en: readonly string[],
  ])[] = [
    [
      project?.owner,
      [`给攻坚发一句：${code} ${milestone} 40%`, `给攻坚发一句：${code} 临时用电没通`, '打开攻坚的主页，看自己的项目'],
      [`send the bot: ${code} ${milestone} 40%`, `send the bot: ${code} 临时用电没通`, 'open the bot’s home tab'],
    ],
    [
      unit?.head,
      [
        '输入 /obstacle 列表 等我，认领一个卡点',
        '看攻坚发来的：本单位谁没有回复',
        `输入 /dayoff 明天 代理 ${delegate?.name ?? ''}`,
      ],
      [
        'type /obstacle list waiting, claim one',
        'read who in the unit did not answer',
        'type /dayoff, fill in its form',
      ],
    ],
    [
      project?.sponsor,
      ['看攻坚发来的卡点，按“认领”或“提级”', '输入 /digest，按“红灯”', `输入 /gongjian ${code}，看项目卡片`],
      ['read the obstacle that the bot sent, and claim it', 'type /digest, press the reds', `type /gongjian ${code}`],
    ],
    [
      plan.commander,
      [
        `到“${daily?.name ?? ''}”看昨天的日报，按里面的数字`,
        '看攻坚发来的卡点，按“认领”',
        '把时钟拨到 18:00，等今天的日报',
      ],
      [
        'read yesterday’s digest in its channel, press a number',
        'claim the obstacle that the bot sent',
        'set the clock to 18:00 and wait for the digest',
      ],
    ],
    [
      holding('coordinator')?.key,
      ['输入 /ledger 模板，填好再发给攻坚', '输入 /people，看谁还没有账号', '输入 /goals 招商活动 50次'],
      ['type /ledger template, fill it in, send it back', 'type /people', 'type /goals 招商活动 50次'],
    ],
    [
      plan.people.find(readsEnglish)?.key,
      ['输入 /digest，看英文日报', '输入 /goals，看目标', `输入 /gongjian ${code}`],
      ['type /digest, the digest in English', 'type /goals', `type /gongjian ${code}, a project’s card`],
    ],
  ];
  return suggested.flatMap(([key, zh, en]) => (key ? [{ key, tries: { zh, en } }] : []));
}

/** Whose title the plan gives in English alone. */
export const readsEnglish = ({ title }: PlanPerson): boolean => /^[\x20-\x7e]+$/.test(title.zh);

/** The plan's people, those first whom the page suggests. */
export function suggestedFirst(plan: Plan): readonly PlanPerson[] {
  const place = new Map(suggestedPeople(plan).map(({ key }, index) => [key, index]));
  const placeOf = (person: PlanPerson) => place.get(person.key) ?? place.size;
  return [...plan.people].sort((one, other) => placeOf(one) - placeOf(other));
}
