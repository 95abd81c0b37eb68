import type { ModalView } from '@slack/types';
import { KIND_LABELS, MATTER_LABELS } from '../../../domain/obstacle-words.js';
import { MATTERS, OBSTACLE_KINDS } from '../../../domain/plan.js';
import type { Ctx, Outcome } from '../../../feature.js';
import { form, input, option, plain } from '../../../slack/blocks.js';
import type { ObstacleFile } from '../../../store/obstacles.js';
import { clip } from '../../../text/escape.js';
import type { Phrases } from '../../../text/language.js';
import { inLanguage } from '../../../text/language.js';
import { ids } from '../ids.js';
import type { ChoosableProject } from '../model.js';
import { caseWords, written } from './parts.js';

export const words = {
  ...caseWords,
  formTitle: { zh: '提出卡点', en: 'Flag an obstacle' },
  submit: { zh: '提出', en: 'Flag' },
  project: { zh: '项目', en: 'Project' },
  projectHint: { zh: '您的项目在前；没列出的，用一句话提出', en: 'Yours come first; flag others by a line' },
  text: { zh: '什么卡住了', en: 'What stands in the way' },
  textHint: {
    zh: '例如：土地指标未批，影响开工',
    en: 'Such as: the land quota is not approved, the start waits for it',
  },
  kind: { zh: '类别', en: 'Kind' },
  kindHint: {
    zh: '绊脚石：办得慢或缺手续；拦路虎：本级解决不了；紧箍咒：规定本身卡住',
    en: 'Stumbling block: slow or a step is missing. Roadblock: nobody here can clear it. Shackle: the rule itself',
  },
  matter: { zh: '事项', en: 'Matter' },
  matterHint: { zh: '不选则按文字判断', en: 'Taken from the text where none is chosen' },
  helpLabel: { zh: '请求谁支持什么', en: 'What help is asked of whom' },
  sinceLabel: { zh: '从哪天卡住', en: 'Since' },
  urgentLabel: { zh: '加急理由', en: 'Urgent because' },
  urgentHint: { zh: '填了即为加急，各级期限减半', en: 'With a reason it is urgent: every deadline is halved' },
  noProjects: { zh: '台账里没有可选的项目。', en: 'The ledger has no project to choose.' },
} as const satisfies Phrases;

/** The form to flag an obstacle; from a shortcut with the message's text and files. */
export function flagForm(
  ctx: Ctx,
  projects: readonly ChoosableProject[],
  given: {
    readonly text: string;
    readonly projectId: number | null;
    readonly files: readonly ObstacleFile[];
  },
): Outcome {
  const say = inLanguage(words, ctx.language);
  if (projects.length === 0) return { kind: 'say', message: plain(say.noProjects) };
  const options = projects.map((project) => option(clip(`${project.code} ${project.name}`, 75), String(project.id)));
  const chosen = options.find((each) => each.value === String(given.projectId));
  const view: ModalView = form(
    ids.form,
    {
      place: ctx.place,
      files: given.files.map(({ id, name }) => ({ id, name: clip(name, 80) })),
    },
    { title: say.formTitle, submit: say.submit, close: say.close },
    [
      input(
        'project',
        say.project,
        { type: 'static_select', action_id: 'project', options, ...(chosen ? { initial_option: chosen } : {}) },
        { hint: say.projectHint },
      ),
      input('text', say.text, written('text', clip(given.text, 1000)), { hint: say.textHint }),
      input(
        'kind',
        say.kind,
        {
          type: 'static_select',
          action_id: 'kind',
          options: OBSTACLE_KINDS.map((kind) => option(KIND_LABELS[kind][ctx.language], kind)),
        },
        { hint: say.kindHint, optional: true },
      ),
      input(
        'matter',
        say.matter,
        {
          type: 'static_select',
          action_id: 'matter',
          options: MATTERS.map((matter) => option(MATTER_LABELS[matter][ctx.language], matter)),
        },
        { hint: say.matterHint, optional: true },
      ),
      input(
        'help',
        say.helpLabel,
        { type: 'plain_text_input', action_id: 'help', max_length: 300 },
        { optional: true },
      ),
      input('since', say.sinceLabel, { type: 'datepicker', action_id: 'since' }, { optional: true }),
      input(
        'urgent',
        say.urgentLabel,
        { type: 'plain_text_input', action_id: 'urgent', max_length: 200 },
        { hint: say.urgentHint, optional: true },
      ),
    ],
  );
  return { kind: 'view', view };
}
