// Record and text held together: every row of a top is one that is known here, and what it says is what the record says.

const LIGHTS = { red: ['红灯', 'red'], amber: ['黄灯', 'amber'], green: ['绿灯', 'green'], none: ['暂停', 'paused'] };
const JUDGED = {
  pass: ['能过', 'pass'],
  miss: ['过不了', 'miss'],
  passed: ['已过关', 'passed'],
  missed: ['未过关', 'missed'],
  today: ['今天关口', 'gate today'],
  'no-forecast': ['数据太少，不预测', 'too few records'],
  'not-entered': ['未登记', 'not entered'],
};
const many = (text) => (text === undefined || text === '' ? 1 : Number(text));

/** A kind of row: how it reads in Chinese and English, and the numbers that it says. */
const EVENTS = [
  ['turned.red', /^变红(\d+)：/, /^Turned red ?(\d+)?: /],
  ['turned.green', /^变绿(\d+)：/, /^Turned green ?(\d+)?: /],
  ['done', /^完成(\d+)：/, /^Done ?(\d+)?: /],
  ['postponed', /^延期(\d+)：/, /^Postponed ?(\d+)?: /],
  ['promises.missed', /^承诺未兑现(\d+)：/, /^Promise missed ?(\d+)?: /],
  ['turns', /^台账变动(\d+)：/, /^Ledger ?(\d+)?: /],
  ['unreported', /^未上报(\d+)个项目/, /^Unreported: (\d+) project/],
];

/** Rows that say when and where, not how many. */
const PLAIN = [
  /^更正：|^Corrected: /,
  /^涵盖|^Covers /,
  /^比上期没有变化$|^Nothing changed since the last one$/,
  /^离关口|^Gate in /,
  /^最近：|^其次：|^Nearest: |^Next: /,
  /前补报也算$|: counts$/,
  /^满10天|for 10\+ days/,
  /^红灯最久|^Red longest/,
  /^下周上班|^Next week/,
  /放假|^Off /,
  /^下一关|^Next gate /,
  /^等您|^Waiting on you/,
];

