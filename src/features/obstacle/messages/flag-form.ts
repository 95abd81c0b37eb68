import type { ModalView } from '@slack/types';
import { milestoneName } from '../../../domain/milestone-name.js';
import { KIND_LABELS } from '../../../domain/obstacle-words.js';
import { OBSTACLE_KINDS } from '../../../domain/plan.js';
import type { Ctx, Outcome } from '../../../feature.js';
import { form, input, option, plain } from '../../../slack/blocks.js';
import type { ObstacleFile } from '../../../store/obstacles.js';
import { clip } from '../../../text/escape.js';
import type { Phrases } from '../../../text/language.js';
import { inLanguage } from '../../../text/language.js';
import { ids } from '../ids.js';
import type { ChoosableProject } from '../model.js';
import { labels } from './labels.js';
import { written } from './parts.js';

export const words = {
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
  milestone: { zh: '卡住哪个节点', en: 'Which milestone it blocks' },
  helpLabel: { zh: '请求谁支持什么', en: 'What help is asked of whom' },
  urgentLabel: { zh: '加急理由', en: 'Urgent because' },
  urgentHint: { zh: '单位负责人同意后，各级期限减半', en: 'Once the unit head agrees, every deadline is halved' },
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
    /** The open milestones of that project, the one in work first. */
    readonly milestones?: readonly { readonly id: number; readonly name: string }[];
  },
): Outcome {
  const say = inLanguage(words, ctx.language);
  if (projects.length === 0) return { kind: 'say', message: plain(say.noProjects) };
  const options = projects.map((project) => option(clip(`${project.code} ${project.name}`, 75), String(project.id)));
  const steps = (given.milestones ?? []).map(({ id, name }) =>
    option(clip(milestoneName(name, ctx.language), 75), String(id)),
  );
  const [first] = steps;
  const chosen = options.find((each) => each.value === String(given.projectId));
  const view: ModalView = form(
    ids.form,
    {
      place: ctx.place,
      files: given.files.map(({ id, name }) => ({ id, name: clip(name, 80) })),
    },
    { title: say.formTitle, submit: say.submit, close: inLanguage(labels, ctx.language).close },
    [
      input(
        'project',
        say.project,
        { type: 'static_select', action_id: 'project', options, ...(chosen ? { initial_option: chosen } : {}) },
        { hint: say.projectHint },
      ),
      input('text', say.text, written('text', clip(given.text, 1000)), { hint: say.textHint }),
      ...(first === undefined
        ? []
        : [
            input('milestone', say.milestone, {
              type: 'static_select',
              action_id: 'milestone',
              options: steps,
              initial_option: first,
            }),
          ]),
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
        'help',
        say.helpLabel,
        { type: 'plain_text_input', action_id: 'help', max_length: 300 },
        { optional: true },
      ),
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
