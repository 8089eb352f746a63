import type { Program } from '../program/program.js';
import { graphOf } from '../program/stepGraphs.js';
import { inputsFrom, inputsOf } from './feeds/inputs.js';

/** Real samples that one iteration takes from the data set. */
export function samplesPerIteration(program: Program): number {
  const readsData = (graph: string): boolean =>
    inputsFrom('data', inputsOf(program, graph)).length > 0;
  return program.iteration
    .filter((plan) => readsData(graphOf(plan, 0).name))
    .reduce((sum, { times }) => sum + times * program.batchSize, 0);
}
