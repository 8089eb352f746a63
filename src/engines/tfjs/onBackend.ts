/** Computes on a tfjs backend and leaves the caller's backend and flags as they were. */
import { InternalError } from '../../diagnostics/errors.js';
import { tf } from '../../tf.js';

/**
 * Runs a job, without interruption, while the backend is current.
 *
 * @throws InternalError where the backend does not start.
 */
export async function onBackend<T>(backend: string, job: () => T): Promise<T> {
  const before: string | null | undefined = tf.engine().backendName;
  if (!(await tf.setBackend(backend))) {
    throw new InternalError(`tfjs does not start its backend "${backend}"`);
  }
  // tfjs would advertise its Node binding on standard error at a backend's first tensor.
  const production = tf.env().getBool('PROD');
  tf.env().set('PROD', true);
  try {
    return job();
  } finally {
    tf.env().set('PROD', production);
    if (before && before !== backend) await tf.setBackend(before);
  }
}
