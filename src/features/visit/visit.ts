import { denialWords, may } from '../../domain/permission.js';
import { slotIn } from '../../domain/review.js';
import type { Ctx, Outcome } from '../../feature.js';
import type { Names } from '../../store/names.js';
import type { NamedProject } from '../../store/projects.js';
import { reviewsOf } from '../review/door.js';
import { deniedRefusal, visitRefusal } from './messages/refusals.js';
import type { Visit } from './model.js';

/** Which of a town's projects it is about: by what was said, or by its id. */
type About = { readonly said: string } | { readonly project: number | null };

const CODE = /(?<![a-z0-9-])[a-z]{1,4}-\d{1,4}(?![\d-])/giu;

/**
 * The visit of a slot, to who may act on it: those who lead reviews, and who sponsors the firm's project. Else why not. Of a visit to a
 * town (镇街现场办公) the firm is the one project of that town which is named.
 */
export async function visitFor(
  ctx: Ctx,
  slotId: number,
  about: About = { project: null },
): Promise<{ readonly visit: Visit } | { readonly refused: Outcome }> {
  const { program, person, store } = ctx;
  const slot = await store.reviewSlots.byId(program.id, slotId);
  const names = await store.names(program);
  const inTown = slot?.unitId != null ? townProject(names, slot.unitId, about) : null;
  const firm = inTown ?? names.byId.get(slot?.projectId ?? 0);
  const permission = may(person, 'visit-firm', { programId: program.id, sponsorId: firm?.sponsorId ?? null });
  if (!permission.allowed) return { refused: deniedRefusal(ctx, denialWords(permission.denied, ctx.language)) };
  const review = reviewsOf(program).find(({ key }) => key === slot?.review);
  const planned = slot && review ? slotIn(review, slot.period, ctx.calendar) : null;
  if (slot?.unitId != null && inTown === null) return { refused: visitRefusal(ctx, 'which-project', slot) };
  if (slot === null || review === undefined || planned === null || firm === undefined)
    return { refused: visitRefusal(ctx, 'gone') };
  return { visit: { slot, review, planned, firm } };
}

/** The one project of a town that is named; null: none is, several are, or it is another's. */
function townProject(names: Names, unitId: number, about: About): NamedProject | null {
  const codes = 'said' in about ? (about.said.normalize('NFKC').match(CODE) ?? []) : [];
  const named = new Set(codes.map((code) => code.toUpperCase()));
  const [code, ...others] = named;
  const found = 'project' in about ? names.byId.get(about.project ?? 0) : names.byCode.get(code ?? '');
  return others.length === 0 && found?.unitId === unitId ? found : null;
}

/** What is needed, without the code of the project that needs it. */
export const withoutCode = (text: string, { code }: Pick<NamedProject, 'code'>): string =>
  text
    .normalize('NFKC')
    .replace(new RegExp(`${code}[\\s,:、]*`, 'giu'), '')
    .trim();
