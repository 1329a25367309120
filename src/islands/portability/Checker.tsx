import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Locale } from '../../i18n/locales.ts';
import { CheckButtons } from './ask/CheckButtons.tsx';
import { Examples } from './ask/Examples.tsx';
import { FileButtons } from './ask/FileButtons.tsx';
import { InputList } from './ask/InputList.tsx';
import { Notices } from './ask/Notices.tsx';
import { Private } from './ask/Private.tsx';
import { TextField } from './ask/TextField.tsx';
import { useDraft } from './draft.ts';
import { laterFrom } from './later.ts';
import { Result } from './Result.tsx';
import { sayer } from './text.ts';
import { useChecker } from './use-checker.ts';
import { useDrop } from './use-drop.ts';

/** What a page gives the checker. */
export interface CheckerProps {
  /** Address of the page without query and fragment, in the language of the page. */
  path: string;
  /** Address of the words of reports, in the language of the page. */
  words: string;
}

interface Props extends CheckerProps {
  locale: Locale;
  /** The words of the form. */
  texts: Readonly<Record<string, string>>;
}

/**
 * The portability checker: what to check, and what came of it. The server renders the form; what reads (a worker) and what reports load with
 * the first check.
 */
export const Checker = ({ locale, texts, path, words }: Props) => {
  const say = useMemo(() => sayer(texts), [texts]);
  const later = useMemo(() => laterFrom(locale, words), [locale, words]);
  const draft = useDraft();
  const checker = useChecker({ later, draft, path, nameOf: (number) => say('inputs.pasted', { number }) });
  const { state, loaded } = checker;
  const isOver = useDrop((begin) => void checker.take(begin));
  const [isAwake, setAwake] = useState(false);
  useEffect(() => setAwake(true), []);
  return (
    <div class="checker needs-js">
      <form
        class={isOver ? 'checker-ask is-over' : 'checker-ask'}
        aria-label={say('label')}
        data-pagefind-ignore
        onSubmit={(event) => {
          event.preventDefault();
          checker.check();
        }}
      >
        <div class="checker-main">
          <TextField draft={draft} say={say} onTyped={checker.typed} onCheck={checker.check} onLongText={checker.addText} />
          <InputList inputs={state.inputs} say={say} onRemove={checker.remove} onClear={checker.clear} />
          <CheckButtons work={state.work} isAwake={isAwake} hasDraft={!draft.shape.isEmpty} say={say} onAdd={checker.addDraft} onCancel={checker.cancel} />
          <Notices notices={state.notices} skipped={state.skipped} say={say} onUndo={checker.undo} />
        </div>
        <div class="checker-side">
          <Examples say={say} path={path} onOpen={checker.openExample} />
          <FileButtons say={say} isAwake={isAwake} onChosen={(chosen) => void checker.take(() => chosen)} />
          <Private say={say} />
        </div>
        {isOver && (
          <p class="checker-over" aria-hidden="true">
            {say('dropping')}
          </p>
        )}
      </form>
      <Result result={state.result} isStale={state.isStale} later={loaded} say={say} path={path} />
    </div>
  );
};
