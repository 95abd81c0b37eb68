import { daysBetween } from '../../../domain/day.js';
import { countEn } from '../../../domain/day-words.js';
import type { Digest } from '../../../domain/digest/compute.js';
import { LIGHTS, type Light } from '../../../domain/plan.js';
import { type Phrases as Catalogue, inLanguage } from '../../../text/language.js';
import type { Phrases } from './phrases.js';
import { firstThatFits, plainRow, type Row, row, shortName } from './rows.js';

/** What is, by its number. */
export const words = {
  light: { zh: (light: Light) => ZH[light], en: (light: Light) => EN[light] },
  sponsored: { zh: (count: number) => `您包保${count}个`, en: (count: number) => `You sponsor ${count}` },
  unlit: { zh: '暂停', en: 'paused' },
  oldReds: {
    zh: (count: number, old: number, code: string, days: number) =>
      old === 0 ? `红灯${count}：最久${code}（${days}天）` : `红灯${count}：满30天${old}个，最久${code}（${days}天）`,
    en: (count: number, old: number, code: string, days: number) =>
      old === 0
        ? `Red ${count}: longest ${code}, ${countEn(days, 'day')}`
        : `Red ${count}: ${old} for 30 days or more; ${code} for ${days}`,
  },
  slips: { zh: '督办单', en: 'Slips' },
  slipsOpen: {
    zh: (open: number, red: number) => ` 在办${open}${red === 0 ? '' : `（红${red}）`}`,
    en: (open: number, red: number) => `: ${open} open${red === 0 ? '' : ` (${red} red)`}`,
  },
  items: { zh: (count: number) => `会上定的${count}项`, en: (count: number) => `Decided ${count}` },
  itemsDone: { zh: (count: number) => `办结${count}`, en: (count: number) => `${count} done` },
  itemsRunning: { zh: (count: number) => `未到期${count}`, en: (count: number) => `${count} not due` },
  itemsOverdue: { zh: (count: number) => `超期${count}`, en: (count: number) => `${count} overdue` },
  unreported: {
    zh: (count: number) => `未上报${count}个项目`,
    en: (count: number) => `Unreported: ${countEn(count, 'project')}`,
  },
  unreportedLong: { zh: (count: number) => `，满7天${count}个`, en: (count: number) => `, ${count} for 7+ days` },
  promises: {
    zh: (all: number, kept: number, missed: number) =>
      `承诺到期${all}个：${[kept > 0 ? `兑现${kept}` : '', missed > 0 ? `未兑现${missed}` : ''].filter(Boolean).join('，')}`,
    en: (all: number, kept: number, missed: number) =>
      `Promises due ${all}: ${[kept > 0 ? `${kept} kept` : '', missed > 0 ? `${missed} missed` : ''].filter(Boolean).join(', ')}`,
  },
  steps: {
    zh: (done: number, postponed: number) =>
      [done > 0 ? `完成节点${done}个` : '', postponed > 0 ? `延期${postponed}个` : ''].filter(Boolean).join('，'),
    en: (done: number, postponed: number) =>
      [done > 0 ? `${countEn(done, 'milestone')} done` : '', postponed > 0 ? `${postponed} postponed` : '']
        .filter(Boolean)
        .join(', '),
  },
} as const satisfies Catalogue;

const ZH: Readonly<Record<Light, string>> = { red: '红灯', amber: '黄灯', green: '绿灯' };
const EN: Readonly<Record<Light, string>> = { red: 'red', amber: 'amber', green: 'green' };
const OLD_RED = 30;
const OLD_SILENCE = 7;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

type LitLists = Pick<Digest, 'red' | 'amber' | 'green' | 'unlit'>;
type Counts = Readonly<Record<Light, number>> & { readonly unlit?: number };
const countsOf = ({ red, amber, green, unlit }: LitLists): Counts => ({
  red: red.length,
  amber: amber.length,
  green: green.length,
  unlit: unlit.length,
});

/** `红灯8、黄灯13、绿灯59`: what is none is left out; `reds` stands behind the reds. null: there is no project. */
export function lightRow(
  digest: LitLists,
  phrases: Phrases,
  lights: readonly Light[] = ['red', 'amber', 'green'],
  reds = '',
): Row | null {
  const own = inLanguage(words, phrases.language);
  const { zh } = phrases;
  const counts = countsOf(digest);
  const said = [
    ...lights.flatMap((light) =>
      counts[light] === 0 ? [] : [`${own.light(light)}${zh ? '' : ' '}${counts[light]}${light === 'red' ? reds : ''}`],
    ),
    ...(digest.unlit.length === 0
      ? []
      : [zh ? `${own.unlit}${digest.unlit.length}` : `${own.unlit} ${digest.unlit.length}`]),
  ];
  return ofParts(said, zh);
}

/** `您包保6个：红灯1（P-003）、绿灯5`: what its reader sponsors; null: nothing. */
export function sponsoredRow(sponsored: LitLists, phrases: Phrases): Row | null {
  const { red, amber, green, unlit } = sponsored;
  const count = red.length + amber.length + green.length + unlit.length;
  if (count === 0) return null;
  const { zh, language } = phrases;
  const ways = [3, 2, 1, 0].map((most) => {
    const named = red.slice(0, most).map(({ project }) => project.code);
    const more = named.length < red.length ? (zh ? '等' : ', …') : '';
    const reds = zh ? `（${named.join('、')}${more}）` : ` (${named.join(', ')}${more})`;
    const lights = lightRow(sponsored, phrases, undefined, named.length === 0 ? '' : reds);
    const said = lights === null ? '' : plainRow(lights);
    return row(
      inLanguage(words, language).sponsored(count),
      zh ? `：${said}` : `: ${said.charAt(0).toLowerCase()}${said.slice(1)}`,
    );
  });
  return firstThatFits(ways, language);
}

