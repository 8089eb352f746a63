import { expect, it } from 'vitest';
import { curveTables } from '../../bench/compare/curvePage.js';
import { base, curvePoints, curves, workloadAt } from '../../bench/compare/curves.js';
import { specOf } from '../../bench/compare/workloads.js';
import { createCompiler } from '../../src/index.js';

it('the points of all curves compile, and meet at the base', () => {
  const compiler = createCompiler();
  const points = curvePoints();
  expect(points).toHaveLength(curves.reduce((sum, { values }) => sum + values.length - 1, 1));
  for (const point of points) {
    const { networks } = compiler.check(specOf(point)).resolved ?? {};
    const { size } = point.parameters;
    expect(networks?.generator.outputShape).toEqual([size, size, 3]);
  }
});

it('curves are shown in milliseconds per image, and points without a result as missing', () => {
  const peer = (name: string, medianMilliseconds: number, steps: number) => ({
    name,
    version: `${name} 1.0`,
    firstStepSeconds: 2,
    steps,
    minMilliseconds: medianMilliseconds,
    medianMilliseconds,
    ratio: 1,
    peakBytes: 4e8,
  });
  const [batch] = curves;
  if (batch === undefined) throw new Error('there is a curve over the batch');
  const result = {
    workload: workloadAt(batch, base.batch).name,
    date: '2026-01-02',
    command: 'npm run bench:curves',
    cpu: 'A processor',
    cores: 4,
    threads: 2,
    rounds: 5,
    quietRounds: 5,
    bestMatMulRate: 99.6,
    peers: [peer('ganspec', 64, 30), peer('PyTorch', 96, 20)],
    failed: [],
  };
  expect(curveTables([result])).toContain(`\
### Batch

| batch | ganspec | PyTorch | steps |
| --- | --- | --- | --- |
| 8 | – | – | –, – |
| 32 | – | – | –, – |
| 64 | 1.00 | 1.50 | 30, 20 |
| 128 | – | – | –, – |
| 256 | – | – | –, – |`);
});
