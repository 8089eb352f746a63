/** Records tensor code as a graph: runs it once without numbers and collects the kernels that it calls. */
import { runHook } from '../diagnostics/runningHook.js';
import type { KernelGraph } from '../ir/kernelGraph.js';
import { tf } from '../tf.js';
import { Recorder, type RecordedOutput } from './recorder.js';
import { recordingError } from './recordingError.js';
import { refuseConversions } from './refuseConversions.js';
import { registerRecordings } from './recordings/register.js';
import { traceBackend } from './traceBackend.js';

export type { RecordedOutput, Recorder } from './recorder.js';

const backendName = 'ganspec-trace';

/**
 * The graph of the computation in `body`.
 *
 * Every tfjs function that it calls is recorded. Tensors come from `recorder.input` and `recorder.constant`, from numbers
 * such as `tf.scalar(2)`, and from other tensors of the recording. The caller's tfjs backend, tensors and memory are
 * restored afterwards, also where `body` throws.
 *
 * @param name Name of the graph.
 * @param body Returns the graph's outputs. Must be synchronous.
 * @param maxNodes Largest number of nodes.
 * @throws GanspecError for what cannot be recorded: reading a tensor's value, drawing random numbers, tensors from outside,
 *   unknown tfjs functions, gradients of tfjs, nested recordings, promises, too many nodes.
 */
export function record(
  name: string,
  body: (recorder: Recorder) => readonly RecordedOutput[],
  maxNodes?: number,
): KernelGraph {
  if (tf.engine().backendName === backendName) {
    throw recordingError(
      'misuse',
      '',
      'a recording was started inside of another',
      'End one before the next one starts.',
    );
  }
  const recorder = new Recorder(maxNodes);
  const graphOf = (): KernelGraph => {
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
  };
  // A hook may compile another GAN, as a data set does that samples from one.
  return runHook(undefined, () => onTraceBackend(recorder, graphOf));
}

/** False for the promise that an `async` body returns. */
function isOutputs(outputs: unknown): outputs is readonly RecordedOutput[] {
  return Array.isArray(outputs);
}

function onTraceBackend(recorder: Recorder, run: () => KernelGraph): KernelGraph {
  const engine = tf.engine();
  const flags = tf.env().getFlags();
  // It would read the result of every kernel.
  const debug = tf.env().getBool('DEBUG');
  const caller: string | null | undefined = engine.backendName;
  tf.registerBackend(backendName, () => traceBackend(recorder));
  const unregisterRecordings = registerRecordings(backendName, recorder);
  const allowConversions = refuseConversions(recorder);
  try {
    // The backend is created synchronously, so it is set when the call returns.
    void engine.setBackend(backendName);
    flags['DEBUG'] = false;
    engine.startScope(backendName);
    try {
      return run();
    } finally {
      engine.endScope();
    }
  } finally {
    flags['DEBUG'] = debug;
    allowConversions();
    unregisterRecordings();
    tf.removeBackend(backendName);
    if (caller) void engine.setBackend(caller);
  }
}
