/** An engine in float64: graphs interpreted by the oracle. */
import { zeroTensor } from '../../src/ir/arrays.js';
import type { Engine, EngineSession } from '../../src/engines/engine.js';
import { graphNamed, graphsByName, sharedState } from '../../src/engines/sessionInputs.js';
import type { KernelGraph } from '../../src/ir/kernelGraph.js';
import type { TensorData, TensorMap, TensorType } from '../../src/ir/tensorType.js';
import { typeOf } from '../../src/ir/typeOf.js';
import { interpret } from '../../src/oracle/interpret.js';

export const oracleEngine: Engine = {
  prepare: (graphs) => Promise.resolve(sessionOf(graphs)),
};

/** The state stays in float64 between runs; what is read is rounded. */
function sessionOf(graphs: readonly KernelGraph[]): EngineSession {
  const byName = graphsByName(graphs);
  const declared = sharedState(graphs);
  const state = new Map<string, Float64Array>(
    [...declared].map(([name, type]) => [name, Float64Array.from(zeroTensor(type).data)]),
  );
  return {
    run: (name, feeds) => {
      const graph = graphNamed(byName, name);
      const given = [...feeds].map(([key, { data }]) => [key, Float64Array.from(data)] as const);
      const outputs = interpret(graph, new Map([...state, ...given]));
      const results = new Map<string, TensorData>();
      for (const { kind, name: output, value } of graph.outputs) {
        const numbers = outputs.get(output) ?? new Float64Array();
        if (kind === 'state') state.set(output, numbers);
        else results.set(output, rounded(typeOf(graph, value), numbers));
      }
      return Promise.resolve(results);
    },
    readState: () => {
      const read = [...declared].map(
        ([name, type]) => [name, rounded(type, state.get(name) ?? [])] as const,
      );
      return Promise.resolve(new Map(read));
    },
    writeState: (tensors: TensorMap) => {
      for (const [name, { data }] of tensors) state.set(name, Float64Array.from(data));
      return Promise.resolve();
    },
    dispose: () => Promise.resolve(),
  };
}

function rounded(type: TensorType, numbers: ArrayLike<number>): TensorData {
  const tensor = zeroTensor(type);
  tensor.data.set(numbers);
  return tensor;
}
