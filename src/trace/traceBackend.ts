/** A tfjs backend that records: its kernels add nodes to a graph, its data keys refer to values of the graph. */
import type { DType } from '../ir/tensorType.js';
import { tf, type tfjs, type DataType } from '../tf.js';
import type { DataId, Recorder } from './recorder.js';
import { recordingError, runningOps } from './recordingError.js';

type BackendValues = Parameters<tfjs.KernelBackend['write']>[0];

/** The backend of one recording. The class is defined in the function, so that importing this module does not load tfjs. */
export function traceBackend(recorder: Recorder): tfjs.KernelBackend {
  class TraceBackend extends tf.KernelBackend {
    /** Number of references to a key beyond the first, as variables create them. */
    readonly #extraReferences = new Map<DataId, number>();

    /** Records numbers that come from JavaScript. Scalars and zeros are constants; random draws and literal arrays are refused. */
    override write(values: BackendValues, shape: number[], dtype: DataType): DataId {
      const source = runningOps() || 'tf.tensor';
      const type = { dtype: recordable(dtype, source, recorder.origin), shape };
      const [first] = values;
      if (typeof first !== 'number' || values.some((value) => !Object.is(value, first))) {
        throw recordingError(
          'data',
          recorder.origin,
          `${source} made numbers ${dtype}[${shape.join(',')}] that would be the same at every step`,
          'Take random numbers from context.random, and give fixed data with context.constant.',
        );
      }
      return recorder.dataIdOf(recorder.fillValue(type, first));
    }

    override readSync(): never {
      throw recordingError(
        'read',
        recorder.origin,
        'the value of a recorded tensor was read, and it has none before the graph runs',
        'Decide with tensor operations such as tf.where instead of in JavaScript.',
      );
    }

    override read(): Promise<never> {
      return this.readSync();
    }

    /** tfjs counts data to find tensors that a kernel moved from another backend; the recorder refuses those earlier. */
    override numDataIds(): number {
      return 0;
    }

    override refCount(dataId: DataId): number {
      return 1 + (this.#extraReferences.get(dataId) ?? 0);
    }

    override incRef(dataId: DataId): void {
      this.#extraReferences.set(dataId, this.refCount(dataId));
    }

    override disposeData(dataId: DataId): boolean {
      const extra = this.refCount(dataId) - 1;
      if (extra > 0) this.#extraReferences.set(dataId, extra - 1);
      return extra === 0;
    }

    override memory(): { unreliable: boolean } {
      return { unreliable: true };
    }

    override floatPrecision(): 32 {
      return 32;
    }

    override epsilon(): number {
      return 1e-7;
    }

    override dispose(): void {
      this.#extraReferences.clear();
    }
  }

  return new TraceBackend();
}

/** The dtype of a recorded tensor. @throws GanspecError for dtypes that kernels do not have. */
export function recordable(dtype: DataType, source: string, origin: string): DType {
  if (dtype === 'float32' || dtype === 'int32' || dtype === 'bool') return dtype;
  throw recordingError(
    'unsupported',
    origin,
    `${source} made a tensor of dtype ${dtype}`,
    'Recorded tensors are float32, int32 or bool.',
  );
}
