/** The type of the reference interpreter's functions, one per kernel. */
import type { KernelName, Kernels } from '../ir/kernels.js';
import type { Values } from './values.js';

/** One tensor for every declared name. */
type PerName<Names extends readonly string[]> = { readonly [I in keyof Names]: Values };

/** Computes a kernel's output from its definition. */
export type Interpreter<K extends KernelName> = (
  inputs: PerName<Kernels[K]['inputs']>,
  attributes: Kernels[K]['attributes'],
) => Values;

export type Interpreters = { readonly [K in KernelName]: Interpreter<K> };
