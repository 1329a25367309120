/** Pages that are not articles, in the order of the navigation; their titles are in content/ui. */
export const TOOL_PAGES = [
  { path: '/spec-selector/', title: 'selectorPage.title', description: 'selectorPage.description' },
  { path: '/portability/', title: 'portabilityPage.title', description: 'portabilityPage.description' },
] as const;

const factPage = <Path extends string, Key extends string>(path: Path, key: Key) => ({
  path,
  title: `${key}.title`,
  description: `${key}.description`,
  lead: `${key}.lead`,
  keywords: `${key}.keywords`,
});

/** Pages to look something up in. */
export const REFERENCE_PAGES = [
  { path: '/faq/', title: 'faq.title', description: 'faq.description' },
  { path: '/glossary/', title: 'glossary.title', description: 'glossary.description' },
  { path: '/changes/', title: 'changes.title', description: 'changes.description' },
] as const;

/** Pages that show the facts themselves. */
export const FACT_PAGES = {
  chips: factPage('/facts/chips/', 'facts.chips'),
  macs: factPage('/facts/macs/', 'facts.macs'),
  gpuLimits: factPage('/facts/gpu-limits/', 'facts.limits'),
  models: factPage('/facts/models/', 'facts.models'),
  packages: factPage('/facts/packages/', 'facts.packages'),
  cudaCode: factPage('/facts/cuda-code/', 'facts.cudaCode'),
  operators: factPage('/mps-operators/', 'operators'),
  accuracy: factPage('/accuracy/', 'accuracy'),
};
