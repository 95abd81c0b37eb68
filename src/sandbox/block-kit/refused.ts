/** Why blocks or a view were refused: the Web API error, and each reason with the JSON pointer of its place. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    readonly reasons: string[] = [],
  ) {
    super(`${code}: ${reasons.join('; ')}`);
  }

  /** The answer as Slack gives it. */
  answer(): Record<string, unknown> {
    if (this.reasons.length === 0) return { ok: false, error: this.code };
    return {
      ok: false,
      error: this.code,
      errors: this.reasons,
      response_metadata: { messages: this.reasons.map((reason) => `[ERROR] ${reason}`) },
    };
  }
}
