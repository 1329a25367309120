import type { SelectorChip } from '../../../selector/data.ts';
import { say, type ToolText } from '../text.ts';

/** `M4 Pro`, with the cores of its GPU where the name alone does not say which chip it is: `M4 Pro（GPU 20コア）`. */
export const chipLabel = (chip: SelectorChip, chips: readonly SelectorChip[], text: ToolText): string =>
  chips.some(({ id, name }) => name === chip.name && id !== chip.id) ? say(text, 'ask.chip.cores', { name: chip.name, gpu: chip.gpuCores }) : chip.name;
