import { z } from 'zod';
import { placeShape } from '../blocks.js';
import type { Arrival, InteractionBody } from './payload.js';
import { parsed } from './routes.js';

const placed = z.object({ place: placeShape });

/** A form has no channel: it carries in its metadata where it was opened, and is answered there. */
export function placeOf(arrival: Arrival & { readonly body: InteractionBody }): Arrival['place'] {
  if (!arrival.body.view) return arrival.place;
  const read = placed.safeParse(parsed(arrival.body.view.private_metadata));
  return read.success ? read.data.place : { channelId: null, threadTs: null, messageTs: null };
}
