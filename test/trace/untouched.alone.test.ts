import { describe, expect, it, vi } from 'vitest';

describe('the recorder, where tfjs has no backend', () => {
  it('prints nothing, and registers none permanently', async () => {
    const spies = (['log', 'warn', 'error', 'info'] as const).map((name) =>
      vi.spyOn(console, name).mockReturnValue(),
    );
    const { tf } = await import('../../src/tf.js');
    const { record } = await import('../../src/trace/record.js');
    const graph = record('one', (recorder) => {
      const x = recorder.input('x', { dtype: 'float32', shape: [2] }, 'feed');
      return [{ name: 'y', kind: 'result', tensor: tf.mul(2, tf.tanh(x)) }];
    });
    expect(graph.nodes.map(({ kernel }) => kernel)).toEqual(['Tanh', 'Multiply']);
    expect(tf.engine().backendNames()).toEqual([]);
    expect(tf.getBackend()).toBeNull();
    expect(tf.engine().state.numTensors).toBe(0);
    for (const spy of spies) expect(spy).not.toHaveBeenCalled();
  });
});
