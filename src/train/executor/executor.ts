/** Runs a program's graphs on an engine and draws the random inputs; lives in the training thread. */
import { exitCodes, GanspecError, InternalError, messageOf } from '../../diagnostics/errors.js';
import type { Engine, EngineOptions, FallBack } from '../../engines/engine.js';
import type { TensorMap } from '../../ir/tensorType.js';
import type { Program } from '../../program/program.js';
import { randomInputs } from '../feeds/random.js';
import { firstNotFinite, type NotFinite } from './firstNotFinite.js';
import { initialState } from './initialState.js';

/** Duration of one run, in milliseconds. */
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
  /** Set once a run has fallen back to a slower way. */
  readonly fallBack: FallBack | undefined;
  /**
   * @param run Counts the runs of the step from 0; addresses its random streams.
   * @param feeds Inputs given by the caller; random inputs that are not among them are drawn.
   * @param spent Names of feeds that the caller does not use again: a worker takes over their memory instead of a copy.
   */
  run(
    graph: string,
    run: number,
    feeds: TensorMap,
    spent?: ReadonlySet<string>,
  ): Promise<ExecutorResult>;
  /**
   * The first tensor that is not finite in a run from the present state, which stays as it is.
   * @param run As for `run`.
   * @param feeds As for `run`.
   */
  examine(graph: string, run: number, feeds: TensorMap): Promise<NotFinite | undefined>;
  readState(): Promise<TensorMap>;
  writeState(state: TensorMap): Promise<void>;
  dispose(): Promise<void>;
}

/** An executor in the calling thread. */
export async function createExecutor(
  program: Program,
  engine: Engine,
  seed: number,
  options: EngineOptions = {},
): Promise<Executor> {
  const session = await engine.prepare(program.graphs, options);
  await session.writeState(initialState(program.state, seed));
  const drawRandom = randomInputs(program, seed);
  const hasRun = new Set<string>();
  return {
    get fallBack() {
      return session.fallBack;
    },
    run: async (graph, run, feeds) => {
      const start = performance.now();
      const complete = drawRandom(graph, run, feeds);
      const drawn = performance.now();
      const results = await session.run(graph, complete).catch((error: unknown) => {
        throw hasRun.has(graph) ? failedAgain(graph, error) : error;
      });
      hasRun.add(graph);
      const timings = { random: drawn - start, engine: performance.now() - drawn };
      return { results, timings };
    },
    examine: async (name, run, feeds) => {
      const graph = program.graphs.find((one) => one.name === name);
      if (!graph) throw new InternalError(`there is no graph ${name}`);
      const complete = drawRandom(name, run, feeds);
      return firstNotFinite(engine, graph, await session.readState(), complete);
    },
    readState: () => session.readState(),
    writeState: (state) => session.writeState(state),
    dispose: () => session.dispose(),
  };
}

/** The failure of a graph that has run before: then it is the machine's, and the graph is not at fault. */
function failedAgain(graph: string, error: unknown): unknown {
  if (error instanceof GanspecError || error instanceof InternalError) return error;
  return new GanspecError(
    'GAN529',
    exitCodes.internal,
    `the engine failed in the graph "${graph}", which it had run before: ${messageOf(error)}`,
    'Go on from the last checkpoint with `ganspec resume <run>`, or with its `--engine` on another engine.',
  );
}
