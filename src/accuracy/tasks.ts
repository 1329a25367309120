import { GiB, MiB } from '../advisor/bytes.ts';
import { embeddingCalibration } from '../advisor/embedding/calibration.ts';
import { embeddingMemory } from '../advisor/embedding/memory.ts';
import { embeddingSpeed } from '../advisor/embedding/speed.ts';
import { variantsOf } from '../advisor/gpu-rate.ts';
import { imageCalibration } from '../advisor/image/calibration.ts';
import { imageMemory } from '../advisor/image/memory.ts';
import { imageSpeed } from '../advisor/image/speed.ts';
import { around, type Range } from '../advisor/range.ts';
import { speechMemory } from '../advisor/speech/memory.ts';
import { DECODE_SPREAD, decoderMsBehind, encoderMs, realtimeOf, speechCalibration, speechSpeed } from '../advisor/speech/speed.ts';
import { trainingMemory } from '../advisor/training/memory.ts';
import { trainingCalibration, trainingSpeed } from '../advisor/training/speed.ts';
import type { TrainingShape } from '../advisor/training/types.ts';
import type { Unknown } from '../advisor/unknown.ts';
import type { Facts } from '../facts/collections.ts';
import type { TaskFigure, TaskInput } from '../schemas/task-figure.ts';

/**
 * Predicted against published for images, speech, embeddings and training: the tests and the accuracy page show the same rows. Memory is
 * compared with `task-figures`; speed with the measurements, always from the other sources than the one that is predicted.
 */

const UNITS = { MB: 1e6, GB: 1e9, MiB, GiB };

/**
 * Largest relative error of a hit. A project’s table of estimates is rounded to what a graphics card holds, and does not say for which
 * batch and length it was made. Figures of a few megabytes or of “about 8 GB” carry no more digits than that.
 */
export const FIGURE_TOLERANCES: Readonly<Record<TaskFigure['kind'], { readonly below: number; readonly above: number }>> = {
  measured: { below: 0.1, above: 0.1 },
  'file-size': { below: 0.1, above: 0.1 },
  estimate: { below: 0.25, above: 0.25 },
  limit: { below: 0.35, above: 0 },
};

interface Terms {
  readonly terms: readonly { readonly key: string; readonly bytes: number }[];
}

const sumOf = ({ terms }: Terms, keys: readonly string[]): number => terms.filter(({ key }) => keys.includes(key)).reduce((sum, { bytes }) => sum + bytes, 0);
const withoutOverhead = ({ terms }: Terms): number => terms.reduce((sum, { key, bytes }) => sum + (key === 'overhead' ? 0 : bytes), 0);

const IMAGE_WEIGHTS = ['textEncoder', 'denoiser', 'vae'];

const shapeOf = ({ kvHeads, headDim, ...shape }: Extract<TaskInput, { task: 'training' }>['shape']): TrainingShape => ({
  ...shape,
  kvLayers: [{ kind: 'full', layers: shape.layers, kvHeads, headDim }],
});

const find = <R extends { readonly id: string }>(records: readonly R[], id: string): R => {
  const record = records.find((candidate) => candidate.id === id);
  if (record === undefined) throw new Error(`task-figures: no record ${id}`);
  return record;
};

const ofKnown = <M extends Terms>(memory: (M & { readonly known: true }) | Unknown, pick: (memory: M) => number): number | null =>
  memory.known ? pick(memory) : null;

/** Bytes the formulas give for a figure; null where they know no answer. */
const predictedBytes = (input: TaskInput, facts: Facts): number | null => {
  switch (input.task) {
    case 'image':
      return ofKnown(imageMemory({ ...input, model: find(facts.imageModels, input.model), references: facts.imageModels }), (memory) =>
        input.part === 'total' ? withoutOverhead(memory) : sumOf(memory, input.part === 'weights' ? IMAGE_WEIGHTS : ['denoiser']),
      );
    case 'speech':
      return withoutOverhead(speechMemory(find(facts.speechModels, input.model)));
    case 'embedding':
      return ofKnown(embeddingMemory({ model: find(facts.embeddingModels, input.model), bits: input.bits, batch: 1, sequenceTokens: 1 }), (memory) =>
        sumOf(memory, ['weights']),
      );
    case 'training': {
      const memory = trainingMemory({ ...input, shape: shapeOf(input.shape) });
      if (input.part === 'process') return memory.totalBytes;
      if (input.part === 'weights') return memory.weightsBytes;
      return input.part === 'total' ? withoutOverhead(memory) : sumOf(memory, ['weights', 'gradients', 'optimizer']);
    }
  }
};

