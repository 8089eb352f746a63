/** Keeps the libraries of engines from sending anything anywhere. */
import { isMainThread } from 'node:worker_threads';

/**
 * The full opt-out of onnxruntime: no connection, no device id, no event database. It is read from the environment of
 * the process when the library starts, and never again.
 * @source github.com/microsoft/onnxruntime, pull requests 27379 and 29843.
 */
const optOut = 'ORT_DISABLE_TELEMETRY';

/**
 * Switches telemetry off; to be called before a library of an engine is loaded.
 *
 * The `process.env` of a worker thread is a copy that native code does not see, so a thread can only rely on the thread
 * that started it. ganspec's own training thread is started after the switch.
 * @throws Error in a thread of a process whose main thread has not switched it off.
 */
export function disableTelemetry(): void {
  if (isMainThread) process.env[optOut] = '1';
  else if (process.env[optOut] !== '1') {
    throw new Error(
      `onnxruntime would send telemetry from this worker thread; start the process with ${optOut}=1, or set it in process.env of the main thread before the worker starts`,
    );
  }
}
