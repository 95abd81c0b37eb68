// What people do meanwhile, by kind. Each does one thing about a project of its own and says what must be there of it once.
import { words as refusals } from '../../dist/features/progress/messages/refusal.js';
import { surfaceWords } from '../../dist/slack/words.js';

const AWAY = surfaceWords('zh').storeAway;
/** What a person reads whose report cannot be taken back. */
export const STANDS = refusals.undoDenied.zh;
const PHOTO = {
  name: '现场.png',
  mimetype: 'image/png',
  base64: Buffer.from('not really a picture').toString('base64'),
};

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Whether Slack showed the person that it was taken. */
const taken = (act) =>
  act.then(
    ({ ok, ackMs }) => ok && ackMs !== null,
    () => false,
  );

/** What a person sees that looks as `fits` says, within some seconds; null where it does not come (a fault is in its way). */
async function awaited(look, fits, seconds = 10) {
  for (let tried = 0; tried < seconds * 2; tried += 1) {
    const found = fits(await look());
    if (found) return found;
    await sleep(500);
  }
  return null;
}

/** How often a person was told that nothing could be written down: that is no taking, though Slack was answered. */
async function refused(sandbox, owner) {
  const { channels } = await sandbox.screen(owner);
  return channels.flatMap(({ messages }) => messages).filter(({ lines }) => lines.join('').includes(AWAY)).length;
}

/** Does it, and answers whether it was taken. */
async function does(sandbox, target, act) {
  const before = await refused(sandbox, target.owner);
  if (!(await taken(sandbox.act({ as: target.owner, ...act })))) return false;
  return (await refused(sandbox, target.owner)) === before;
}

/** Seconds within which what was taken is done, or is said not to be, faults and all. */
const UNTIL_GIVEN_UP = 120;

/** Forms that stood in their windows again, with what was typed and why, when their people closed them. */
export const closed = [];

const line = ({ project, milestone }, mark) => `${project.code} ${milestone.name} 50% ${mark}`;

export const kinds = {
  command: (sandbox, target, mark) =>
    does(sandbox, target, { do: 'command', channel: target.channel, text: `/progress ${line(target, mark)}` }),

  message: (sandbox, target, mark) =>
    taken(sandbox.act({ as: target.owner, do: 'say', to: 'bot', text: line(target, mark) })),

  file: (sandbox, target, mark) =>
    taken(sandbox.act({ as: target.owner, do: 'say', to: 'bot', text: line(target, mark), files: [PHOTO] })),

  async form(sandbox, target, mark) {
    const { modal } = await sandbox.screen(target.owner);
    if (modal) closed.push(modal.lines.join('\n'));
    await sandbox.act({ as: target.owner, do: 'close', all: true }).catch(() => {});
    if (!(await taken(sandbox.act({ as: target.owner, do: 'command', channel: target.channel, text: '/progress' }))))
      return false;
    const opened = await awaited(
      () => sandbox.screen(target.owner),
      ({ modal }) => modal?.lines.some((each) => each.includes('完成百分比')),
    );
    if (!opened) return false;
    return taken(sandbox.act({ as: target.owner, do: 'submit', fields: { 完成百分比: '50', 说明: mark } }));
  },

  /** Takes back what was just reported; the report itself is none of this kind's. */
  async press(sandbox, target, mark) {
    target.stands ||= await standsAlready(sandbox, target, mark);
    if (!target.stands) return false;
    if (!(await kinds.command(sandbox, target, mark))) return false;
    const answer = await awaited(
      () => sandbox.screen(target.owner),
      ({ channels }) => {
        const channel = channels.find(({ name }) => name === target.channel);
        const message = channel?.messages.find(
          ({ ephemeral, lines }) => ephemeral && lines.some((each) => each.includes(mark)),
        );
        return message && { channel: channel.id, ts: message.ts };
      },
      UNTIL_GIVEN_UP,
    );
    if (!answer) return false;
    if (!(await does(sandbox, target, { do: 'press', label: '撤销', message: answer }))) return false;
    // Who takes something back looks whether it went, before reporting of the same again: then it could not be taken back.
    await awaited(
      () => sandbox.screen(target.owner),
      ({ channels }) =>
        channels
          .flatMap(({ messages }) => messages.map(({ lines }) => lines.join('\n')))
          .some((each) => each.includes(mark) && (each.includes('已撤销') || each.includes(STANDS))),
      UNTIL_GIVEN_UP,
    );
    return true;
  },
};

/** As much is reported under another mark, and seen: then nothing falls by the undo, which would be asked for its reason. */
async function standsAlready(sandbox, target, mark) {
  const before = mark.replace('混沌', '垫底');
  if (!(await kinds.command(sandbox, target, before))) return false;
  return awaited(
    () => sandbox.screen(target.owner),
    ({ channels }) =>
      channels.some(({ messages }) => messages.some(({ lines }) => lines.join().includes(`说明：${before}`))),
    UNTIL_GIVEN_UP,
  );
}

/** What is wrong with one of them, by what the store and the screens hold; null where nothing is. */
export function wrongWith({ kind, mark, acknowledged }, { reports, evidence, lines, returned, stand }) {
  const kept = reports.filter(({ note }) => note.includes(mark));
  const posted = lines.filter((text) => text.includes(mark)).length;
  if (kept.length > 1) return 'doubled';
  if (posted > kept.length) return 'doubled';
  if (!acknowledged) return kept.length === 1 && posted === 0 ? 'stuck' : null;
  if (kept.length === 0) return returned.some((text) => text.includes(mark)) ? null : 'lost';
  if (posted === 0) return 'stuck';
  // What was reported before, and was worked only now, stands over it: its person reads so, with what was to be taken back.
  if (kind === 'press' && kept[0].undoneAt === null) return stand.some((text) => text.includes(mark)) ? null : 'lost';
  if (kind === 'file') {
    const tied = evidence.filter(({ cause }) => cause === kept[0].cause).length;
    if (tied !== 1) return tied === 0 ? 'lost' : 'doubled';
  }
  return null;
}
