/**
 * Sources of the numbers of a graph's inputs, for inputs that the caller does not give:
 *
 *   data     a batch of the data set        read by the host thread, ahead of the run
 *   scalar   a schedule, or an optimizer's  computed by the host thread
 *   random   numbers of a stream            drawn by the thread of the engine (`random.ts`)
 */
import type { LoadedDataset } from '../../entries/dataset.js';
import type { TensorData, TensorMap, TensorType } from '../../ir/tensorType.js';
import type { BuiltProgram } from '../../program/buildProgram.js';
import type { StepPlan } from '../../language/resolvedGan.js';
import type { ProgramInput, ScalarMoment } from '../../program/program.js';
import { graphOf } from '../../program/stepGraphs.js';
import { createBatches, type BatchAddress } from './batches.js';
import { BatchQueue } from './batchQueue.js';
import { givenTensors, type Feeds } from './given.js';
import { inputsFrom, inputsOf, type InputFrom } from './inputs.js';

/** Inputs of one run as the host thread hands them to the engine's. */
export interface RunFeeds {
  readonly graph: string;
  /** All inputs but the random ones. */
  readonly tensors: TensorMap;
  /** Names of inputs that are not needed again here, so that another thread may take over their memory. */
  readonly spent: ReadonlySet<string>;
}

/** The inputs of one graph, sorted once for all runs. */
interface GraphInputs {
  readonly declared: ReadonlyMap<string, ProgramInput>;
  readonly data: readonly InputFrom<'data'>[];
  readonly scalars: readonly {
    readonly input: ProgramInput;
    readonly valueAt: (moment: ScalarMoment) => number;
  }[];
}

export class HostFeeds {
  readonly #inputs = new Map<string, GraphInputs>();
  readonly #batches: BatchQueue;

  /** @param openDataset Called for the first batch that is not given. */
  constructor(
    private readonly built: BuiltProgram,
    seed: number,
    openDataset: () => Promise<LoadedDataset>,
  ) {
    const { batchSize } = built.program;
    this.#batches = new BatchQueue(async () => createBatches(await openDataset(), batchSize, seed));
  }

  /**
   * Inputs of a step's run.
   * @param run Counts the runs of the step from 0.
   * @param at Iterations done, and the factor of the learning rates.
   * @throws GanspecError GAN505 or GAN506 for given feeds that do not fit; exit code 4 for data that cannot be read.
   */
  async of(
    plan: StepPlan,
    run: number,
    at: Pick<ScalarMoment, 'step' | 'rateFactor'>,
    given: Feeds,
  ): Promise<RunFeeds> {
    const graph = graphOf(plan, run).name;
    const { declared, data, scalars } = this.#inputsOf(graph);
    const tensors = givenTensors(graph, declared, given);
    const spent = new Set<string>();
    const moment = { ...at, update: Math.floor(run / plan.accumulation) };
    for (const { input, valueAt } of scalars) {
      if (tensors.has(input.name)) continue;
      tensors.set(input.name, scalarTensor(input, valueAt(moment)));
      spent.add(input.name);
    }
    for (const input of data) {
      if (tensors.has(input.name)) continue;
      tensors.set(input.name, await this.#batches.get(batchOf(input, run)));
      const isRepeated = (run + 1) % input.source.repeat !== 0;
      if (!isRepeated) spent.add(input.name);
    }
    return { graph, tensors, spent };
  }

  /** Scheduled numbers of a graph that belongs to no step. */
  scalars(graph: string, step: number): TensorMap {
    const { scalars } = this.#inputsOf(graph);
    return new Map(
      scalars.map(({ input, valueAt }) => {
        return [input.name, scalarTensor(input, valueAt({ step, update: 0 }))];
      }),
    );
  }

  /** Reads the batches of a later run ahead; one that cannot be read is an error only when that run needs it. */
  readAhead(plan: StepPlan, run: number): void {
    const { data } = this.#inputsOf(graphOf(plan, run).name);
    this.#batches.readAhead(
      plan.step,
      data.map((input) => batchOf(input, run)),
    );
  }

  #inputsOf(graph: string): GraphInputs {
    const known = this.#inputs.get(graph);
    if (known) return known;
    const inputs = inputsOf(this.built.program, graph);
    const functions = this.built.scalars.get(graph);
    const sorted = {
      declared: new Map(inputs.map((input) => [input.name, input])),
      data: inputsFrom('data', inputs),
      scalars: inputsFrom('scalar', inputs).flatMap((input) => {
        const valueAt = functions?.get(input.name);
        return valueAt ? [{ input, valueAt }] : [];
      }),
    };
    this.#inputs.set(graph, sorted);
    return sorted;
  }
}

/** The batch of a run. */
export function batchOf({ source }: InputFrom<'data'>, run: number): BatchAddress {
  const { stream, field, repeat } = source;
  return { stream, field, index: Math.floor(run / repeat) };
}

function scalarTensor({ dtype, shape }: TensorType, value: number): TensorData {
  return { dtype, shape, data: Float32Array.of(value) };
}
