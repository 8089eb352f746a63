/** A folder with small examples of the user files that presets read. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodePng } from '../../../src/runs/pictures/png.js';
import { wavBytes } from '../../datasets/wavFile.js';

/** Creates the folder; the caller removes it. */
export function smallFiles(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ganspec-presets-'));
  for (const inside of ['images', 'sounds']) mkdirSync(join(folder, inside));
  for (let index = 0; index < 32; index += 1) {
    writeFileSync(join(folder, 'images', `${index}.png`), gradient(index));
  }
  writeFileSync(join(folder, 'sounds/tones.wav'), tones());
  writeFileSync(
    join(folder, 'lines.txt'),
    'the quick brown fox jumps over\nthe lazy dog\n'.repeat(32),
  );
  writeFileSync(join(folder, 'iris.csv'), table());
  return folder;
}

function gradient(index: number): Uint8Array {
  const size = 70;
  const pixels = Uint8Array.from(
    { length: size * size * 3 },
    (_, i) => ((index + 1) * (Math.floor(i / 3) % size)) % 256,
  );
  return encodePng({ width: size, height: size, channels: 3, pixels });
}

/** 64 clips of 4096 samples at 440 Hz. */
function tones(): Buffer {
  const sound = Buffer.alloc(2 * 64 * 4096);
  for (let i = 0; i < sound.length / 2; i += 1) {
    sound.writeInt16LE(Math.round(20_000 * Math.sin((2 * Math.PI * 440 * i) / 16_000)), 2 * i);
  }
  return wavBytes({ rate: 16_000 }, sound);
}

/** A table with the number of rows of iris.csv. */
function table(): string {
  const species = ['setosa', 'versicolor', 'virginica'];
  const rows = Array.from({ length: 150 }, (_, i) =>
    [5 + (i % 7) / 10, 3 + (i % 5) / 10, 1 + (i % 3), 0.2 + (i % 4) / 10, species[i % 3]].join(','),
  );
  return ['sepalLength,sepalWidth,petalLength,petalWidth,species', ...rows, ''].join('\n');
}
