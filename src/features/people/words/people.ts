import type { Phrases } from '../../../text/language.js';

/** People, their roles, and what they hold. */
export const peopleWords = {
  mine: { zh: '我的名册', en: 'What I hold' },
  account: { zh: '账号已关联', en: 'has an account' },
  noAccount: { zh: '没有账号', en: 'no account' },
  noRole: { zh: '没有角色', en: 'no role' },
  roleIn: {
    zh: (role: string, unit: string) => `${unit}${role}`,
    en: (role: string, unit: string) => `${role}, ${unit}`,
  },
  roles: { zh: '角色', en: 'Roles' },
  positionsLabel: { zh: '岗位', en: 'Positions' },
  work: { zh: '名下', en: 'Holds' },
  noWork: { zh: '没有项目、节点和卡点', en: 'no project, milestone or obstacle' },
  owned: {
    zh: (count: number, codes: string) => `项目 ${count}（${codes}）`,
    en: (count: number, codes: string) => `${count} project${count === 1 ? '' : 's'} (${codes})`,
  },
  sponsored: {
    zh: (count: number, codes: string) => `包保 ${count}（${codes}）`,
    en: (count: number, codes: string) => `${count} sponsored (${codes})`,
  },
  sharedWith: {
    zh: (count: number, codes: string) => `共同负责 ${count}（${codes}）`,
    en: (count: number, codes: string) => `${count} shared (${codes})`,
  },
  milestones: {
    zh: (count: number) => `单独节点 ${count}`,
    en: (count: number) => `${count} single milestone${count === 1 ? '' : 's'}`,
  },
  heads: {
    zh: (names: string) => `主持 ${names}`,
    en: (names: string) => `heads ${names}`,
  },
  obstacles: {
    zh: (count: number) => `卡点 ${count}`,
    en: (count: number) => `${count} obstacle${count === 1 ? '' : 's'}`,
  },
  and: {
    zh: (list: string, count: number) => `${list} 等 ${count} 个`,
    en: (list: string, count: number) => `${list} and ${count} more`,
  },

  toDo: { zh: '待办', en: 'To do' },
  nothingToDo: {
    zh: '账号都已关联，没有待核对的申请，没有待移交的工作。',
    en: 'Every account is tied, nobody asks to be let in, no work waits to be handed over.',
  },
  untied: {
    zh: (count: number) => `${count} 人没有账号`,
    en: (count: number) => `${count} without an account`,
  },
  requests: {
    zh: (count: number) => `待核对的申请 ${count} 条，见各条消息`,
    en: (count: number) => `${count} request${count === 1 ? '' : 's'} to be let in, each in its message`,
  },
  leaving: {
    zh: (who: string, count: number) => `${who}已没有角色，名下还有 ${count} 项`,
    en: (who: string, count: number) => `${who} has no role any more and still holds ${count}`,
  },
  vacant: {
    zh: (names: string) => `空缺的岗位：${names}`,
    en: (names: string) => `Vacant positions: ${names}`,
  },
  giveCode: { zh: '口令', en: 'Code' },
  add: { zh: '登记人员', en: 'Add a person' },
  role: { zh: '改角色', en: 'Change roles' },
  positions: { zh: '岗位', en: 'Positions' },
  leaves: { zh: '离岗移交', en: 'Leaving' },
  untie: { zh: '解除账号', en: 'Untie account' },
  more: { zh: (count: number) => `还有 ${count} 人`, en: (count: number) => `${count} more` },
  card: { zh: '查看', en: 'Show' },

  addTitle: { zh: '登记人员', en: 'Add a person' },
  name: { zh: '姓名', en: 'Name' },
  nameEn: { zh: '英文名', en: 'Name in English' },
  nameEnHint: { zh: '不填按拼音', en: 'By its sound where nothing is given' },
  title: { zh: '职务', en: 'Title' },
  email: { zh: '邮箱', en: 'E-mail' },
  emailHint: {
    zh: '与 Slack 账号的邮箱一致时自动关联',
    en: 'Ties the account by itself where it is that of the Slack account',
  },
  roleLabel: { zh: '角色', en: 'Role' },
  unit: { zh: '单位', en: 'Unit' },
  unitHint: { zh: '责任人、单位负责人必选', en: 'Needed for officials and heads' },
  person: { zh: '人员', en: 'Person' },
  change: { zh: '增减', en: 'Change' },
  give: { zh: '增加', en: 'Give' },
  take: { zh: '取消', en: 'Take' },
  save: { zh: '保存', en: 'Save' },
  close: { zh: '取消', en: 'Cancel' },
  roleTitle: { zh: '改角色', en: 'Change roles' },
  added: {
    zh: (who: string, role: string) => `已登记：${who}，${role}。`,
    en: (who: string, role: string) => `Added: ${who}, ${role}.`,
  },
  addedCode: {
    zh: '还没有账号：给本人一个口令，或等其邮箱自动关联。',
    en: 'No account yet: give them a code, or wait for their e-mail address to tie it.',
  },
  there: {
    zh: (who: string) => `名册里已有${who}，没有重复登记。`,
    en: (who: string) => `${who} is on the list already; nobody was added.`,
  },
  emailTaken: { zh: '这个邮箱已是名册里别人的', en: 'Somebody on the list has this address' },
  emailWrong: { zh: '邮箱格式不对', en: 'This is no e-mail address' },
  unitNeeded: { zh: '责任人和单位负责人要选单位', en: 'Officials and heads need a unit' },
  nameNeeded: { zh: '请填姓名', en: 'Give the name' },
  chooseOne: { zh: '请选一个', en: 'Choose one' },
  given: {
    zh: (who: string, role: string) => `已增加：${who}，${role}。`,
    en: (who: string, role: string) => `Given: ${who}, ${role}.`,
  },
  taken: {
    zh: (who: string, role: string) => `已取消：${who}的${role}。`,
    en: (who: string, role: string) => `Taken: ${role}, from ${who}.`,
  },
  sameGiven: {
    zh: (who: string, role: string) => `${who}本来就是${role}，没有变化。`,
    en: (who: string, role: string) => `${who} is ${role} already; nothing changed.`,
  },
  sameTaken: {
    zh: (who: string, role: string) => `${who}本来就不是${role}，没有变化。`,
    en: (who: string, role: string) => `${who} is not ${role}; nothing changed.`,
  },
  lastCoordinator: {
    zh: { wrong: '这是最后一名统筹人员，不能取消。', instead: '先给别人加上统筹人员，再取消。' },
    en: {
      wrong: 'This is the last coordinator, who stays.',
      instead: 'give the role to somebody else first, then take it.',
    },
  },
  denied: {
    zh: (why: string) => ({ wrong: `没有办：${why}。`, instead: '请找项目办。' }),
    en: (why: string) => ({ wrong: `Not done: ${why}.`, instead: 'ask the coordinators.' }),
  },
  unknown: {
    zh: (what: string) => ({ wrong: `名册里没有找到「${what}」。`, instead: '写姓名或单位全称；/people 看名册。' }),
    en: (what: string) => ({
      wrong: `Nobody on the list is called “${what}”.`,
      instead: 'the full name of a person or unit; /people shows the list.',
    }),
  },
  roleUnread: {
    zh: {
      wrong: '没有看懂要改什么角色。',
      instead: '/people role 张三 责任人 水利局；取消在前面加「取消」；只打 /people role 打开表单。',
    },
    en: {
      wrong: 'It is not clear which role is meant.',
      instead:
        '/people role Zhang San official Water Resources Bureau; put “remove” in front to take it; /people role alone opens a form.',
    },
  },
  several: {
    zh: (name: string) => `叫「${name}」的不止一人，是哪一位？`,
    en: (name: string) => `Several are called “${name}”. Which one?`,
  },
  near: {
    zh: (name: string) => `没有叫「${name}」的。是不是：`,
    en: (name: string) => `Nobody is called “${name}”. Perhaps:`,
  },
  unitPeople: {
    zh: (unit: string, count: number) => `${unit}的人员（${count} 人）`,
    en: (unit: string, count: number) => `${unit}: ${count} ${count === 1 ? 'person' : 'people'}`,
  },

  shared: {
    zh: (who: string, project: string) => `${who}现在共同负责 ${project}：可以上报、查看，早上的催报仍发给责任人。`,
    en: (who: string, project: string) =>
      `${who} now owns ${project} too: may report and see it. The morning's question still goes to the owner.`,
  },
  unshared: {
    zh: (who: string, project: string) => `${who}不再共同负责 ${project}。`,
    en: (who: string, project: string) => `${who} does not share ${project} any more.`,
  },
  sharedBefore: {
    zh: (who: string, project: string) => `${who}本来就共同负责 ${project}。`,
    en: (who: string, project: string) => `${who} shares ${project} already.`,
  },
  unsharedBefore: {
    zh: (who: string, project: string) => `${who}本来就没有共同负责 ${project}。`,
    en: (who: string, project: string) => `${who} does not share ${project}.`,
  },
  shareUnread: {
    zh: {
      wrong: '没有看懂是哪个项目、哪个人。',
      instead: '/people share P-017 张三；取消：/people unshare P-017 张三。',
    },
    en: {
      wrong: 'Which project, and who, is not clear.',
      instead: '/people share P-017 Zhang San; to end it: /people unshare P-017 Zhang San.',
    },
  },
  undo: { zh: '撤销', en: 'Undo' },
} as const satisfies Phrases;
