/** One row of a benchmark with one seed: a whole run, and its measurement. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  createCompiler,
  exitCodes,
  GanspecError,
  openRun,
  type GanEvaluation,
} from '../../src/index.js';
import type { Group, Row } from './groups.js';

/** A run of a row. */
export interface SeedResult {
  readonly seed: number;
  /** Diverged: numbers were no longer finite. */
  readonly outcome: 'completed' | 'diverged';
  readonly steps: number;
  /** Real samples per second. */
  readonly imagesPerSecond?: number;
  /** Codes of the warnings of rules of health. */
  readonly warnings: readonly string[];
  readonly metrics: readonly MetricFigure[];
}

export interface MetricFigure {
  readonly name: string;
  readonly value: number;
  /** Of real samples beside other real ones. */
  readonly real: number;
  /** Samples on each side. */
  readonly count: number;
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Folder of the run of a row. */
function runFolder(group: string, row: string, seed: number): string {
  return join(root, 'runs', 'benchmark', group, `${row.replace(/\W+/g, '-')}-${seed}`);
}

export async function trainRow(group: Group, row: Row, seed: number): Promise<SeedResult> {
  const compiler = createCompiler();
  const spec = row.spec.endsWith('.json') ? join(root, row.spec) : row.spec;
  const set = [...(row.set ?? []), `training.seed=${seed}`];
  const gan = compiler.compile(compiler.read(spec, { set }));
  const folder = runFolder(group.name, row.name, seed);
  rmSync(folder, { recursive: true, force: true });
  const { steps } = gan.spec.training;
  const warnings = new Set<string>();
  let imagesPerSecond: number | undefined;
  try {
    for await (const event of gan.train({ out: folder })) {
      if (event.type === 'warning') warnings.add(event.code);
      if (event.type === 'end') ({ imagesPerSecond } = event);
    }
  } catch (error) {
    if (!(error instanceof GanspecError) || error.exitCode !== exitCodes.diverged) throw error;
    return { seed, outcome: 'diverged', steps, warnings: [...warnings], metrics: [] };
  }
  const metrics = await measure(group, folder);
  return {
    seed,
    outcome: 'completed',
    steps,
    ...(imagesPerSecond !== undefined && { imagesPerSecond }),
    warnings: [...warnings],
    metrics,
  };
}

async function measure(group: Group, folder: string): Promise<readonly MetricFigure[]> {
  const set = [`monitor.metrics=${JSON.stringify(group.metrics)}`, 'monitor.checkpoint.best=null'];
  const run = await openRun(folder, { set });
  try {
    const { metrics } = await run.evaluate(group.count === undefined ? {} : { count: group.count });
    return figuresOf(metrics);
  } finally {
    await run.dispose();
  }
}

export function figuresOf(results: GanEvaluation['metrics']): readonly MetricFigure[] {
  return results.map(({ metric, value, noiseFloor, count }) => ({
    name: metric.type,
    value,
    real: noiseFloor.value,
    count,
  }));
}
