/** The runtime of the export target `module`: TensorFlow.js in plain JavaScript, and the generator's random numbers. */
import '@tensorflow/tfjs-backend-cpu';
import { setBackend } from '@tensorflow/tfjs-core';
import type { GeneratorDescription } from '../export/generator.js';
import type { Samples } from '../runs/samples.js';
import { openPortable, type PortableGenerator, type PortableOptions } from './portableGenerator.js';
import { usePortablePlatform } from './portablePlatform.js';

usePortablePlatform();

/** The function `sample` of a package; its first call reads the model. */
export function sampler(
  description: GeneratorDescription,
  model: URL,
  weights: URL,
): (options?: PortableOptions) => Promise<Samples> {
  const open = async (): Promise<PortableGenerator> => {
    await setBackend('cpu');
    const [json, bytes] = await Promise.all([read(model), read(weights)]);
    return openPortable(description, new TextDecoder().decode(json), bytes);
  };
  let opened: Promise<PortableGenerator> | undefined;
  return async (options) => (await (opened ??= open())).sample(options);
}

/** A file of the package: from the disk, or from where a browser has found the package. */
async function read(url: URL): Promise<ArrayBuffer> {
  if (url.protocol === 'file:') {
    const { readFile } = await import('node:fs/promises');
    return Uint8Array.from(await readFile(url)).buffer;
  }
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url.href}: ${response.status} ${response.statusText}`);
  return response.arrayBuffer();
}
