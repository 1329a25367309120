import type { PlanStep, Report } from '../types.ts';
import { commandFor, usesTorch } from './commands.ts';
import { packageDiffs } from './packages.ts';
import type { DiffView, LinkView, StepView } from './view-types.ts';
import { say, type Words } from './words.ts';

/** Where to read on, by step: the key of the link's text, and the page. */
const LINKS: Readonly<Partial<Record<PlanStep['code'], readonly (readonly [string, string])[]>>> = {
  environment: [['step.environment.link', '/python-setup/']],
  fallback: [['step.fallback.link', '/mps-operators/']],
  run: [['step.run.link', '/pytorch-mps/']],
  container: [['step.container.link', '/docker/']],
  cloud: [
    ['step.cloud.link', '/cloud-gpus/'],
    ['step.cloud.link-work', '/laptop-to-cloud/'],
  ],
};

/** Steps that change lines that ask for packages. */
const LINE_STEPS: ReadonlySet<PlanStep['code']> = new Set(['drop', 'swap', 'raise', 'index']);

/** Steps name packages as they are asked for, patterns by id, operators by name. */
const nameOf = (name: string, { packages }: Report, words: Words): string => {
  const id = packages.find((finding) => finding.name === name)?.id ?? name;
  return words.packages.get(id)?.name ?? words.patterns.get(name)?.title ?? name;
};

const operatorNames = ({ code }: Report): string[] => [...new Set(code.flatMap(({ findings }) => findings.flatMap(({ operator }) => operator ?? [])))];

/** Indexes that packages are taken from: their lines go as well. */
const indexesOf = (ids: readonly string[], { packages }: Report): string[] =>
  packages.filter(({ name }) => ids.includes(name)).flatMap(({ dependencies }) => dependencies.flatMap(({ index }) => index ?? []));

/** Names of what a step is about, but for packages whose lines it shows. */
const itemsOf = ({ code, ids }: PlanStep, shown: ReadonlySet<string>, report: Report, words: Words): string[] => {
  if (code === 'fallback') return operatorNames(report);
  const names = ids.filter((id) => !shown.has(id)).map((id) => nameOf(id, report, words));
  return [...new Set([...names, ...(code === 'index' ? indexesOf(ids, report) : [])])];
};

const fileOf = (place: string): string => place.replace(/:\d+$/, '');

/** Changes to one file as one: a list of twenty lines to delete is one thing to do. */
const byFile = (diffs: readonly DiffView[]): DiffView[] => {
  const files = new Map<string, DiffView>();
  for (const diff of diffs) {
    const key = diff.places.map(fileOf).join('\n');
    const known = files.get(key);
    const join = (before: string, after: string): string => [before, after].filter((part) => part !== '').join('\n');
    files.set(
      key,
      known === undefined ? diff : { places: [...known.places, ...diff.places], before: join(known.before, diff.before), after: join(known.after, diff.after) },
    );
  }
  return [...files.values()];
};

/** Steps whose text speaks of PyTorch, and has another for projects without it. */
const ABOUT_TORCH: ReadonlySet<PlanStep['code']> = new Set(['run', 'compare']);

const textKey = (code: PlanStep['code'], report: Report): string => (ABOUT_TORCH.has(code) && !usesTorch(report) ? `step.${code}.plain` : `step.${code}`);

/** A step of the plan in words, with the lines it changes and what to type. */
export const stepView = (step: PlanStep, report: Report, words: Words): StepView => {
  const { code, ids } = step;
  const findings = LINE_STEPS.has(code) ? report.packages.filter(({ name }) => ids.includes(name)) : [];
  const changed = findings.map((finding) => ({ name: finding.name, diffs: packageDiffs(finding, words) })).filter(({ diffs }) => diffs.length > 0);
  return {
    title: say(words, `step.${code}.title`),
    text: say(words, textKey(code, report)),
    items: itemsOf(step, new Set(changed.map(({ name }) => name)), report, words),
    diffs: byFile(changed.flatMap(({ diffs }) => diffs)),
    code: commandFor(code, report),
    links: (code === 'run' && !usesTorch(report) ? [] : (LINKS[code] ?? [])).map(([key, path]): LinkView => ({
      text: say(words, key),
      href: words.links(path),
    })),
  };
};
