import { say, type ToolText, type Values } from '../text.ts';

/** A text of the answer by its key under `tool.answer.`, with values put in. */
export type Say = (key: string, values?: Values) => string;

export const sayer =
  (text: ToolText): Say =>
  (key, values) =>
    say(text, `answer.${key}`, values);
