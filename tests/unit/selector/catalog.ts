import { loadFacts } from '../../../src/facts/registry.ts';
import { catalogOf } from '../../../src/selector/catalog.ts';
import { startSelection } from '../../../src/selector/defaults.ts';

/** The real facts: the properties must hold for what the site publishes, not for made-up models. */
export const facts = loadFacts();
export const catalog = catalogOf(facts);
export const start = startSelection(catalog);
