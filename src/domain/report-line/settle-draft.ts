import type { LocalDay } from '../day.js';
import type { Draft } from './read-line.js';
import type { Answer, AskAbout } from './types.js';

/** What a draft comes to: a fact, or the question that must be answered first, or nothing to report. */
export type Settled = {
  readonly percent: number | null;
  readonly done: boolean;
  readonly doneOn: LocalDay | null;
  readonly forecast: LocalDay | null;
  readonly future: LocalDay | null;
  readonly question: { readonly about: AskAbout; readonly candidates: readonly string[] } | null;
  /** Something was said of it, though nothing exact: figures in doubt, 快了, 还没, an aim. */
  readonly said: 'figure' | 'end' | 'aim' | null;
};

/** True where a draft has something to write down. */
export function hasFact(settled: Settled): boolean {
  return settled.percent !== null || settled.done || settled.forecast !== null || settled.future !== null;
}

/** Brings together what the clauses said about one milestone; `answers` are buttons pressed for it. */
export function settleDraft(draft: Draft, answers: readonly Answer[], today: LocalDay): Settled {
  const percent = settlePercent(
    draft,
    answers.find((answer) => answer.about === 'percent'),
  );
  const end = settleEnd(
    draft,
    answers.find((answer) => answer.about === 'day'),
    today,
  );
  if (percent.pressed)
    return {
      ...percent,
      ...end,
      percent: percent.value,
      done: percent.value === 100,
      doneOn: percent.value === 100 ? end.doneOn : null,
      forecast: percent.value === 100 ? null : end.forecast,
      question: percent.value === 100 || end.question?.about === 'day' ? end.question : null,
      said: 'figure',
    };
  const { value } = percent;
  const done = end.done || value === 100;
  const clash = end.done && ((value !== null && value < 100) || (draft.denies && value === null));
  const question = clash
    ? { about: 'percent' as const, candidates: [...(value === null ? [] : [String(value)]), '100'] }
    : (percent.question ?? (value === null || !end.onlyUnsure ? end.question : null));
  const said = percent.said ?? (end.question !== null || draft.stirs ? 'end' : null);
  return {
    ...end,
    percent: done && !clash ? 100 : value,
    done: done && !clash,
    doneOn: done ? end.doneOn : null,
    forecast: done ? null : end.forecast,
    question,
    said,
  };
}

type PercentSettled = {
  value: number | null;
  question: Settled['question'];
  said: 'figure' | 'aim' | null;
  pressed: boolean;
};

function settlePercent(draft: Draft, answer: Answer | undefined): PercentSettled {
  if (answer) return { value: Number(answer.choice), question: null, said: 'figure', pressed: true };
  const correcting = draft.percents.findLastIndex((each) => each.corrects && each.standing === 'stands');
  const heard = correcting >= 0 ? draft.percents.slice(correcting) : draft.percents;
  const distinct = (standing: string) => [
    ...new Set(heard.filter((each) => each.standing === standing).map((each) => each.percent.value)),
  ];
  const stands = distinct('stands');
  const values = stands.length > 0 ? stands : distinct('dated');
  const [value] = values;
  if (values.length === 1 && value !== undefined) return { value, question: null, said: 'figure', pressed: false };
  const unsure = heard
    .filter((each) => each.standing === 'unsure' || each.standing === 'foreign')
    .flatMap((each) => each.percent.candidates);
  const candidates = values.length > 1 ? values : unsure;
  const ask = {
    about: 'percent' as const,
    candidates: [...new Set(candidates)].filter((each) => each <= 100).map(String),
  };
  if (candidates.length > 0) return { value: null, question: ask, said: 'figure', pressed: false };
  const aim = heard.some((each) => each.standing === 'ahead');
  return { value: null, question: null, said: aim ? 'aim' : heard.length > 0 ? 'figure' : null, pressed: false };
}

type EndSettled = Pick<Settled, 'doneOn' | 'forecast' | 'future' | 'question'> & { done: boolean; onlyUnsure: boolean };

function settleEnd(draft: Draft, answer: Answer | undefined, today: LocalDay): EndSettled {
  const ends = draft.finishes.filter((each) => each.standing !== null);
  const done = ends.findLast((each) => each.standing === 'done');
  const ahead = ends.filter((each) => each.standing === 'ahead');
  const forecasts = [...new Set(ahead.map((each) => each.forecast).filter((day) => day !== null))];
  const vague = [...ends].reverse().find((each) => each.vague !== null)?.vague ?? null;
  const nothing: EndSettled = {
    done: false,
    doneOn: null,
    forecast: null,
    future: null,
    question: null,
    onlyUnsure: false,
  };
  const day = answer?.choice as LocalDay | undefined;
  if (done) {
    if (day !== undefined) return { ...nothing, done: true, doneOn: day };
    if (done.future !== null) return { ...nothing, done: true, future: done.future };
    const question = done.vague !== null ? { about: 'day' as const, candidates: [...new Set(done.vague)] } : null;
    return { ...nothing, done: true, doneOn: done.doneOn, question };
  }
  // The day that was pressed tells whether it is an end reached or one to come.
  if (day !== undefined) return day <= today ? { ...nothing, done: true, doneOn: day } : { ...nothing, forecast: day };
  if (forecasts.length > 1 || (vague !== null && forecasts.length === 0)) {
    return { ...nothing, question: { about: 'day', candidates: [...new Set([...forecasts, ...(vague ?? [])])] } };
  }
  if (forecasts.length === 1) return { ...nothing, forecast: forecasts[0] ?? null };
  const unsure = ends.some((each) => each.standing === 'unsure');
  return unsure ? { ...nothing, question: { about: 'percent', candidates: [] }, onlyUnsure: true } : nothing;
}
