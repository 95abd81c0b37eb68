/** Words by which a person calls the earlier figure wrong. */
const WRONG =
  /更正|纠正|订正|修正|改为|改成|改一下|应为|应该?是|不对|[说报写打填搞发]错|有误|多报|误报|少报|报[多高少]了|作废|correct|wrong|sorry|mistake|typo|i mean/;

/** Words for work that has to be done again: a true fall. */
const AGAIN =
  /返工|返修|重做|重来|重新[施浇砌做核]|拆除|拆了重|推倒|塌|不合格|质量问题|核减|复核|redone|rework|torn down|re-?measured/;

const MOST = 60;

/** Whether a line, in small letters, explains why a figure falls. */
export const explainsFall = (plain: string): boolean => WRONG.test(plain) || AGAIN.test(plain);

/** The reason for which a figure falls, in the person's own words: the clause that gives it; null where none does. */
export function fallReason(text: string): string | null {
  const clauses = text.normalize('NFKC').split(/[,;。!\n]|，|；|！/);
  const given = clauses.map((clause) => clause.trim()).find((clause) => explainsFall(clause.toLowerCase()));
  return given === undefined ? null : [...given].slice(0, MOST).join('');
}
