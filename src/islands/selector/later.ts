import { useEffect, useState } from 'preact/hooks';

/** What loads when it is first wanted: null until it is there, `failed` where it could not be had. */
export interface Later<T> {
  readonly value: T | null;
  readonly failed: boolean;
}

const NOT_YET: Later<never> = { value: null, failed: false };

/**
 * Loads a part of the tool once it is wanted, and keeps it. After a failure it is tried again the next time it is wanted: without a
 * connection the rest of the tool goes on working. The server never loads anything.
 */
export const useLater = <T>(load: () => Promise<T>, wanted: boolean): Later<T> => {
  const [state, setState] = useState<Later<T>>(NOT_YET);
  useEffect(() => {
    if (!wanted || state.value !== null) return;
    let current = true;
    const arrived = (next: Later<T>): void => {
      if (current) setState(next);
    };
    load().then(
      (value) => arrived({ value, failed: false }),
      () => arrived({ value: null, failed: true }),
    );
    return () => {
      current = false;
    };
  }, [wanted]);
  return state;
};
