import type { Matter, ObstacleKind } from './plan.js';

/** A word as people of either language read it. */
export type Label = { readonly zh: string; readonly en: string };

/** The names of the matters (事项), as the county's papers write them. */
export const MATTER_LABELS: Readonly<Record<Matter, Label>> = {
  land: { zh: '土地', en: 'land' },
  funds: { zh: '资金', en: 'funds' },
  'energy-quota': { zh: '能耗指标', en: 'energy quota' },
  'environmental-capacity': { zh: '环境容量', en: 'environmental capacity' },
  approval: { zh: '审批', en: 'approval' },
  relocation: { zh: '拆迁', en: 'relocation' },
  utilities: { zh: '水电气管线', en: 'utilities' },
  labour: { zh: '用工', en: 'labour' },
  other: { zh: '其他', en: 'other' },
};

/** The name of a matter that is known by its key; the key itself where it is none. */
export const matterLabel = (key: string, language: keyof Label): string =>
  MATTER_LABELS[key as Matter]?.[language] ?? key;

/** The names of the kinds of obstacle: the plan's own words. */
export const KIND_LABELS: Readonly<Record<ObstacleKind, Label>> = {
  'stumbling-block': { zh: '绊脚石', en: 'stumbling block' },
  roadblock: { zh: '拦路虎', en: 'roadblock' },
  shackle: { zh: '紧箍咒', en: 'shackle' },
};
