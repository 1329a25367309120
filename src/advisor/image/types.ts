import type { ImageModel } from '../../schemas/image-model.ts';
import type { ImageMeasurement } from '../../schemas/measurement.ts';

/** What the estimates need of an image model. */
export type ImageModelFacts = Pick<ImageModel, 'id' | 'architecture' | 'components' | 'activations' | 'passesPerStep'>;

/** One published measurement. */
export type ImageRow = ImageMeasurement['rows'][number];
