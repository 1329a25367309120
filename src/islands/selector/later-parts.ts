/** Everything few readers open, as one chunk: for one file it compresses better than for seven, and a second part opened is there already. */
export { findModels, findQuantizations } from '../../selector/find.ts';
export { Compare } from './answer/Compare.tsx';
export { copied } from './answer/copied-markdown.ts';
export { GridView } from './answer/GridView.tsx';
export { WorkedPart } from './answer/WorkedPart.tsx';
export { OwnModelFields } from './ask/OwnModelFields.tsx';
export { PasteForm } from './ask/PasteForm.tsx';
export { isLater } from './later-keys.ts';
