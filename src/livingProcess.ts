import { systemCodeOf } from './diagnostics/errors.js';

/** True where a process of this machine has the number. */
export function isLiving(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user is alive too.
    return systemCodeOf(error) === 'EPERM';
  }
}
