/**
 * The workloads in ganspec, as the built package runs them: one iteration and a line with the version and the numbers of
 * parameters; then, for each line with a number of steps, a line with their milliseconds and the peak of the resident memory.
 * Usage: `tsx bench/peers/ganspec.ts [--engine E] --network N [--parameters P] --batch B --threads T`, after `npm run build`.
 */
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { periodOf, specOf } from '../compare/workloads.js';
import type { EngineName } from '../../src/engines/list.js';
import type * as ganspec from '../../src/index.js';

const built = new URL('../../dist/index.js', import.meta.url).href;
// The built package is that of src/.
const { createCompiler, version } = (await import(built)) as typeof ganspec;

const text = { type: 'string' } as const;
const { values } = parseArgs({
  options: { engine: text, network: text, parameters: text, batch: text, threads: text },
});
const { engine = 'onnx', network = '', parameters = '{}', batch, threads } = values;
const numbers = JSON.parse(parameters) as Record<string, number>;
const gan = createCompiler().compile(
  specOf({ network, parameters: numbers, batch: Number(batch) }),
);
const session = await gan.prepare({
  engine: engine as EngineName,
  seed: 1,
  threads: Number(threads),
});
const write = (line: object): void => {
  process.stdout.write(`${JSON.stringify(line)}\n`);
};

await session.iterate();
const { generator, discriminator } = gan.resolved.networks;
write({
  version: `ganspec ${version}, Node ${process.versions.node}`,
  parameters: [generator.parameterCount, discriminator.parameterCount],
});
const period = periodOf(network);
for await (const line of createInterface({ input: process.stdin })) {
  const milliseconds: number[] = [];
  for (let step = 0; step < Number(line); step += 1) {
    const start = performance.now();
    for (let iteration = 0; iteration < period; iteration += 1) await session.iterate();
    milliseconds.push((performance.now() - start) / period);
  }
  write({ milliseconds, peakBytes: process.resourceUsage().maxRSS * 1024 });
}
await session.dispose();
