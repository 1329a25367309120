import { teraOperationsPerToken as textOperationsPerToken } from '../../../advisor/embedding/work.ts';
import { gpuRate, INFERENCE_GAIN, TRAINING_GAIN } from '../../../advisor/gpu-rate.ts';
import { imageSpeed } from '../../../advisor/image/speed.ts';
import { speedEstimate } from '../../../advisor/speed/estimate.ts';
import { bandwidthOf } from '../../../advisor/speed/work.ts';
import { teraOperationsPerToken } from '../../../advisor/training/speed.ts';
import type { SelectorChip } from '../../../selector/data.ts';
import { llmRequest } from '../../../selector/need-llm.ts';
import { resolveModel } from '../../../selector/resolve-model.ts';
import type { MachineView, Need } from '../../../selector/result.ts';
import { KIND_OF, OWN_MODEL, type Selection } from '../../../selector/selection.ts';
import { integer } from '../format.ts';
import { figure, rangeText } from './figures.ts';
import type { Shared } from './shared.ts';
import { Sources } from './Sources.tsx';
import { Worked, type WorkedRow } from './Worked.tsx';

interface Props {
  machine: MachineView;
  need: Need;
  at: Shared;
}

/** Milliseconds as they are added up, seconds where there are many. */
const timeText = (ms: number, { say }: Shared): string => (ms < 1000 ? `${ms.toFixed(2)}ms` : say('duration.seconds', { n: (ms / 1000).toFixed(1) }));

/** Parts of a time as rows, each with its text under `worked.<of>.<part>`, without those that are nothing. */
const timeRows = (of: string, parts: Readonly<Record<string, number>>, at: Shared): WorkedRow[] =>
  Object.entries(parts)
    .filter(([key, value]) => key !== 'total' && value > 0)
    .map(([key, value]) => ({ label: at.say(`worked.${of}.${key}`), value: timeText(value, at) }));

/** Decode and prefill of a machine in their parts; null where there is no basis. */
const tokensOn = ({ machine, need, at: { prepared, data, selection } }: Props) => {
  const request = llmRequest(selection, prepared);
  const chip = prepared.chips.get(machine.chip);
  if (request === null || chip === undefined) return null;
  const { model, quantization, contextTokens, cacheType } = request;
  const { memoryGB } = machine;
  const found = speedEstimate({ chip, memoryGB, model, quantization, weightsBytes: need.weightsBytes, cacheType, contextTokens }, data.speed);
  return found && { found, chip };
};

/** Id of the model in the table of language models. */
const listedModel = ({ model }: Selection): string | undefined => (model === OWN_MODEL ? undefined : model);

/** Tokens per second while answering. */
export const WorkedDecode = (props: Props) => {
  const { machine, at } = props;
  const { say, data, selection } = at;
  const tokens = tokensOn(props);
  if (tokens === null) return null;
  const { decode, decodeTime, decodeRoofline, modelClass, measuredGeneration } = tokens.found;
  const bandwidth = { label: say('worked.bandwidth'), value: `${bandwidthOf(tokens.chip, machine.memoryGB)}GB/s` };
  return (
    <Worked
      formula={say('worked.decode.formula')}
      rows={[bandwidth, ...timeRows('decode', { ...decodeTime }, at)]}
      total={{ label: say('worked.decode.total'), value: timeText(decodeTime.total, at), why: [say('worked.decode.result', { speed: figure(decode.mid) })] }}
    >
      <p>
        {say('worked.decode.range', { low: figure(decode.low), high: figure(decode.high), roofline: figure(decodeRoofline) })}{' '}
        {say('worked.decode.error', { kind: say(`class.${modelClass}`), percent: Math.round(data.decodeError[modelClass] * 100) })}{' '}
        {!measuredGeneration && say('worked.unmeasured')}
      </p>
      <Sources of={['models', 'chips', 'accuracy']} model={listedModel(selection)} at={at} />
    </Worked>
  );
};

/** The time until the answer begins. */
export const WorkedPrefill = (props: Props) => {
  const { say, selection } = props.at;
  const tokens = tokensOn(props);
  if (tokens === null) return null;
  const { prefill, prefillTime } = tokens.found;
  const cores = { label: say('worked.cores'), value: String(tokens.chip.gpuCores) };
  return (
    <Worked
      formula={say('worked.prefill.formula', { tokens: integer(selection.contextTokens) })}
      rows={[cores, ...timeRows('prefill', { ...prefillTime }, props.at)]}
      total={{
        label: say('worked.prefill.total'),
        value: timeText(prefillTime.total, props.at),
        why: [say('worked.prefill.result', { speed: figure(prefill.mid) })],
      }}
    >
      <p>{say('worked.prefill.error')}</p>
      <Sources of={['models', 'accuracy']} model={listedModel(selection)} at={props.at} />
    </Worked>
  );
};

