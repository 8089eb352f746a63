import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { filesOf, findLibrary } from '../../../src/engines/tensorflow/library/findLibrary.js';

const suffix = { linux: '.so.2', darwin: '.2.dylib' }[process.platform as string];

describe.runIf(suffix !== undefined)('findLibrary', () => {
  const names = ['tensorflow_cc', 'tensorflow', 'tensorflow_framework'];
  const [ofPython = '', plain = '', companion = ''] = names.map((it) => `lib${it}${suffix ?? ''}`);
  let root: string;

  /** An empty file. @returns Its path. */
  function make(...words: readonly string[]): string {
    const path = join(root, ...words);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, '');
    return path;
  }

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'find-'));
    vi.stubEnv('GANSPEC_TENSORFLOW', '');
    vi.stubEnv('XDG_CACHE_HOME', join(root, 'cache'));
    vi.stubEnv('PATH', join(root, 'bin'));
  });
  afterEach(() => vi.unstubAllEnvs());

  it('takes the folder or the file that the variable names', () => {
    const path = make('own', plain);
    for (const given of [join(root, 'own'), path]) {
      vi.stubEnv('GANSPEC_TENSORFLOW', given);
      expect(findLibrary()).toEqual({ path, source: 'GANSPEC_TENSORFLOW', isForGpus: false });
    }
  });

  it('looks nowhere else where the variable names nothing', () => {
    make('cache', 'ganspec', 'engines', 'tensorflow', 'tensorflow', ofPython);
    const given = join(root, 'nowhere');
    vi.stubEnv('GANSPEC_TENSORFLOW', given);
    expect(findLibrary).toThrow(
      expect.objectContaining({
        code: 'GAN524',
        message: `the library ${given} of GANSPEC_TENSORFLOW is no file, and no folder with ${ofPython} or ${plain}`,
      }),
    );
  });

  it('takes a relative path from the working folder', () => {
    const path = make('own', plain);
    vi.stubEnv('GANSPEC_TENSORFLOW', relative(process.cwd(), dirname(path)));
    expect(findLibrary()).toMatchObject({ path });
  });

  it('takes the installed library, and only without one that of Python', () => {
    const inPython = make('python', ofPython);
    const program = make('bin', 'python3');
    writeFileSync(program, `#!/bin/sh\necho '${dirname(inPython)}'\n`);
    chmodSync(program, 0o755);
    expect(findLibrary()).toEqual({
      path: inPython,
      source: "Python's package tensorflow",
      isForGpus: false,
    });
    const path = make('cache', 'ganspec', 'engines', 'tensorflow', 'tensorflow', ofPython);
    expect(findLibrary()).toEqual({ path, source: 'ganspec engine install', isForGpus: false });
    make('cache', 'ganspec', 'engines', 'tensorflow', 'tensorflow', 'for-gpus');
    expect(findLibrary()).toMatchObject({ path, isForGpus: true });
  });

  it('says where it looked, and the way out', () => {
    expect(findLibrary).toThrow(
      expect.objectContaining({
        code: 'GAN524',
        exitCode: 2,
        message:
          "there is no library of TensorFlow: GANSPEC_TENSORFLOW is not set, and neither @tensorflow/tfjs-node-gpu, @tensorflow/tfjs-node, ganspec's folder of engines nor Python has one",
        hint: 'Install one with `ganspec engine install tensorflow`, or set GANSPEC_TENSORFLOW to the folder of another one.',
      }),
    );
  });

  it('knows the second file of a library where it lies beside it', () => {
    const [path, beside] = [make('own', ofPython), make('own', companion)];
    expect(filesOf(path)).toEqual([beside, path]);
    const alone = make('alone', plain);
    expect(filesOf(alone)).toEqual([alone]);
  });
});
