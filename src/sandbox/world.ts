import type { Agenda } from './agenda.js';
import type { CallLog } from './call-log.js';
import type { Changes } from './changes.js';
import type { Clock } from './clock.js';
import type { Delivery } from './delivery/delivery.js';
import type { SocketMode } from './delivery/socket-mode.js';
import type { Faults } from './faults.js';
import type { Counter } from './ids.js';
import type { Manifest } from './manifest.js';
import type { Moves } from './moves.js';
import type { Rates } from './rates.js';
import type { ResponseAddresses } from './response-addresses.js';
import type { Triggers } from './triggers.js';
import type { Channels } from './workspace/channels.js';
import type { Files } from './workspace/files.js';
import type { News } from './workspace/news.js';
import type { People } from './workspace/people.js';
import type { Person } from './workspace/records.js';
import type { Views } from './workspace/views.js';

/** Names and secrets of the one workspace and the one app in it. */
export interface Identity {
  teamId: string;
  teamName: string;
  appId: string;
  botId: string;
  botUserId: string;
  botToken: string;
  appToken: string;
  /** Of whoever may make and check app manifests; no app's. */
  configurationToken: string;
  signingSecret: string;
  verificationToken: string;
  timeZone: string;
}

/** All parts of a running sandbox, wired by `startSandbox`. */
export interface World {
  identity: Identity;
  manifest: Manifest;
  /** The app manifest as it was handed in. */
  manifestSource: object;
  /** `http://127.0.0.1:port`; known once the server listens. */
  url: string;
  clock: Clock;
  agenda: Agenda;
  moves: Moves;
  counter: Counter;
  people: People;
  bot: Person;
  channels: Channels;
  files: Files;
  views: Views;
  triggers: Triggers;
  addresses: ResponseAddresses;
  delivery: Delivery;
  socketMode: SocketMode;
  faults: Faults;
  rates: Rates;
  calls: CallLog;
  changes: Changes;
  /** What Slack showed a person outside messages and forms ("… didn't respond"), the newest only. */
  toasts: Map<string, { text: string; at: string }>;
  /** Who wants to hear of every message. */
  onNews: ((news: News) => void) | undefined;
}
