/** Ids of the examples, in the order they are offered; links of articles name them. Their files load when one is opened. */
export const EXAMPLE_IDS = ['requirements', 'training', 'notebook', 'docker', 'lora', 'splatting', 'mlx'] as const;
export type ExampleId = (typeof EXAMPLE_IDS)[number];

export const isExampleId = (id: string): id is ExampleId => EXAMPLE_IDS.some((one) => one === id);
