import { useMemo, useRef, useState } from 'preact/hooks';
import { kindByName } from '../../portability/read/kind-by-name.ts';
import type { FileKind, InputFile } from '../../portability/types.ts';
import { countLines } from './state.ts';

/** What the text field holds, as far as the page shows it. */
export interface DraftShape {
  readonly isEmpty: boolean;
  readonly kind: FileKind | null;
  readonly lines: number;
}

const EMPTY: DraftShape = { isEmpty: true, kind: null, lines: 0 };

type KindByContent = (text: string) => FileKind | null;

/** Where a name tells nothing, what the text says does; how to see that loads with the first such text. */
const loadKinds = async (): Promise<KindByContent> => (await import('../../portability/read/kind-by-content.ts')).kindByContent;

/**
 * The text field and its file name. Both keep their values themselves: what a reader typed before the page woke up stays, and a long text is
 * not compared with itself at every key press.
 */
export const useDraft = () => {
  const text = useRef<HTMLTextAreaElement>(null);
  const name = useRef<HTMLInputElement>(null);
  const kindByContent = useRef<KindByContent | null>(null);
  /** What an example or a link put there: its name goes once another kind of text takes the place of its own. */
  const given = useRef<InputFile>({ path: '', text: '' });
  const [shape, setShape] = useState<DraftShape>(EMPTY);
  const hands = useMemo(() => {
    const read = (): InputFile => ({ path: name.current?.value.trim() ?? '', text: text.current?.value ?? '' });
    const look = (): void => {
      const { path, text: content } = read();
      const isEmpty = content.trim() === '';
      const named = kindByName(path);
      const isGiven = path !== '' && path === given.current.path;
      const kinds = kindByContent.current;
      if (isGiven && kinds !== null && !isEmpty && content !== given.current.text && kinds(content) !== kinds(given.current.text)) {
        if (name.current) name.current.value = '';
        return look();
      }
      setShape(isEmpty ? EMPTY : { isEmpty, kind: named ?? kinds?.(content) ?? null, lines: countLines(content) });
      if (isEmpty || (named !== null && !isGiven) || kinds !== null) return;
      loadKinds().then(
        (kinds) => {
          kindByContent.current = kinds;
          look();
        },
        () => {
          // Without it the check still tells.
        },
      );
    };
    const write = ({ path, text: content }: InputFile): void => {
      if (text.current) text.current.value = content;
      if (name.current) name.current.value = path;
      given.current = { path, text: content };
      look();
    };
    return { text, name, read, look, write, clear: () => write({ path: '', text: '' }) };
  }, []);
  return { ...hands, shape };
};
export type Draft = ReturnType<typeof useDraft>;
