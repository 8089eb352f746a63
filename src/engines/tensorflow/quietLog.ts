/**
 * Leaves nothing but fatal errors in TensorFlow's log unless the user has chosen; errors are thrown as well. The library
 * reads the environment of the process, which a worker thread cannot change.
 */
export function quietLog(): void {
  process.env['TF_CPP_MIN_LOG_LEVEL'] ??= '3';
}
