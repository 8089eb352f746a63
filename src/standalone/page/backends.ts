/** The choice of what computes: the first that runs the generator. */
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-webgl';
import '@tensorflow/tfjs-backend-webgpu';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { setBackend } from '@tensorflow/tfjs-core';

/** In order of preference. */
const backends = ['webgpu', 'webgl', 'wasm', 'cpu'] as const;
export type Backend = (typeof backends)[number];

/**
 * @param wanted By the address of the page (`?backend=wasm`), or null for the first that works.
 * @param run Opens the generator and makes a sample; throws where the backend cannot.
 * @returns The backend that ran.
 */
export async function firstThatRuns(
  wanted: string | null,
  run: () => Promise<void>,
): Promise<Backend> {
  const tried = backends.filter((backend) => wanted === null || backend === wanted);
  let reason: unknown = new Error(`there is no backend "${wanted}": ${backends.join(', ')}`);
  for (const backend of tried) {
    try {
      if (backend === 'webgpu' && !(await hasGpu())) throw new Error('there is no GPU for WebGPU');
      if (backend === 'wasm') await offerWasm();
      if (!(await setBackend(backend))) throw new Error(`${backend} does not start here`);
      await run();
      return backend;
    } catch (error) {
      reason = error;
    }
  }
  throw reason;
}

/** False where WebGPU has no device, of which the backend would complain at length. */
async function hasGpu(): Promise<boolean> {
  const { gpu } = navigator as { readonly gpu?: { requestAdapter(): Promise<object | null> } };
  return gpu !== undefined && (await gpu.requestAdapter()) !== null;
}

/** Loads the WebAssembly beside the page, as a script, since a page from the disk cannot fetch files. */
async function offerWasm(): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const script = document.createElement('script');
    script.src = 'wasm.js';
    script.onload = () => {
      resolve();
    };
    script.onerror = () => {
      reject(new Error('wasm.js is missing'));
    };
    document.head.append(script);
  });
  const { ganspecWasm } = globalThis as unknown as { readonly ganspecWasm: string };
  const address = `data:application/wasm;base64,${ganspecWasm}`;
  // Names are asked for all three; without isolation of origins, the one with SIMD is taken.
  setWasmPaths({
    'tfjs-backend-wasm.wasm': address,
    'tfjs-backend-wasm-simd.wasm': address,
    'tfjs-backend-wasm-threaded-simd.wasm': address,
  });
}
