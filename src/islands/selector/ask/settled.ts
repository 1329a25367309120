import { useEffect, useState } from 'preact/hooks';

/** A text once it has been the same for some milliseconds, for what is read aloud: every keystroke would be too much. Empty at first. */
export const useSettled = (value: string, milliseconds: number): string => {
  const [settled, setSettled] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
};
