import type { Cadence } from '../../domain/cadence.js';

export const DIGESTS_ZH: Readonly<Record<Cadence, string>> = {
  daily: '日报',
  weekly: '周报',
  'half-monthly': '半月报',
  monthly: '月报',
};
export const DIGESTS_EN: Readonly<Record<Cadence, string>> = {
  daily: 'Daily digest',
  weekly: 'Weekly digest',
  'half-monthly': 'Half-monthly digest',
  monthly: 'Monthly digest',
};
const OFTEN_ZH: Readonly<Record<Cadence, string>> = {
  daily: '每个工作日',
  weekly: '每周最后一个工作日',
  'half-monthly': '每半月最后一个工作日',
  monthly: '每月最后一个工作日',
};
const OFTEN_EN: Readonly<Record<Cadence, string>> = {
  daily: 'on working days',
  weekly: 'on the last working day of the week',
  'half-monthly': 'on the last working day of the half-month',
  monthly: 'on the last working day of the month',
};

/** What is said about subscribing, and to who cannot be shown a digest. */
export const askingWords = {
  subscription: {
    zh: (cadence: Cadence, scope: string) => `${DIGESTS_ZH[cadence]}（${scope}）`,
    en: (cadence: Cadence, scope: string) => `${DIGESTS_EN[cadence].toLowerCase()} (${scope})`,
  },
  often: {
    zh: (cadence: Cadence, time: string) => `${OFTEN_ZH[cadence]} ${time}`,
    en: (cadence: Cadence, time: string) => `at ${time} ${OFTEN_EN[cadence]}`,
  },
  subscribed: {
    zh: (digest: string, often: string, day: string) => `已订阅：本频道${often} 收到${digest}，下一期 ${day}。`,
    en: (digest: string, often: string, day: string) =>
      `Subscribed: this channel gets the ${digest} ${often}, next on ${day}.`,
  },
  already: {
    zh: (digest: string, often: string, day: string) =>
      `本频道已订阅${digest}，没有重复订阅。${often} 发送，下一期 ${day}。`,
    en: (digest: string, often: string, day: string) =>
      `This channel gets the ${digest} already; nothing was added. It comes ${often}, next on ${day}.`,
  },
  relanguaged: {
    zh: (digest: string, often: string, day: string) => `已改用中文发送${digest}。${often} 发送，下一期 ${day}。`,
    en: (digest: string, often: string, day: string) => `The ${digest} now comes in English, ${often}, next on ${day}.`,
  },
  undo: { zh: '撤销', en: 'Undo' },
  undone: {
    zh: (digest: string) => `已撤销，本频道不再收到${digest}。`,
    en: (digest: string) => `Undone: this channel no longer gets the ${digest}.`,
  },
  unsubscribed: {
    zh: (digests: string) => `已退订，本频道不再收到${digests}。`,
    en: (digests: string) => `Unsubscribed: this channel no longer gets the ${digests}.`,
  },
  resubscribe: { zh: '重新订阅', en: 'Subscribe again' },
  notSubscribed: { zh: '本频道没有订阅日报。', en: 'This channel gets no digest.' },

  standingsOn: {
    zh: '晾晒榜已开启：每周最后一个工作日随日报和周报发布。关闭输入 `/digest standings off`。',
    en: 'Standings are on: they come with the digests of the last working day of the week. To end them type `/digest standings off`.',
  },
  standingsOff: {
    zh: '晾晒榜已关闭。开启输入 `/digest standings on`。',
    en: 'Standings are off. To begin them type `/digest standings on`.',
  },
  standingsInstead: {
    zh: '请统筹人员输入 `/digest standings on` 或 `/digest standings off`',
    en: 'Ask a coordinator to type `/digest standings on` or `/digest standings off`',
  },
  channelsOnly: {
    zh: '只有频道可以订阅日报，私信不行',
    en: 'Only channels can subscribe to the digest, direct messages cannot',
  },
  channelsOnlyInstead: {
    zh: '在频道里输入 `/digest subscribe`；自己看用 `/digest`',
    en: 'Type `/digest subscribe` in a channel; for yourself `/digest`',
  },
  askCoordinator: {
    zh: '请统筹人员在本频道输入 `/digest subscribe`；自己看用 `/digest`',
    en: 'Ask a coordinator to type `/digest subscribe` here; for yourself `/digest`',
  },
  outOfScope: { zh: '输入 `/digest` 查看自己单位的项目', en: 'Type `/digest` for the projects of your own unit' },
  noUnit: { zh: '您还没有归属单位', en: 'You belong to no unit yet' },
  noUnitInstead: {
    zh: '请统筹人员在人员名单里补上单位',
    en: 'Ask a coordinator to add your unit to the list of people',
  },
  unknownWords: { zh: (said: string) => `看不懂“${said}”`, en: (said: string) => `“${said}” is not understood` },
  usage: {
    zh: '`/digest`、`/digest 2020-06-30`、`/digest 昨天`、`/digest subscribe weekly 经济开发区 zh`、`/digest unsubscribe`',
    en: '`/digest`, `/digest 2020-06-30`, `/digest yesterday`, `/digest subscribe weekly <unit> en`, `/digest unsubscribe`',
  },
  unknownScope: {
    zh: (said: string) => `没有叫“${said}”的单位、领导、类别、园区或聚力`,
    en: (said: string) => `No unit, leader, category, site or focus area is called “${said}”`,
  },
  manyScopes: { zh: (said: string) => `“${said}”对得上好几个`, en: (said: string) => `“${said}” fits several` },
  scopeInstead: {
    zh: (names: string) => `用全称，例如 ${names}`,
    en: (names: string) => `Write the full name, for example ${names}`,
  },
  futureDay: { zh: (day: string) => `${day}还没有到`, en: (day: string) => `${day} is still to come` },
  beforeProgram: {
    zh: (day: string) => `${day}在本次攻坚行动开始之前`,
    en: (day: string) => `${day} is before the program began`,
  },
  dayInstead: {
    zh: (from: string, to: string) => `选 ${from}到 ${to}之间的一天，例如 \`/digest 昨天\``,
    en: (from: string, to: string) => `Choose a day from ${from} to ${to}, such as \`/digest yesterday\``,
  },
  vagueDay: {
    zh: (said: string) => `“${said}”指不到具体哪一天`,
    en: (said: string) => `“${said}” names no single day`,
  },
} as const;
