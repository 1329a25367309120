import type { Work } from '../state.ts';
import type { Say } from '../text.ts';

interface Props {
  work: Work;
  isAwake: boolean;
  hasDraft: boolean;
  say: Say;
  onAdd: () => void;
  onCancel: () => void;
}

const Progress = ({ work, say }: Pick<Props, 'work' | 'say'>) => {
  if (work.kind === 'idle') return null;
  const counts = work.kind === 'loading' || work.total === 0 ? null : work;
  const label = say(work.kind);
  return (
    <span class="checker-progress">
      <progress aria-label={label} {...(counts !== null && { max: counts.total, value: counts.done })} />
      <span>
        {label} {counts !== null && say('progress', { done: counts.done, total: counts.total })}
      </span>
    </span>
  );
};

/** What starts a check, and what ends one. Both keep their place: a button that turns into another would be pressed by mistake. */
export const CheckButtons = ({ work, isAwake, hasDraft, say, onAdd, onCancel }: Props) => (
  <div class="checker-run">
    <button type="submit" class="button checker-go" disabled={!isAwake} id="checker-go">
      {say('check')}
    </button>
    {work.kind === 'idle' ? (
      <button type="button" class="button" disabled={!isAwake || !hasDraft} onClick={onAdd}>
        {say('add')}
      </button>
    ) : (
      <button
        type="button"
        class="button"
        onClick={() => {
          onCancel();
          // The button that had the focus goes.
          document.getElementById('checker-go')?.focus();
        }}
      >
        {say('cancel')}
      </button>
    )}
    <Progress work={work} say={say} />
  </div>
);
