import { Bot } from 'lucide-react';

/** One of 24 hues, the same for a person in every window. */
function hueOf(id: string): number {
  let sum = 0;
  for (const sign of id) sum = (sum * 31 + sign.charCodeAt(0)) % 65_521;
  return (sum % 24) * 15;
}

/** The last two characters of a Chinese name; the initials of any other. */
export function initialsOf(name: string): string {
  const trimmed = name.trim();
  if (/\p{Script=Han}/u.test(trimmed)) return [...trimmed.replace(/[^\p{Script=Han}]/gu, '')].slice(-2).join('');
  const parts = trimmed.split(/\s+/);
  return `${parts[0]?.[0] ?? ''}${parts.length > 1 ? (parts.at(-1)?.[0] ?? '') : ''}`.toUpperCase();
}

export function Avatar({ id, name, bot, small }: { id: string; name: string; bot?: boolean; small?: boolean }) {
  return (
    <span
      className={`avatar ${small ? 'avatar-small' : ''} ${bot ? 'avatar-bot' : ''}`}
      style={{ '--hue': hueOf(id) } as React.CSSProperties}
      aria-hidden="true"
    >
      {bot ? <Bot size={small ? 14 : 22} /> : initialsOf(name)}
    </span>
  );
}
