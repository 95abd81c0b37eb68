const AGAIN_MS = 500;
const TRIES = 10;

/** Writes down what has happened by now: a store that is away for a moment is asked again, so that it does not happen twice. */
export async function insist<T>(write: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await write();
    } catch (error) {
      if (tried === TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  }
}
