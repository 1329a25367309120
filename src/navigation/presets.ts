import { loadFacts } from '../facts/registry.ts';
import { USE_PRESETS, type UsePreset } from './use-presets.ts';

/** A page of the spec selector that was answered when the site was built: by use, or one for every language model with the usual settings. */
export type Preset = { readonly kind: 'use'; readonly id: string; readonly use: UsePreset } | { readonly kind: 'model'; readonly id: string };

/** Query string of a preset. */
export const presetQuery = (preset: Preset): string => (preset.kind === 'use' ? preset.use.query : `task=chat&model=${preset.id}`);

/**
 * All presets, each at `/spec-selector/<id>/`.
 * @throws when a use has the id of a model
 */
export const presets = (): readonly Preset[] => {
  const models = loadFacts().models.map(({ id }): Preset => ({ kind: 'model', id }));
  const twice = USE_PRESETS.find(({ id }) => models.some((model) => model.id === id));
  if (twice !== undefined) throw new Error(`preset ${twice.id}: a model has the same id`);
  return [...USE_PRESETS.map((use): Preset => ({ kind: 'use', id: use.id, use })), ...models];
};
