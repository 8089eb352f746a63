import { expect, it } from 'vitest';
import { comparisonTables } from '../../bench/compare/page.js';
import type { PeerResult } from '../../bench/compare/results.js';

const peer = (name: string, ratio: number): PeerResult => ({
  name,
  version: `${name} 1.0`,
  firstStepSeconds: 2.04,
  steps: 30,
  minMilliseconds: 9 * ratio,
  medianMilliseconds: 10 * ratio,
  ratio,
  peakBytes: 4e8,
});

it('a comparison shows ratios, verdicts, and the peers that are missing', () => {
  const workload = {
    name: 'ring-4',
    network: 'ring',
    parameters: {},
    title: 'ring',
    batch: 4,
    target: { TensorFlow: 1.5, PyTorch: 2 },
  };
  const result = {
    workload: 'ring-4',
    date: '2026-01-02',
    command: 'npm run bench -- ring-4',
    cpu: 'A processor',
    cores: 4,
    threads: 2,
    rounds: 9,
    quietRounds: 8,
    bestMatMulRate: 99.6,
    peers: [
      peer('ganspec', 1),
      peer('TensorFlow', 1.5),
      peer('TensorFlow XLA', 1.75),
      peer('PyTorch', 1.9),
    ],
    failed: [{ name: 'JAX', reason: "ModuleNotFoundError: No module named 'jax'" }],
  };
  expect(comparisonTables([[workload, result]])).toBe(`\
| workload | processor | ganspec, ms | TensorFlow | TensorFlow XLA | PyTorch | PyTorch compile | JAX | target |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
| ring, batch 4 | A processor | 10.0 | 1.50× | 1.75× | 1.90× | – | – | 1.5× TensorFlow: reached; 2× PyTorch: missed |

### ring, batch 4

|  | version | min, ms | median, ms | ratio | peak memory, MB | first step, s | steps |
| --- | --- | --- | --- | --- | --- | --- | --- |
| ganspec | ganspec 1.0 | 9.00 | 10.0 | 1.00× | 400 | 2.0 | 30 |
| TensorFlow | TensorFlow 1.0 | 13.5 | 15.0 | 1.50× | 400 | 2.0 | 30 |
| TensorFlow XLA | TensorFlow XLA 1.0 | 15.8 | 17.5 | 1.75× | 400 | 2.0 | 30 |
| PyTorch | PyTorch 1.0 | 17.1 | 19.0 | 1.90× | 400 | 2.0 | 30 |

JAX is missing: \`ModuleNotFoundError: No module named 'jax'\`

2026-01-02, A processor, 4 cores, 2 threads; 8 of 9 rounds were quiet, and a matrix product reached 100 GFLOP/s. \`npm run bench -- ring-4\``);
});
