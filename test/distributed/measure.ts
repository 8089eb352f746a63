/**
 * Exported projects on 1, 2 and 4 ranks of this machine: equality with one process of ganspec, and images per second.
 *
 *   GANSPEC_TEST_PYTHON=… npx tsx test/distributed/measure.ts > test/distributed/figures.txt
 *
 * Python needs torch, numpy, safetensors and tensorboard.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
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

console.log(
  '\nImages per second of training, with the filters of the preset and 16 images for each rank:\n',
);
console.log(
  `${'preset'.padEnd(18)} ${rankCounts.map((ranks) => `${ranks} rank(s)`.padStart(18)).join('')}`,
);
for (const [name, steps] of [['dcgan-mnist', 9]] as const) {
  const folder = join(root, `${name}-whole`);
  const filters = 'parameters.filters=64';
  await exportRecorded(
    smallPreset(name, files, { set: [filters, 'training.batchSize=16'] }),
    folder,
    1,
  );
  const cells = [];
  for (const ranks of rankCounts) {
    const args = [
      '--batch',
      String(16 * ranks),
      '--steps',
      String(steps),
      '--out',
      join(root, `${name}-${ranks}`),
    ];
    const pace = ['--log-every', String(steps / 3), '--checkpoint-every', String(10 * steps)];
    const text = await finished(launch(ranks, join(folder, 'train.py'), [...args, ...pace]));
    // The first line has what PyTorch prepares at its first steps.
    const paces = [...text.matchAll(/(\d+) images\/s/g)].map(([, pace_]) => Number(pace_));
    cells.push(String(paces.at(1) ?? NaN).padStart(18));
  }
  console.log(`${name.padEnd(18)} ${cells.join('')}`);
}
rmSync(root, { recursive: true });
rmSync(files, { recursive: true });
