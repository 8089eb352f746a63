/** The type of the interpreters of kernels. */
import type { Operands } from '../ir/kernelCall.js';
import type { KernelName, Kernels } from '../ir/kernels.js';
import type { Values } from './values.js';

/** Computes a kernel's output from its definition. */
export type Interpreter<K extends KernelName> = (
  inputs: Operands<K, Values>,
  attributes: Kernels[K]['attributes'],
) => Values;

export type Interpreters = { readonly [K in KernelName]: Interpreter<K> };
