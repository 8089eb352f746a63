/**
 * The workloads in ganspec, as the built package runs them: one step and a line with the version; then, for each line with a
 * number of steps, a line with their milliseconds and the peak of the resident memory.
 * Usage: `tsx bench/peers/ganspec.ts [--engine E] --network N --batch B --threads T`, after `npm run build`.
 */
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { specOf } from '../compare/workloads.js';
import type { EngineName } from '../../src/engines/list.js';
import type * as ganspec from '../../src/index.js';

const built = new URL('../../dist/index.js', import.meta.url).href;
// The built package is that of src/.
const { createCompiler, version } = (await import(built)) as typeof ganspec;

const text = { type: 'string' } as const;
const { values } = parseArgs({
  options: { engine: text, network: text, batch: text, threads: text },
});
const { engine = 'onnx', network = '', batch, threads } = values;
const gan = createCompiler().compile(specOf(network, Number(batch)));
const session = await gan.prepare({
  engine: engine as EngineName,
  seed: 1,
  threads: Number(threads),
});
const write = (line: object): void => {
  process.stdout.write(`${JSON.stringify(line)}\n`);
};

await session.iterate();
write({ version: `ganspec ${version}, Node ${process.versions.node}` });
for await (const line of createInterface({ input: process.stdin })) {
  const milliseconds: number[] = [];
  for (let step = 0; step < Number(line); step += 1) {
    const start = performance.now();
    await session.iterate();
    milliseconds.push(performance.now() - start);
  }
  write({ milliseconds, peakBytes: process.resourceUsage().maxRSS * 1024 });
}
await session.dispose();
