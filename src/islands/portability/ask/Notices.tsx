import type { Skipped } from '../collect.ts';
import { LIMITS, MB } from '../limits.ts';
import type { Notice } from '../state.ts';
import type { Say } from '../text.ts';

interface Props {
  notices: readonly Notice[];
  skipped: readonly Skipped[];
  say: Say;
  onUndo: () => void;
}

/** Files named one by one; more are counted. */
const SHOWN = 20;

const limitOf = (reason: Skipped['reason']): number =>
  ({ 'too-large': LIMITS.fileBytes / MB, total: LIMITS.totalBytes / MB, count: LIMITS.files, unreadable: 0 })[reason];

/** What came of the last thing the reader did. The region is always there, so that readers of the screen hear when it is filled. */
export const Notices = ({ notices, skipped, say, onUndo }: Props) => (
  <div class="checker-notices" role="status">
    {notices.map(({ key, values, action }) => (
      <p key={key} class="notice">
        {say(key, values)}{' '}
        {action === 'undo' && (
          <button type="button" class="checker-link" onClick={onUndo}>
            {say('notice.undo')}
          </button>
        )}
      </p>
    ))}
    {skipped.length > 0 && (
      <div class="notice">
        <p>{say('skipped', { count: skipped.length })}</p>
        <ul>
          {skipped.slice(0, SHOWN).map(({ path, reason, size }) => (
            <li key={path}>
              <span class="checker-path">{path}</span> {say(`skipped.${reason}`, { size, limit: limitOf(reason) })}
            </li>
          ))}
        </ul>
        {skipped.length > SHOWN && <p>{say('skipped.more', { count: skipped.length - SHOWN })}</p>}
      </div>
    )}
  </div>
);
