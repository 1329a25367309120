import { useEffect, useState } from 'preact/hooks';

/** The reader has stopped changing things after so long. */
const PAUSE_MS = 800;

/** The sentence to read aloud: what it was when the input came to rest, and nothing before the first change. */
export const useAnnouncement = (sentence: string, active: boolean): string => {
  const [announced, setAnnounced] = useState('');
  useEffect(() => {
    if (!active) return;
    const timer = setTimeout(() => setAnnounced(sentence), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [sentence, active]);
  return announced;
};
