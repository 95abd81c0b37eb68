import type { Person } from '../wire.js';

/** Everybody whose name, title or handle holds each word that was typed. */
export function findPeople(people: Person[], typed: string): Person[] {
  const parts = typed.toLowerCase().split(/\s+/).filter(Boolean);
  if (parts.length === 0) return people;
  return people.filter((person) => {
    const text = `${person.name} ${person.handle} ${person.title ?? ''}`.toLowerCase();
    return parts.every((part) => text.includes(part));
  });
}
