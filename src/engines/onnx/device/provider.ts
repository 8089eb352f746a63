/** Execution providers of onnxruntime that run on GPUs. */
import koffi from 'koffi';
import { call, make, runtime, type Handle } from '../runtimeLibrary.js';

export interface DeviceProvider {
  /** As its makers call it. */
  readonly title: string;
  /** onnxruntime's name of its memory. */
  readonly memory: string;
  /** A full sentence: the remedy where it does not work. */
  readonly fix: string;
  /** Adds it to the settings of a session. @throws Error where it is not there. */
  addTo(options: Handle): void;
}

const webgpu: DeviceProvider = {
  title: 'WebGPU',
  memory: 'WebGPU_Buffer',
  fix: 'Install the driver of the GPU, and Vulkan on Linux (the package libvulkan1), or train with `--provider cpu`.',
  addTo: (options) => {
    findVulkan();
    // In the other layout some convolutions are wrong: github.com/microsoft/onnxruntime, issue 29651.
    call('appendProvider', options, 'WebGPU', ['preferredLayout'], ['NCHW'], 1);
  },
};

/** @throws Error where Linux has no Vulkan, which WebGPU rests on there; onnxruntime would also write to the terminal. */
function findVulkan(): void {
  if (process.platform !== 'linux') return;
  try {
    koffi.load('libvulkan.so.1');
  } catch {
    throw new Error('there is no Vulkan (libvulkan.so.1)');
  }
}

const cuda: DeviceProvider = {
  title: 'CUDA',
  memory: 'Cuda',
  fix: 'Fetch its libraries with `npm rebuild onnxruntime-node --onnxruntime-node-install=cuda12`, which also needs CUDA 12 and cuDNN 9, or train with `--provider cpu`.',
  addTo: (options) => {
    const settings = make('createCudaSettings');
    try {
      call('appendCudaProvider', options, settings);
    } finally {
      runtime.releaseCudaSettings(settings);
    }
  },
};

/** All of them, by the word of `--provider`. */
export const deviceProviders = { webgpu, cuda };
