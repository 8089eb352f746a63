/** A model in onnxruntime that reads its inputs from arrays of the caller and writes its outputs into arrays of the caller. */
import { isMainThread } from 'node:worker_threads';
import type { TensorData } from '../../ir/tensorType.js';
import { createSession, tensorOn } from './createSession.js';
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

/** A training thread keeps no idle sessions: it ends with its only GAN, and would leave them behind. */
const sessions = new SharedSessions(createSession, runtime.releaseSession, isMainThread ? 16 : 0);
