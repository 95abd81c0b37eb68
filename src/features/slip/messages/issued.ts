import type { SlipColour } from '../../../domain/slip.js';
import type { Ctx } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, button, section } from '../../../slack/blocks.js';
import type { UnitSeat } from '../../../store/obstacles.js';
import type { NamedProject } from '../../../store/projects.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { type Draft, ids } from '../ids.js';
import type { SeenSlip } from '../model.js';
import { cardMessage } from './card.js';
import { slipPhrases } from './parts.js';

const words = {
  ask: { zh: (colour: string) => `签发督办单（${colour}）？`, en: (colour: string) => `Issue this slip (${colour})?` },
  to: { zh: (unit: string) => `主送：${unit}`, en: (unit: string) => `To: ${unit}` },
  text: { zh: (text: string) => `事由：${text}`, en: (text: string) => `Matter: ${text}` },
  project: { zh: (of: string) => `项目：${of}`, en: (of: string) => `Project: ${of}` },
  closes: {
    zh: (step: string) => `报“${step}”完成即办结`,
    en: (step: string) => `Closed when ${step} is reported done`,
  },
  urgent: { zh: (reason: string) => `加急：${reason}`, en: (reason: string) => `Urgent: ${reason}` },
  issue: { zh: '签发', en: 'Issue' },
  change: { zh: '改一改', en: 'Change' },
  issued: { zh: (number: string) => `已签发${number}`, en: (number: string) => `Issued: ${number}` },
  queued: { zh: (number: string) => `已编${number}，排队`, en: (number: string) => `Numbered, waits: ${number}` },
} as const satisfies Phrases;

/** What a line was understood as, to be issued by one press. */
export function previewMessage(
  ctx: Ctx,
  given: {
    readonly draft: Draft;
    readonly unit: Pick<UnitSeat, 'name'>;
    readonly project: NamedProject | null;
    readonly colour: SlipColour;
    readonly obstacle: number | null;
  },
): Message {
  const { draft, unit, project, colour, obstacle } = given;
  const say = inLanguage(words, ctx.language);
  const phrases = slipPhrases(ctx, ctx.language);
  const step = project?.milestones.find(({ id }) => id === draft.milestone);
  const about =
    project === null
      ? null
      : phrases.project({
          code: project.code,
          projectName: project.name,
          nickname: project.nicknames[0]?.text ?? null,
        });
  const title = say.ask(phrases.colour(colour));
  const rows = [
    say.to(phrases.unit(unit.name)),
    ...(about === null ? [] : [say.project(about)]),
    ...(obstacle === null ? [] : [phrases.obstacle(obstacle)]),
    say.text(phrases.typed(draft.text)),
    phrases.until(ctx.today, draft.due),
    ...(draft.urgent === null ? [] : [say.urgent(phrases.typed(draft.urgent))]),
    ...(step === undefined ? [] : [say.closes(phrases.typed(step.name))]),
  ];
  return {
    text: [title, ...rows].join('\n'),
    blocks: [
      section([`*${title}*`, ...rows].join('\n')),
      actions(button(ids.issue, draft, say.issue, 'primary'), button(ids.open, draft, say.change)),
    ],
  };
}

/** To the one who issued it: its number, and how it stands. */
export function issuedMessage(ctx: Ctx, seen: SeenSlip): Message {
  const say = inLanguage(words, ctx.language);
  const { slip } = seen;
  const number = slipPhrases(ctx, ctx.language).number(slip.number);
  const title = slip.state.standing === 'waiting' ? say.queued(number) : say.issued(number);
  const card = cardMessage(ctx, seen);
  return { text: title, blocks: [section(`*${title}*`), ...card.blocks] };
}
