/** Registers the recordings as kernels of a tfjs backend. */
import { tf, tfjsKernelNames, type NamedTensorMap } from '../../tf.js';
import type { Recorder } from '../recorder.js';
import { recordingError, runningOps } from '../recordingError.js';
import { contractionRecordings } from './contraction.js';
import { elementwiseRecordings } from './elementwise.js';
import { layoutRecordings } from './layout.js';
import type { Recording } from './recording.js';
import { reductionRecordings } from './reduction.js';

/** The recordings, and an error for every other kernel of tfjs. */
function allRecordings(): Readonly<Record<string, Recording>> {
  return {
    ...everyKernel(),
    ...elementwiseRecordings,
    ...layoutRecordings,
    ...reductionRecordings,
    ...contractionRecordings,
  };
}

/** A recording for every kernel of tfjs that throws an error. */
function everyKernel(): Record<string, Recording> {
  return Object.fromEntries(
    tfjsKernelNames().map((kernel): [string, Recording] => [
      kernel,
      ({ origin }) => {
        throw recordingError(
          'unsupported',
          origin,
          `${runningOps() || 'the recording'} needs the kernel ${kernel}, which ganspec does not have`,
          'Write it with other tensor operations.',
        );
      },
    ]),
  );
}

/**
 * Registers a function for every kernel of tfjs that records its calls.
 * @returns A function that unregisters all of them.
 */
export function registerRecordings(backendName: string, recorder: Recorder): () => void {
  const recordings = allRecordings();
  for (const [kernelName, recording] of Object.entries(recordings)) {
    tf.registerKernel({
      kernelName,
      backendName,
      kernelFunc: ({ inputs, attrs }) => {
        if (tf.engine().state.gradientDepth > 0) {
          throw recordingError(
            'misuse',
            recorder.origin,
            'a gradient of tfjs was taken inside of a recording',
            'Use context.gradient, whose result can itself be differentiated.',
          );
        }
        // The tfjs engine passes the tensors of the call.
        return recording(recorder, inputs as NamedTensorMap, attrs ?? {});
      },
    });
  }
  return () => {
    for (const kernel of Object.keys(recordings)) {
      // tfjs declares a kernel also where it finds none, as after a hook has unregistered it.
      const found: unknown = tf.getKernel(kernel, backendName);
      if (found !== undefined) tf.unregisterKernel(kernel, backendName);
    }
  };
}
