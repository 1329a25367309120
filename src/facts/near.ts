export { nearMatches } from '../text/near.ts';
