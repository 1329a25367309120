import { href } from '../../../i18n/links.ts';
import type { Shared } from './shared.ts';

/** Says plainly that renting is the better way, and where to read on. */
export const CloudNote = ({ path, at: { say, locale } }: { path: string; at: Shared }) => (
  <p class="answer-cloud">
    {say('cloud')} <a href={href(path, locale)}>{say('cloud.link')}</a>
  </p>
);
