import { channelId, directId, groupId } from '../ids.js';
import type { Channel, ChannelKind } from './records.js';

/** A channel as set up by whoever starts the sandbox, or through the control face. */
export interface SandboxChannel {
  id?: string;
  name: string;
  purpose?: string;
  private?: boolean;
  /** Handles, or 'all': everyone, also those who come later. */
  members: string[] | 'all';
  /** The bot is a member. */
  bot?: boolean;
}

function blank(id: string, name: string, kind: ChannelKind, seconds: number): Channel {
  return {
    id,
    name,
    kind,
    purpose: '',
    everyone: false,
    members: new Set(),
    archived: false,
    created: seconds,
    creator: '',
    top: [],
    byTs: new Map(),
    threads: new Map(),
    interactive: [],
    ephemeral: new Map(),
    read: new Map(),
    lastMicros: 0,
  };
}

/** All conversations: channels, direct messages and groups, and who belongs to them. */
export class Channels {
  private readonly byId = new Map<string, Channel>();
  private readonly byName = new Map<string, Channel>();
  private readonly ofPerson = new Map<string, Set<Channel>>();
  private readonly forEveryone = new Set<Channel>();

  constructor(
    private readonly botUserId: string,
    private readonly seconds: () => number,
    /** Whether somebody belongs to what everyone belongs to. */
    private readonly isFullMember: (id: string) => boolean,
  ) {}

  /** Makes a channel, or adds members to the one of that name. Members are ids here. */
  put(draft: Omit<SandboxChannel, 'members'> & { members: string[] | 'all' }): { channel: Channel; fresh: boolean } {
    const name = draft.name.replace(/^#/, '');
    const before = this.byName.get(name);
    const channel =
      before ?? blank(draft.id ?? channelId(name), name, draft.private ? 'private' : 'public', this.seconds());
    if (draft.purpose !== undefined) channel.purpose = draft.purpose;
    if (draft.members === 'all') channel.everyone = true;
    if (!before) this.restore(channel);
    if (channel.everyone) this.forEveryone.add(channel);
    if (draft.members !== 'all') for (const member of draft.members) this.join(channel, member);
    if (draft.bot) this.join(channel, this.botUserId);
    return { channel, fresh: !before };
  }

  restore(channel: Channel): void {
    this.byId.set(channel.id, channel);
    if (channel.kind === 'public' || channel.kind === 'private') this.byName.set(channel.name, channel);
    if (channel.everyone) this.forEveryone.add(channel);
    for (const member of channel.members) this.note(channel, member);
  }

  /** The direct conversation of these people (two, or a group), made when it is not there yet. */
  direct(members: readonly string[]): { channel: Channel; fresh: boolean } {
    const distinct = [...new Set(members)];
    const [one = '', other = one] = distinct;
    const id = distinct.length > 2 ? groupId(distinct) : directId(one, other);
    const before = this.byId.get(id);
    if (before) return { channel: before, fresh: false };
    const kind = distinct.length > 2 ? 'mpim' : 'im';
    const channel = blank(id, kind === 'mpim' ? `mpdm-${distinct.join('--')}-1` : '', kind, this.seconds());
    for (const member of distinct) channel.members.add(member);
    this.restore(channel);
    return { channel, fresh: true };
  }

  join(channel: Channel, member: string): boolean {
    if (this.isMember(channel, member)) return false;
    channel.members.add(member);
    this.note(channel, member);
    return true;
  }

  leave(channel: Channel, member: string): boolean {
    this.ofPerson.get(member)?.delete(channel);
    return channel.members.delete(member);
  }

  isMember(channel: Channel, id: string): boolean {
    return channel.members.has(id) || (channel.everyone && this.isFullMember(id));
  }

  get(id: string): Channel | undefined {
    return this.byId.get(id);
  }

  /** By id or by name, with or without the leading #. */
  find(word: string): Channel | undefined {
    return this.byId.get(word) ?? this.byName.get(word.replace(/^#/, ''));
  }

  of(person: string): Channel[] {
    const own = [...(this.ofPerson.get(person) ?? [])];
    if (!this.isFullMember(person)) return own;
    return [...[...this.forEveryone].filter((channel) => !channel.members.has(person)), ...own];
  }

  all(): Channel[] {
    return [...this.byId.values()];
  }

  /** @returns false when another channel has the name. */
  rename(channel: Channel, name: string): boolean {
    if (this.byName.has(name)) return false;
    this.byName.delete(channel.name);
    channel.name = name;
    this.byName.set(name, channel);
    return true;
  }

  private note(channel: Channel, member: string): void {
    const own = this.ofPerson.get(member);
    if (own) own.add(channel);
    else this.ofPerson.set(member, new Set([channel]));
  }
}
