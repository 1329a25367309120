import type { Place } from '../types.ts';
import { say, type Words } from './words.ts';

/** Name of a file, or what stands for text that was pasted without one. */
export const fileName = (path: string, words: Words): string => (path === '' ? say(words, 'place.pasted') : path);

/** `train.py:12`, and in a notebook `train.ipynb [cell 3]:2`. */
export const placeText = ({ file, line, cell }: Place, words: Words): string =>
  `${fileName(file, words)}${cell === undefined ? '' : ` [${say(words, 'place.cell', { cell })}]`}:${line}`;
