import { createContext, useContext } from 'react';
import type { Act, ActAnswer, Channel, Manifest, Person } from '../wire.js';

/** A deed without the person: the workspace adds who does it. */
export type Deed = Act extends infer One ? (One extends Act ? Omit<One, 'as'> : never) : never;

/** What every part of the page may know and do, for the person that this window is. */
export interface Workspace {
  me: Person;
  people: Person[];
  personOf(id: string): Person | undefined;
  manifest: Manifest;
  timeZone: string;
  /** The workspace's time in milliseconds, running. */
  now(): number;
  act(deed: Deed): Promise<ActAnswer>;
  /** A small passing line, for what has no better place. */
  say(text: string): void;
  openChannel(id: string, ts?: string): void;
  openThread(channel: string, ts: string): void;
  channelOf(id: string): Channel | undefined;
}

export const WorkspaceContext = createContext<Workspace | null>(null);

/**
 * The channels by themselves: they change with every message, and whoever does not list them should not be drawn anew for it.
 */
export const ChannelsContext = createContext<Channel[]>([]);

export const useChannels = (): Channel[] => useContext(ChannelsContext);

export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (!workspace) throw new Error('This part of the page needs a chosen person around it.');
  return workspace;
}
