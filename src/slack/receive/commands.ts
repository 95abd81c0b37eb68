import type { Command } from '../../feature.js';
import { unescapeText } from '../../text/escape.js';
import type { CommandBody } from './payload.js';

/** The command behind whose name every other one can be typed as well. */
export const FRONT = '/gongjian';

/** A command with what was typed behind it. */
type Asked = { readonly command: Command; readonly text: string };

/** A command's own name, without the prefix that the app was installed with. */
export const bareName = (typed: string, prefix: string): string =>
  typed.startsWith(`/${prefix}`) ? `/${typed.slice(prefix.length + 1)}` : typed;

/**
 * Finds the command that was typed: by its name, with the prefix that the app was installed with (`/gj-progress`), or by its
 * word behind `/gongjian` (`/gongjian 上报 P-017 80%`). Slack's commands share one space among all apps of a workspace.
 */
export function openCommands(commands: readonly Command[], prefix: string) {
  const named = new Map(commands.map((command) => [command.name, command]));
  if (named.size !== commands.length) throw new Error('two features answer to one command');
  const worded = new Map(commands.flatMap((command) => (command.words ?? []).map((word) => [word, command])));

  return function commandOf(body: Pick<CommandBody, 'command' | 'text'>): Asked | null {
    const bare = bareName(body.command, prefix);
    const command = named.get(bare);
    const text = unescapeText(body.text ?? '').trim();
    if (!command) return null;
    const [, word = '', rest = ''] = (bare === FRONT && FIRST_WORD.exec(text)) || [];
    const meant = worded.get(word.toLowerCase());
    return meant ? { command: meant, text: rest.trim() } : { command, text };
  };
}

/** A word ends at a blank or a sign; one of Chinese characters also where they end (`上报P-017`). */
const FIRST_WORD = /^(\p{Script=Han}+|[a-z]+(?![^\s:：,，]))[\s:：,，]*([\s\S]*)$/iu;
