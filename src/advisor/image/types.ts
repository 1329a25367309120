import type { ImageComponent, ImageModel } from '../../schemas/image-model.ts';
import type { ImageMeasurement } from '../../schemas/measurement.ts';

/** What the estimates need of an image model. */
export type ImageModelFacts = Pick<ImageModel, 'id' | 'architecture' | 'passesPerStep'> & {
  readonly components: readonly Pick<ImageComponent, 'role' | 'params'>[];
  readonly activations: Pick<NonNullable<ImageModel['activations']>, 'bytes' | 'pixels'> | null;
};

/** One published measurement. */
export type ImageRow = ImageMeasurement['rows'][number];
