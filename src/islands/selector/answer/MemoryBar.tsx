import type { Budget } from '../../../advisor/budget.ts';
import { GiB } from '../../../advisor/bytes.ts';
import type { Need } from '../../../selector/result.ts';
import { gib, gibNeeded } from '../format.ts';
import { percent } from './figures.ts';
import type { Say } from './say.ts';

interface Props {
  need: Need;
  /** The Mac the need is held against */
  budget: Budget;
  say: Say;
  /** Without labels, for a list; the words beside it say the same */
  small?: boolean;
}

/** Where each part begins and how wide it is, in parts of the picture. */
const segmentsOf = ({ terms }: Need, scale: number): { key: string; from: number; width: number }[] => {
  let sum = 0;
  return terms.map(({ key, bytes }) => {
    const from = sum / scale;
    sum += bytes;
    return { key, from, width: bytes / scale };
  });
};

/** A label to the left of its line where there is room, else to the right. */
const anchorAt = (part: number): 'start' | 'end' => (part < 0.4 ? 'start' : 'end');

/** The parts of the need side by side over the memory of one Mac, with the GPU limit marked, and what other applications hold at the far end. */
export const MemoryBar = ({ need, budget, say, small = false }: Props) => {
  const { memoryGB, gpuLimitBytes, otherAppsBytes } = budget;
  const memoryBytes = memoryGB * GiB;
  const scale = Math.max(memoryBytes, need.totalBytes);
  const [memory, limit, others] = [memoryBytes / scale, gpuLimitBytes / scale, Math.min(otherAppsBytes, memoryBytes) / scale];
  const [top, height] = small ? [0, 14] : [24, 32];
  const text = say('bar.text', { gb: memoryGB, limit: gib(gpuLimitBytes), need: gibNeeded(need.totalBytes) });
  return (
    <svg
      class="answer-bar"
      width="100%"
      height={small ? 14 : 78}
      {...(small ? { 'aria-hidden': true } : { role: 'img', 'aria-label': others > 0 ? `${text} ${say('bar.others', { gb: gib(otherAppsBytes) })}` : text })}
    >
      <rect class="bar-memory" x="0" y={top} width={percent(memory)} height={height} rx="4" />
      {others > 0 && <rect class="bar-others" x={percent(memory - others)} y={top} width={percent(others)} height={height} rx="4" />}
      {segmentsOf(need, scale).map(({ key, from, width }) => (
        <rect key={key} class={`part-${key}`} x={percent(from)} y={top + (small ? 3 : 5)} width={percent(width)} height={height - (small ? 6 : 10)} />
      ))}
      <line class="bar-limit" x1={percent(limit)} x2={percent(limit)} y1={small ? 0 : 16} y2={top + height + (small ? 0 : 4)} />
      {!small && (
        <>
          <text x={percent(limit)} y="11" text-anchor={anchorAt(limit)}>
            {say('bar.limit', { limit: gib(gpuLimitBytes) })}
          </text>
          <text class="soft" x={percent(memory)} y="75" text-anchor={anchorAt(memory)}>
            {say('bar.memory', { gb: memoryGB })}
          </text>
        </>
      )}
    </svg>
  );
};
