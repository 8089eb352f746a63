/** The export targets; a new one is a file beside this one and an entry here. Reading the list loads none of them. */
import type { TargetOptions, WriteTarget } from './target.js';

export interface ExportTarget {
  readonly name: string;
  /** A phrase for users. */
  readonly description: string;
  /** Options that it takes. */
  readonly options: readonly (keyof TargetOptions)[];
  readonly load: () => Promise<WriteTarget>;
}

export const exportTargets = [
  {
    name: 'onnx',
    description: 'ONNX model, weights inside',
    options: ['discriminator'],
    load: async () => (await import('./onnx.js')).onnxFiles,
  },
  {
    name: 'tfjs',
    description: 'TensorFlow.js graph model',
    options: ['discriminator', 'quantize'],
    load: async () => (await import('./tfjs.js')).tfjsFiles,
  },
  {
    name: 'safetensors',
    description: 'weights of the generator by name',
    options: [],
    load: async () => (await import('./safetensors.js')).safetensorsFiles,
  },
  {
    name: 'module',
    description: 'package for npm with the generator inside',
    options: [],
    load: async () => (await import('./module.js')).moduleFiles,
  },
  {
    name: 'browser',
    description: 'page with sliders, classes and interpolation',
    options: ['quantize'],
    load: async () => (await import('./browser.js')).browserFiles,
  },
  {
    name: 'keras',
    description: 'script that rebuilds the generator in Keras 3, with its weights',
    options: [],
    load: async () => (await import('./keras/keras.js')).kerasFiles,
  },
  {
    name: 'pytorch',
    description: 'project that trains on with PyTorch, on one or many machines',
    options: [],
    load: async () => (await import('./pytorch/pytorch.js')).pytorchFiles,
  },
] as const satisfies readonly ExportTarget[];

export type ExportTargetName = (typeof exportTargets)[number]['name'];
