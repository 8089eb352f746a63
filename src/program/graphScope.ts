/** A graph under recording: its declared inputs with their sources, the state that it reads and replaces, its results. */
import { exitCodes, GanspecError, InternalError } from '../diagnostics/errors.js';
import { inRunningHook } from '../diagnostics/runningHook.js';
import type { Shape, TensorType } from '../ir/tensorType.js';
import type { Distribution } from '../random/distribution.js';
import type { ScheduledDistribution } from '../entries/config.js';
import type { Scheduled } from '../language/normalSpec.js';
import type { Clock } from '../language/schedule.js';
import type { Scalar, Tensor } from '../tf.js';
import { tf } from '../tf.js';
import type { RecordedOutput, Recorder } from '../trace/record.js';
import { checkSame, constantOf } from './contextArguments.js';
import { asScalar } from './scalar.js';
import type { Outline } from './networkPass.js';
import type { InputSource, ProgramInput, RandomDraw, ScalarMoment, StateSpec } from './program.js';

export class GraphScope {
  readonly inputs: ProgramInput[] = [];
  readonly scalars = new Map<string, (at: ScalarMoment) => number>();
  /** The schedules among the scalars, as the spec has them. */
  readonly schedules = new Map<string, Scheduled>();
  readonly #tensors = new Map<string, Tensor>();
  readonly #current = new Map<string, Tensor>();
  readonly #replaced = new Set<string>();
  readonly #results: RecordedOutput[] = [];
  readonly #once = new Map<string, Tensor>();

  /**
   * @param graph The graph's name.
   * @param step The step of which it is a form; first part of the names of its random streams.
   * @param stateTypes Every state tensor of the program by name.
   * @param clock Measures the schedules.
   * @param outline Takes the place of networks, gradients and augmentation.
   */
  constructor(
    readonly recorder: Recorder,
    readonly graph: string,
    readonly step: string,
    private readonly stateTypes: ReadonlyMap<string, StateSpec>,
    readonly clock: Clock,
    readonly outline?: Outline,
  ) {}

  /**
   * Declares an input; further calls with its name give the same tensor.
   * @throws GanspecError GAN507 where a further call has another type.
   */
  feed(name: string, type: TensorType, meaning: string, source: InputSource): Tensor {
    const known = this.#tensors.get(name);
    if (known) return requireType(known, type, `the input "${name}"`);
    const tensor = this.recorder.input(name, type, 'feed');
    this.#tensors.set(name, tensor);
    this.inputs.push({ graph: this.graph, name, meaning, source, ...type });
    return tensor;
  }

  /** A number that the host computes for each update. */
  scalar(name: string, meaning: string, valueAt: (at: ScalarMoment) => number): Scalar {
    const tensor = this.feed(name, { dtype: 'float32', shape: [] }, meaning, { kind: 'scalar' });
    this.scalars.set(name, valueAt);
    return asScalar(tensor, name);
  }

  /**
   * Declares random numbers, from a stream named after the step and the input. For a bernoulli tensor with a scheduled
   * probability the input is uniform in [0, 1) and is compared with the probability inside the graph.
   */
  random(
    name: string,
    shape: Shape,
    distribution: ScheduledDistribution,
    meaning: string,
    draw: RandomDraw = { stream: `${this.step}/${name}` },
  ): Tensor {
    const declare = (dtype: 'bool' | 'float32', plain: Distribution): Tensor => {
      const source = { kind: 'random', ...draw, distribution: plain } as const;
      const tensor = this.feed(name, { dtype, shape }, meaning, source);
      const known = this.inputs.find((input) => input.name === name)?.source;
      if (known?.kind === 'random') checkSame(this.recorder, name, known.distribution, plain);
      return tensor;
    };
    if (distribution.kind !== 'bernoulli') return declare('float32', distribution);
    const { probability } = distribution;
    if (typeof probability === 'number') return declare('bool', { kind: 'bernoulli', probability });
    return tf.less(declare('float32', { kind: 'uniform', low: 0, high: 1 }), probability);
  }

  /** The tensor of the first call with a key; `make` is called once. */
  once(key: string, make: () => Tensor): Tensor {
    const tensor = this.#once.get(key) ?? make();
    this.#once.set(key, tensor);
    return tensor;
  }

  /** A tensor of fixed numbers in row-major order. */
  constant(values: readonly number[], shape: Shape): Tensor {
    return constantOf(this.recorder, values, shape);
  }

  /** The present value of a state tensor: its input, or what replaced it. */
  state(name: string): Tensor {
    const current = this.#current.get(name);
    if (current) return current;
    const type = this.stateTypes.get(name);
    if (!type) throw new InternalError(`${this.graph}: no state tensor is called ${name}`);
    const tensor = this.recorder.input(name, { dtype: type.dtype, shape: type.shape }, 'state');
    this.#current.set(name, tensor);
    return tensor;
  }

  /**
   * Gives a state tensor its value after this graph has run.
   * @throws GanspecError GAN507 where the value has another type, GAN508 where no such state was declared.
   */
  setState(name: string, value: Tensor): void {
    const type = this.stateTypes.get(name);
    if (!type) throw undeclaredState(name);
    this.#current.set(name, requireType(value, type, `the new value of "${name}"`));
    this.#replaced.add(name);
  }

  /**
   * Adds a result to the graph.
   * @throws GanspecError GAN515 where there is one of that name.
   */
  result(name: string, tensor: Tensor): void {
    if (this.#results.some((result) => result.name === name)) throw reportedTwice(name);
    this.#results.push({ name, kind: 'result', tensor });
  }

  /** All outputs: results first, then the replaced state. */
  outputs(): readonly RecordedOutput[] {
    const state = [...this.#replaced].map((name): RecordedOutput => {
      const tensor = this.#current.get(name);
      if (!tensor) throw new InternalError(`${this.graph}: state ${name} was replaced by nothing`);
      return { name, kind: 'state', tensor };
    });
    return [...this.#results, ...state];
  }
}

function requireType(value: Tensor, { dtype, shape }: TensorType, what: string): Tensor {
  if (value.dtype === dtype && value.shape.join() === shape.join()) return value;
  throw new GanspecError(
    'GAN507',
    exitCodes.spec,
    inRunningHook(
      `${what} must be ${dtype} [${shape.join(', ')}], but it is ${value.dtype} [${value.shape.join(', ')}]`,
    ),
    'Give inputs of different shapes different names, and a state tensor a value of its own shape.',
  );
}

function reportedTwice(name: string): GanspecError {
  return new GanspecError(
    'GAN515',
    exitCodes.spec,
    inRunningHook(`"${name}" is reported twice in one step`),
    'Report a name once: a simultaneous step asks a loss, and a penalty on both networks, for the terms of both.',
  );
}

function undeclaredState(name: string): GanspecError {
  return new GanspecError(
    'GAN508',
    exitCodes.spec,
    inRunningHook(`"${name}" is given a new value, but no such state was declared`),
    'Declare it: a loss in `state`, a layer among its `parameters`.',
  );
}
