import type { FigureResult } from '../../accuracy/tasks.ts';
import type { MemoryFigure } from '../../schemas/memory-figure.ts';

/** Ids of records have dots and underscores, those of page elements do not. */
const elementId = (id: string): string => id.replace(/[^a-z0-9]+/g, '-');

/** Id of a memory figure on the page with all of them. A few names begin with a digit, which an id must not. */
export const memoryId = ({ id }: Pick<MemoryFigure, 'id'>): string => `figure-${elementId(id)}`;

/** Id of a figure of images, speech, embeddings or training on the page with all of them. */
export const taskFigureId = ({ figure }: FigureResult): string => `figure-${elementId(figure.id)}`;
