import fitted from '../advisor/speed/fitted.json' with { type: 'json' };
import heldOut from '../calibration/held-out.json' with { type: 'json' };
import { observationsOf } from '../calibration/observations.ts';
import type { Facts } from '../facts/collections.ts';
import { memoryPeers, type MemoryPeers } from './memory-peers.ts';
import { memoryAccuracy, type MemoryAccuracy } from './memory.ts';
import { speedRows, type SpeedRow } from './speed.ts';
import { targetResults, type TargetResult } from './targets.ts';
import { figureResults, taskSpeedResults, type FigureResult, type SpeedResult } from './tasks.ts';

/** All that was predicted and published: what the tests assert, the command prints and the accuracy page shows. */
export interface AccuracyReport {
  readonly decode: readonly SpeedRow[];
  readonly prefill: readonly SpeedRow[];
  readonly memory: MemoryAccuracy;
  readonly memoryPeers: MemoryPeers;
  readonly taskFigures: readonly FigureResult[];
  readonly taskSpeeds: readonly SpeedResult[];
  readonly targets: readonly TargetResult[];
}

const reports = new WeakMap<Facts, AccuracyReport>();

const compute = (facts: Facts): AccuracyReport => {
  const decode = speedRows(observationsOf(facts, 'decode'), fitted, heldOut);
  const prefill = speedRows(observationsOf(facts, 'prefill'), fitted, heldOut);
  const memory = memoryAccuracy(facts);
  return {
    decode,
    prefill,
    memory,
    memoryPeers: memoryPeers(facts, memory.results),
    taskFigures: figureResults(facts),
    taskSpeeds: taskSpeedResults(facts),
    targets: targetResults(memory.summary, decode, prefill),
  };
};

/**
 * Every estimate beside its published figure, computed once per set of facts.
 * @throws when a source of speeds is missing from the held-out fits: then calibration was forgotten
 */
export const accuracyReport = (facts: Facts): AccuracyReport => {
  const known = reports.get(facts) ?? compute(facts);
  reports.set(facts, known);
  return known;
};
