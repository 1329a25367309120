import { href } from '../../../i18n/links.ts';
import type { Shared } from './shared.ts';

/** Pages of this site where inputs and errors are shown, each with its own sources. */
const PATHS = {
  models: '/facts/models/',
  limits: '/facts/gpu-limits/',
  macs: '/facts/macs/',
  chips: '/facts/chips/',
  memory: '/memory-limits/',
  accuracy: '/accuracy/',
} as const;

interface Props {
  of: readonly (keyof typeof PATHS)[];
  /** Id of the model whose row is meant */
  model?: string | undefined;
  at: Shared;
}

/** Rows of the table of models are named by id, without dots. */
const fragment = (key: string, model: string | undefined): string => (key === 'models' && model !== undefined ? `#${model.replaceAll('.', '-')}` : '');

export const Sources = ({ of, model, at: { say, locale } }: Props) => (
  <p class="answer-sources">
    {say('sources')}
    {of.map((key, index) => (
      <>
        {index > 0 ? ' · ' : ' '}
        <a href={href(PATHS[key], locale) + fragment(key, model)}>{say(`sources.${key}`)}</a>
      </>
    ))}
  </p>
);
