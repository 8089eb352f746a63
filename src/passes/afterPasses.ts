/** The invariants of graphs before, between and after the passes. */
import { fillKey } from '../ir/fillKey.js';
import type { ValueId } from '../ir/kernelGraph.js';
import { prune } from '../ir/prune.js';
import { sameType } from '../ir/sameType.js';
import type { GraphStage, Invariant } from '../ir/verify/verify.js';
import { wellFormed } from '../ir/verify/wellFormed.js';
import { commonSubexpressions } from './commonSubexpressions.js';
import { dropIdentities, identityAtSameType } from './dropIdentities.js';
import type { Pass } from './pass.js';

const differentiated: Invariant = {
  sentence: 'no StopGradient is left, since no gradient is taken any more',
  check({ nodes }, report) {
    nodes.forEach(({ kernel }, index) => {
      if (kernel === 'StopGradient') report('', index);
    });
  },
};

const withoutIdentities: Invariant = {
  sentence: 'no node returns its input unchanged',
  check({ types, nodes }, report) {
    nodes.forEach(({ kernel, inputs, output }, index) => {
      if (!identityAtSameType.has(kernel)) return;
      const x = inputs[0] ?? -1;
      const before = types[x];
      const after = types[output];
      if (before && after && sameType(before, after)) report(`returns ${x}`, index);
    });
  },
};

const needed: Invariant = {
  sentence: 'an output depends on every input, constant and node',
  check(graph, report) {
    const { inputs, constants, nodes } = prune(graph);
    for (const { name } of graph.inputs.filter((input) => !inputs.includes(input))) {
      report(`the input ${name} is not needed`);
    }
    for (const { value } of graph.constants.filter((constant) => !constants.includes(constant))) {
      report(`the constant ${value} is not needed`);
    }
    const live = new Set(nodes);
    graph.nodes.forEach((node, index) => {
      if (!live.has(node)) report('is not needed', index);
    });
  },
};

const numbered: Invariant = {
  sentence: 'values are numbered from 0 in the order of inputs, constants and nodes',
  check({ types, inputs, constants, nodes }, report) {
    let next = 0;
    const count = (value: number, node?: number): void => {
      if (value !== next) report(`value ${value} is number ${next} in this order`, node);
      next += 1;
    };
    for (const { value } of inputs) count(value);
    for (const { value } of constants) count(value);
    nodes.forEach(({ output }, index) => {
      count(output, index);
    });
    if (types.length !== next) report(`${next} values have ${types.length} types`);
  },
};

const distinct: Invariant = {
  sentence: 'no two constants hold the same single number of the same type',
  check({ types, constants }, report) {
    const first = new Map<string, ValueId>();
    for (const { value, content } of constants) {
      const type = types[value];
      if (!('fill' in content) || type === undefined) continue;
      const key = fillKey(content.fill, type);
      const known = first.get(key);
      if (known === undefined) first.set(key, value);
      else report(`${known} and ${value}`);
    }
  },
};

/** Graphs before any pass. */
export const beforePasses: GraphStage = { when: 'before all passes', invariants: wellFormed };

/** Invariants that single passes ensure; those of graphs without the pass are fewer. */
const ensured: ReadonlyMap<Pass, readonly Invariant[]> = new Map([
  [dropIdentities, [differentiated, withoutIdentities]],
  [commonSubexpressions, [distinct]],
]);

/** Graphs after all of these passes. */
export function afterPasses(passes: readonly Pass[]): GraphStage {
  const own = passes.flatMap((pass) => ensured.get(pass) ?? []);
  return { when: 'after all passes', invariants: [...wellFormed, ...own, needed, numbered] };
}

/** Graphs after one pass, which others may follow. */
export function afterPass({ name }: Pass): GraphStage {
  return { when: `after the pass ${name}`, invariants: wellFormed };
}
