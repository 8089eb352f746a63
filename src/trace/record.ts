/** Runs tensor code once without numbers and gives back the kernels it called. */
import type { KernelGraph } from '../ir/kernelGraph.js';
import { tf } from '../tf.js';
import { Recorder, type RecordedOutput } from './recorder.js';
import { recordingError } from './recordingError.js';
import { registerRecordings } from './recordings/register.js';
import { traceBackend } from './traceBackend.js';

export type { RecordedOutput, Recorder } from './recorder.js';

const backendName = 'ganspec-trace';

/**
 * Records what `body` computes.
 *
 * Inside of it every tfjs function is recorded; tensors come from `recorder.input` and `recorder.constant`, from numbers
 * such as `tf.scalar(2)`, and from other tensors of the recording. The caller's tfjs backend, tensors and
 * memory are afterwards as they were, also where `body` throws.
 *
 * @param name Name of the graph.
 * @param body Gives back the graph's outputs. Must be synchronous.
 * @throws GanspecError where `body` does what cannot be recorded: reads a tensor's value, draws random numbers itself, uses
 *   tensors from outside or an unknown tfjs function, takes tfjs's gradients, records, or waits.
 */
export function record(
  name: string,
  body: (recorder: Recorder) => readonly RecordedOutput[],
): KernelGraph {
  const recorder = new Recorder();
  return onTraceBackend(recorder, () => {
    const outputs: unknown = body(recorder);
    if (!isOutputs(outputs)) {
      throw recordingError(
        'misuse',
        '',
        'the recorded function gave back a promise',
        'Load what it needs before the recording starts.',
      );
    }
    return recorder.graph(name, outputs);
  });
}

/** An array, and not the promise that an `async` body gives. */
function isOutputs(outputs: unknown): outputs is readonly RecordedOutput[] {
  return Array.isArray(outputs);
}

function onTraceBackend(recorder: Recorder, run: () => KernelGraph): KernelGraph {
  const engine = tf.engine();
  const caller: string | null | undefined = engine.backendName;
  if (caller === backendName) {
    throw recordingError(
      'misuse',
      '',
      'a recording was started inside of another',
      'End one before the next one starts.',
    );
  }
  tf.registerBackend(backendName, () => traceBackend(recorder));
  const unregisterRecordings = registerRecordings(backendName, recorder);
  try {
    // The backend is made without waiting, so it is set when the call returns; the promise carries nothing more.
    void engine.setBackend(backendName);
    engine.startScope(backendName);
    try {
      return run();
    } finally {
      engine.endScope();
    }
  } finally {
    unregisterRecordings();
    tf.removeBackend(backendName);
    if (caller) void engine.setBackend(caller);
  }
}
