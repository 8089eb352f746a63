import { vi } from 'vitest';
import { createProgram } from '../../src/cli/program.js';
import { tellError } from '../../src/cli/tellError.js';

export interface Told {
  readonly code: number;
  readonly printed: string;
  readonly said: string;
}

/**
 * What a command returns, prints on standard output and says on standard error, run from the sources.
 * @param folder The test's own, which is written FOLDER in the texts.
 */
export async function runInProcess(words: readonly string[], folder: string): Promise<Told> {
  const texts = { stdout: '', stderr: '' };
  const spies = (['stdout', 'stderr'] as const).map((name) =>
    vi.spyOn(process[name], 'write').mockImplementation((text) => {
      texts[name] += String(text);
      return true;
    }),
  );
  let code = 0;
  try {
    await createProgram().parseAsync(words, { from: 'user' });
  } catch (error) {
    code = await tellError(error);
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  const [printed = '', said = ''] = [texts.stdout, texts.stderr].map((text) =>
    text.replaceAll(folder, 'FOLDER'),
  );
  return { code, printed, said };
}