export interface FigureResult {
  readonly figure: TaskFigure;
  readonly predictedBytes: number;
  readonly statedBytes: number;
  /** Predicted ÷ stated − 1. */
  readonly error: number;
  readonly hit: boolean;
}

/** Every figure that can be computed, with its error; figures that cannot carry their reason in the data. */
export const figureResults = (facts: Facts): readonly FigureResult[] =>
  facts.taskFigures.flatMap((figure): FigureResult[] => {
    const predicted = figure.input === null ? null : predictedBytes(figure.input, facts);
    if (predicted === null) return [];
    const statedBytes = figure.stated * UNITS[figure.unit];
    const error = predicted / statedBytes - 1;
    const { below, above } = FIGURE_TOLERANCES[figure.kind];
    return [{ figure, predictedBytes: predicted, statedBytes, error, hit: error >= -below && error <= above }];
  });

export interface SpeedResult {
  readonly task: 'image' | 'speech-encoder' | 'speech-decoder' | 'speech-run' | 'training' | 'embedding';
  /** Id of the record the row stands in. */
  readonly source: string;
  /** Model and machine, as the source names them. */
  readonly what: string;
  readonly unit: string;
  readonly stated: number;
  readonly predicted: Range;
  /** Predicted ÷ stated − 1, of the middle. */
  readonly error: number;
  readonly inRange: boolean;
}

/** Averages estimates for the variants a row can have been measured on, as a range that holds all of them. */
const hull = (ranges: readonly Range[]): Range | null =>
  ranges.length === 0
    ? null
    : {
        low: Math.min(...ranges.map(({ low }) => low)),
        mid: Math.exp(ranges.reduce((sum, { mid }) => sum + Math.log(mid), 0) / ranges.length),
        high: Math.max(...ranges.map(({ high }) => high)),
      };

interface Place {
  readonly task: SpeedResult['task'];
  readonly source: string;
  readonly row: { readonly modelName: string; readonly chipName: string; readonly software: string; readonly unit: string };
}

const speedResult = ({ task, source, row }: Place, stated: number, predicted: Range | null): SpeedResult[] =>
  predicted === null
    ? []
    : [
        {
          task,
          source,
          what: `${row.modelName}, ${row.chipName}, ${row.software}`,
          unit: row.unit,
          stated,
          predicted,
          error: predicted.mid / stated - 1,
          inRange: stated >= predicted.low && stated <= predicted.high,
        },
      ];

const rowsOf = <R>(records: readonly { readonly id: string; readonly rows: readonly R[] }[], except?: string): readonly R[] =>
  records.filter(({ id }) => id !== except).flatMap(({ rows }) => rows);

/** Images: every usable run, predicted from the runs of all other sources. */
const imageResults = (facts: Facts): readonly SpeedResult[] =>
  facts.imageMeasurements.flatMap(({ id: source, rows }) => {
    const calibration = imageCalibration(rowsOf(facts.imageMeasurements, source), facts.imageModels, facts.chips);
    return rows.flatMap((row) => {
      const { model: id, widthPx, heightPx, steps, unit } = row;
      const model = facts.imageModels.find((candidate) => candidate.id === id);
      if (!row.usable || model === undefined || widthPx === null || heightPx === null) return [];
      if (unit !== 's/step' && (unit !== 's/image' || steps === null)) return [];
      const request = { model, widthPx, heightPx, steps: unit === 's/step' ? 1 : (steps ?? 1) };
      const ranges = variantsOf(row, facts.chips).flatMap((chip) => {
        const speed = imageSpeed({ ...request, chip }, calibration);
        return speed.known ? [unit === 's/step' ? speed.stepsSeconds : speed.seconds] : [];
      });
      return speedResult({ task: 'image', source, row }, row.value, hull(ranges));
    });
  });

/**
 * Speech: the encoder was published by one source only, so each chip is predicted from the others. The decoder's fixed times were read off
 * these same rows, so its errors say how well the law holds, not how it predicts. Whole recordings come from other sources than both.
 */
