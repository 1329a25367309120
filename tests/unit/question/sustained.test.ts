import { describe, expect, it } from 'vitest';
import { slowdowns, sustainedSpeed, type SlowedRun } from '../../../src/advisor/speed/sustained.ts';
import { slowedRuns } from '../../../src/question/slowed-runs.ts';
import { context, facts } from './ask.ts';

const run = (measure: SlowedRun['measure'], part: number): SlowedRun => ({ family: 'M5', modelClass: 'dense', measure, published: part * 20, estimated: 20 });
const runs = [0.5, 0.6, 0.7, 0.8, 1.2].flatMap((part) => [run('decode', part), run('prefill', part / 2)]);

describe('the speed that is left under load', () => {
  it('is the median of the published parts, between the lowest and the highest', () => {
    const slowdown = slowdowns(runs)('M5', 'dense');
    expect(slowdown).toEqual({ decode: { low: 0.5, mid: 0.7, high: 1 }, prefill: { low: 0.25, mid: 0.35, high: 0.6 }, rows: 10 });
    const full = { low: 8, mid: 10, high: 12 };
    expect(slowdown && sustainedSpeed({ decode: full, prefill: full }, slowdown)).toEqual({
      decode: { low: 5, mid: 7, high: 10 },
      prefill: { low: 2.5, mid: 3.5, high: 6 },
    });
  });

  it('is not known for other chips, other classes and from too few runs', () => {
    expect(slowdowns(runs)('M4', 'dense')).toBeNull();
    expect(slowdowns(runs)('M5', 'experts')).toBeNull();
    expect(slowdowns(runs.slice(0, 9))('M5', 'dense')).toBeNull();
  });

  it('rests on the throttled rows of chips without a fan, most of them of an M5', () => {
    const { runs: published, sources } = slowedRuns(facts, context.speed);
    const ofM5 = published.filter(({ family, modelClass }) => family === 'M5' && modelClass === 'dense');
    expect(ofM5.length).toBeGreaterThan(published.length / 2);
    expect(ofM5.length).toBe(context.slowdown('M5', 'dense')?.rows);
    expect(sources).toContain('https://github.com/enescingoz/mac-llm-bench');
    const slowdown = context.slowdown('M5', 'dense');
    expect(slowdown?.decode.mid).toBeGreaterThan(0.55);
    expect(slowdown?.decode.mid).toBeLessThan(0.85);
    expect(slowdown?.prefill.mid).toBeLessThan(slowdown?.decode.mid ?? 0);
  });
});
