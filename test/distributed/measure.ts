/**
 * Exported projects on 1, 2 and 4 ranks of this machine: equality with one process of ganspec, images per second, memory and traffic.
 *
 *   GANSPEC_TEST_PYTHON=… npx tsx test/distributed/measure.ts > test/distributed/figures.txt
 *
 * Python needs torch, numpy, safetensors and tensorboard.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Gan } from '../../src/index.js';
import type { ResolvedNetwork } from '../../src/language/resolvedGan.js';
import { smallFiles } from '../presets/support/smallFiles.js';
import { smallPreset } from '../presets/support/smallPreset.js';
import { smoothPreset } from '../presets/support/smoothPreset.js';
import { runPython } from '../export/pytorch/python.js';
import { exportRecorded } from '../export/pytorch/recorded.js';
import { finished, launch } from './launch.js';

const root = mkdtempSync(join(tmpdir(), 'ganspec-measure-'));
const files = smallFiles();
const rankCounts = [1, 2, 4] as const;

console.log(
  `${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores; ${runPython(['-c', 'import torch, sys; print("PyTorch", torch.__version__, "Python", sys.version.split()[0])']).trim()}; gloo, one thread a rank\n`,
);

console.log(
  'Five iterations with a batch of 4, of all ranks together, against one process of ganspec:',
);
console.log(
  'the largest |a - b| / max(1, |b|) over the whole state, and whether all ranks end with the same bits\n',
);
console.log(
  `${'preset'.padEnd(18)} ${rankCounts.map((ranks) => `${ranks} rank(s)`.padStart(18)).join('')}`,
);
for (const name of ['dcgan-mnist', 'wgan-gp-mnist', 'r3gan-small']) {
  const folder = join(root, name);
  const set = ['training.syncBatchNorm=true'];
  await exportRecorded(smoothPreset(name, files, set), folder);
  const cells = [];
  for (const ranks of rankCounts) {
    const text = await finished(launch(ranks, join(import.meta.dirname, 'ranks.py'), [folder]));
    const result = JSON.parse(/\{.*\}/.exec(text)?.[0] ?? '{}') as Readonly<
      Record<string, unknown>
    >;
    const same = result['same'] === true ? 'same' : 'DIFFER';
    cells.push(`${Number(result['distance']).toExponential(1)} ${same}`.padStart(18));
  }
  console.log(`${name.padEnd(18)} ${cells.join('')}`);
}

/** Bytes that this machine has sent to itself, which is what its ranks send to each other. */
function sentBytes(): number {
  const fields = /^\s*lo:\s*(.*)$/m.exec(readFileSync('/proc/net/dev', 'utf8'))?.[1] ?? '';
  return Number(fields.trim().split(/\s+/)[8]);
}

/** Presets in their own size. */
const wholePresets = [
  ['dcgan-mnist', 'parameters.filters=32'],
  ['wgan-gp-mnist', 'parameters.filters=64', 'training.discriminatorSteps=5'],
] as const;

/** Gradients of an iteration: the trained parameters of both networks, each as often as it is updated. */
function gradientNumbers({ resolved: { networks, spec } }: Gan): number {
  const trained = ({ layers }: ResolvedNetwork): number =>
    layers
      .flatMap(({ parameters }) => parameters)
      .filter(({ trainable }) => trainable)
      .reduce((sum, { shape }) => sum + shape.reduce((a, b) => a * b, 1), 0);
  const { discriminatorSteps, generatorSteps } = spec.training;
  return (
    discriminatorSteps * trained(networks.discriminator) +
    generatorSteps * trained(networks.generator)
  );
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`.padStart(10);

interface Training {
  readonly imagesPerSecond: number;
  /** Of the rank that had most. */
  readonly peakMegabytes: number;
  readonly sent: number;
}

/** Trains an exported project for some iterations. */
async function train(folder: string, ranks: number, steps: number): Promise<Training> {
  const before = sentBytes();
  const args = ['--batch', String(16 * ranks), '--steps', String(steps)];
  const rest = ['--out', join(folder, `run-${ranks}-${steps}`), '--log-every', String(steps / 3)];
  const pace = ['--checkpoint-every', String(10 * steps)];
  const script = [join(folder, 'train.py'), ...args, ...rest, ...pace];
  const text = await finished(launch(ranks, join(import.meta.dirname, 'peak.py'), script));
  const numbers = (pattern: RegExp): readonly number[] =>
    [...text.matchAll(pattern)].map(([, number]) => Number(number));
  return {
    // The first line has what PyTorch prepares at its first steps.
    imagesPerSecond: numbers(/(\d+) images\/s/g).at(1) ?? NaN,
    peakMegabytes: Math.max(...numbers(/peak (\d+) MB/g)),
    sent: sentBytes() - before,
  };
}

console.log(
  '\nTraining with 16 images for each rank: images per second of all ranks together, the most',
);
console.log(
  'memory of a rank, and bytes that each rank sends in an iteration, measured on the loopback',
);
console.log(
  'device over 24 iterations, beside 2 (R - 1) / R times 4 bytes for each trained parameter\n',
);
console.log(
  ['preset'.padEnd(18), 'ranks', 'images/s', 'peak memory', 'sent', 'by formula'].join('  '),
);
for (const [name, ...set] of wholePresets) {
  const folder = join(root, `${name}-whole`);
  const gan = smallPreset(name, files, { set: [...set, 'training.batchSize=16'] });
  await exportRecorded(gan, folder, 1);
  for (const ranks of rankCounts) {
    const [short, long] = [await train(folder, ranks, 6), await train(folder, ranks, 30)];
    const sent = (long.sent - short.sent) / 24 / ranks;
    const formula = ((2 * (ranks - 1)) / ranks) * 4 * gradientNumbers(gan);
    console.log(
      [
        name.padEnd(18),
        String(ranks).padStart(5),
        String(long.imagesPerSecond).padStart(8),
        `${long.peakMegabytes} MB`.padStart(11),
        megabytes(sent),
        megabytes(formula),
      ].join('  '),
    );
  }
}
rmSync(root, { recursive: true });
rmSync(files, { recursive: true });
