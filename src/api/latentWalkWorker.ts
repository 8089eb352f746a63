/** The thread of a latent walk: opens a run with its last state, draws the pictures on the way, and ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { exitCodes, GanspecError, InternalError } from '../diagnostics/errors.js';
import { readRunRecord } from '../runs/savedRun.js';
import type { WalkMessage, WalkRequest } from '../serve/latentWalks.js';
import { noticeOf } from '../serve/noticeOf.js';
import { createCompiler } from './compiler.js';
import { samplesBetween } from './interpolate.js';
import { openRun } from './run.js';

/** Pictures of the way, both ends included. */
const frames = 25;
/** Images in a picture at most; of points, all that the run draws. */
const mostImages = 16;

const port = parentPort;
if (!port) throw new InternalError('the thread of a latent walk was started as a program');

async function walk({ folder, from, to }: WalkRequest): Promise<WalkMessage> {
  const { passes, pluginModules = [] } = readRunRecord(folder);
  if (pluginModules.length > 0) throw needsPlugins(pluginModules);
  const compiler = createCompiler({ passes, allowLarge: true });
  const run = await openRun(folder, { compiler });
  try {
    const { spec } = run.gan;
    const isImage = run.gan.resolved.data.shape.length === 3;
    const { sampleCount } = spec.monitor;
    const count = isImage ? Math.min(mostImages, sampleCount) : sampleCount;
    const pictures: Uint8Array[] = [];
    for (const samples of await samplesBetween(run.session, spec, { from, to, count, frames })) {
      pictures.push(await run.gan.picture(samples));
    }
    return { step: run.session.step, pictures };
  } finally {
    await run.dispose();
  }
}

/** Plugins are programs, and looking at a folder must not run those that it names. */
function needsPlugins(modules: readonly string[]): GanspecError {
  return new GanspecError(
    'GAN539',
    exitCodes.usage,
    `the run needs plugins (${modules.join(', ')}), which the page does not load`,
    'Write the walk as an animation: ganspec interpolate.',
  );
}

// The thread that started this one knows what it asks for.
const request = workerData as WalkRequest;
port.postMessage(await walk(request).catch((error: unknown) => ({ notice: noticeOf(error) })));
