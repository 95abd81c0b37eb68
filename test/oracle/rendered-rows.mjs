/** Runs in the page: the middles of the lines of a message's text and of its buttons. */
const middlesIn = (ts) => {
  const root = document.querySelector(`[data-ts="${ts}"] .blocks`);
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) {
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    for (const { top, height, width } of range.getClientRects()) if (width > 1) texts.push(top + height / 2);
  }
  const buttons = [...root.querySelectorAll('button')].map((each) => {
    const { top, height } = each.getBoundingClientRect();
    return top + height / 2;
  });
  return { texts, buttons };
};

/** What is less than this apart, in px, stands in one line. */
const APART = 6;
const lines = (middles) =>
  middles.sort((one, other) => one - other).filter((middle, at) => at === 0 || middle - middles[at - 1] > APART).length;

/** How many lines a message has on the screen of a page, its row of buttons being one, and in how many its buttons stand. */
export async function renderedRows(page, ts) {
  const { texts, buttons } = await page.evaluate(middlesIn, ts);
  return { rows: lines(texts), buttons: lines(buttons) };
}
