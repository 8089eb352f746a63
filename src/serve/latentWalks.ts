/** Latent walks for the page: pictures on the way between the samples of two seeds, from the last state of a run. */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { InternalError } from '../diagnostics/errors.js';
import { packageFolder } from '../packageFolder.js';
import { checkpointsOf } from '../runs/checkpoints.js';
import { runFiles } from '../runs/record.js';
import { readRunRecord } from '../runs/savedRun.js';
import type { Notice, WalkAnswer } from './answers.js';

/** A way that is asked for. */
export interface WalkRequest {
  readonly folder: string;
  /** Seeds. */
  readonly from: number;
  readonly to: number;
}

/** The answer of the thread: the pictures as PNG files, or the reason for which there are none. */
export type WalkMessage =
  { readonly step: number; readonly pictures: readonly Uint8Array[] } | { readonly notice: Notice };

/** A walk, or the reason for which there is none. */
export type Walked = { readonly walk: WalkAnswer } | { readonly notice: Notice };

/** Walks that are kept. */
const mostKept = 8;

/**
 * Computes walks in threads of their own, so that streams of events go on meanwhile: one at a time, and each once for a
 * state of the run. Nothing is written.
 */
export class LatentWalks {
  readonly #kept = new Map<string, Promise<Walked>>();
  #last: Promise<unknown> = Promise.resolve();
  #worker: Worker | undefined;
  #isClosed = false;

  /** @throws GanspecError GAN513 where the folder is no run; GAN610 where its record is damaged. */
  of(request: WalkRequest): Promise<Walked> {
    const key = keyOf(request);
    const known = this.#kept.get(key);
    if (known) return known;
    const walked = this.#last.then(() => this.#compute(request));
    this.#last = walked.catch(() => undefined);
    this.#kept.set(key, walked);
    // A failure may be over at the next request, as that of a run without a checkpoint yet.
    const forget = (): boolean => this.#kept.delete(key);
    walked.then((answer) => 'notice' in answer && forget(), forget);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > mostKept && oldest !== undefined) this.#kept.delete(oldest);
    return walked;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#worker?.terminate();
  }

  #compute(request: WalkRequest): Promise<Walked> {
    return new Promise((resolve, reject) => {
      if (this.#isClosed) {
        reject(new InternalError('the server is closed'));
        return;
      }
      const worker = new Worker(join(packageFolder, 'dist/api/latentWalkWorker.js'), {
        workerData: request,
      });
      this.#worker = worker;
      worker.on('message', (message: WalkMessage) => {
        resolve('notice' in message ? message : { walk: answerOf(message) });
      });
      worker.on('error', reject);
      // Without effect once there is an answer.
      worker.on('exit', () => {
        reject(new InternalError('the thread of a latent walk ended without an answer'));
      });
    });
  }
}

/** The state of a run and the way. */
function keyOf({ folder, from, to }: WalkRequest): string {
  const { id, files } = readRunRecord(folder);
  const [newest] = checkpointsOf(folder);
  return JSON.stringify([id, files[runFiles.state], newest, from, to]);
}

function answerOf({
  step,
  pictures,
}: Exclude<WalkMessage, { readonly notice: Notice }>): WalkAnswer {
  const addresses = pictures.map(
    (bytes) => `data:image/png;base64,${Buffer.from(bytes).toString('base64')}`,
  );
  return { step, frames: addresses };
}
