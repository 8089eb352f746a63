import { expect, it } from 'vitest';
import { createCompiler } from '../../src/index.js';
import type { KernelGraph } from '../../src/ir/kernelGraph.js';
import { buildProgram, type BuiltProgram } from '../../src/program/buildProgram.js';
import { tinySpec } from './tinyGan.js';

const compiler = createCompiler();
const same = (graph: KernelGraph): KernelGraph => graph;

it('limits the nodes of all graphs together', () => {
  const { resolved } = compiler.compile(tinySpec({ penalties: ['r1'] }));
  const build = (maxNodes?: number): BuiltProgram =>
    buildProgram(resolved, compiler.registry, same, maxNodes);
  const { graphs } = build().program;
  const count = graphs.reduce((sum, { nodes }) => sum + nodes.length, 0);
  expect(build(count).program.graphs).toEqual(graphs);
  // The last graph is that of scores; its last node is one of the discriminator's only layer.
  expect(() => build(count - 1)).toThrow(
    'the graphs of training become too large to compile: they pass the limit at /discriminator/layers/0',
  );
});

it('reports penalties that repeat many layers at the place where the limit is passed', () => {
  const layers = [...Array<string>(300).fill('tanh'), { type: 'dense', units: 1 }];
  const penalties = Array.from({ length: 100 }, (_, index) => ({
    type: 'gradientPenalty' as const,
    name: `penalty${index}`,
    weight: 1,
  }));
  const spec = tinySpec({ discriminator: { layers: layers as never }, penalties });
  expect(() => compiler.compile(spec)).toThrow(
    expect.objectContaining({ code: 'GAN706', exitCode: 7 }),
  );
});
