import { ROLES, type Role } from '../../domain/plan.js';
import type { SentView } from '../../feature.js';

/** What `/people` can be asked to do; in both languages. */
const SUBCOMMANDS = {
  code: ['code', '口令'],
  link: ['link', '关联'],
  add: ['add', '登记', '新增'],
  role: ['role', 'roles', '角色'],
  position: ['position', 'positions', '岗位'],
  leaves: ['leaves', 'leave', '离岗', '移交'],
  share: ['share', '共同', '共同负责'],
  unshare: ['unshare', '取消共同', '取消共同负责'],
} as const;
export type Subcommand = keyof typeof SUBCOMMANDS;

/** The first word where it is a subcommand of ours, and the rest; `show` with all of it else. */
export function readSubcommand(text: string): { readonly ask: Subcommand | 'show'; readonly rest: string } {
  const [, first = '', rest = ''] = /^(\S*)\s*(.*)$/s.exec(text.normalize('NFKC').trim()) ?? [];
  const word = first.toLowerCase();
  const found = (Object.keys(SUBCOMMANDS) as Subcommand[]).find((name) =>
    SUBCOMMANDS[name].some((each: string) => each === word),
  );
  return found ? { ask: found, rest } : { ask: 'show', rest: text.trim() };
}

const ROLE_NAMES: readonly (readonly [Role, readonly string[]])[] = [
  ['unit-head', ['单位负责人', '负责人', 'unit-head', 'unit head', 'head']],
  ['official', ['责任人', 'official', 'owner']],
  ['leader', ['包保领导', '县领导', '领导', 'county leader', 'leader']],
  ['commander', ['一线总指挥', '总指挥', 'commander']],
  ['coordinator', ['统筹人员', '统筹', 'coordinator']],
  ['viewer', ['列席人员', '列席', 'viewer']],
];

const TAKE = /^(?:取消|去掉|移除|免去|remove|take|drop|-)\s*/i;
const GIVE = /^(?:增加|加上|任命|为|是|add|give|as|\+)\s*/i;

export type RoleLine = { readonly role: Role; readonly add: boolean; readonly unit: string };

/** `单位负责人 水利局`, `取消 责任人 水利局`, `水利局责任人`; null where no role is named. */
export function readRoleLine(text: string): RoleLine | null {
  const add = !TAKE.test(text);
  const plain = text.replace(TAKE, '').replace(GIVE, '').trim();
  const lower = plain.toLowerCase();
  for (const [role, names] of ROLE_NAMES) {
    for (const name of names) {
      const at = lower.indexOf(name);
      if (at < 0) continue;
      const unit = `${plain.slice(0, at)} ${plain.slice(at + name.length)}`
        .replace(/\b(?:of|in|at)\b|[,，、的]/g, ' ')
        .trim();
      return { role, add, unit };
    }
  }
  return null;
}

/** Text typed in a field; an empty one is null. */
export const typed = ({ fields }: SentView, name: string): string | null => {
  const value = fields[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
};

/** What was chosen in a menu of ids; null where nothing was. */
export const chosenId = (sent: SentView, name: string): number | null => {
  const id = Number(typed(sent, name) ?? Number.NaN);
  return Number.isInteger(id) && id > 0 ? id : null;
};

export const chosenRole = (sent: SentView): Role | null => ROLES.find((role) => role === typed(sent, 'role')) ?? null;

const EMAIL = /^[^\s@<>()]+@[^\s@<>()]+\.[^\s@<>()]+$/;

export type PersonFields = {
  readonly name: string;
  readonly nameEn: string | null;
  readonly title: string;
  readonly email: string | null;
  readonly role: Role;
  readonly unitId: number | null;
};

export type PersonFault = 'name' | 'role' | 'email';

export function readPersonForm(
  sent: SentView,
): { readonly fields: PersonFields } | { readonly faults: readonly PersonFault[] } {
  const name = typed(sent, 'name')?.replace(/\s+/g, ' ') ?? null;
  const role = chosenRole(sent);
  const email = typed(sent, 'email');
  const faults: PersonFault[] = [];
  if (name === null) faults.push('name');
  if (role === null) faults.push('role');
  if (email !== null && !EMAIL.test(email)) faults.push('email');
  if (name === null || role === null || faults.length > 0) return { faults };
  return {
    fields: {
      name,
      nameEn: typed(sent, 'nameEn'),
      title: typed(sent, 'title') ?? '',
      email,
      role,
      unitId: chosenId(sent, 'unit'),
    },
  };
}
