import { describe, expect, it } from 'vitest';
import { EXAMPLE_IDS } from '../../../../src/islands/portability/example-ids.ts';
import { EXAMPLES } from '../../../../src/islands/portability/examples.ts';
import type { Verdict } from '../../../../src/schemas/verdict.ts';
import { checked } from '../../portability/words/known.ts';

const VERDICTS: Readonly<Record<keyof typeof EXAMPLES, Verdict>> = {
  requirements: 'changes',
  training: 'changes',
  notebook: 'changes',
  docker: 'changes',
  lora: 'changes',
  splatting: 'nvidia',
  mlx: 'runs',
};

describe('the example', () => {
  it.each(EXAMPLE_IDS)('%s gets the verdict it is there to show, from files that can all be read', (id) => {
    const { verdict, problems, packages, files } = checked(...EXAMPLES[id]);
    expect(verdict).toBe(VERDICTS[id]);
    expect(problems).toEqual([]);
    expect(files.map(({ kind }) => kind)).not.toContain(null);
    // An example with packages nobody knows would show a gap of ours.
    expect(packages.filter((one) => one.id === null && one.state !== 'skipped').map(({ name }) => name)).toEqual([]);
  });
});
