import type { MilestoneState } from './milestone.js';
import { STAGES, type Stage, type StageTable } from './plan.js';

/** Whether `stage` is `reached` or a later one. */
export function atLeast(stage: Stage, reached: Stage): boolean {
  return STAGES.indexOf(stage) >= STAGES.indexOf(reached);
}

/** The later of two stages. */
export function laterStage(one: Stage, other: Stage): Stage {
  return atLeast(one, other) ? one : other;
}

/**
 * What the ledger's usual milestone names say about the stage. A plan file's own table replaces it. Work on the roof
 * or the machines shows a start for the ledger's lines that have no milestone 开工 of their own.
 */
export const DEFAULT_STAGES: StageTable = {
  done: {
    签约: 'signed',
    注册公司: 'landed',
    落地: 'landed',
    开工: 'started',
    竣工: 'completed',
    竣工验收: 'completed',
    投产: 'operating',
    竣工投产: 'operating',
  },
  underway: {
    基础施工: 'started',
    主体施工: 'started',
    主体封顶: 'started',
    设备安装: 'started',
    内外装修: 'started',
    竣工: 'started',
    竣工投产: 'started',
    试生产: 'completed',
  },
};

type Step = Pick<MilestoneState, 'name' | 'percent' | 'doneOn' | 'stage'>;

/**
 * The stage that a project has reached: the one it began the program with, or the latest that its milestones bring.
 * Computed from all milestones each time, so that an undone report takes its stage back.
 */
export function stageReached(first: Stage, milestones: readonly Step[], table: StageTable = DEFAULT_STAGES): Stage {
  let reached = first;
  for (const { name, percent, doneOn, stage } of milestones) {
    const done = doneOn !== null || percent >= 100;
    if (done && stage !== null) reached = laterStage(reached, stage);
    const shown = table.underway[name];
    if ((done || percent > 0) && shown !== undefined) reached = laterStage(reached, shown);
  }
  return reached;
}
