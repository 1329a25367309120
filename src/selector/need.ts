import type { Estimate, Unestimated } from './estimate.ts';
import { embeddingEstimate } from './need-embedding.ts';
import { imageEstimate } from './need-image.ts';
import { llmEstimate } from './need-llm.ts';
import { speechEstimate } from './need-speech.ts';
import { trainingEstimate } from './need-training.ts';
import type { Prepared } from './prepare.ts';
import { KIND_OF, type Kind, type Selection } from './selection.ts';

const ESTIMATES: Readonly<Record<Kind, (selection: Selection, prepared: Prepared) => Estimate | Unestimated>> = {
  llm: llmEstimate,
  image: imageEstimate,
  speech: speechEstimate,
  embedding: embeddingEstimate,
  training: trainingEstimate,
};

/** What the task chosen needs on any Mac, and its speed on each; or which part of it nobody published. Never throws. */
export const estimateFor = (selection: Selection, prepared: Prepared): Estimate | Unestimated => ESTIMATES[KIND_OF[selection.task]](selection, prepared);
