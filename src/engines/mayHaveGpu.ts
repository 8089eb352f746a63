import { existsSync } from 'node:fs';

/** True where the driver of an NVIDIA GPU is at work: a look that loads no library. */
export function mayHaveGpu(): boolean {
  return existsSync('/proc/driver/nvidia/version') || existsSync('/dev/nvidiactl');
}
