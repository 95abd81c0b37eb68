/** A paper of the office, ready to be written as .docx: what stands on it, not how it looks. */
export type Paper = {
  /** The red head: whose paper it is. */
  readonly head: string;
  /** Below the head, left and right, above the red line. */
  readonly line: { readonly left: string; readonly right: string };
  readonly parts: readonly PaperPart[];
  /** At the end, on the right: who signs, the day. */
  readonly signed: readonly string[];
  readonly language: 'zh' | 'en';
};

export type PaperPart =
  | { readonly kind: 'heading' | 'paragraph'; readonly text: string }
  /** A form: what is asked on the left, what is so on the right. */
  | { readonly kind: 'form'; readonly rows: readonly { readonly label: string; readonly value: string }[] };

/** Papers as files. Rejects where one could not be written. */
export type Papers = { readonly write: (paper: Paper) => Promise<Uint8Array> };
