const SAMPLE = 8000;
/** More control characters than this share are no text. Our choice; escape sequences of a terminal's log stay below it. */
const MOST_CONTROLS = 0.05;

/** Whether something is no text: it has a NUL, or many control characters, among its first 8,000 characters. */
export const isBinary = (text: string): boolean => {
  const length = Math.min(SAMPLE, text.length);
  let controls = 0;
  for (let at = 0; at < length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0) return true;
    if (code === 0x7f || (code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13)) controls += 1;
  }
  return controls > 8 && controls > length * MOST_CONTROLS;
};
