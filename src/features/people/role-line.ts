import type { Role } from '../../domain/plan.js';

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

type RoleLine = { readonly role: Role; readonly add: boolean; readonly unit: string };

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
