/** A model in onnxruntime that reads its inputs from arrays of the caller and writes its outputs into arrays of the caller. */
import { isMainThread } from 'node:worker_threads';
import type { DType, TensorData } from '../../ir/tensorType.js';
import { call, make, runtime, type Handle } from './runtimeLibrary.js';
import { SharedSessions } from './sharedSessions.js';

/** A tensor of the library on an array, which must not be moved or freed before it. */
interface BoundTensor {
  readonly data: TensorData['data'];
  readonly value: Handle;
}

export class ModelSession {
  readonly #shared: ReturnType<SharedSessions['use']>;
  readonly #binding: Handle;
  readonly #inputs = new Map<string, BoundTensor>();
  readonly #outputs = new Map<string, BoundTensor>();

  /**
   * @param model The bytes of an ONNX file.
   * @param threads Of one node; by default as many as there are cores.
   * @throws Error where onnxruntime refuses the model.
   */
  constructor(model: Uint8Array, threads?: number) {
    this.#shared = sessions.use(model, threads);
    this.#binding = make('createIoBinding', this.#shared.session);
  }

  /** Lets the runs from now on read an input from this array. */
  bindInput(name: string, tensor: TensorData): void {
    this.#bind('bindInput', this.#inputs, name, tensor);
  }

  /** Lets the runs from now on write an output into this array. */
  bindOutput(name: string, tensor: TensorData): void {
    this.#bind('bindOutput', this.#outputs, name, tensor);
  }

  #bind(
    bind: 'bindInput' | 'bindOutput',
    bound: Map<string, BoundTensor>,
    name: string,
    tensor: TensorData,
  ): void {
    const before = bound.get(name);
    if (before?.data === tensor.data) return;
    const value = tensorOn(tensor);
    call(bind, this.#binding, name, value);
    bound.set(name, { data: tensor.data, value });
    if (before) runtime.releaseValue(before.value);
  }

  /** Runs the model; all its inputs and outputs are bound. @throws Error of onnxruntime, as where memory does not suffice. */
  run(): void {
    call('runWithBinding', this.#shared.session, null, this.#binding);
  }

  /** Frees the model; the session is of no use any more. */
  release(): void {
    runtime.releaseIoBinding(this.#binding);
    for (const { value } of [...this.#inputs.values(), ...this.#outputs.values()]) {
      runtime.releaseValue(value);
    }
    this.#shared.release();
  }
}

/**
 * Denormals, as in the moments of a dead unit, are flushed to 0: some processors take thirty times as long for them. See
 * `flushDenormals` for the threads that this holds for.
 * A thread that waits spins for 20 µs, about as long as a node on one thread takes, and then sleeps: to wake it at each node
 * costs 6 to 15 % of a step, while threads that spin for longer slow down a busy machine.
 */
export const sessionSettings = [
  ['session.set_denormal_as_zero', '1'],
  ['session.intra_op.allow_spinning', '1'],
  ['session.intra_op.spin_duration_us', '20'],
] as const;

/** Numbers of `ONNXTensorElementDataType`. */
const elementTypes: Readonly<Record<DType, number>> = { float32: 1, int32: 6, bool: 9 };

/** Of `OrtLoggingLevel`: errors are thrown as well. */
const fatalOnly = 4;

/** Of `OrtAllocatorType` and `OrtMemType`. */
const arena = 1;
const defaultMemory = 0;

/** Objects that all sessions of a thread share; never freed. */
let environment: Handle | undefined;
let memory: Handle | undefined;

/** The library's environment, with the pool of memory of its sessions, which is kept for later ones. */
function sharedEnvironment(): Handle {
  if (environment === undefined) {
    environment = make('createEnv', fatalOnly, 'ganspec');
    call('createAndRegisterAllocator', environment, cpuMemory(), null);
  }
  return environment;
}

function cpuMemory(): Handle {
  memory ??= make('createCpuMemoryInfo', arena, defaultMemory);
  return memory;
}

/** A training thread keeps no idle sessions: it ends with its only GAN, and would leave them behind. */
const sessions = new SharedSessions(createSession, runtime.releaseSession, isMainThread ? 16 : 0);

function createSession(model: Uint8Array, threads: number | undefined): Handle {
  const environment = sharedEnvironment();
  const options = make('createSessionOptions');
  try {
    if (threads !== undefined) call('setIntraOpNumThreads', options, threads);
    // One pool of memory for all sessions, and no plans of the places of a run's tensors, take 40 to 75 % of the memory.
    call('addSessionConfigEntry', options, 'session.use_env_allocators', '1');
    call('disableMemPattern', options);
    for (const [key, value] of sessionSettings) call('addSessionConfigEntry', options, key, value);
    return make('createSessionFromArray', environment, model, model.byteLength, options);
  } finally {
    runtime.releaseSessionOptions(options);
  }
}

function tensorOn({ dtype, shape, data }: TensorData): Handle {
  const sizes = BigInt64Array.from(shape, BigInt);
  const type = elementTypes[dtype];
  return make(
    'createTensorWithData',
    cpuMemory(),
    data,
    data.byteLength,
    sizes,
    sizes.length,
    type,
  );
}
