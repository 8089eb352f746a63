/** `ganspec animate`: the training of a run as an animation. */
import { join } from 'node:path';
import type { Command } from 'commander';
import { positiveNumber } from '../positiveNumber.js';
import { runFolder, takesRun } from '../specOptions.js';
import { print } from '../stdout.js';

/** Adds the command. */
export function addAnimate(program: Command): void {
  takesRun(program.command('animate'))
    .description('write the sample pictures of a run as an animation of its training')
    .option('--out <file>', 'ends in .webp or .gif (default: animation.webp in the run folder)')
    .option('--seconds <n>', 'from the first picture to the last (default: 6)', positiveNumber)
    .action(animate);
}

async function animate(
  name: string,
  { out, seconds }: { readonly out?: string; readonly seconds?: number },
): Promise<void> {
  const { animateRun } = await import('../../index.js');
  const folder = await runFolder(name);
  const file = out ?? join(folder, 'animation.webp');
  print(await animateRun(folder, file, { ...(seconds !== undefined && { seconds }) }));
}
