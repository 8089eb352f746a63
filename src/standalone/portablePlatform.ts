/** TensorFlow.js on the globals that all programs with JavaScript have; bundles hide Node's own from it. */
import { env, setPlatform } from '@tensorflow/tfjs-core';

/** Makes TensorFlow.js work where there is no browser. */
export function usePortablePlatform(): void {
  if (env().getBool('IS_BROWSER')) return;
  setPlatform('portable', {
    fetch: (path, options) => fetch(path, options),
    now: () => performance.now(),
    encode: (text) => new TextEncoder().encode(text),
    decode: (bytes, encoding) => new TextDecoder(encoding).decode(bytes),
    isTypedArray: (value) =>
      value instanceof Float32Array ||
      value instanceof Int32Array ||
      value instanceof Uint8Array ||
      value instanceof Uint8ClampedArray,
  });
}
