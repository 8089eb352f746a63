/** Runs the loops of graphs in the memory of their session. */
import type { ValueId } from '../../ir/kernelGraph.js';
import { loopBytes, loopModule } from '../../lowering/loops/loopModule.js';
import { webAssembly } from '../../webAssembly.js';
import {
  stateBuffers,
  type PlacedGraph,
  type PlacedTensor,
  type SessionMemory,
} from './sessionMemory.js';

/** A loop's function with the bytes of each tensor, then the addresses of operands and results. */
type LoopFunction = (...numbers: number[]) => void;

/** Compiles the loops of a graph. @returns Runs them all once; undefined without a memory, and so without loops. */
export function prepareLoops(
  { loops, states, operands }: PlacedGraph,
  session: SessionMemory,
): (() => void) | undefined {
  const { memory } = session;
  if (memory === undefined) return undefined;
  const { bytes, names } = loopModule(loops);
  const instance = new webAssembly.Instance(new webAssembly.Module(bytes), { env: { memory } });
  // The functions that loopModule describes.
  const functions = instance.exports as Readonly<Record<string, LoopFunction>>;
  const operand = (value: ValueId): PlacedTensor =>
    operands.get(value) ?? stateBuffers(session, states.get(value) ?? '').current;
  return () => {
    loops.forEach((loop, index) => {
      functions[names[index] ?? '']?.(
        loopBytes(loop.size),
        ...loop.operands.map(({ value }) => operand(value).address),
        ...loop.results.map(({ name }) => stateBuffers(session, name).next.address),
      );
    });
  };
}
