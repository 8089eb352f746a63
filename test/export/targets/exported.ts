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
