import knowledge from 'virtual:portability/knowledge';
import { check } from '../../portability/check.ts';
import type { InputFile, Report } from '../../portability/types.ts';
import { goOffline } from './offline.ts';

/** What the page sends: what to check. */
export interface CheckRequest {
  readonly files: readonly InputFile[];
}

/** What it hears back. `ready` comes once, when the program is there. */
export type CheckMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  | { readonly type: 'report'; readonly report: Report }
  | { readonly type: 'failed' };

/** Between two reports of progress: more often than anybody can see is work for nothing. */
const PAUSE_MS = 60;

goOffline(globalThis);

const answer = (message: CheckMessage): void => (postMessage as (message: CheckMessage) => void)(message);

const answerTo = ({ files }: CheckRequest): CheckMessage => {
  let said = performance.now();
  const report = check(files, knowledge(), (done, total) => {
    const now = performance.now();
    if (now - said < PAUSE_MS) return;
    said = now;
    answer({ type: 'progress', done, total });
  });
  return { type: 'report', report };
};

addEventListener('message', ({ data }: MessageEvent<CheckRequest>) => {
  try {
    answer(answerTo(data));
  } catch {
    // The page says that it broke off; which line of ours it was is of no use to a reader.
    answer({ type: 'failed' });
  }
});

answer({ type: 'ready' });
