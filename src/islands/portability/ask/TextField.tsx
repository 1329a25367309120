import { LONGEST_DRAFT } from '../limits.ts';
import type { Draft } from '../draft.ts';
import type { Say } from '../text.ts';

interface Props {
  draft: Draft;
  say: Say;
  onTyped: () => void;
  onCheck: () => void;
  /** A long text that was pasted: it does not go through the field. */
  onLongText: (text: string) => void;
}

/** What the text will be read as, as far as its name tells. */
const Guess = ({ draft: { shape }, say }: Pick<Props, 'draft' | 'say'>) => (
  <p class="checker-hint" id="checker-guess">
    {shape.isEmpty ? say('name.hint') : shape.kind === null ? say('guess.unknown') : say('guess', { kind: say(`kind.${shape.kind}`), lines: shape.lines })}
  </p>
);

/** A text and, if it has one, the name of its file. */
export const TextField = ({ draft, say, onTyped, onCheck, onLongText }: Props) => {
  const onPaste = (event: ClipboardEvent): void => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (text.length <= LONGEST_DRAFT) return;
    event.preventDefault();
    onLongText(text);
  };
  return (
    <div class="checker-text">
      <label for="checker-text">{say('text')}</label>
      <p class="checker-hint" id="checker-text-hint">
        {say('text.hint')}
      </p>
      <textarea
        ref={draft.text}
        id="checker-text"
        rows={12}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        translate={false}
        aria-describedby="checker-text-hint"
        placeholder={say('text.placeholder')}
        onInput={onTyped}
        onPaste={onPaste}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
          event.preventDefault();
          onCheck();
        }}
      />
      <label for="checker-name">{say('name')}</label>
      <input
        ref={draft.name}
        id="checker-name"
        type="text"
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        aria-describedby="checker-guess"
        placeholder={say('name.placeholder')}
        onInput={draft.look}
      />
      <Guess draft={draft} say={say} />
    </div>
  );
};
