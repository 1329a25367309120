import type { Chosen, Collected } from './collect.ts';
import { collect } from './collect.ts';
import type { CheckerAction, Input, Notice } from './state.ts';

const noticesOf = ({ files, skipped, passedOver, closed }: Collected): Notice[] => [
  ...(files.length > 0 ? [{ key: 'notice.added', values: { count: files.length } }] : []),
  ...(files.length === 0 && skipped.length === 0 ? [{ key: 'notice.no-files' }] : []),
  ...(passedOver > 0 ? [{ key: 'notice.passed', values: { count: passedOver } }] : []),
  ...(closed.length > 0 ? [{ key: 'notice.folders', values: { names: closed.join(' ') } }] : []),
];

/** Reads what was chosen into an action for the list. @throws never; an aborted read gives null */
export const takeIn = async (
  chosen: Promise<Chosen> | Chosen,
  inputs: readonly Input[],
  onProgress: (done: number, total: number) => void,
  signal: AbortSignal,
): Promise<Extract<CheckerAction, { type: 'add' }> | null> => {
  const have = { files: inputs.length, bytes: inputs.reduce((sum, { text }) => sum + text.length, 0) };
  const collected = await collect(await chosen, have, onProgress, signal);
  return signal.aborted ? null : { type: 'add', files: collected.files, skipped: collected.skipped, notices: noticesOf(collected) };
};
