/** Moves the focus to a part of the answer, where what had it is about to go. For handlers only. */
export const focusOn = (id: string): void => document.getElementById(id)?.focus();
