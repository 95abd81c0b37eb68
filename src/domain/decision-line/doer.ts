import type { Span } from '../report-line/types.js';

/** Who can be charged with something: a person, or a unit through its head. */
export type Chargeable = {
  /** null: a unit without a head. */
  readonly personId: number | null;
  readonly names: readonly string[];
  readonly kind: 'person' | 'unit';
};

/** Who is to do it. `ids`: one is meant, several are to be chosen from, none is known. */
export type Doer = {
  readonly ids: readonly number[];
  /** Somebody is told to, though it may not be clear who. */
  readonly charged: 'told' | 'leads' | null;
  readonly spans: readonly Span[];
};

type Mention = Span & { readonly ids: readonly number[] };

const TITLE = '(?:同志|(?:常务)?副?(?:县|镇|区|局|主任)?长|副?书记|副?主任|部长|局|总)';
const SURNAMED =
  /(?<![\p{Script=Han}])(?:请|由|责成)?([\p{Script=Han}])(?:副?县长|副?局长?|副?镇长|副?书记|副?主任|部长|总)(?=牵头|负责|于|在|\d|,|，| |盯|抓)/gu;
const BEFORE_TOLD =
  /(?:由|责成|责任(?:人|单位|领导)\s*[:：]?|牵头(?:单位|人)?\s*[:：]?|负责人\s*[:：]?|主办(?:单位)?\s*[:：]?)\s*$/u;
const BEFORE_ASKED = /请\s*(?:[\p{Script=Han}]{0,4}长)?$/u;
const BEFORE_TITLE = /(?:由|责成|请)\s*(?:常务副县长|副县长|县长|副书记|书记|局长|主任|镇长)\s*$/u;
const AFTER_TOLD = new RegExp(
  `^${TITLE}?\\s*(?:总?负责|总?牵头|主办|包保|盯|主抓|\\bto\\s|\\s+(?:to|will|shall)\\s|\\s*[:：])`,
  'u',
);
const OBJECT = /(?:向|与|同|跟|和|找|给|报送?|送|对接|会同|赴|召集|联系|对|转|交)\s*$/u;
const HELPS = /^(?:等?(?:单位|部门)?)(?:配合|参与|参加|协助|列席|支持|对接|分头)/u;
const JOINED = /^\s*(?:、|,|，|和|与|及|\/|\band\b)\s*$/u;
const NOBODY = /(?:由|责成)\s*(?:相关|有关|各|两个|几个)|(?:相关|有关)(?:部门|单位|镇)|各(?:部门|单位|镇)|两个镇/u;
const LEAD =
  /^[\s\p{P}]*(?:会议(?:明确|议定|决定|要求|确定)[,，:：]?\s*)?(?:[a-z]{1,4}-?\d{1,4}[^,，。;；]{0,12}[,，]\s*)?$/u;

/** Every name that stands in a line, the longest where they overlap. */
export function findMentions(plain: string, all: readonly Chargeable[]): readonly Mention[] {
  const found: Mention[] = [];
  for (const { personId, names } of all) {
    for (const name of names) {
      const said = name.toLowerCase();
      for (let at = said === '' ? -1 : plain.indexOf(said); at >= 0; at = plain.indexOf(said, at + said.length)) {
        if (/^[a-z]/.test(said) && /[a-z]/.test(plain.charAt(at - 1) + plain.charAt(at + said.length))) continue;
        found.push({ start: at, end: at + said.length, ids: personId === null ? [] : [personId] });
      }
    }
  }
  const longest = found.filter((one) => !found.some((other) => other !== one && covers(other, one)));
  // Two of one name stand in one place: both are meant.
  const merged = new Map<number, Mention>();
  for (const each of longest) {
    const same = merged.get(each.start);
    merged.set(each.start, same ? { ...each, ids: [...new Set([...same.ids, ...each.ids])] } : each);
  }
  return [...merged.values()].sort((one, other) => one.start - other.start);
}

const covers = (one: Span, other: Span) =>
  one.start <= other.start && one.end >= other.end && one.end - one.start > other.end - other.start;

/** Who of those named is to do it: who is told to by a word, else who stands first. */
export function doerIn(plain: string, mentions: readonly Mention[], people: readonly Chargeable[]): Doer {
  const groups = grouped(plain, mentions);
  const roles = groups.map((group) => ({ group, role: roleOf(plain, group) }));
  const leads = roles.filter(({ role }) => role === 'leads');
  const told = leads.length > 0 ? leads : roles.filter(({ role }) => role === 'told');
  const chosen = told.length > 0 ? told : roles.filter(({ role }) => role === 'first');
  const ids = [...new Set(chosen.flatMap(({ group }) => group.flatMap(({ ids: of }) => of)))];
  const spans = chosen.flatMap(({ group }) => group);
  const charged = leads.length > 0 ? 'leads' : told.length > 0 ? 'told' : null;
  if (chosen.length > 0) return { ids, spans, charged };
  const surnamed = [...plain.matchAll(SURNAMED)];
  if (surnamed.length > 0) {
    const candidates = people.filter(
      ({ kind, names }) => kind === 'person' && surnamed.some((match) => names[0]?.startsWith(match[1] ?? ' ')),
    );
    // A surname alone is nobody: it is asked who is meant, even of one.
    return { ids: candidates.flatMap(({ personId }) => personId ?? []), spans: [], charged: 'leads' };
  }
  return { ids: [], spans: [], charged: NOBODY.test(plain) ? 'leads' : null };
}

/** Whether the doer is one beyond doubt. */
export const isOne = (doer: Doer): boolean => doer.ids.length === 1 && doer.spans.length > 0;

/** 自然资源局、财政局: names that are joined are one group. */
function grouped(plain: string, mentions: readonly Mention[]): readonly (readonly Mention[])[] {
  const groups: Mention[][] = [];
  for (const mention of mentions) {
    const last = groups.at(-1)?.at(-1);
    if (
      last &&
      JOINED.test(plain.slice(last.end, mention.start)) &&
      !/[,，]/.test(plain.slice(last.end, mention.start))
    )
      groups.at(-1)?.push(mention);
    else groups.push([mention]);
  }
  return groups;
}

type Role = 'leads' | 'told' | 'first' | 'helps' | 'object';

function roleOf(plain: string, group: readonly Mention[]): Role {
  const start = group[0]?.start ?? 0;
  const end = group.at(-1)?.end ?? 0;
  const [before, after] = [plain.slice(0, start), plain.slice(end)];
  if (HELPS.test(after)) return 'helps';
  if (BEFORE_TOLD.test(before) || BEFORE_TITLE.test(before) || AFTER_TOLD.test(after)) return 'leads';
  if (BEFORE_ASKED.test(before)) return 'told';
  if (OBJECT.test(before)) return 'object';
  return LEAD.test(before) ? 'first' : 'object';
}
