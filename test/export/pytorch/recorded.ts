/** Exported projects with a recording of five iterations and the whole state after them. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeSafetensors } from '../../../src/checkpoint/safetensors.js';
import type { Gan } from '../../../src/index.js';
import { recordIterations } from '../../../src/train/recordIterations.js';

export const iterations = 5;

/** Exports a GAN as it starts. */
export async function exportRecorded(gan: Gan, folder: string, count = iterations): Promise<void> {
  const session = await gan.prepare({ seed: 5 });
  try {
    await gan.exportTo(session, 'pytorch', folder);
    const { range } = gan.resolved.data;
    const { numbers, state } = await recordIterations(session, gan.program, count, {
      seed: 5,
      range: range ?? [-1, 1],
    });
    const whole = [...state]
      .filter(([name]) => !/^(accumulated|anchor)\/|^training\/(step|updates)/.test(name))
      .map(([name, tensor]) => [`state/${name}`, tensor] as const);
    writeFileSync(
      join(folder, 'equality.safetensors'),
      writeSafetensors(new Map([...numbers, ...whole])),
    );
  } finally {
    await session.dispose();
  }
}
