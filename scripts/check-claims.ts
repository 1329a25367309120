import { loadFacts } from '../src/facts/registry.ts';
import { macSizes } from '../src/build/claims/mac-sizes.ts';
import { checkedPages } from '../src/build/claims/pages.ts';
import { unsourcedFigures } from '../src/build/claims/check.ts';

/** `npm run check:claims`: every figure with a unit in the prose of the built site that has no source beside it. Exit code 1 when there is one. */
const sizes = macSizes(loadFacts().macs);
let count = 0;
const pages = checkedPages('dist');
for (const { path, main, titles } of pages) {
  for (const { figure, sentence } of unsourcedFigures(main, titles, sizes)) {
    count += 1;
    console.log(`${path}: ${figure}: ${sentence}`);
  }
}
console.log(`\n${pages.length} pages, ${count} figures without a source`);
if (count > 0) process.exitCode = 1;
