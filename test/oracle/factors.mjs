// Factors counted again from the log and the plan alone: no pool below zero at any allocation, the printed order from its four rules,
// who was passed, and each list and answer that somebody was shown. Amounts in ten-thousandths, whole.
import { dayOf } from './days.mjs';
import { openWorld } from './digest.mjs';
import { openHistory } from './history.mjs';
import { reached } from './standing.mjs';

const PARTS = 10_000;
const classOf = (remark) => (/省(?:级)?重[点大]/.test(remark ?? '') ? 0 : /民生/.test(remark ?? '') ? 1 : 2);

/**
 * Pools as the log tells of them, step by step; `hear` is told of each allocation with the pool as it stood before. A batch before its day
 * gives to provincial key projects alone, after those that are there; what goes back goes to the latest first.
 */
function playPools(acts, plan, until, hear = () => {}) {
  const pools = new Map();
  const remarks = new Map(plan.projects.map(({ code, remark }) => [code, remark]));
  for (const act of acts) {
    const { action, at, name, after: said } = act;
    if (at > until) break;
    if (action === 'change-project' && said?.remark !== undefined) remarks.set(name, said.remark);
    if (!action.startsWith('factor-') || action === 'factor-keep') continue;
    const key = `${said.factor} ${said.part}`;
    if (!pools.has(key)) pools.set(key, { key, batches: [], requests: new Map() });
    const pool = pools.get(key);
    if (action === 'factor-open') {
      pool.batches.push({ amount: said.amount, from: said.from, given: 0 });
      // Those of one day in the order in which they came.
      pool.batches.sort((one, other) => (one.from < other.from ? -1 : Number(one.from > other.from)));
    }
    if (action === 'factor-ask')
      pool.requests.set(name, {
        id: name,
        code: said.code,
        amount: said.amount,
        divisible: said.divisible,
        askedAt: at,
        given: 0,
        released: 0,
        of: new Map(),
      });
    const request = pool.requests.get(name);
    if (action === 'factor-give') {
      hear(act, pool, remarks);
      request.given += said.amount;
      for (const [batch, part] of draw(pool.batches, said.amount, dayOf(at), classOf(remarks.get(said.code)) === 0))
        request.of.set(batch, (request.of.get(batch) ?? 0) + part);
    }
    if (action === 'factor-give-back' || action === 'factor-recall') {
      request.given -= said.amount;
      request.released += said.amount;
      let rest = said.amount;
      for (const batch of pool.batches.toReversed()) {
        const part = Math.min(rest, request.of.get(batch) ?? 0);
        request.of.set(batch, (request.of.get(batch) ?? 0) - part);
        batch.given -= part;
        rest -= part;
      }
    }
    if (request && (request.given < 0 || request.given + request.released > request.amount))
      throw new Error(`${request.code} has ${request.given} of ${request.amount}`);
  }
  return { pools, remarks };
}

/** Takes an amount out of batches in their order, those that are not there yet last; from which how much. */
function draw(batches, amount, day, ahead) {
  let rest = amount;
  return batches
    .filter(({ from }) => ahead || from <= day)
    .flatMap((batch) => {
      const part = Math.min(rest, batch.amount - batch.given);
      if (part === 0) return [];
      batch.given += part;
      rest -= part;
      return [[batch, part]];
    });
}

const waits = ({ amount, given, released }) => amount - given - released;
const held = (pool) => [...pool.requests.values()].reduce((sum, { given }) => sum + given, 0);
/** What is left of those batches that are there on a day, or (`ahead`) of all. */
const leftOf = (batches, day, ahead) =>
  batches.reduce((sum, { amount, given, from }) => sum + (ahead || from <= day ? amount - given : 0), 0);

/** The day on which a project would start, and the nearest gate that it can still make by it; null: none. */
function gateOf(code, { world, day, at }) {
  const project = world.standing(day, at).find((each) => each.code === code);
  const step = project.milestones.find(({ stage, doneOn }) => doneOn === null && stage && reached(stage, 'started'));
  if (step === undefined) return null;
  const starts = world.history.milestone(code, step.name, at)?.now.forecast ?? step.due;
  if (starts === null) return null;
  const gates = world.plan.goals
    .filter(({ rule }) => rule.by === 'stage' && reached(rule.reached, 'started'))
    .filter(({ rule }) => !reached(project.stage, rule.reached) && reached('started', rule.reached))
    .filter(({ rule: { categories = [] } }) => categories.length === 0 || categories.includes(project.category))
    .flatMap(({ gates: all }) => all.map(({ on }) => on));
  return gates.filter((on) => on >= day && starts <= on).sort()[0] ?? null;
}

/** Who waits for a pool, in the printed order: class, the nearest gate, investment by amount, the moment asked, the number. */
function inOrder(pool, remarks, around) {
  const { plan } = around.world;
  const ranked = [...pool.requests.values()]
    .filter((each) => waits(each) > 0)
    .map((each) => {
      const investment = plan.projects.find(({ code }) => code === each.code)?.totalInvestment ?? null;
      const yuan = investment === null ? null : BigInt(Math.round(investment * PARTS));
      return { ...each, class: classOf(remarks.get(each.code)), gate: gateOf(each.code, around) ?? '9999', yuan };
    });
  const byYield = (one, other) => {
    if (one.yuan === null || other.yuan === null) return Number(one.yuan === null) - Number(other.yuan === null);
    return Number(other.yuan * BigInt(one.amount) - one.yuan * BigInt(other.amount));
  };
  return ranked.sort(
    (one, other) =>
      one.class - other.class ||
      (one.gate < other.gate ? -1 : Number(one.gate > other.gate)) ||
      byYield(one, other) ||
      one.askedAt - other.askedAt ||
      one.id - other.id,
  );
}

