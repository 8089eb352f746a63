/** Copies of tensors between arrays and the memory of a device, by a model whose outputs are its inputs. */
import { zeroTensor } from '../../../ir/arrays.js';
import type { TensorData, TensorMap, TensorType } from '../../../ir/tensorType.js';
import { OnnxBuilder } from '../../../lowering/onnx/onnxBuilder.js';
import { DeviceModel, type DeviceTensor } from './deviceModel.js';
import type { DeviceProvider } from './provider.js';

export class StateCopy {
  readonly #model: DeviceModel | undefined;
  /** By the name of a tensor its type, and the name of the output that is its copy. */
  readonly #outputs: ReadonlyMap<string, { readonly type: TensorType; readonly output: string }>;

  constructor(types: ReadonlyMap<string, TensorType>, provider: DeviceProvider) {
    const onnx = new OnnxBuilder(true);
    const inputs = [...types].map(([name, { dtype, shape }]) => onnx.input(name, dtype, shape));
    const model = onnx.finish('copy', inputs);
    this.#model = types.size === 0 ? undefined : new DeviceModel(model, provider);
    const outputs = [...types].map(([name, type], at) => {
      return [name, { type, output: model.outputs[at]?.name ?? '' }] as const;
    });
    this.#outputs = new Map(outputs);
  }

  toArrays(tensors: ReadonlyMap<string, DeviceTensor>): TensorMap {
    const arrays = new Map<string, TensorData>();
    const places = new Map<string, TensorData>();
    for (const [name, { type, output }] of this.#outputs) {
      const array = zeroTensor(type);
      arrays.set(name, array);
      places.set(output, array);
    }
    const own = [...tensors].filter(([name]) => this.#outputs.has(name));
    this.#model?.run(new Map(own), places);
    return arrays;
  }

  toDevice(tensors: TensorMap): ReadonlyMap<string, DeviceTensor> {
    const places = [...this.#outputs.values()].map(({ output }) => [output, 'device'] as const);
    const made = this.#model?.run(tensors, new Map(places));
    const named = [...this.#outputs].flatMap(([name, { output }]) => {
      const tensor = made?.get(output);
      return tensor ? [[name, tensor] as const] : [];
    });
    return new Map(named);
  }

  /** Frees the model; tensors that it put on the device are released before. */
  release(): void {
    this.#model?.release();
  }
}
