/** Results of comparisons, a file in bench/results for each workload and one for all curves. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Figures } from './figures.js';
import { workloads, type Workload } from './workloads.js';

/** A peer with its figures. */
export interface PeerResult extends Figures {
  readonly name: string;
  readonly version: string;
  /** From the start of its process to the end of the first step. */
  readonly firstStepSeconds: number;
}

export interface Result {
  readonly workload: string;
  /** As in 2026-11-29. */
  readonly date: string;
  readonly command: string;
  readonly cpu: string;
  readonly cores: number;
  readonly threads: number;
  readonly rounds: number;
  readonly quietRounds: number;
  /** GFLOP/s of a matrix product at the best. */
  readonly bestMatMulRate: number;
  /** ganspec first. */
  readonly peers: readonly PeerResult[];
  readonly failed: readonly { readonly name: string; readonly reason: string }[];
}

const folder = fileURLToPath(new URL('../results', import.meta.url));

export function writeResult(result: Result): void {
  write(result.workload, result);
}

/** Keeps the results of all points of the curves in one file. */
export function writeCurves(results: readonly Result[]): void {
  write('curves', results);
}

function write(name: string, content: Result | readonly Result[]): void {
  mkdirSync(folder, { recursive: true });
  writeRounded(`${folder}/${name}.json`, content);
}

/** Writes JSON with five digits of each fraction, which are more than measurements have. */
export function writeRounded(file: string, content: object): void {
  writeFileSync(file, `${JSON.stringify(content, rounded, 2)}\n`);
}

/** All results with their workloads, in the order of the workloads. */
export function readResults(): readonly (readonly [Workload, Result])[] {
  const files = new Set(existsSync(folder) ? readdirSync(folder) : []);
  return workloads
    .filter(({ name }) => files.has(`${name}.json`))
    .map((workload) => {
      const text = readFileSync(`${folder}/${workload.name}.json`, 'utf8');
      // Only writeResult writes there.
      return [workload, JSON.parse(text) as Result];
    });
}

function rounded(_key: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isInteger(value)
    ? Number(value.toPrecision(5))
    : value;
}
