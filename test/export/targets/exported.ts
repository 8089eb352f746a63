/** GANs after two iterations, exported. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import {
  createCompiler,
  type ExportedGenerator,
  type ExportOptions,
  type ExportTargetName,
  type Gan,
  type GanSpec,
  type Session,
} from '../../../src/index.js';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A new folder, removed after the tests of the file. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ganspec-target-'));
  folders.push(folder);
  return folder;
}

/** Images of 8 × 8 from latent vectors of 4 numbers. */
export const smallImages = {
  data: { type: 'noise', shape: [8, 8, 1], count: 64 },
  latent: { dim: 4 },
  discriminator: { layers: ['flatten', { type: 'dense', units: 1 }] },
  training: { batchSize: 4 },
} satisfies GanSpec;

/** A generator with batch norm and transposed convolutions. */
export const convolutional: GanSpec = {
  ...smallImages,
  generator: {
    layers: [
      { type: 'dense', units: 32 },
      'batchNorm',
      'relu',
      { type: 'reshape', shape: [4, 4, 2] },
      { type: 'conv2dTranspose', filters: 3, kernelSize: 4, strides: 2 },
      'batchNorm',
      { type: 'leakyReLU', alpha: 0.2 },
      { type: 'conv2d', filters: 1, kernelSize: 3, activation: 'tanh' },
    ],
  },
};

/** A GAN after two iterations, so that no statistic and no bias is still 0 or 1. */
async function trained(spec: GanSpec): Promise<{ gan: Gan; session: Session }> {
  const gan = createCompiler().compile(spec);
  const session = await gan.prepare({ seed: 5 });
  for (let step = 0; step < 2; step += 1) await session.iterate();
  return { gan, session };
}

export interface Exported {
  readonly gan: Gan;
  readonly session: Session;
  readonly folder: string;
  readonly result: ExportedGenerator;
}

/** Exports a GAN after two iterations. */
export async function exported(
  spec: GanSpec,
  target: ExportTargetName,
  options: ExportOptions = {},
): Promise<Exported> {
  const { gan, session } = await trained(spec);
  const folder = newFolder();
  const result = await gan.exportTo(session, target, folder, options);
  return { gan, session, folder, result };
}

/** `export.json` in a folder. */
export function exportRecord(folder: string): Readonly<Record<string, unknown>> {
  return JSON.parse(readFileSync(join(folder, 'export.json'), 'utf8')) as Record<string, unknown>;
}
