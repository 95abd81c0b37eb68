import { addDays, type LocalDay } from '../day.js';
import { deadline, type WorkCalendar } from '../workday.js';

/** new 待研判, pursued 在跟, dropped 不跟, signed 已签约: a project of the ledger. */
export const LEAD_STANDINGS = ['new', 'pursued', 'dropped', 'signed'] as const;
export type LeadStanding = (typeof LEAD_STANDINGS)[number];

export type LeadState = {
  readonly standing: LeadStanding;
  readonly version: number;
  readonly judgedOn: LocalDay | null;
  /** The last day on which the investor was answered. */
  readonly answeredOn: LocalDay | null;
  readonly dropReason: string | null;
};

export type LeadEvent =
  | { readonly do: 'pursue' }
  | { readonly do: 'drop'; readonly reason: string }
  | { readonly do: 'answer' }
  | { readonly do: 'sign' }
  /** The signing was a mistake. */
  | { readonly do: 'unsign' };

export type LeadRefusal = 'signed' | 'not-signed' | 'judged' | 'dropped' | 'not-pursued' | 'reason-missing';

/** Working days in which a lead is judged, days after which its investor is answered, and then again and again. All ours. */
export type LeadClocks = {
  readonly judgeWorkdays: number;
  readonly answerDays: number;
  readonly againDays: number;
};
export const LEAD_CLOCKS: LeadClocks = { judgeWorkdays: 3, answerDays: 7, againDays: 14 };

export const FRESH_LEAD: LeadState = {
  standing: 'new',
  version: 1,
  judgedOn: null,
  answeredOn: null,
  dropReason: null,
};

/** By when a lead of a day is to be judged; null: it was. */
export function judgeBy(
  { standing, reportedOn }: Pick<LeadState, 'standing'> & { readonly reportedOn: LocalDay },
  clocks: LeadClocks,
  calendar: WorkCalendar,
): LocalDay | null {
  return standing === 'new' ? deadline(reportedOn, clocks.judgeWorkdays, calendar).day : null;
}

/** By when its investor is to be answered (again); null: nobody waits for an answer any more. */
export function answerBy(
  { standing, answeredOn, reportedOn }: LeadState & { readonly reportedOn: LocalDay },
  clocks: LeadClocks,
): LocalDay | null {
  if (standing === 'dropped' || standing === 'signed') return null;
  return answeredOn === null ? addDays(reportedOn, clocks.answerDays) : addDays(answeredOn, clocks.againDays);
}

/** What becomes of a lead. A dropped one that is pursued after all is in hand again, and so is one that was signed by mistake. */
export function decideLead(
  state: LeadState,
  event: LeadEvent,
  today: LocalDay,
): { readonly state: LeadState } | { readonly refused: LeadRefusal } {
  const next = { ...state, version: state.version + 1 };
  if (event.do === 'unsign')
    return state.standing === 'signed' ? { state: { ...next, standing: 'pursued' } } : { refused: 'not-signed' };
  if (state.standing === 'signed') return { refused: 'signed' };
  switch (event.do) {
    case 'pursue':
      if (state.standing === 'pursued') return { refused: 'judged' };
      return { state: { ...next, standing: 'pursued', judgedOn: today, dropReason: null } };
    case 'drop':
      if (state.standing === 'dropped') return { refused: 'dropped' };
      if (event.reason.trim() === '') return { refused: 'reason-missing' };
      return { state: { ...next, standing: 'dropped', judgedOn: today, dropReason: event.reason.trim() } };
    case 'answer':
      if (state.standing === 'dropped') return { refused: 'dropped' };
      return { state: { ...next, answeredOn: today } };
    case 'sign':
      if (state.standing !== 'pursued') return { refused: 'not-pursued' };
      return { state: { ...next, standing: 'signed' } };
  }
}

/** A lead as a line states it: `苏州精工 装备制造 要土地60亩、蒸汽`. */
export type ReadLead = { readonly investor: string; readonly field: string | null; readonly wants: string | null };

/** What the ledger calls the project that a signed lead becomes: `苏州精工装备制造项目`. */
export function signedProjectName({ investor, field }: Pick<ReadLead, 'investor' | 'field'>): string {
  const parts = field === null ? [investor] : [investor, field];
  return parts.every((part) => LATIN.test(part)) ? `${parts.join(' ')} project` : `${parts.join('')}项目`;
}

/** Longer than this it does not fit into the button under a question about it. */
export const LONGEST_LEAD = 300;

const WANTS = /[\s,，;；]*(?:需要|需|要|\bwants?\b|\bneeds?\b)[:：]?\s*(.+)$/isu;
const LATIN = /^[\p{Script=Latin}\d&.,'’ -]+$/u;

/** Reads the text after 线索. A name in Chinese ends at a blank or a bracket, one in Latin letters at a comma or a bracket. */
export function readLeadLine(typed: string): { readonly lead: ReadLead } | { readonly fault: 'investor' | 'too-long' } {
  const text = typed.normalize('NFKC').replace(/\s+/gu, ' ').trim();
  if (text.length > LONGEST_LEAD) return { fault: 'too-long' };
  const wants = WANTS.exec(text)?.[1]?.trim() ?? null;
  const head = text.replace(WANTS, '').trim();
  const name = LATIN.test(head)
    ? head.split(',')[0]
    : /^[^\s,，。;；(]+(?:\((?:中国|集团)\)[^\s,，。;；(]*)?/u.exec(head)?.[0];
  const investor = name?.trim() ?? '';
  if (investor.length < 2) return { fault: 'investor' };
  const field = head.slice(head.indexOf(investor) + investor.length).replace(/^[\s,，;；(:：]+|[\s,，;；)]+$/gu, '');
  return { lead: { investor, field: field === '' ? null : field, wants } };
}
