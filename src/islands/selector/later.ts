import { useEffect, useState } from 'preact/hooks';
import type { ToolText } from './text.ts';

type Parts = typeof import('./later-parts.ts');

/** What loads when it is first wanted, with the texts of the whole tool. */
export type Later = Parts & { readonly text: ToolText };

export type LoadLater = () => Promise<Later>;

/** @param words the texts only these parts ask for */
export const laterWith =
  (text: ToolText, words: () => Promise<{ readonly default: ToolText }>): LoadLater =>
  async () => {
    const [parts, { default: own }] = await Promise.all([import('./later-parts.ts'), words()]);
    return { ...parts, text: (key) => (parts.isLater(key) ? own : text)(key) };
  };

/** Null until it is there, `failed` where it could not be had. */
interface Arrival {
  readonly parts: Later | null;
  readonly failed: boolean;
}

/**
 * Loads what opens later once it is wanted, and keeps it. After a failure it is tried again the next time it is wanted: without a
 * connection the rest of the tool goes on working. The server never loads anything.
 */
export const useLater = (load: LoadLater, wanted: boolean): Arrival => {
  const [arrival, setArrival] = useState<Arrival>({ parts: null, failed: false });
  useEffect(() => {
    if (!wanted || arrival.parts !== null) return;
    let current = true;
    const arrived = (next: Arrival): void => {
      if (current) setArrival(next);
    };
    load().then(
      (parts) => arrived({ parts, failed: false }),
      () => arrived({ parts: null, failed: true }),
    );
    return () => {
      current = false;
    };
  }, [wanted]);
  return arrival;
};
