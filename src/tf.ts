/** TensorFlow.js at the pinned version; every other module imports it from here. */
import { createRequire } from 'node:module';
import type * as tfjs from '@tensorflow/tfjs-core';
import { InternalError } from './diagnostics/errors.js';

const pinned = '4.22.0';
let loaded: typeof tfjs | undefined;
const listeners: ((library: typeof tfjs) => void)[] = [];

function load(): typeof tfjs {
  // The package is CommonJS: `require` returns the same module as `import` elsewhere.
  const library = createRequire(import.meta.url)('@tensorflow/tfjs-core') as typeof tfjs;
  const found: string = library.version_core;
  if (found !== pinned) {
    throw new InternalError(
      `ganspec is built on @tensorflow/tfjs-core ${pinned} and found ${found}; install that version.`,
    );
  }
  for (const listener of listeners.splice(0)) listener(library);
  return library;
}

/** Calls a function with the library as soon as it is loaded: at once where it is. */
export function whenLoaded(listener: (library: typeof tfjs) => void): void {
  if (loaded) listener(loaded);
  else listeners.push(listener);
}

/** TensorFlow.js, loaded at first use: validating a spec does not need it and takes less time than loading it. */
export const tf: typeof tfjs = new Proxy({} as typeof tfjs, {
  get: (_target, name: keyof typeof tfjs) => (loaded ??= load())[name],
});

/** The names of all tfjs kernels, which the package exports as strings. */
export function tfjsKernelNames(): readonly string[] {
  const exported: readonly (readonly [string, unknown])[] = Object.entries((loaded ??= load()));
  return exported.flatMap(([name, value]) =>
    typeof value === 'string' && !name.startsWith('version') ? [value] : [],
  );
}

export type { tfjs };
export type {
  DataType,
  NamedTensorMap,
  Rank,
  Scalar,
  Tensor,
  Tensor4D,
} from '@tensorflow/tfjs-core';