/** `红灯9→8，黄灯18→14，绿灯53→58`: what the lights were at the digest before, and are. */
export function lightTurnsRow(digest: Digest, phrases: Phrases): Row | null {
  const own = inLanguage(words, phrases.language);
  const { zh } = phrases;
  const { was } = digest;
  if (was === null) return lightRow(digest, phrases);
  const counts = countsOf(digest);
  const said = [...LIGHTS].reverse().flatMap((light) => {
    if (was[light] === 0 && counts[light] === 0) return [];
    const change = was[light] === counts[light] ? String(counts[light]) : `${was[light]}→${counts[light]}`;
    return [zh ? `${own.light(light)}${change}` : `${own.light(light)} ${change}`];
  });
  return ofParts(said, zh, zh ? '，' : ', ');
}

function ofParts(said: readonly string[], zh: boolean, between = zh ? '、' : ', '): Row | null {
  const [first, ...others] = said;
  if (first === undefined) return null;
  return row(zh ? first : capital(first), others.map((each) => `${between}${each}`).join(''));
}

/** How long a project has been red, day one counted; null where nobody asked. */
export function redDays({ redSince, day }: Digest, projectId: number): number | null {
  const since = redSince?.get(projectId);
  return since === undefined ? null : daysBetween(since, day) + 1;
}

/** On the first working day of a week: how many have been red for long, and which the longest. */
export function oldRedsRow(digest: Digest, phrases: Phrases): Row | null {
  const own = inLanguage(words, phrases.language);
  const ages = digest.red.flatMap(({ project }) => {
    const days = redDays(digest, project.id);
    return days === null ? [] : [{ project, days }];
  });
  const [oldest] = ages.sort((one, other) => other.days - one.days || (one.project.code < other.project.code ? -1 : 1));
  if (oldest === undefined) return null;
  const old = ages.filter(({ days }) => days >= OLD_RED).length;
  const said = own.oldReds(digest.red.length, old, oldest.project.code, oldest.days);
  return split(said, phrases.colon);
}

/** The longest red of all, by name and reason: what a month's meeting asks first. */
export function longestRedRow(digest: Digest, phrases: Phrases): Row | null {
  const { zh, colon, language } = phrases;
  const ages = digest.red.map((each) => ({ each, days: redDays(digest, each.project.id) ?? 0 }));
  const [oldest] = ages.sort(
    (one, other) => other.days - one.days || (one.each.project.code < other.each.project.code ? -1 : 1),
  );
  if (oldest === undefined || oldest.days === 0) return null;
  const lead = zh ? '红灯最久' : 'Red longest';
  const { project } = oldest.each;
  const days = zh ? `${oldest.days}天` : countEn(oldest.days, 'day');
  const comma = zh ? '，' : ', ';
  return firstThatFits(
    [row(lead, `${colon}${shortName(project)}${comma}${days}`), row(lead, `${colon}${project.code}${comma}${days}`)],
    language,
  );
}

const split = (text: string, colon: string): Row => {
  const at = text.indexOf(colon);
  return at === -1 ? row(text) : row(text.slice(0, at), text.slice(at));
};

/** `督办单 在办7（红1）`; null: none is open. */
export function slipRow({ slips }: Digest, phrases: Phrases): Row | null {
  const own = inLanguage(words, phrases.language);
  if (slips === null || slips.length === 0) return null;
  return row(own.slips, own.slipsOpen(slips.length, slips.filter(({ colour }) => colour === 'red').length));
}

/** `会上定的12项：办结9、未到期2、超期1`; null: none is open. */
export function itemRow({ items }: Digest, phrases: Phrases): Row | null {
  if (items === null || items.running.length + items.overdue.length === 0) return null;
  const own = inLanguage(words, phrases.language);
  const { zh } = phrases;
  const said = (count: number, say: (count: number) => string) => (count === 0 ? [] : [say(count)]);
  const done = said(items.done.length, own.itemsDone);
  const running = said(items.running.length, own.itemsRunning);
  const overdue = said(items.overdue.length, own.itemsOverdue);
  const of = (...parts: readonly string[]) =>
    row(own.items(items.all.length), `${zh ? '：' : ': '}${parts.join(zh ? '、' : ', ')}`);
  return firstThatFits(
    [of(...done, ...running, ...overdue), of(...(overdue.length > 0 ? overdue : running))],
    phrases.language,
  );
}

export function unreportedRow({ unreported, day }: Digest, phrases: Phrases, ages: boolean): Row | null {
  const own = inLanguage(words, phrases.language);
  if (unreported.length === 0) return null;
  const long = unreported.filter(({ items }) => items.some(({ since }) => daysBetween(since, day) + 1 >= OLD_SILENCE));
  const rest = ages && long.length > 0 ? own.unreportedLong(long.length) : '';
  return row(own.unreported(unreported.length), rest);
}

export function promisesRow({ steps }: Digest, phrases: Phrases): Row | null {
  const count = (kind: 'kept' | 'missed') => steps.filter((each) => each.kind === kind).length;
  const [kept, missed] = [count('kept'), count('missed')];
  if (kept + missed === 0) return null;
  return split(inLanguage(words, phrases.language).promises(kept + missed, kept, missed), phrases.colon);
}

export function stepsRow({ events }: Digest, phrases: Phrases): Row | null {
  const { done, postponed } = events;
  if (done.length + postponed.length === 0) return null;
  return row(inLanguage(words, phrases.language).steps(done.length, postponed.length));
}
