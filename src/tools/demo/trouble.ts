/**
 * Where a project of the seed does not go as planned, read out of the ledger's own columns (progress, problem): the
 * demonstration needs reds and ambers with reasons that a reader of that ledger believes.
 * - `stuck`: this milestone was due and is not finished; `at` is how far it is. What follows in the roadmap waits.
 * - `behind`: its present milestone is so many points behind pace (序时进度).
 * - `waits`: works have not begun, so nothing that would show a start is reported.
 */
export type Trouble = {
  readonly stuck?: { readonly milestone: string; readonly at: number };
  readonly behind?: number;
  readonly waits?: true;
};

const waits = (milestone = '开工'): Trouble => ({ stuck: { milestone, at: 0 }, waits: true });
const stuck = (milestone: string, at: number): Trouble => ({ stuck: { milestone, at }, waits: true });

export const TROUBLES: Readonly<Record<string, Trouble>> = {
  // Red: due and not done, or far behind.
  'P-003': stuck('用地', 70), // 32亩建设用地指标未落实
  'P-012': stuck('用地', 80), // 土地报批慢
  'P-020': stuck('施工许可', 85), // 施工许可办理中
  'P-025': stuck('设备安装', 0), // 流动资金紧张，贷款续期未批
  'P-034': waits(), // 设备招标完成，厂房未动
  'P-052': stuck('洽谈', 70), // 养殖用地备案未办
  'P-053': stuck('洽谈', 60), // 入园安评未通过
  'P-059': stuck('洽谈', 60), // 敏感点距离不足
  // Amber: the planned start is missed by less than three months, or behind pace.
  'P-002': waits(),
  'P-008': waits(),
  'P-016': waits(),
  'P-018': waits(),
  'P-030': waits(),
  'P-035': waits(),
  'P-039': waits(),
  'P-070': waits(),
  'P-071': waits(),
  'P-073': waits(),
  'P-077': waits(),
  'P-004': { behind: 18, waits: true }, // 环境容量（VOCs）需市级调剂
  'P-045': { behind: 16 }, // 标准厂房交付延后
  // On course, but nothing that shows a start: the works begin later.
  'P-027': { waits: true },
};
