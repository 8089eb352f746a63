/** The context in which a graph is recorded. */
import type { Registry } from '../entries/registry.js';
import type { ResolvedGan } from '../language/resolvedGan.js';
import type { GraphScope } from './graphScope.js';
import type { StepGraph } from './stepGraphs.js';

export interface GraphContext {
  readonly scope: GraphScope;
  readonly registry: Registry;
  readonly resolved: ResolvedGan;
}

/** The context of a training step: of one of its forms. */
export type StepContext = GraphContext & Omit<StepGraph, 'name'>;
