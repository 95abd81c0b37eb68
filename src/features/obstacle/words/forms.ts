import type { Phrases } from '../../../text/language.js';

/** The forms, and what is wrong in their fields. */
export const formsWords = {
  formTitle: { zh: '提出卡点', en: 'Flag an obstacle' },
  submit: { zh: '提出', en: 'Flag' },
  close: { zh: '取消', en: 'Cancel' },
  project: { zh: '项目', en: 'Project' },
  projectHint: { zh: '您的项目在前；没列出的，用一句话提出', en: 'Yours come first; flag others by a line' },
  text: { zh: '什么卡住了', en: 'What stands in the way' },
  textHint: {
    zh: '例如：土地指标未批，影响开工',
    en: 'Such as: the land quota is not approved, the start waits for it',
  },
  kind: { zh: '类别', en: 'Kind' },
  kindHint: {
    zh: '绊脚石：办得慢或缺手续；拦路虎：本级解决不了；紧箍咒：规定本身卡住',
    en: 'Stumbling block: slow or a step is missing. Roadblock: nobody here can clear it. Shackle: the rule itself',
  },
  matter: { zh: '事项', en: 'Matter' },
  matterHint: { zh: '不选则按文字判断', en: 'Taken from the text where none is chosen' },
  helpLabel: { zh: '请求谁支持什么', en: 'What help is asked of whom' },
  sinceLabel: { zh: '从哪天卡住', en: 'Since' },
  urgentLabel: { zh: '加急理由', en: 'Urgent because' },
  urgentHint: { zh: '填了即为加急，各级期限减半', en: 'With a reason it is urgent: every deadline is halved' },
  faultProject: { zh: '请选一个项目', en: 'Choose a project' },
  faultText: { zh: '请写明什么卡住了', en: 'Say what stands in the way' },
  faultAlike: {
    zh: (number: number) => `同一项目已有相近的卡点 ${number} 号；确是另一件，请写明不同之处`,
    en: (number: number) => `Obstacle ${number} of this project says much the same; if it is another, say what differs`,
  },
  noProjects: { zh: '台账里没有可选的项目。', en: 'The ledger has no project to choose.' },

  promised: { zh: '承诺哪天办结', en: 'Promised for' },
  promisedHint: { zh: '须为工作日，当天 18:00 前', en: 'A working day, until 18:00' },
  what: { zh: '怎么办结的', en: 'What was done' },
  ruleLabel: { zh: '改了哪条规定', en: 'Which rule was changed' },
  ruleHint: { zh: '紧箍咒以改了规定为准', en: 'A shackle ends as a changed rule' },
  reason: { zh: '理由', en: 'Reason' },
  department: { zh: '转给哪个单位', en: 'To which department' },
  handOverHint: { zh: '只能转一次，期限不变', en: 'Once only; the deadline stays' },
  commentLabel: { zh: '留言', en: 'Comment' },
  faultPromised: { zh: '请选承诺的日期', en: 'Choose the promised day' },
  faultDayOff: {
    zh: (day: string, offer: string) => `${day}是休息日，最近的工作日是 ${offer}`,
    en: (day: string, offer: string) => `${day} is a day off; the next working day is ${offer}`,
  },
  faultPast: {
    zh: (day: string, offer: string) => `${day} 18:00 已过，最早可以承诺 ${offer}`,
    en: (day: string, offer: string) => `18:00 of ${day} is over; the first day to promise is ${offer}`,
  },
  faultEmpty: { zh: '请填写', en: 'Fill this in' },
  faultRule: {
    zh: '紧箍咒要写明改了哪条规定才能办结',
    en: 'A shackle is resolved by naming the rule that was changed',
  },
  faultDepartment: { zh: '请选一个单位', en: 'Choose a department' },
} as const satisfies Phrases;
