import type { Message } from '../message.js';
import { inLanguage, type Language } from '../text/language.js';
import { plain } from './blocks.js';

const words = {
  name: { zh: '攻坚', en: 'Gongjian' },
  loading: { zh: '正在打开', en: 'Opening' },
  loadingBody: { zh: '正在读取台账。', en: 'Reading the ledger.' },
  saving: { zh: '正在保存', en: 'Saving' },
  savingBody: {
    zh: '已经收到，正在记下。可以关掉这个窗口，结果会发给您。',
    en: 'Received, being written down. You may close this window; the result will be sent to you.',
  },
  saved: { zh: '已经办好。', en: 'Done.' },
  close: { zh: '关闭', en: 'Close' },
  noProgram: {
    zh: { wrong: '这个工作区还没有攻坚行动。', instead: '请项目办先载入行动方案。' },
    en: { wrong: 'This workspace has no program yet.', instead: 'Ask the coordinators to load a plan.' },
  },
  notOpened: {
    zh: 'Slack没有打开窗口。请再试一次，不行就过几分钟再试。',
    en: 'Slack did not open the form. Please try once more, or again in a few minutes.',
  },
  storeAway: {
    zh: '数据库暂时连不上，这一条没有记下。请过几分钟再发一次。',
    en: 'The database cannot be reached just now, so this was not written down. Please send it again in a few minutes.',
  },
  fault: {
    zh: (reference: string) =>
      `这一条没有办成，原因已记入日志，编号 ${reference}。稍后会自动再试一次；仍不行，请把编号告诉项目办。`,
    en: (reference: string) =>
      `This could not be done; the cause was logged under ${reference}. It will be tried again by itself; if that fails, give the coordinators this number.`,
  },
  faultOfForm: {
    zh: (reference: string) => `刚才没有办成，什么都没有记下。填的内容都在，请再提交一次。（编号 ${reference}）`,
    en: (reference: string) =>
      `This could not be done, and nothing was written down. What you filled in is kept; please submit it again. (${reference})`,
  },
  notTaken: {
    zh: (errors: readonly string[]) => `这张表单没有提交成功：${errors.join('；')}。填的内容都在。`,
    en: (errors: readonly string[]) => `This form was not taken: ${errors.join('; ')}. What you filled in is kept.`,
  },
  filledIn: { zh: '您填的：', en: 'You filled in:' },
  reopen: { zh: '打开接着填', en: 'Open it again' },
  formGone: { zh: '这张表单已经不在了，请重新填写。', en: 'This form is gone by now; please fill in a new one.' },
  tooLong: {
    zh: (length: string, most: string) => ({
      wrong: `这一条太长，有${length}个字，最多${most}个字，没有记下`,
      instead: '请分成几条发；长的说明可以作为附件',
    }),
    en: (length: string, most: string) => ({
      wrong: `This is too long: ${length} characters where ${most} fit. Nothing was written down`,
      instead: 'Send it in several parts; long explanations can be attached as a file',
    }),
  },
  directMessages: { zh: '一个人的私信', en: 'somebody’s direct messages' },
  trouble: {
    zh: (where: string, why: string) => `${where} 发不进去：${why}。其他频道不受影响。`,
    en: (where: string, why: string) => `Nothing can be posted to ${where}: ${why}. Other channels are not affected.`,
  },
} as const;

/** Slack's words for why it refused, and what to do about it. */
const reasons: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  not_in_channel: {
    zh: '机器人不在这个频道，请在频道里 /invite 它',
    en: 'the bot is not in this channel; /invite it there',
  },
  channel_not_found: { zh: '频道不存在，或机器人看不到', en: 'the channel does not exist, or the bot cannot see it' },
  is_archived: { zh: '频道已归档', en: 'the channel is archived' },
  missing_scope: {
    zh: '应用缺少权限，请按 README 更新 manifest 后重新安装',
    en: 'the app lacks a scope; update its manifest as the README says and reinstall it',
  },
  restricted_action_read_only_channel: {
    zh: '频道只许管理员发言，请在频道设置里允许机器人发言',
    en: 'only admins may post there; let the bot post in the channel’s settings',
  },
  message_not_found: { zh: '原消息已被删除，无法更正', en: 'the message was deleted, so it cannot be corrected' },
};

export const surfaceWords = (language: Language) => inLanguage(words, language);

/** A channel or person as Slack shows them; a direct conversation it shows to nobody who is not in it. */
function shownPlace(language: Language, channelId: string): string {
  if (/^[UW]/.test(channelId)) return `<@${channelId}>`;
  return channelId.startsWith('D') ? surfaceWords(language).directMessages : `<#${channelId}>`;
}

/** What a coordinator is told, once, when Slack refuses a channel's posts. */
export function troubleMessage(language: Language, channelId: string, error: string): Message {
  const where = shownPlace(language, channelId);
  return plain(surfaceWords(language).trouble(where, reasons[error]?.[language] ?? error));
}
