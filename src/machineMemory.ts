import { readFileSync } from 'node:fs';
import { totalmem } from 'node:os';

/** Bytes of memory that this process may use: of the machine, its control group, or its limit on address space (`ulimit -v`). */
export function machineMemory(): number {
  // Without a control group the constraint is 0 or beyond all memory.
  const constrained = process.constrainedMemory();
  return Math.min(totalmem(), constrained > 0 ? constrained : Infinity, addressSpace());
}

/** Bytes of address space that this process may still reserve under its limit, if there is one. */
export function freeAddressSpace(): number {
  return addressSpace() - 1024 * (numberIn('/proc/self/status', /^VmSize:\s+(\d+)/m) ?? 0);
}

/** The limit on address space in bytes; Linux alone tells it. */
function addressSpace(): number {
  return numberIn('/proc/self/limits', /^Max address space +(\d+)/m) ?? Infinity;
}

function numberIn(file: string, pattern: RegExp): number | undefined {
  try {
    const [, found] = pattern.exec(readFileSync(file, 'utf8')) ?? [];
    return found === undefined ? undefined : Number(found);
  } catch {
    return undefined;
  }
}