const speechResults = (facts: Facts): readonly SpeedResult[] =>
  facts.speechMeasurements.flatMap(({ id: source, rows }) =>
    rows.flatMap((row) => {
      const model = facts.speechModels.find(({ id }) => id === row.model);
      if (!row.usable || model === undefined) return [];
      const variants = variantsOf(row, facts.chips);
      if (row.unit === 'ms/token') {
        const ms = row.precision === 'f16' ? decoderMsBehind(row, model, facts.chips) : null;
        return speedResult({ task: 'speech-decoder', source, row }, row.value, ms === null ? null : around(ms, DECODE_SPREAD));
      }
      const all = rowsOf(facts.speechMeasurements);
      if (row.unit === 'ms/window') {
        if (row.precision !== 'f16') return [];
        const others = speechCalibration(
          all.filter(({ chipName }) => chipName !== row.chipName),
          facts.speechModels,
          facts.chips,
        );
        const ranges = variants.flatMap((chip) => {
          const encoder = encoderMs(model, chip, others);
          return 'known' in encoder ? [] : [encoder];
        });
        return speedResult({ task: 'speech-encoder', source, row }, row.value, hull(ranges));
      }
      const realtime = realtimeOf(row);
      if (realtime === null) return [];
      const calibration = speechCalibration(rowsOf(facts.speechMeasurements, source), facts.speechModels, facts.chips);
      const ranges = variants.flatMap((chip) => {
        const speed = speechSpeed(model, chip, calibration, 16, row.audioSeconds);
        return speed.known ? [speed.realtime] : [];
      });
      return speedResult({ task: 'speech-run', source, row: { ...row, unit: 'x realtime' } }, realtime, hull(ranges));
    }),
  );

/** Training: every run of a Mac whose tokens per second can be told, predicted from the runs of all other sources. */
const trainingResults = (facts: Facts): readonly SpeedResult[] =>
  facts.trainingMeasurements.flatMap(({ id: source, rows }) => {
    const calibration = trainingCalibration(rowsOf(facts.trainingMeasurements, source), facts.chips);
    return rows.flatMap((row) => {
      const { unit, value, batch, sequenceTokens, paramsB, method } = row;
      const stated = unit === 'tokens/s' ? value : unit === 'it/s' && batch !== null && sequenceTokens !== null ? value * batch * sequenceTokens : null;
      if (!row.usable || stated === null || paramsB === null || method === null) return [];
      const layers = row.modelLayers ?? 1;
      const ranges = variantsOf(row, facts.chips).flatMap((chip) => {
        const speed = trainingSpeed(
          {
            // The dimensions of attention count for longer examples only than anybody measured.
            shape: { paramsB, layers, attentionHeads: 0, kvLayers: [] },
            chip,
            method: method === 'full' ? 'full-amp' : method,
            checkpointing: false,
            adaptedLayers: row.adaptedLayers ?? layers,
          },
          calibration,
        );
        return speed.known ? [speed.tokensPerSecond] : [];
      });
      return speedResult({ task: 'training', source, row: { ...row, unit: 'tokens/s' } }, stated, hull(ranges));
    });
  });

/** Embeddings: every usable run, predicted from those of all other sources and from the prompts of language models. */
const embeddingResults = (facts: Facts): readonly SpeedResult[] =>
  facts.embeddingMeasurements.flatMap(({ id: source, rows }) => {
    const calibration = embeddingCalibration(
      {
        runs: rowsOf(facts.embeddingMeasurements, source),
        models: facts.embeddingModels,
        prompts: rowsOf(facts.llmBenchmarks),
        promptModels: facts.models,
      },
      facts.chips,
    );
    return rows.flatMap((row) => {
      const model = facts.embeddingModels.find(({ id }) => id === row.model);
      const { sequenceTokens } = row;
      if (!row.usable || model === undefined || sequenceTokens === null) return [];
      const ranges = variantsOf(row, facts.chips).flatMap((chip) => {
        const speed = embeddingSpeed({ model, chip, sequenceTokens }, calibration);
        return speed.known ? [speed.tokensPerSecond] : [];
      });
      return speedResult({ task: 'embedding', source, row }, row.value, hull(ranges));
    });
  });

/** Predicted against measured speed, source by source, without the source that is predicted. */
export const taskSpeedResults = (facts: Facts): readonly SpeedResult[] => [
  ...imageResults(facts),
  ...speechResults(facts),
  ...trainingResults(facts),
  ...embeddingResults(facts),
];