/** What a top says otherwise than the record. */
export function textFaults({ top, numbers, goals, scope, language, cadence }) {
  const zh = language === 'zh';
  const side = zh ? 0 : 1;
  const faults = [];
  const holds = (name, said, row) => {
    const value = numbers[name]?.value ?? 0;
    if (Number(said) !== value) faults.push(`text: ${name} is ${value}, the row says ${row}`);
  };
  const [, about = '', ...rest] = top;
  const rows = rest.slice(0, -1);
  const all = ['red', 'amber', 'green', 'none'].reduce((sum, light) => sum + numbers[`lights.${light}`].value, 0);
  const stated = zh ? /(\d+)个项目/.exec(about) : /(\d+) projects?/.exec(about);
  if (Number(stated?.[1]) !== all) faults.push(`text: ${all} projects, the row says ${about}`);
  if (top.length > 15) faults.push(`text: ${top.length} rows`);
  const buttons = [...(top.at(-1) ?? '').matchAll(/\[([^\]]*)\]/g)].map(([, label]) => label);
  if (buttons.length > 4) faults.push(`text: ${buttons.length} buttons`);
  for (const label of buttons) {
    const red = zh ? /^红灯(\d+)$/.exec(label) : /^Red (\d+)$/.exec(label);
    if (red) holds('lights.red', red[1], label);
    const changes = zh ? /^变化(\d+)$/.exec(label) : /^Changes (\d+)$/.exec(label);
    const sum = ['turned.red', 'turned.green', 'done', 'postponed', 'promises.missed', 'turns'];
    if (changes && Number(changes[1]) !== sum.reduce((count, name) => count + numbers[name].value, 0))
      faults.push(`text: ${label} is not the sum of what changed`);
  }
  const shown = new Set();
  let inFull = null;
  let corrections = 0;
  for (const [place, row] of rows.entries()) {
    if (corrections > 0 && corrections < 2 && isCorrection(row, rows.slice(place + 1))) {
      corrections += 1;
      continue;
    }
    corrections = 0;
    if (/^更正|^Corrected/.test(row)) corrections = 1;
    if (!understood(row)) faults.push(`text: no such row is known: ${row}`);
  }
  for (const [name, zhRow, enRow] of EVENTS) {
    const said = rows.some((row) => (zh ? zhRow : enRow).test(row));
    const periodic = cadence !== 'daily' && ['done', 'postponed', 'promises.missed'].includes(name);
    const gives = rows.length >= 12 || periodic;
    if (numbers[name].value > 0 && !said && !gives)
      faults.push(`text: ${name} is ${numbers[name].value}, no row says it`);
  }
  return faults;

  /** The second row of a correction goes on with what it changed. */
  function isCorrection(row, below) {
    const head = /^(?:红灯|卡点|Red|Obstacles)\d* ?\d/;
    const lit = /^(?:红灯|Red ?)\d/;
    return (
      /→|另有|more$|撤销|undone|补记|added|说明|details/.test(row) &&
      // The lights are said once: where they stand below, this row says what a correction changed of them.
      (!head.test(row) || (lit.test(row) && below.some((other) => lit.test(other)))) &&
      !goals.some(({ name: { [language]: name } }) => row.startsWith(name.slice(0, 5)))
    );
  }

  function understood(row) {
    for (const [name, zhRow, enRow] of EVENTS) {
      const match = (zh ? zhRow : enRow).exec(row);
      if (match) {
        holds(name, many(match[1]), row);
        return true;
      }
    }
    return (
      lights(row) ||
      obstacles(row) ||
      slips(row) ||
      items(row) ||
      factors(row) ||
      promotion(row) ||
      period(row) ||
      others(row) ||
      goal(row) ||
      PLAIN.some((each) => each.test(row))
    );
  }

  function lights(row) {
    const parts = row.split(zh ? /[、，：]/ : /, |: /);
    let found = false;
    for (const part of parts)
      for (const [light, names] of Object.entries(LIGHTS)) {
        const match = new RegExp(zh ? `^${names[0]}(?:(\\d+)→)?(\\d+)$` : `^${names[1]} (?:(\\d+)→)?(\\d+)$`, 'i').exec(
          part,
        );
        if (!match) continue;
        found = true;
        holds(`lights.${light}`, match[2], row);
        // What a correction changed was said in this digest itself, and not in the one before.
        if (match[1] !== undefined && !/^更正：|^Corrected: /.test(row)) holds(`before.${light}`, match[1], row);
      }
    return found;
  }

  function obstacles(row) {
    const head = zh ? /^卡点(?:(\d+)→)?(\d+)/.exec(row) : /^Obstacles (?:(\d+)→)?(\d+)/.exec(row);
    const waits = zh ? row.startsWith('等') && !row.startsWith('等您') : row.startsWith('Waiting: ');
    if (!head && !waits) return false;
    if (head) {
      holds('obstacles.all', head[2], row);
      if (head[1] !== undefined) holds('before.obstacles', head[1], row);
    }
    const pending = zh ? /延期待定(\d+)/.exec(row) : /(\d+) dates undecided/.exec(row);
    if (pending) holds('postponements.pending', pending[1], row);
    for (const [name, zhPart, enPart] of [
      ['obstacles.flagged', /新增(\d+)/, /(\d+) new/],
      ['obstacles.closed', /销号(\d+)/, /(\d+) closed/],
    ]) {
      const match = (zh ? zhPart : enPart).exec(row);
      if (match) holds(name, match[1], row);
    }
    if (scope.of === 'unit' || scope.of === 'sponsor') return true;
    // Where there is no room to say of each what is new, it is told of all together.
    const inAll = (zh ? /，其中新(\d+)$/ : /; \+(\d+)$/).exec(row);
    if (inAll) {
      const fresh = numbers['waiting.commander.new'].value + numbers['waiting.sponsor.new'].value;
      if (Number(inAll[1]) !== fresh) faults.push(`text: ${fresh} are new, the row says ${row}`);
    }
    for (const [rung, zhName, enName] of [
      ['commander', '总指挥', 'commander'],
      ['sponsor', '包保(?:领导)?', 'sponsors'],
    ]) {
      const match = new RegExp(zh ? `${zhName}(\\d+)(?:（新(\\d+)）)?` : `${enName} (\\d+)(?: \\(\\+(\\d+)\\))?`).exec(
        row,
      );
      const said = numbers[`waiting.${rung}`].value;
      if (match) {
        holds(`waiting.${rung}`, match[1], row);
        if (!inAll) holds(`waiting.${rung}.new`, match[2] ?? 0, row);
      } else if (said > 0 && (waits || cadence === 'daily'))
        faults.push(`text: ${said} wait on ${rung}, the row says ${row}`);
    }
    return true;
  }

  function slips(row) {
    const said = zh
      ? /^督办单 在办(\d+)(?:（红(\d+)）)?$/.exec(row)
      : /^Slips: (\d+) open(?: \((\d+) red\))?$/.exec(row);
    if (!said) return false;
    holds('slips.open', said[1], row);
    holds('slips.red', said[2] ?? 0, row);
    return true;
  }

  function items(row) {
    const all = zh ? /^会上定的(\d+)项：/.exec(row) : /^Decided (\d+): /.exec(row);
    if (!all) return false;
    holds('items.all', all[1], row);
    for (const [name, zhPart, enPart] of [
      ['items.done', /：办结(\d+)/, /: (\d+) done/],
      ['items.running', /未到期(\d+)/, /(\d+) not due/],
      ['items.overdue', /超期(\d+)$/, /(\d+) overdue$/],
    ]) {
      const match = (zh ? zhPart : enPart).exec(row);
      if (match) holds(name, match[1], row);
    }
    return true;
  }

  /** `要素：土地剩43/120亩，60亩在等，另1种`: the amounts are those of one pool. */
  function factors(row) {
    if (!(zh ? row.startsWith('要素：') : /: .+ (?:asked|left, .+ waiting)/.test(row))) return false;
    const pools = Object.keys(numbers).filter((name) => /^factors\..*\.waiting$/.test(name));
    const of = (name) => ['amount', 'left', 'waiting'].map((part) => numbers[name.replace(/waiting$/, part)].value);
    const said =
      (zh ? row.slice(3).replace(/，另\d+种$/, '') : row.replace(/; \+\d+$/, '')).match(/\d+(?:\.\d+)?/g) ?? [];
    const fits = pools.some((name) => {
      const [amount, left, waiting] = of(name);
      if (waiting === 0) return false;
      const whole = [amount, waiting].map(String);
      const parted = [left, amount, waiting].map(String);
      const wanted = amount === 0 ? [String(waiting)] : amount === left ? (zh ? whole : whole.reverse()) : parted;
      return JSON.stringify(said) === JSON.stringify(wanted);
    });
    if (!fits && zh) faults.push(`text: no pool is as the row says: ${row}`);
    return true;
  }

  /** `6月招商活动还差7次`, monthly `6月招商活动：29次，还差7次`. */
  function promotion(bold) {
    const row = bold.replaceAll('*', '');
    const said = zh
      ? /^\d+月招商活动(?:：(\d+)次)?，?(?:还差(\d+)次)?$/.exec(row)
      : /^[A-Z][a-z]+ activities: (?:(\d+)(?:, |$))?(?:(\d+) short)?$/.exec(row);
    if (!said) return false;
    if (said[1] !== undefined) holds('promotion.month', said[1], row);
    holds('promotion.missing', said[2] ?? 0, row);
    return true;
  }

  function period(row) {
    const done = zh ? /完成节点(\d+)个/.exec(row) : /^(\d+) milestones? done/.exec(row);
    if (done) holds('done', done[1], row);
    const moved = zh ? /延期(\d+)个/.exec(row) : /(\d+) postponed$/.exec(row);
    if (moved) holds('postponed', moved[1], row);
    const promises = zh ? /^承诺到期(\d+)个/.exec(row) : /^Promises due (\d+)/.exec(row);
    if (promises && Number(promises[1]) !== numbers['promises.kept'].value + numbers['promises.missed'].value)
      faults.push(`text: promises, the row says ${row}`);
    return Boolean(done || moved || promises);
  }

  /** `其余5项：能过2、过不了1，2项缺数据`: the goals that have no row of their own. */
  function others(row) {
    const head = zh ? /^其余(\d+)项/.exec(row) : /^(\d+) other goals?/.exec(row);
    if (!head) return false;
    const judged = Object.keys(numbers).filter((name) => name.endsWith('.judgement') && numbers[name].value !== 'none');
    if (Number(head[1]) !== judged.length - shown.size)
      faults.push(`text: ${judged.length} goals, ${shown.size} in rows: ${row}`);
    const left = judged.filter((name) => !shown.has(name.split('.')[1])).map((name) => numbers[name].value);
    for (const [judgement, words] of Object.entries(JUDGED).slice(0, 5)) {
      const match = new RegExp(zh ? `${words[0]}(\\d+)` : `(\\d+) ${words[1]}(?:,|$)`).exec(row);
      const count = left.filter((each) => each === judgement).length;
      if (match && Number(match[1]) !== count) faults.push(`text: ${count} ${judgement}, the row says ${row}`);
    }
    return true;
  }

  /** A goal by its name, which may be cut, or what its gate lacks, below it. */
  function goal(row) {
    const missed = zh
      ? /^未过关(?:第\d+天)?：|^已过关：|补过关：/.test(row)
      : /^(?:Gate (?:missed|passed|met .*? late)|Missed, day \d+): /.test(row);
    const today = zh ? /^今天是关口：(.*?)要/.exec(row) : /^Gate today: (.*) [\d.]+%?$/.exec(row);
    const found = goals.find(({ key, name: { [language]: name } }) => {
      if (numbers[`goals.${key}.have`] === undefined) return false;
      const gated = zh
        ? /^(?:[未已]过关(?:第\d+天)?：)?(?:(?:\d{4}年)?\d+月\d+日)?(?:补过关：)?/
        : /^(?:Gate|Missed)[\w, ]*: (?:\d+ \w+(?: \d{4})?,? )?/;
      const said = missed ? row.replace(gated, '') : (today?.[1] ?? row);
      const cut = said.indexOf('…');
      return cut > 0 ? name.startsWith(said.slice(0, cut)) : said.startsWith(name);
    });
    if (found) {
      if (!missed || (zh ? row.startsWith('未') : /^(?:Gate missed|Missed, )/.test(row))) shown.add(found.key);
      inFull = found;
      numbersOf(found, row);
      return true;
    }
    if (inFull === null || !/要|还差|已够|差|现在|推算|[:;] |Now |short|to go|enough/.test(row)) return false;
    numbersOf(inFull, row);
    return true;
  }

  function numbersOf({ key, measure }, row) {
    const own = `goals.${key}`;
    const whole = ['share', 'projects', 'activities'].includes(measure);
    const have = /(\d+)\/(\d+)/.exec(row.replace(/\d+→/g, ''));
    const gate = zh ? /^[未已]过关|补过关/.test(row) : /^(?:Gate (?:missed|passed|met)|Missed, )/.test(row);
    if (have && whole && !gate) holds(`${own}.have`, have[1], row);
    if (have && measure === 'share' && !gate) holds(`${own}.of`, have[2], row);
    const forecast = zh ? /推算(\d+)/.exec(row) : /forecast (\d+)/.exec(row);
    if (forecast && whole) holds(`${own}.forecast`, forecast[1], row);
    if (gate) return;
    const judgement = numbers[`${own}.judgement`].value;
    const other = Object.entries(JUDGED).find(([word, words]) => word !== judgement && row.endsWith(words[side]));
    if (other && !row.endsWith(JUDGED[judgement]?.[side] ?? '\u0000'))
      faults.push(`text: ${key} is ${judgement}, the row says ${row}`);
  }
}
