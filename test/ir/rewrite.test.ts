import { describe, expect, it } from 'vitest';
import { broadcastShape, broadcastsTo } from '../../src/ir/broadcast.js';
import { compact } from '../../src/ir/prune.js';
import { countUses } from '../../src/ir/countUses.js';
import { GraphEditor } from '../../src/ir/graphEditor.js';
import { rewrite } from '../../src/ir/rewrite.js';
import { verify } from '../../src/ir/verify/verify.js';
import { wellFormed } from '../../src/ir/verify/wellFormed.js';
import { expressions, graphOf } from './graphBuilder.js';

const doubled = graphOf((g) => {
  const x = g.input('x', [2]);
  return g.node('Multiply', [g.node('Neg', [x], {}, '/a'), g.fill(2)], {}, '/b');
});

describe('rewrite', () => {
  it('returns the same graph where no rule applies', () => {
    expect(rewrite(doubled, {})).toBe(doubled);
    expect(rewrite(doubled, { Neg: () => undefined })).toBe(doubled);
  });

  it('replaces a node in its readers and outputs, with its origin', () => {
    const changed = rewrite(doubled, {
      Neg: ({ inputs }, edit) => edit.emit('Multiply', [...inputs, edit.constant(-1)], {}),
    });
    verify(changed, { when: 'after the change', invariants: wellFormed });
    expect(expressions(changed)).toEqual(['y0 = Multiply(Multiply(x, -1), 2)']);
    expect(changed.nodes.map(({ origin }) => origin)).toEqual(['/a', '/b']);
  });

  it('refuses a replacement of another type', () => {
    expect(() => rewrite(doubled, { Neg: (_, edit) => edit.constant(1) })).toThrow(
      'Neg of type f32[2] is replaced by a value of type f32[]',
    );
  });
});

describe('GraphEditor', () => {
  it('looks up types, producers, constants and readers in the whole graph', () => {
    const edit = GraphEditor.of(doubled);
    const [negated, product] = doubled.nodes.map(({ output }) => output);
    expect(edit.shape(negated ?? -1)).toEqual([2]);
    expect(edit.producer(product ?? -1)?.kernel).toBe('Multiply');
    expect(edit.producerOf('Neg', negated ?? -1)?.inputs).toEqual([0]);
    expect(edit.producerOf('Abs', negated ?? -1)).toBeUndefined();
    expect(edit.fill(doubled.constants[0]?.value ?? -1)).toBe(2);
    expect(edit.uses(negated ?? -1)).toBe(1);
    expect(() => edit.type(99)).toThrow('value 99 has no type');
  });

  it('adds a constant only once, and distinguishes 0 and −0', () => {
    const edit = new GraphEditor(doubled);
    expect(edit.constant(2)).toBe(doubled.constants[0]?.value);
    expect(edit.constant(0)).toBe(edit.constant(0));
    expect(edit.constant(-0)).not.toBe(edit.constant(0));
  });
});

describe('countUses', () => {
  it('counts nodes and outputs that read a value', () => {
    const graph = graphOf((g) => {
      const x = g.input('x', []);
      return [g.node('Add', [x, x], {}), x];
    });
    expect([...countUses(graph)]).toEqual([
      [0, 3],
      [1, 1],
    ]);
  });
});

describe('compact', () => {
  it('removes what no output depends on and numbers the rest in order', () => {
    const graph = graphOf((g) => {
      const unused = g.input('unused', [3]);
      g.node('Neg', [unused], {});
      g.fill(5);
      const y = g.node('Neg', [g.input('x', [2])], {});
      return g.node('Add', [y, g.fill(1)], {});
    });
    const small = compact(graph);
    verify(small, { when: 'after compaction', invariants: wellFormed });
    expect(small.inputs.map(({ name, value }) => [name, value])).toEqual([['x', 0]]);
    expect(small.constants).toEqual([{ value: 1, content: { fill: 1 } }]);
    expect(small.nodes.map(({ output }) => output)).toEqual([2, 3]);
    expect(expressions(small)).toEqual(['y0 = Add(Neg(x), 1)']);
    expect(compact(small)).toBe(small);
  });
});

describe('broadcasting', () => {
  it('repeats missing axes and axes of size 1', () => {
    expect(broadcastShape([2, 1], [3])).toEqual([2, 3]);
    expect(broadcastShape([], [4, 5])).toEqual([4, 5]);
    expect(broadcastShape([2], [3])).toBeUndefined();
    expect(broadcastsTo([3, 1], [2, 3, 4])).toBe(true);
    expect(broadcastsTo([2, 3], [3])).toBe(false);
  });
});
