import { writeFileSync } from 'node:fs';
import { calibrate } from '../src/calibration/calibrate.ts';
import { loadFacts } from '../src/facts/registry.ts';

/**
 * `npm run calibrate`: fits the speed parameters to content/facts/llm-benchmarks.json and writes them where the advisor and the accuracy
 * page read them. To be run after those facts, or the formulas in src/advisor/speed, have changed; a test fails when it was forgotten.
 */
const write = (path: string, value: unknown): void => writeFileSync(new URL(path, import.meta.url), `${JSON.stringify(value, null, 2)}\n`);

const { parameters, heldOut } = calibrate(loadFacts());
write('../src/advisor/speed/fitted.json', parameters);
write('../src/calibration/held-out.json', heldOut);
console.log(`fitted on ${Object.keys(heldOut.decode).length} sources of decode and ${Object.keys(heldOut.prefill).length} of prefill speeds`);
