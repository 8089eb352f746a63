/** The choice of what computes: the first that runs the generator. */
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-webgl';
import '@tensorflow/tfjs-backend-webgpu';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { setBackend } from '@tensorflow/tfjs-core';

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
  const order = wanted === null ? await orderOfPreference() : backends;
  const tried = order.filter((backend) => wanted === null || backend === wanted);
  let reason: unknown = new Error(`there is no backend "${wanted}": ${backends.join(', ')}`);
  for (const backend of tried) {
    try {
      if (backend === 'webgpu' && !(await gpuAdapter())) {
        throw new Error('there is no GPU for WebGPU');
      }
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

/** Graphics first, unless the processor imitates them: WebAssembly is faster than that. */
async function orderOfPreference(): Promise<readonly Backend[]> {
  const adapter = await gpuAdapter();
  const imitated: readonly Backend[] = [
    ...(adapter && isImitation(gpuWords(adapter)) ? ['webgpu' as const] : []),
    ...(isImitation(webglRenderer()) ? ['webgl' as const] : []),
  ];
  const real = (['webgpu', 'webgl'] as const).filter((backend) => !imitated.includes(backend));
  return [...real, 'wasm', ...imitated, 'cpu'];
}

/** True for the name of a driver that computes on the processor. */
function isImitation(renderer: string): boolean {
  return /swiftshader|llvmpipe|softpipe|software|basic render/i.test(renderer);
}

/** A device of WebGPU, as far as browsers tell of it. */
interface GpuAdapter {
  readonly info?: Readonly<Record<'vendor' | 'architecture' | 'description', string>>;
}

/** Null where WebGPU has no device, of which the backend would complain at length. */
async function gpuAdapter(): Promise<GpuAdapter | null> {
  const { gpu } = navigator as { readonly gpu?: { requestAdapter(): Promise<GpuAdapter | null> } };
  return (await gpu?.requestAdapter()) ?? null;
}

function gpuWords({ info }: GpuAdapter): string {
  return info ? `${info.vendor} ${info.architecture} ${info.description}` : '';
}

/** The driver that draws for WebGL; empty where there is none, or the browser does not tell. */
function webglRenderer(): string {
  const gl = document.createElement('canvas').getContext('webgl');
  if (!gl) return '';
  const unmasked = gl.getExtension('WEBGL_debug_renderer_info')?.UNMASKED_RENDERER_WEBGL;
  const renderer: unknown = gl.getParameter(unmasked ?? gl.RENDERER);
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return String(renderer);
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
