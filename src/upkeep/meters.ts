import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Seconds; Slack's patience is 3. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10];

/** What is asked at each reading, in seconds: how old the oldest is that waits; 0, where nothing does. */
export type Ages = { readonly payload: number; readonly post: number };

/** Everything that is measured, in a registry of its own: two bots in one process do not add up. */
export function openMeters(ages: () => Promise<Ages>) {
  const register = new Registry();
  // Also the delay of the loop, memory and garbage.
  collectDefaultMetrics({ register });
  const registers = [register];
  const age = new Gauge({
    name: 'gongjian_queue_age_seconds',
    help: 'Age of the oldest that waits, by what it is; NaN while the store is away',
    labelNames: ['what'],
    registers,
    async collect() {
      const { payload, post } = await ages().catch(() => ({ payload: Number.NaN, post: Number.NaN }));
      this.set({ what: 'payload' }, payload);
      this.set({ what: 'post' }, post);
    },
  });
  return {
    age,
    acknowledged: new Histogram({
      name: 'gongjian_acknowledgement_seconds',
      help: 'From the arrival of a payload to its acknowledgement, by kind',
      labelNames: ['kind'],
      buckets: BUCKETS,
      registers,
    }),
    kept: new Histogram({
      name: 'gongjian_keeping_seconds',
      help: 'From the arrival of a payload until it is written down, by kind',
      labelNames: ['kind'],
      buckets: BUCKETS,
      registers,
    }),
    posts: new Counter({
      name: 'gongjian_posts_total',
      help: 'Posts by outcome: sent, edited, refused, limited, lost',
      labelNames: ['outcome'],
      registers,
    }),
    rateLimited: new Histogram({
      name: 'gongjian_rate_limit_wait_seconds',
      help: 'How long a post waited for its turn in its channel',
      buckets: BUCKETS,
      registers,
    }),
    lateSlots: new Counter({
      name: 'gongjian_slots_late_total',
      help: 'Slots that were sent over a minute after they fell due',
      registers,
    }),
    /** All of it, as Prometheus reads it. */
    read: async () => ({ type: register.contentType, text: await register.metrics() }),
  };
}

export type Meters = ReturnType<typeof openMeters>;
