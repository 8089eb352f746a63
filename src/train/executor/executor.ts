/** Runs a program's graphs on an engine and fills in the random inputs; lives in the training thread. */
import { InternalError } from '../../diagnostics/errors.js';
import type { Engine, EngineOptions } from '../../engines/engine.js';
import { zeros } from '../../ir/arrays.js';
import type { TensorData, TensorMap } from '../../ir/tensorType.js';
import type { Program, ProgramInput, StateSpec } from '../../program/program.js';
import { drawInto } from '../../random/draw.js';

/** What one run took, in milliseconds. */
export interface Timings {
  readonly random: number;
  readonly engine: number;
}

export interface ExecutorResult {
  readonly results: TensorMap;
  readonly timings: Timings;
}

/** The engine's side of a session; the same whether it runs in this thread or in a worker. */
export interface Executor {
  /**
   * @param run Counts the runs of the step from 0; addresses its random streams.
   * @param feeds Inputs given by the caller; random inputs that are not among them are drawn.
   */
  run(graph: string, run: number, feeds: TensorMap): Promise<ExecutorResult>;
  readState(): Promise<TensorMap>;
  writeState(state: TensorMap): Promise<void>;
  dispose(): Promise<void>;
}

export async function createExecutor(
  program: Program,
  engine: Engine,
  seed: number,
  options: EngineOptions = {},
): Promise<Executor> {
  const session = await engine.prepare(program.graphs, options);
  await session.writeState(initialState(program.state, seed));
  const buffers = new Map(
    program.inputs.map((input) => [`${input.graph}:${input.name}`, zeros(input)]),
  );

  const fill = (input: ProgramInput, run: number): TensorData => {
    const buffer = buffers.get(`${input.graph}:${input.name}`);
    if (input.source.kind !== 'random' || !buffer) {
      throw new InternalError(`input ${input.name} of graph ${input.graph} was not given`);
    }
    const { stream, distribution, every = 1, offset = 0 } = input.source;
    const step = run * every + offset;
    drawInto(buffer.data, distribution, input.shape, { seed, stream, step });
    return buffer;
  };

  return {
    run: async (graph, run, feeds) => {
      const start = performance.now();
      const complete = new Map<string, TensorData>();
      for (const input of program.inputs) {
        if (input.graph !== graph) continue;
        complete.set(input.name, feeds.get(input.name) ?? fill(input, run));
      }
      const drawn = performance.now();
      const results = await session.run(graph, complete);
      const timings = { random: drawn - start, engine: performance.now() - drawn };
      return { results, timings };
    },
    readState: () => session.readState(),
    writeState: (state) => session.writeState(state),
    dispose: () => session.dispose(),
  };
}

/** First values of all state tensors: each from the stream `initial/<name>`. */
function initialState(specs: readonly StateSpec[], seed: number): TensorMap {
  const state = new Map<string, TensorData>();
  for (const spec of specs) {
    const tensor = zeros(spec);
    if (spec.initial.kind === 'copy') {
      const source = state.get(spec.initial.of);
      if (!source)
        throw new InternalError(`${spec.name} copies ${spec.initial.of}, which is unknown`);
      tensor.data.set(source.data);
    } else {
      const at = { seed, stream: `initial/${spec.name}`, step: 0 };
      drawInto(tensor.data, spec.initial, spec.shape, at);
    }
    state.set(spec.name, tensor);
  }
  return state;
}