/** Rate of the GPU as a row; nothing where nobody states it. */
const rateRows = (chip: SelectorChip, gain: typeof INFERENCE_GAIN, { say }: Shared): WorkedRow[] => {
  const rate = gpuRate(chip, gain);
  return rate === null
    ? []
    : [{ label: say('worked.rate'), value: `${rangeText(rate, say)}TFLOPS`, why: chip.neuralAccelerators ? [say('worked.rate.units')] : [] }];
};

interface ChipProps extends Props {
  chip: SelectorChip;
}

const WorkedImage = ({ chip, at }: ChipProps) => {
  const { say, selection, data } = at;
  const model = data.imageModels.find(({ id }) => id === selection.model);
  const { imagePx, steps } = selection;
  const found = model && imageSpeed({ model, chip, widthPx: imagePx, heightPx: imagePx, steps }, data.image);
  const rows: WorkedRow[] = [
    { label: say('worked.image.steps'), value: String(steps) },
    { label: say('worked.image.size'), value: `${imagePx}×${imagePx}` },
    ...rateRows(chip, INFERENCE_GAIN, at),
  ];
  return (
    <Worked formula={say('worked.image.formula')} rows={rows}>
      <p>{found?.known === true && say(`worked.basis.${found.basis}`, { count: found.points })}</p>
      <Sources of={['chips', 'accuracy']} at={at} />
    </Worked>
  );
};

const WorkedSpeech = ({ chip, at }: ChipProps) => {
  const { say, selection, data } = at;
  const count = data.speech.points.filter((point) => point.model === selection.model).length;
  const rows: WorkedRow[] = [...rateRows(chip, INFERENCE_GAIN, at), { label: say('worked.bandwidth'), value: `${chip.bandwidthGBps}GB/s` }];
  return (
    <Worked formula={say('worked.speech.formula')} rows={rows}>
      <p>{say('worked.basis.model', { count })}</p>
      <Sources of={['chips', 'accuracy']} at={at} />
    </Worked>
  );
};

const WorkedTraining = ({ chip, at }: ChipProps) => {
  const { say, selection, data, prepared } = at;
  const model = resolveModel(selection, prepared)?.model;
  if (model === undefined) return null;
  const { efficiency } = data.training;
  const operations = teraOperationsPerToken(model.activeParamsB ?? model.paramsB, selection.method, { checkpointing: true });
  const range = { low: Math.min(...efficiency) * 100, high: Math.max(...efficiency) * 100 };
  const rows: WorkedRow[] = [
    ...rateRows(chip, TRAINING_GAIN, at),
    { label: say('worked.training.operations'), value: `${figure(operations * 1000)}×10⁹`, why: [say('worked.training.checkpointing')] },
    { label: say('worked.training.efficiency'), value: `${rangeText(range, say)}%` },
  ];
  return (
    <Worked formula={say('worked.training.formula')} rows={rows}>
      <p>{say('worked.basis.all', { count: efficiency.length })}</p>
      <Sources of={['chips', 'accuracy']} at={at} />
    </Worked>
  );
};

const WorkedEmbedding = ({ chip, at }: ChipProps) => {
  const { say, selection, data } = at;
  const model = data.embeddingModels.find(({ id }) => id === selection.model);
  const rate = gpuRate(chip);
  const reached = chip.neuralAccelerators ? data.embedding.matrix : data.embedding.plain;
  if (model === undefined || rate === null || reached === null) return null;
  const operations = textOperationsPerToken(model, selection.sequenceTokens);
  const part = { low: reached.low * 100, high: reached.high * 100 };
  const rows: WorkedRow[] = [
    { label: say('worked.rate'), value: `${rangeText(rate, say)}TFLOPS` },
    { label: say('worked.training.operations'), value: `${figure(operations * 1000)}×10⁹` },
    { label: say('worked.training.efficiency'), value: `${rangeText(part, say)}%`, why: chip.neuralAccelerators ? [say('worked.rate.units')] : [] },
  ];
  return (
    <Worked formula={say('worked.training.formula')} rows={rows}>
      <p>{say('worked.basis.texts', { count: reached.points })}</p>
      <Sources of={['chips', 'accuracy']} at={at} />
    </Worked>
  );
};

const BY_KIND = { image: WorkedImage, speech: WorkedSpeech, training: WorkedTraining, embedding: WorkedEmbedding } as const;

/** How the speed of a machine came about, for every task but those with a language model. */
export const WorkedSpeed = (props: Props) => {
  const kind = KIND_OF[props.at.selection.task];
  const chip = props.at.prepared.chips.get(props.machine.chip);
  if (chip === undefined || kind === 'llm') return null;
  const Kind = BY_KIND[kind];
  return <Kind {...props} chip={chip} />;
};
