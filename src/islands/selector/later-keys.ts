/** Beginnings of the keys that only parts ask for which load when first opened; without `answer.worked.` those the summaries show. */
const LATER =
  /^(?:ask\.(?:own|paste\.|copy)|answer\.(?:worked\.(?!(?:title|lead|need|limit|decode|prefill|speed|disk|price)$)|help\.|kv\.|class\.|sources|note\.(?:weights|compute|activations)-|grid\.|markdown\.))/;

/**
 * Whether a text travels with the parts that open later: the build packs by this rule, and the page asks by it. The packed texts cannot say
 * it, one of them answers to any key.
 */
export const isLater = (key: string): boolean => LATER.test(key);
