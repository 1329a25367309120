const HIRAGANA = /[\u3041-\u3096]/g;
const toKatakana = (kana: string): string => String.fromCharCode(kana.charCodeAt(0) + 0x60);

/**
 * One spelling for what looks alike: NFKC (full-width letters, half-width kana) and lower case.
 * Lower case can undo NFKC (İ), hence the second pass.
 */
export const unify = (text: string): string => text.normalize('NFKC').toLowerCase().normalize('NFKC');

/** The form in which names are looked up: unified, and hiragana written as katakana, so that めもり finds メモリ. */
export const fold = (text: string): string => unify(text).replace(HIRAGANA, toKatakana);
