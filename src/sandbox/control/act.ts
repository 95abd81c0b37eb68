import { z } from 'zod';
import type { Person } from '../workspace/records.js';
import type { World } from '../world.js';
import * as channels from './acts/channels.js';
import { press, pressAct, select, selectAct } from './acts/press.js';
import { profile, profileAct } from './acts/profile.js';
import { command, commandAct, say, sayAct } from './acts/speak.js';
import { close, closeAct, submit, submitAct } from './acts/submit.js';
import * as tidy from './acts/tidy.js';
import { home, homeAct, shortcut, shortcutAct } from './acts/visit.js';
import { type Acted, ControlError, personNamed } from './fault.js';

type Act = (world: World, person: Person, request: unknown) => Promise<Acted> | Acted;

function act<T>(shape: z.ZodType<T>, run: (world: World, person: Person, act: T) => Promise<Acted> | Acted): Act {
  return (world, person, request) => {
    const parsed = shape.safeParse(request);
    if (parsed.success) return run(world, person, parsed.data);
    const faults = parsed.error.issues.map(
      (issue) => `${issue.path.map(String).join('.') || 'request'}: ${issue.message}`,
    );
    throw new ControlError(faults.join('; '));
  };
}

/** All that a person can do, by the word in `do`. */
const ACTS = new Map<string, Act>(
  Object.entries({
    command: act(commandAct, command),
    say: act(sayAct, say),
    press: act(pressAct, press),
    select: act(selectAct, select),
    submit: act(submitAct, submit),
    close: act(closeAct, close),
    home: act(homeAct, home),
    shortcut: act(shortcutAct, shortcut),
    react: act(tidy.reactAct, tidy.react),
    edit: act(tidy.editAct, tidy.edit),
    delete: act(tidy.messageAct, tidy.erase),
    read: act(tidy.readAct, tidy.read),
    join: act(channels.channelAct, channels.join),
    leave: act(channels.channelAct, channels.leave),
    invite: act(channels.guestAct, channels.invite),
    kick: act(channels.guestAct, channels.kick),
    rename: act(channels.renameAct, channels.rename),
    archive: act(channels.channelAct, channels.archive),
    unarchive: act(channels.channelAct, channels.unarchive),
    profile: act(profileAct, profile),
    open: act(tidy.openAct, tidy.open),
    upload: act(tidy.uploadAct, tidy.upload),
  }),
);

const envelope = z.looseObject({ as: z.unknown(), do: z.string() });

/** Acts as a person; resolves when the bot has acknowledged. @throws ControlError */
export async function actAs(world: World, request: unknown): Promise<Acted> {
  const parsed = envelope.safeParse(request);
  if (!parsed.success)
    throw new ControlError(`An act is { as, do, … }; 'do' is one of: ${[...ACTS.keys()].join(', ')}`);
  const run = ACTS.get(parsed.data.do);
  if (!run) throw new ControlError(`There is no '${parsed.data.do}' to do. There is: ${[...ACTS.keys()].join(', ')}`);
  return run(world, personNamed(world, parsed.data.as), request);
}
