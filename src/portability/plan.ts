import type { Verdict } from '../schemas/verdict.ts';
import type { PackageIndex } from './package-index.ts';
import type { CodeGroup, PackageFinding, PlanStep } from './types.ts';
import { decides } from './verdict.ts';

/** Patterns that are answered by choosing the device once. */
const DEVICE_PATTERNS = /^(?:cuda-method|device-|requires-cuda|hf-device-map)/;
const CONTAINER_PATTERNS = /^docker-/;
const isKernel = (effect: Verdict): boolean => effect === 'nvidia';

/** What to do, in the order in which it is done: the machine, the packages, the code, a first run, and what is left for the cloud. */
export const planFor = (verdict: Verdict, packages: readonly PackageFinding[], code: readonly CodeGroup[], index: PackageIndex): readonly PlanStep[] => {
  const wanted = packages.filter(decides);
  const recordOf = ({ id }: PackageFinding) => (id === null ? null : index.named(id));
  const withWay = (...ways: readonly string[]): readonly string[] =>
    wanted
      .filter((finding) => finding.state === 'as-recorded' && finding.effect !== 'runs' && ways.includes(recordOf(finding)?.way ?? ''))
      .map(({ name }) => name);
  const inState = (state: PackageFinding['state']): readonly string[] =>
    wanted.filter((finding) => finding.state === state && finding.effect !== 'runs').map(({ name }) => name);
  const open = code.filter(({ findings }) => findings.some(({ role, effect }) => role === 'main' && effect !== 'runs'));
  const patterns = (test: (group: CodeGroup) => boolean): readonly string[] => open.filter(test).map(({ pattern }) => pattern);
  const isOperator = ({ findings }: CodeGroup): boolean => findings[0]?.operator !== undefined;
  const isDevice = ({ pattern }: CodeGroup): boolean => DEVICE_PATTERNS.test(pattern);
  const isOther = (group: CodeGroup): boolean => !isOperator(group) && !isDevice(group) && !CONTAINER_PATTERNS.test(group.pattern) && !isKernel(group.effect);
  const needsCloud = [...withWay('cloud'), ...patterns(({ effect }) => isKernel(effect))];

  const steps: PlanStep[] = [];
  const step = (code: PlanStep['code'], ids: readonly string[]): void => {
    if (ids.length > 0) steps.push({ code, ids: [...new Set(ids)] });
  };
  steps.push({ code: 'environment', ids: [] });
  step('cloud', needsCloud);
  step(
    'container',
    patterns(({ pattern }) => CONTAINER_PATTERNS.test(pattern)),
  );
  step('index', inState('cuda-build'));
  step('drop', withWay('drop'));
  step('swap', withWay('swap'));
  step('raise', inState('too-old'));
  // What is left of the lists is installed, whatever had to be taken out of them.
  if (wanted.some(({ importedOnly }) => !importedOnly)) steps.push({ code: 'install', ids: withWay('keep') });
  step('rewrite', withWay('rewrite'));
  step('device', patterns(isDevice));
  step(
    'silent',
    patterns((group) => isOther(group) && group.severity === 'silent'),
  );
  step(
    'errors',
    patterns((group) => isOther(group) && group.severity !== 'silent'),
  );
  step(
    'fallback',
    code.filter(isOperator).flatMap(({ findings }) => findings.flatMap(({ operator, guard }) => (guard === null && operator !== undefined ? [operator] : []))),
  );
  step(
    'unknown',
    packages.filter(({ id, role, state }) => id === null && role === 'main' && state !== 'skipped').map(({ name }) => name),
  );
  if (verdict !== 'nvidia') steps.push({ code: 'run', ids: [] }, { code: 'compare', ids: [] });
  return steps;
};
