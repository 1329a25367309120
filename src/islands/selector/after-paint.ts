import { useEffect, useState } from 'preact/hooks';

/**
 * A value that follows once the screen has shown what led to it (Preact runs effects after the paint). What was chosen shows at once, even
 * where the answer to it takes longer; of several changes within one frame only the last is answered.
 */
export const useAfterPaint = <T>(value: T): T => {
  const [shown, setShown] = useState(value);
  useEffect(() => setShown(value), [value]);
  return shown;
};
