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

/** Address space in bytes that a thread and its engine reserve; without it Node.js ends the process. */
export const threadSpace = 640 * 2 ** 20;

/** Address space that training takes, as a multiple of the memory that is planned: blocks of engines and of threads grow by doubling. */
const spaceOverhead = 2;

const freeAtStart = freeAddressSpace();

/**
 * Bytes of memory that may be planned for training. Under a limit on address space (`ulimit -v`) it is a part of what Node.js
 * and the training thread leave, since V8 ends the process without a word where it gets none.
 */
export function trainingMemory(): number {
  const left = (freeAtStart - threadSpace) / spaceOverhead;
  // Too little for any thread, which is told when it is started.
  return left > 0 ? Math.min(machineMemory(), left) : machineMemory();
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
