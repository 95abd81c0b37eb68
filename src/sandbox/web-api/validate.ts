import { checkMessageBlocks, checkView } from '../block-kit/check.js';
import { Refused } from '../block-kit/refused.js';
import { manifestFaults } from '../manifest.js';
import type { Args } from './args.js';
import type { Answer, Methods } from './method.js';

interface Kind {
  error: string;
  /** What the pointers of this kind begin with here and not in Slack's answer. */
  base: string;
  check: (value: unknown) => void;
}

/** The three things that can be asked about, one at a time. */
const KINDS: Record<string, Kind> = {
  blocks: { error: 'invalid_blocks', base: '/blocks', check: (value) => void checkMessageBlocks(value) },
  message: {
    error: 'invalid_message',
    base: '',
    check: (value) => void checkMessageBlocks((value as { blocks?: unknown } | null)?.blocks ?? []),
  },
  view: {
    error: 'invalid_view',
    base: '/view',
    check: (value) => void checkView(value, (value as { type?: unknown } | null)?.type === 'home' ? 'home' : 'modal'),
  },
};

/** A reason with its pointer, as blocks.validate lists it. */
function faultOf(reason: string, base: string): Answer {
  const [, message = reason, pointer = base] = /^(.*) \[json-pointer:(.*)\]$/s.exec(reason) ?? [];
  return { code: 'failed_constraint', message, pointer: pointer.slice(base.length) };
}

function validate(args: Args): Answer {
  const given = Object.entries(KINDS).filter(([name]) => args.values[name] !== undefined);
  const [only] = given;
  if (!only || given.length > 1)
    throw new Refused('invalid_arguments', ['must provide exactly one of `blocks`, `view`, or `message`']);
  const [name, { error, base, check }] = only;
  try {
    check(args.object(name, error));
  } catch (refusal) {
    if (!(refusal instanceof Refused)) throw refusal;
    const reasons = refusal.reasons.length > 0 ? refusal.reasons : [refusal.code];
    return { ok: false, error, errors: reasons.map((reason) => faultOf(reason, base)) };
  }
  return { ok: true };
}

/** What checks without doing anything, by the very rules that the other methods obey; and the app as it was made. */
export const validations: Methods = {
  'blocks.validate': {
    tier: 'special',
    scopes: [],
    token: 'bot',
    enforces: 'exactly one of blocks, view and message; all rules of the table below',
    run: (_world, args) => validate(args),
  },
  'apps.manifest.export': {
    tier: 3,
    scopes: ['(configuration token)'],
    token: 'configuration',
    enforces: 'the configuration token; app_not_found for an app that is not there',
    run(world, args) {
      if (args.required('app_id') !== world.identity.appId) throw new Refused('app_not_found');
      return { ok: true, manifest: world.manifestSource };
    },
  },
  'apps.manifest.validate': {
    tier: 3,
    scopes: ['(configuration token)'],
    token: 'configuration',
    enforces: "the configuration token; names, lengths and counts, Slack's own commands, an address or Socket Mode",
    run(_world, args) {
      const errors = manifestFaults(args.object('manifest', 'invalid_manifest'));
      return errors.length === 0 ? { ok: true, errors: [] } : { ok: false, error: 'invalid_manifest', errors };
    },
  },
};
