/** ganspec and the frameworks it is compared with. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Workload } from './workloads.js';

export interface Peer {
  readonly name: string;
  /** Program and arguments of its worker, before those of the workload. */
  readonly command: readonly string[];
}

const inBench = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** The folder of the peers' Python packages, which `npm run bench:setup` makes. */
export const environment = inBench('peers/.venv');
export const requirements = inBench('peers/requirements.txt');
/** The program that writes the table of irises, and its folder. */
export const irisTable = [inBench('peers/iris.py'), inBench('data')];
const python = `${environment}/bin/python`;

const inPython = (name: string, worker: string, ...options: readonly string[]): Peer => ({
  name,
  command: [python, inBench(`peers/${worker}`), ...options],
});

const inNode = (name: string, ...options: readonly string[]): Peer => ({
  name,
  command: [process.execPath, '--import', 'tsx', inBench('peers/ganspec.ts'), ...options],
});

export const ganspec = inNode('ganspec');

/** Others than ganspec on its default engine. */
export const peers: readonly Peer[] = [
  inNode('ganspec on TensorFlow', '--engine', 'tensorflow'),
  inPython('TensorFlow', 'with_tensorflow.py'),
  inPython('TensorFlow XLA', 'with_tensorflow.py', '--compile'),
  inPython('PyTorch', 'with_pytorch.py'),
  inPython('PyTorch compile', 'with_pytorch.py', '--compile'),
  inPython('JAX', 'with_jax.py'),
];

/** Program and arguments of the peer's worker for a workload. */
export function commandOf(
  { command }: Peer,
  { network, parameters, batch }: Workload,
  threads: number,
): readonly string[] {
  const task = { network, parameters: JSON.stringify(parameters), batch, threads };
  return [...command, ...Object.entries(task).flatMap(([key, value]) => [`--${key}`, `${value}`])];
}

export function hasEnvironment(): boolean {
  return existsSync(python);
}
