/** A model in onnxruntime whose inputs and outputs may stay in the memory of a device. */
import type { TensorData } from '../../../ir/tensorType.js';
import { encodeModel, type OnnxModel } from '../../../lowering/onnx/onnxModel.js';
import { createSession, tensorOn } from '../createSession.js';
import { boundOutputs, call, make, runtime, type Handle } from '../runtimeLibrary.js';
import type { DeviceProvider } from './provider.js';

/** A tensor in the memory of a device; whoever holds it releases it. */
export interface DeviceTensor {
  readonly onDevice: Handle;
}

/** onnxruntime's `OrtDeviceAllocator`, the first device, and `OrtMemTypeDefault`. */
const memoryOfDevice = [0, 0, 0] as const;

export class DeviceModel {
  readonly #session: Handle;
  readonly #binding: Handle;
  readonly #memory: Handle;

  /** @throws Error where the provider does not work, or refuses the model. */
  constructor(model: OnnxModel, provider: DeviceProvider, threads?: number) {
    const bytes = encodeModel(model);
    this.#session = createSession(bytes, threads, (options) => {
      provider.addTo(options);
    });
    this.#binding = make('createIoBinding', this.#session);
    this.#memory = make('createMemoryInfo', provider.memory, ...memoryOfDevice);
  }

  /**
   * @param inputs All of them by name.
   * @param outputs All of them by name, the same in every run: an array to write to, or `device`.
   * @returns The outputs on the device, by name.
   */
  run(
    inputs: ReadonlyMap<string, TensorData | DeviceTensor>,
    outputs: ReadonlyMap<string, TensorData | 'device'>,
  ): ReadonlyMap<string, DeviceTensor> {
    const onArrays: Handle[] = [];
    const bound = (tensor: TensorData): Handle => {
      const value = tensorOn(tensor);
      onArrays.push(value);
      return value;
    };
    try {
      for (const [name, tensor] of inputs) {
        const value = 'onDevice' in tensor ? tensor.onDevice : bound(tensor);
        call('bindInput', this.#binding, name, value);
      }
      for (const [name, tensor] of outputs) {
        if (tensor === 'device') call('bindOutputToDevice', this.#binding, name, this.#memory);
        else call('bindOutput', this.#binding, name, bound(tensor));
      }
      call('runWithBinding', this.#session, null, this.#binding);
      const made = new Map<string, DeviceTensor>();
      const places = [...outputs];
      boundOutputs(this.#binding).forEach((value, at) => {
        const [name, tensor] = places[at] ?? [];
        if (name !== undefined && tensor === 'device') made.set(name, { onDevice: value });
        else runtime.releaseValue(value);
      });
      return made;
    } finally {
      for (const value of onArrays) runtime.releaseValue(value);
    }
  }

  /** Frees the model; tensors that it made are released before. */
  release(): void {
    runtime.releaseIoBinding(this.#binding);
    runtime.releaseMemoryInfo(this.#memory);
    runtime.releaseSession(this.#session);
  }
}
