/** Runs the loops of graphs in the memory of their session. */
import type { ValueId } from '../../ir/kernelGraph.js';
import type { FusedLoop } from '../../lowering/loops/fusedLoop.js';
import { loopBytes, loopModule } from '../../lowering/loops/loopModule.js';
import { webAssembly, type WasmMemory } from '../../webAssembly.js';

/** A loop's function with the bytes of each tensor, then the addresses of operands and results. */
type LoopFunction = (...numbers: number[]) => void;

/** Runs all loops of a graph once. The arguments give the addresses of an operand and of the successor of a state tensor. */
export type RunLoops = (
  operand: (value: ValueId) => number,
  successor: (state: string) => number,
) => void;

/** Compiles the loops of a graph. */
export function prepareLoops(loops: readonly FusedLoop[], memory: WasmMemory): RunLoops {
  const { bytes, names } = loopModule(loops);
  const instance = new webAssembly.Instance(new webAssembly.Module(bytes), { env: { memory } });
  // The functions that loopModule describes.
  const functions = instance.exports as Readonly<Record<string, LoopFunction>>;
  return (operand, successor) => {
    loops.forEach(({ size, operands, results }, index) => {
      functions[names[index] ?? '']?.(
        loopBytes(size),
        ...operands.map(({ value }) => operand(value)),
        ...results.map(({ name }) => successor(name)),
      );
    });
  };
}
