/** Graphs on a device, with their shared state in its memory. */
import { setImmediate } from 'node:timers/promises';
import { zeroTensor } from '../../../ir/arrays.js';
import type { KernelGraph } from '../../../ir/kernelGraph.js';
import type { TensorData, TensorMap, TensorType } from '../../../ir/tensorType.js';
import { typeOf } from '../../../ir/typeOf.js';
import { deviceDialect, lowerToOnnx } from '../../../lowering/onnx/lowerToOnnx.js';
import type { OnnxModel } from '../../../lowering/onnx/onnxModel.js';
import type { EngineOptions, EngineSession } from '../../engine.js';
import { SerialQueue } from '../../serialQueue.js';
import {
  checkFeeds,
  checkState,
  graphNamed,
  graphsByName,
  sharedState,
} from '../../sessionInputs.js';
import { runtime } from '../runtimeLibrary.js';
import { DeviceModel, type DeviceTensor } from './deviceModel.js';
import type { DeviceProvider } from './provider.js';
import { StateCopy } from './stateCopy.js';

/** A graph ready to run; outputs in the order of the graph have the names of the model's tensors. */
interface Prepared {
  readonly model: DeviceModel;
  readonly outputs: OnnxModel['outputs'];
}

export class DeviceSession implements EngineSession {
  readonly #graphs: ReadonlyMap<string, KernelGraph>;
  readonly #types: ReadonlyMap<string, TensorType>;
  readonly #prepared = new Map<string, Prepared>();
  readonly #state = new Map<string, DeviceTensor>();
  readonly #queue = new SerialQueue();
  #copy: StateCopy | undefined;

  constructor(
    graphs: readonly KernelGraph[],
    private readonly provider: DeviceProvider,
    private readonly options: EngineOptions,
  ) {
    this.#graphs = graphsByName(graphs);
    this.#types = sharedState(graphs);
  }

  run(name: string, feeds: TensorMap): Promise<TensorMap> {
    return this.#queue.run(async () => {
      // The library blocks the thread: signals and timers get their turn between two runs.
      await setImmediate();
      const graph = graphNamed(this.#graphs, name);
      checkFeeds(graph, feeds);
      this.#writeZeros();
      return this.#run(graph, feeds);
    });
  }

  #run(graph: KernelGraph, feeds: TensorMap): TensorMap {
    const { model, outputs } = this.#prepare(graph);
    const results = new Map<string, TensorData>();
    const places = new Map<string, TensorData | 'device'>();
    graph.outputs.forEach(({ kind, name, value }, at) => {
      const tensor = outputs[at]?.name ?? '';
      if (kind === 'state') {
        places.set(tensor, 'device');
      } else {
        const result = zeroTensor(typeOf(graph, value));
        places.set(tensor, result);
        results.set(name, result);
      }
    });
    const inputs = new Map<string, TensorData | DeviceTensor>();
    for (const { name } of graph.inputs) {
      const tensor = feeds.get(name) ?? this.#state.get(name);
      if (tensor) inputs.set(name, tensor);
    }
    const made = model.run(inputs, places);
    graph.outputs.forEach(({ kind, name }, at) => {
      const next = kind === 'state' ? made.get(outputs[at]?.name ?? '') : undefined;
      if (next) this.#replace(name, next);
    });
    return results;
  }

  readState(): Promise<TensorMap> {
    return this.#queue.run(() => {
      this.#writeZeros();
      return this.#readAll();
    });
  }

  /** Copies of some state tensors. */
  readSome(names: readonly string[]): Promise<TensorMap> {
    return this.#queue.run(() => {
      this.#writeZeros();
      const types = names.flatMap((name) => {
        const type = this.#types.get(name);
        return type ? [[name, type] as const] : [];
      });
      const copy = new StateCopy(new Map(types), this.provider);
      const arrays = copy.toArrays(this.#state);
      copy.release();
      return arrays;
    });
  }

  writeState(state: TensorMap): Promise<void> {
    return this.#queue.run(() => {
      checkState(state, this.#types);
      this.#write(state);
    });
  }

  dispose(): Promise<void> {
    return this.#queue.run(() => {
      for (const { onDevice } of this.#state.values()) runtime.releaseValue(onDevice);
      this.#state.clear();
      for (const { model } of this.#prepared.values()) model.release();
      this.#prepared.clear();
      this.#copy?.release();
      this.#copy = undefined;
    });
  }

  #prepare(graph: KernelGraph): Prepared {
    const known = this.#prepared.get(graph.name);
    if (known !== undefined) return known;
    const lowered = lowerToOnnx(graph, deviceDialect);
    const model = new DeviceModel(lowered, this.provider, this.options.threads);
    const prepared = { model, outputs: lowered.outputs };
    this.#prepared.set(graph.name, prepared);
    return prepared;
  }

  /** State is zeros until it is written. */
  #writeZeros(): void {
    if (this.#state.size < this.#types.size) this.#write(new Map());
  }

  /** Writes all tensors, since a tensor lasts no longer than the model that put it on the device. */
  #write(state: TensorMap): void {
    const known = this.#state.size === 0 ? new Map<string, TensorData>() : this.#readAll();
    const all = [...this.#types].map(([name, type]) => {
      return [name, state.get(name) ?? known.get(name) ?? zeroTensor(type)] as const;
    });
    for (const [name, tensor] of this.#copier().toDevice(new Map(all))) {
      this.#replace(name, tensor);
    }
  }

  #readAll(): TensorMap {
    return this.#copier().toArrays(this.#state);
  }

  #copier(): StateCopy {
    this.#copy ??= new StateCopy(this.#types, this.provider);
    return this.#copy;
  }

  #replace(name: string, next: DeviceTensor): void {
    const before = this.#state.get(name);
    this.#state.set(name, next);
    if (before) runtime.releaseValue(before.onDevice);
  }
}
