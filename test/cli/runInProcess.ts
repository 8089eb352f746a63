import { vi } from 'vitest';
import { exitCode, setExitCode } from '../../src/cli/exitCode.js';
import { createProgram } from '../../src/cli/program.js';
import { reportError } from '../../src/cli/reportError.js';

export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a command from the sources. @returns Exit code, standard output and standard error.
 * @param folder Folder of the test, which appears as FOLDER in the texts.
 */
export async function runInProcess(words: readonly string[], folder: string): Promise<Outcome> {
  const texts = { stdout: '', stderr: '' };
  const spies = (['stdout', 'stderr'] as const).map((name) =>
    vi.spyOn(process[name], 'write').mockImplementation((text) => {
      texts[name] += String(text);
      return true;
    }),
  );
  setExitCode(0);
  let code: number;
  try {
    await createProgram().parseAsync(words, { from: 'user' });
    code = exitCode();
  } catch (error) {
    code = await reportError(error);
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  const [stdout = '', stderr = ''] = [texts.stdout, texts.stderr].map((text) =>
    text.replaceAll(folder, 'FOLDER'),
  );
  return { code, stdout, stderr };
}
