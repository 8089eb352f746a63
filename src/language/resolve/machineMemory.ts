import { readFileSync } from 'node:fs';
import { totalmem } from 'node:os';

/** Bytes of memory that this process may use: of the machine, its control group, or its limit on address space (`ulimit -v`). */
export function machineMemory(): number {
  // Without a control group the constraint is 0 or beyond all memory.
  const constrained = process.constrainedMemory();
  return Math.min(totalmem(), constrained > 0 ? constrained : Infinity, addressSpace());
}

/** The limit on address space in bytes; Linux alone tells it. */
function addressSpace(): number {
  try {
    const limits = readFileSync('/proc/self/limits', 'utf8');
    return Number(/^Max address space +(\d+)/m.exec(limits)?.[1] ?? Infinity);
  } catch {
    return Infinity;
  }
}
