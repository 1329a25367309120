import { unknown, type Unknown } from '../unknown.ts';
import type { EmbeddingModelFacts } from './memory.ts';

/**
 * Texts per second on a Mac: unknown. No published measurement of one of our models on a stated chip was found, and encoders of this
 * size spend as much time on starting their layers as on arithmetic, so the work of other models says too little.
 */
export const embeddingSpeed = (model: Pick<EmbeddingModelFacts, 'id'>): Unknown => unknown('no-measurement', model.id);