/** What each would be given in turn: all, or where it is divisible what is left. */
function inTurn(order, pool, day) {
  const batches = pool.batches.map((each) => ({ ...each }));
  return order.map((request) => {
    const ahead = request.class === 0;
    const left = leftOf(batches, day, ahead);
    const wanted = waits(request);
    const give = left >= wanted ? wanted : request.divisible ? left : 0;
    draw(batches, give, day, ahead);
    return { code: request.code, wanted, give, short: Math.max(0, wanted - left), after: leftOf(batches, day, false) };
  });
}

/** Every allocation and every list of the replay. Projects stand as the digests' oracle knows them. */
export function checkFactors(facts) {
  const { acts, messages, plan } = facts;
  const world = openWorld(facts, openHistory(facts));
  const differ = [];
  let allocations = 0;
  /** Of provincial key projects, of livelihood, of others; and so many ahead of a batch. */
  const classes = [0, 0, 0];
  let ahead = 0;
  const around = (moment) => ({ world, day: dayOf(moment), at: { moment, known: moment } });
  playPools(acts, plan, Number.MAX_VALUE, ({ at, name, after: said }, pool, remarks) => {
    allocations += 1;
    const day = dayOf(at);
    const order = inOrder(pool, remarks, around(at));
    const place = order.findIndex(({ id }) => id === name);
    const request = order[place];
    const where = `${day} ${pool.key} ${said.code}`;
    if (request === undefined) {
      differ.push(`${where}: nothing of it waits`);
      return;
    }
    const left = leftOf(pool.batches, day, request.class === 0);
    classes[request.class] += 1;
    if (request.class === 0 && said.amount > leftOf(pool.batches, day, false)) ahead += 1;
    if (said.amount > left) differ.push(`${where}: ${said.amount} of ${left}`);
    if (!request.divisible && said.amount !== waits(request)) differ.push(`${where}: given in part`);
    const passed = order.slice(0, place).map(({ code }) => code);
    if (JSON.stringify([...said.passed].sort()) !== JSON.stringify([...passed].sort()))
      differ.push(`${where}: passes ${passed}, the log says ${said.passed}`);
  });
  const lists = checkLists(messages, acts, plan, around);
  return { allocations, classes, ahead, lists: lists.count, differ: [...differ, ...lists.differ] };
}

const ROW = /^(\d+) (\S+) .* ([\d.]+)\D*?(?: → (?:剩([\d.]+)|(配完))|：差([\d.]+)\D.*)$/;

/** Each list that somebody was shown of a whole pool, row by row, and what an allocation left. */
function checkLists(messages, acts, plan, around) {
  const differ = [];
  let count = 0;
  for (const { at, what, lines: parts } of messages) {
    if (what === 'deleted') continue;
    const lines = parts.flatMap((line) => line.split('\n'));
    const given = /^已配(\S+) (.+?)([\d.]+)(\D+?)，剩([\d.]+)/.exec(lines[0] ?? '');
    const title = /^(.+?)(?:剩([\d.]+)\/)?([\d.]+)(\D+?) · (\d+)家要([\d.]+)/.exec(lines[0] ?? '');
    const named = given?.[2] ?? title?.[1];
    const factor = plan.mechanisms.factors.find(({ name }) => named?.startsWith(name.zh));
    if (factor === undefined) continue;
    const part = /[（(](.+)[）)]/.exec(named)?.[1] ?? named.slice(factor.name.zh.length).replace(/^[·\s]+/, '');
    const { pools, remarks } = playPools(acts, plan, at);
    const pool = pools.get(`${factor.key} ${part}`);
    if (pool === undefined) {
      differ.push(`${dayOf(at)} there is no pool ${factor.key} ${part}: ${lines[0]}`);
      continue;
    }
    count += 1;
    const day = dayOf(at);
    const differs = (counted, said) => {
      if (JSON.stringify(counted) !== JSON.stringify(said))
        differ.push(`${day} ${pool.key}: counted ${JSON.stringify(counted)}, said ${JSON.stringify(said)}`);
    };
    if (given) {
      const key = classOf(remarks.get(given[1])) === 0;
      differs(leftOf(pool.batches, day, key) / PARTS, Number(given[5]));
      continue;
    }
    const order = inOrder(pool, remarks, around(at));
    const turns = inTurn(order, pool, day);
    const all = pool.batches.reduce((sum, { amount }) => sum + amount, 0);
    const asked = turns.reduce((sum, { wanted }) => sum + wanted, 0);
    const left = held(pool) === 0 ? undefined : String((all - held(pool)) / PARTS);
    differs(
      [left ?? null, String(all / PARTS), String(turns.length), String(asked / PARTS)],
      [title[2] ?? null, title[3], title[5], title[6]],
    );
    for (const row of lines) {
      const [, place, code, amount, after, last, short] = ROW.exec(row) ?? [];
      if (place === undefined) continue;
      const turn = turns[Number(place) - 1];
      const said = [code, Number(amount), short === undefined ? Number(last ? 0 : after) : -Number(short)];
      differs(turn && [turn.code, turn.wanted / PARTS, (turn.short > 0 ? -turn.short : turn.after) / PARTS], said);
    }
  }
  return { count, differ };
}
