import { z } from 'zod';
import type { WorkedJob } from '../../job.js';

/** When a post that went out without its picture is edited: by then it is there, or never will be. */
export const PICTURE_AFTER_SECONDS = 20;

/** A post that went out without its picture is edited. */
export const pictureJob = { name: 'picture', data: z.object({ id: z.number(), channelId: z.string() }) };

/** Sends it again, now with its picture. */
export const pictureLater = (
  sendAgain: (id: number) => Promise<unknown>,
  dispatch: (channelId: string) => void,
): WorkedJob<z.infer<typeof pictureJob.data>> => ({
  ...pictureJob,
  async run({ id, channelId }) {
    await sendAgain(id);
    dispatch(channelId);
  },
});
