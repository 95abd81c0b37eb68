import type { LocalDay } from '../../domain/day.js';
import type { Words } from '../../domain/plan.js';
import type { Path } from '../plan-error.js';
import type { WrittenPlan } from '../shape.js';

/** Takes down a fault: where it is, what is wrong, what to write instead. */
export type Report = (path: Path, wrong: Words, instead: Words) => void;
/** Every key that the plan lists, by what it names. */
export type Known = Readonly<
  Record<'focusArea' | 'category' | 'site' | 'unit' | 'person' | 'channel' | 'project', ReadonlySet<string>>
>;

const WHAT: Readonly<Record<keyof Known, Words>> = {
  focusArea: { zh: '聚力', en: 'focus area' },
  category: { zh: '类别', en: 'category' },
  site: { zh: '园区', en: 'site' },
  unit: { zh: '单位', en: 'unit' },
  person: { zh: '人员', en: 'person' },
  channel: { zh: '频道', en: 'channel' },
  project: { zh: '项目', en: 'project' },
};

const SHOWN_KEYS = 12;

/** A fault where `key` names nothing that the plan lists. */
export function mustExist(known: Known, what: keyof Known, key: string | null, path: Path, report: Report): void {
  if (key === null || known[what].has(key)) return;
  const all = [...known[what]];
  const near = all.filter((other) => other.startsWith(key.slice(0, 2)));
  const shown = (near.length > 0 ? near : all).slice(0, SHOWN_KEYS);
  const more = { zh: all.length > shown.length ? ' 等' : '', en: all.length > shown.length ? ', …' : '' };
  report(
    path,
    { zh: `没有标识为“${key}”的${WHAT[what].zh}`, en: `there is no ${WHAT[what].en} with the key "${key}"` },
    all.length === 0
      ? { zh: `先列出这个${WHAT[what].zh}`, en: `List that ${WHAT[what].en} first` }
      : { zh: `已有：${shown.join('、')}${more.zh}`, en: `Known: ${shown.join(', ')}${more.en}` },
  );
}

/** All keys of the plan; a fault for each that is used twice. */
export function namesOf(plan: WrittenPlan, report: Report): Known {
  const unique = <T>(
    items: readonly T[],
    read: (item: T) => string | null,
    path: (index: number) => Path,
    what: Words,
  ) => {
    const seen = new Map<string, number>();
    for (const [index, item] of items.entries()) {
      const value = read(item);
      if (value === null) continue;
      const first = seen.get(value);
      if (first === undefined) seen.set(value, index);
      else {
        report(
          path(index),
          {
            zh: `${what.zh}“${value}”重复，第${first + 1}项已用过`,
            en: `${what.en} "${value}" is used twice, first by number ${first + 1}`,
          },
          { zh: '换一个，或删掉其中一项', en: 'Use another one or delete one of the two' },
        );
      }
    }
    return new Set(seen.keys());
  };
  const KEY = { zh: '标识', en: 'the key' };
  const keyed = (list: 'focusAreas' | 'categories' | 'sites' | 'units' | 'people' | 'goals') =>
    unique<{ readonly key: string }>(
      plan[list],
      ({ key }) => key,
      (index) => [list, index, 'key'],
      KEY,
    );
  keyed('goals');
  unique(
    plan.people,
    ({ email }) => email?.toLowerCase() ?? null,
    (index) => ['people', index, 'email'],
    { zh: '邮箱', en: 'the e-mail' },
  );
  return {
    focusArea: keyed('focusAreas'),
    category: keyed('categories'),
    site: keyed('sites'),
    unit: keyed('units'),
    person: keyed('people'),
    channel: unique(
      plan.channels,
      ({ name }) => name,
      (index) => ['channels', index, 'name'],
      { zh: '频道', en: 'the channel' },
    ),
    project: unique(
      plan.projects,
      ({ code }) => code,
      (index) => ['projects', index, 'code'],
      { zh: '编号', en: 'the code' },
    ),
  };
}

/** A fault where the end lies before the start. */
export function ordered(from: LocalDay | null, to: LocalDay | null, path: Path, report: Report): void {
  if (from === null || to === null || from <= to) return;
  report(
    path,
    { zh: `结束日期 ${to} 早于开始日期 ${from}`, en: `the end ${to} lies before the start ${from}` },
    { zh: '改正其中一个日期', en: 'Correct one of the two days' },
  );
}
