// The plan's goals on a day, in the words of the digest: values, gates, and how they hold.
import { instant, plus } from './days.mjs';
import { passed, reached } from './standing.mjs';

const RANK = { green: 0, amber: 1, red: 2 };

/** The value of a goal over some projects: a number, or for a share how many of how many. */
function valueOfGoal(goal, projects, { history, day, at, plan }) {
  const { rule } = goal;
  if (rule.by === 'recorded') return { number: history.goal(goal.key, at) ?? 0 };
  const own = projects.filter(
    ({ category }) => (rule.categories ?? []).length === 0 || rule.categories.includes(category),
  );
  const counts = own.filter((project) => {
    switch (rule.by) {
      case 'stage':
        return reached(project.stage, rule.reached);
      case 'light':
        if (project.start && day < project.start && !reached(project.stage, 'started')) return false;
        return RANK[project.light] <= RANK[rule.notWorseThan];
      case 'figures':
        return project.investment !== null;
      default:
        throw new Error(`the oracle knows no goal by ${rule.by} (${plan.key})`);
    }
  });
  if (rule.by === 'figures')
    return { number: counts.reduce((sum, { investment }) => sum + investment, 0), own: own.length };
  return { number: counts.length, own: own.length };
}

const isShare = ({ measure }) => measure === 'share';
const held = (goal, value, needed) =>
  isShare(goal) ? value.own > 0 && value.number * 100 >= needed * value.own : value.number >= needed;
const exact = (goal, value) =>
  isShare(goal) ? (value.own === 0 ? 0 : (value.number * 100) / value.own) : value.number;
const missing = (goal, value, needed) =>
  Math.max(0, (isShare(goal) ? Math.ceil((needed * value.own) / 100 - 1e-9) : needed) - value.number);

/** Each goal of a scope as a line says it, in `language`. */
export function goalLines(world, scope, projects, { day, at, loadedAt }, language) {
  const { plan, history, inScope } = world;
  const whole = scope.of === 'plan';
  const lines = [];
  for (const goal of plan.goals) {
    const recorded = goal.rule.by === 'recorded';
    if (!whole && recorded) continue;
    const value = valueOfGoal(goal, projects, { history, day, at, plan });
    if (!whole && value.own === 0) continue;
    const gates = whole || isShare(goal) ? goal.gates : [];
    const states = gates.map((gate, index) => {
      const over = day > gate.on;
      const evening = instant(plus(gate.on, 1), '00:00') - 1;
      const judged = over && evening >= loadedAt ? then(gate.on, evening) : value;
      const from = gates[index - 1] ?? { on: plan.from, value: 0 };
      const expected = from.value + (gate.value - from.value) * (passed(from.on, gate.on, day) / 100);
      const how = held(goal, judged, gate.value)
        ? 'reached'
        : over
          ? 'missed'
          : exact(goal, value) >= expected
            ? 'ahead'
            : 'behind';
      return { ...gate, how, missing: missing(goal, value, gate.value) };
    });
    const next = states.find(({ on }) => on >= day) ?? states.at(-1);
    const said = [...states.filter((each) => each.how === 'missed' && each !== next), ...(next ? [next] : [])];
    lines.push({
      name: goal.name[language],
      full: lineOf(goal, value, said, whole, language),
      short: lineOf(goal, value, next ? [next] : [], whole, language),
    });

    function then(on, evening) {
      const past = { moment: evening, known: at.known };
      const stood = world.standing(on, past).filter((project) => inScope(project, scope));
      return valueOfGoal(goal, stood, { history, day: on, at: past, plan });
    }
  }
  return lines;
}

const cut = (number) => String(Math.floor(Math.round(number * 10_000) / 100) / 100);
const MONTHS = 'January February March April May June July August September October November December'.split(' ');

export function dayWords(day, language, year = 2020) {
  const [ofYear, month, date] = day.split('-').map(Number);
  const other = ofYear !== year;
  if (language === 'zh') return `${other ? `${ofYear} 年 ` : ''}${month} 月 ${date} 日`;
  return `${date} ${MONTHS[month - 1]}${other ? ` ${ofYear}` : ''}`;
}

export function money(wan, language) {
  if (language === 'zh') return wan >= 10_000 ? `${cut(wan / 10_000)} 亿元` : `${wan} 万元`;
  return wan >= 100_000 ? `${cut(wan / 100_000)} billion yuan` : `${cut(wan / 100)} million yuan`;
}

function amount(measure, number, language) {
  const zh = language === 'zh';
  if (measure === 'share') return `${number}%`;
  if (measure === 'projects') return zh ? `${number} 个` : String(number);
  if (measure === 'activities') return zh ? `${number} 次` : String(number);
  if (measure === '10k-yuan') return money(number, language);
  return zh ? `${number} 万美元` : `$${cut(number / 100)} million`;
}

function ofTarget({ measure, target }, number, language) {
  const zh = language === 'zh';
  if (measure === '10k-yuan') {
    const unit = zh ? (target >= 10_000 ? 10_000 : 1) : target >= 100_000 ? 100_000 : 100;
    return `${cut(number / unit)}/${money(target, language)}`;
  }
  if (measure === '10k-dollars' && !zh) return `$${cut(number / 100)}/${cut(target / 100)} million`;
  return `${number}/${amount(measure, target, language)}`;
}

const HOW = {
  zh: { reached: '已达到', ahead: '进度跟上', behind: '进度落后', missed: '未达到' },
  en: { reached: 'reached', ahead: 'on course', behind: 'behind', missed: 'missed' },
};

function lineOf(goal, value, gates, whole, language) {
  const zh = language === 'zh';
  const comma = zh ? '，' : ', ';
  const added = goal.rule.by === 'figures' || goal.rule.by === 'recorded';
  let said;
  if (isShare(goal)) {
    const percent = value.own === 0 ? 0 : Math.floor((value.number * 10_000) / value.own) / 100;
    said = `${value.number}/${value.own}${zh ? `（${percent}%）` : ` (${percent}%)`}`;
  } else if (added)
    said = whole ? ofTarget(goal, value.number, language) : amount(goal.measure, value.number, language);
  else said = `${value.number}/${whole ? goal.target : value.own}`;
  const parts = gates.map(({ on, value: needed, how, missing: left }) => {
    const bare = needed === goal.target && !isShare(goal) ? '' : amount(goal.measure, needed, language);
    const name = `${zh ? `${dayWords(on, language)}关口 ` : `gate ${dayWords(on, language)} `}${bare}`.trimEnd();
    const wanting = amount(isShare(goal) ? 'projects' : goal.measure, left, language);
    const rest = left > 0 ? `${comma}${zh ? `还差 ${wanting}` : `${wanting} to go`}` : '';
    return `${name}${zh ? '：' : ': '}${HOW[language][how]}${rest}`;
  });
  const line = `${goal.name[language]} ${said}`;
  return parts.length === 0 ? line : `${line}${comma}${parts.join(zh ? '；' : '; ')}`;
}
