/** Makes the recordings known to tfjs, for as long as a recording lasts. */
import { tf, tfjsKernelNames, type NamedTensorMap } from '../../tf.js';
import type { Recorder } from '../recorder.js';
import { recordingError, runningOps } from '../recordingError.js';
import { contractionRecordings } from './contraction.js';
import { elementwiseRecordings } from './elementwise.js';
import { layoutRecordings } from './layout.js';
import type { Recording } from './recording.js';
import { reductionRecordings } from './reduction.js';

/** Our recordings, and an error for every other kernel. */
function allRecordings(): Readonly<Record<string, Recording>> {
  return {
    ...everyKernel(),
    ...elementwiseRecordings,
    ...layoutRecordings,
    ...reductionRecordings,
    ...contractionRecordings,
  };
}

/** Every kernel of tfjs, with an error for a recording. */
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
 * Registers a kernel function for every kernel of tfjs, which records into `recorder`.
 * @returns Takes them all back.
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
        // The engine hands on the tensors that it was called with.
        return recording(recorder, inputs as NamedTensorMap, attrs ?? {});
      },
    });
  }
  return () => {
    for (const kernel of Object.keys(recordings)) tf.unregisterKernel(kernel, backendName);
  };
}
