/** Sessions and tensors of onnxruntime. */
import type { DType, TensorData } from '../../ir/tensorType.js';
import { call, make, runtime, type Handle } from './runtimeLibrary.js';

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

/** The memory of arrays. */
function cpuMemory(): Handle {
  memory ??= make('createCpuMemoryInfo', arena, defaultMemory);
  return memory;
}

/**
 * @param model The bytes of an ONNX file.
 * @param threads Of one node; by default as many as there are cores.
 * @param addProvider Adds a provider to the settings of a session; nodes that it lacks run on the CPU.
 * @throws Error where onnxruntime refuses the model, or the provider does not work.
 */
export function createSession(
  model: Uint8Array,
  threads?: number,
  addProvider?: (options: Handle) => void,
): Handle {
  const environment = sharedEnvironment();
  const options = make('createSessionOptions');
  try {
    if (threads !== undefined) call('setIntraOpNumThreads', options, threads);
    // One pool of memory for all sessions, and no plans of the places of a run's tensors, take 40 to 75 % of the memory.
    call('addSessionConfigEntry', options, 'session.use_env_allocators', '1');
    call('disableMemPattern', options);
    for (const [key, value] of sessionSettings) call('addSessionConfigEntry', options, key, value);
    addProvider?.(options);
    return make('createSessionFromArray', environment, model, model.byteLength, options);
  } finally {
    runtime.releaseSessionOptions(options);
  }
}

/** A tensor of the library on an array, which must not be moved or freed before it. */
export function tensorOn({ dtype, shape, data }: TensorData): Handle {
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
