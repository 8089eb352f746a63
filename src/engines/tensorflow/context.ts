/** A TensorFlow context: devices and threads on which operations run, and the functions that it knows. */
import { availableParallelism } from 'node:os';
import type { CApi } from './library/cFunctions.js';

export class TensorFlowContext {
  readonly api: CApi;
  /** The first GPU, if TensorFlow sees one. */
  readonly gpu: string | undefined;
  /** Address of the context. */
  readonly address: bigint;
  readonly #status: bigint;

  /** @param threads Of one operation, and operations at once; default: the number of cores. */
  constructor(api: CApi, threads = availableParallelism()) {
    this.api = api;
    this.#status = api.TF_NewStatus();
    const options = api.TFE_NewContextOptions();
    const config = configOf(threads);
    this.checked((status) => {
      api.TFE_ContextOptionsSetConfig(options, config, config.length, status);
    });
    this.address = this.checked((status) => api.TFE_NewContext(options, status));
    api.TFE_DeleteContextOptions(options);
    this.gpu = this.#devices().find(({ type }) => type === 'GPU')?.name;
  }

  /**
   * Calls functions that report their success in a status.
   * @throws Error with the message of TensorFlow.
   */
  checked<T>(call: (status: bigint) => T): T {
    const { api } = this;
    const result = call(this.#status);
    if (api.TF_GetCode(this.#status) === 0) return result;
    const message = api.TF_Message(this.#status);
    api.TF_SetStatus(this.#status, 0, '');
    throw new Error(`TensorFlow refuses: ${message}`);
  }

  #devices(): readonly { readonly name: string; readonly type: string }[] {
    const { api } = this;
    const list = this.checked((status) => api.TFE_ContextListDevices(this.address, status));
    const devices = Array.from({ length: api.TF_DeviceListCount(list) }, (_, at) => ({
      name: this.checked((status) => api.TF_DeviceListName(list, at, status)),
      type: this.checked((status) => api.TF_DeviceListType(list, at, status)),
    }));
    api.TF_DeleteDeviceList(list);
    return devices;
  }

  /** Frees the context, once nothing that was made in it is left. */
  dispose(): void {
    this.api.TFE_DeleteContext(this.address);
    this.api.TF_DeleteStatus(this.#status);
  }
}

/**
 * A ConfigProto: threads of one operation (field 2), operations at once (field 5), and memory of a GPU taken when it is
 * needed (field 6, its field 4).
 * @source tensorflow/core/protobuf/config.proto
 */
function configOf(threads: number): Uint8Array {
  // A whole number of up to 14 bits.
  const number = [(threads % 128) | 128, Math.floor(threads / 128) % 128];
  return Uint8Array.from([0x10, ...number, 0x28, ...number, 0x32, 2, 0x20, 1]);
}
