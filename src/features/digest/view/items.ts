import type { Light } from '../../../domain/plan.js';
import type { ChangedProject, Digest, LitProject } from '../compute.js';
import type { ListRequest } from '../ids.js';
import type { Phrases } from './phrases.js';

export const ICONS: Readonly<Record<Light, string>> = { red: '🔴', amber: '🟡', green: '🟢' };

/** How many changes of how many projects, or that there are none. */
export const changeCount = ({ changes, changed }: Digest, { words }: Phrases): string =>
  changes === 0 ? words.noChanges : words.changesCount(changes, changed.length);

/** Each change of a project with who reported it. */
export function changedLines(each: ChangedProject, digest: Digest, phrases: Phrases): string[] {
  const people = [...each.changes, ...(each.figures === null ? [] : [each.figures])];
  return phrases.changeLines(each, digest.day, 60).map((line, index) => {
    const by = people[index];
    const person = by === undefined ? null : phrases.name({ zh: by.personName, en: by.personNameEn });
    return `• ${line}${person === null ? '' : phrases.bracket(person)}`;
  });
}

/** A project with the reasons of its light and who answers for it. */
export function litItem(each: LitProject, phrases: Phrases): string {
  const { words } = phrases;
  const { project, lit } = each;
  const owner = phrases.name(project.ownerName);
  const sponsor = phrases.name(project.sponsorName);
  const people = [
    owner === null ? words.noOwner : words.owner(owner),
    phrases.name(project.unitName) ?? '',
    ...(sponsor === null ? [] : [words.sponsor(sponsor)]),
  ];
  const icon = lit.light === null ? '' : `${ICONS[lit.light]} `;
  return `${icon}*${phrases.projectName(project, 40)}*\n${phrases.reasons(each, 3)}\n${people.join(' · ')}`;
}

/** What is pressed to see the list behind a number: the number's own moment, knowledge and scope. */
export function listRequest(
  digest: Digest,
  list: ListRequest['list'],
  goal: string | null = null,
  page = 0,
): ListRequest {
  const { scope, day, at, cadence, after } = digest;
  return { scope, day, moment: at.moment, knownAt: at.knownAt, cadence, after, list, goal, page };
}
