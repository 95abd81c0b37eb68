/** Block Kit's confirm object; each part but the text may be left to the page. */
export interface Asked {
  title?: { text: string };
  text: { type: string; text: string };
  confirm?: { text: string };
  deny?: { text: string };
  style?: string;
}

/** What an interactive element of Block Kit has in common, whatever its kind. */
export interface Actionable {
  type: string;
  action_id?: string;
  confirm?: Asked;
}
