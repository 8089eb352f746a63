/** The engine `onnx` on a GPU: the provider of onnxruntime for it, each graph checked against the CPU at its first run. */
import { exitCodes, GanspecError, messageOf } from '../../../diagnostics/errors.js';
import type { Engine, EngineFacts } from '../../engine.js';
import { npmPackage } from '../../npmPackage.js';
import { CheckedSession } from './checkedSession.js';
import type { DeviceProvider } from './provider.js';
import { StateCopy } from './stateCopy.js';

/** @throws GanspecError (GAN529) where the provider does not work on this machine. */
export function deviceEngine(provider: DeviceProvider): Engine & { readonly facts: EngineFacts } {
  try {
    // The smallest model: the provider is looked for when a session is made.
    const one = { dtype: 'float32', shape: [1], data: Float32Array.of(1) } as const;
    new StateCopy(new Map([['one', one]]), provider).release();
  } catch (error) {
    throw new GanspecError(
      'GAN529',
      exitCodes.usage,
      `the provider ${provider.title} of onnxruntime does not work here: ${reasonOf(error)}`,
      provider.fix,
    );
  }
  const library = 'onnxruntime-node';
  return {
    facts: { library, ...npmPackage(library), device: `${provider.title} device` },
    prepare: (graphs, options = {}) =>
      new Promise((resolve) => {
        resolve(new CheckedSession(graphs, provider, options));
      }),
  };
}

/** The message without the place in the source of onnxruntime. */
function reasonOf(error: unknown): string {
  return messageOf(error)
    .replace(/^.*was false\. /s, '')
    .trim();
}
