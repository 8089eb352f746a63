/** Everything a graph is recorded from. */
import type { Registry } from '../entries/registry.js';
import type { ResolvedGan } from '../language/resolvedGan.js';
import type { GraphScope } from './graphScope.js';
import type { StepGraph } from './stepGraphs.js';

export interface GraphContext {
  readonly scope: GraphScope;
  readonly registry: Registry;
  readonly resolved: ResolvedGan;
}

/** A graph that trains: one form of a step. */
export type StepContext = GraphContext & Omit<StepGraph, 'name'>;
