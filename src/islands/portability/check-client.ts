import type { InputFile, Report } from '../../portability/types.ts';
import type { CheckMessage, CheckRequest } from './worker.ts';

/** Why there is no report. */
export class CheckError extends Error {
  readonly reason: 'cancelled' | 'failed' | 'load-failed';
  constructor(reason: CheckError['reason']) {
    super(reason);
    this.reason = reason;
  }
}

/** A worker, and what is to be told when it ends. */
interface Running {
  readonly worker: Worker;
  readonly stop: (error: CheckError) => void;
}

/** Checks in a worker of its own, started with the first check and kept for the next. */
export class CheckClient {
  #worker: Worker | null = null;
  #running: Running | null = null;
  #isReady = false;

  /**
   * @param onProgress files looked at, and how many there are
   * @throws CheckError where it was cancelled, broke off or could not be loaded
   */
  check(files: readonly InputFile[], onProgress: (done: number, total: number) => void): Promise<Report> {
    this.cancel();
    return new Promise<Report>((resolve, reject) => {
      const worker = (this.#worker ??= new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }));
      const finish = (): void => {
        worker.onmessage = null;
        worker.onerror = null;
        this.#running = null;
      };
      const stop = (error: CheckError): void => {
        finish();
        // What broke off is not asked again.
        worker.terminate();
        this.#worker = null;
        this.#isReady = false;
        reject(error);
      };
      this.#running = { worker, stop };
      worker.onmessage = ({ data }: MessageEvent<CheckMessage>) => {
        this.#isReady = true;
        if (data.type === 'progress') onProgress(data.done, data.total);
        if (data.type === 'failed') stop(new CheckError('failed'));
        if (data.type !== 'report') return;
        finish();
        resolve(data.report);
      };
      worker.onerror = () => stop(new CheckError(this.#isReady ? 'failed' : 'load-failed'));
      worker.postMessage({ files } satisfies CheckRequest);
    });
  }

  /** Ends what is running, at once: the worker goes with it. */
  cancel(): void {
    this.#running?.stop(new CheckError('cancelled'));
  }
}
