/** Checks of kernel graphs against the invariants of the stage that returned them. */
import { InternalError } from '../../diagnostics/errors.js';
import type { KernelGraph } from '../kernelGraph.js';

/** Reports a violation, at the node of this index where it concerns one. */
export type Report = (violation: string, node?: number) => void;

/** A property of graphs. */
export interface Invariant {
  /** The property as a sentence. */
  readonly sentence: string;
  /** Reports every violation. Other invariants may be violated too. */
  readonly check: (graph: KernelGraph, report: Report) => void;
}

/** A moment of the compilation, and the properties of every graph at that moment. */
export interface GraphStage {
  /** `after recording`. */
  readonly when: string;
  readonly invariants: readonly Invariant[];
}

/** @throws InternalError with the graph, the stage and every violation: its invariant, node and origin. */
export function verify(graph: KernelGraph, { when, invariants }: GraphStage): void {
  const violations: string[] = [];
  for (const { sentence, check } of invariants) {
    check(graph, (violation, node) => {
      const parts = node === undefined ? [violation] : [nodeText(graph, node), violation];
      violations.push(`\n  ${sentence}: ${parts.join(' ').trimEnd()}`);
    });
  }
  if (violations.length === 0) return;
  throw new InternalError(`the graph "${graph.name}" is wrong ${when}:${violations.join('')}`);
}

/** A node with its number in the printed graph, its kernel and its origin. */
function nodeText({ nodes }: KernelGraph, index: number): string {
  const { kernel = '?', origin = '' } = nodes[index] ?? {};
  return origin === '' ? `%${index} ${kernel}` : `%${index} ${kernel} (${origin})`;
}
