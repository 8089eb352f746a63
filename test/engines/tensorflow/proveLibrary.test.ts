import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { noteDigests } from '../../../src/engines/tensorflow/library/digests.js';
import { filesOf, findLibrary } from '../../../src/engines/tensorflow/library/findLibrary.js';
import { proveLibrary } from '../../../src/engines/tensorflow/library/proveLibrary.js';

/** A native library that loads, and has none of TensorFlow's functions. */
const other = readdirSync('node_modules/@koromix', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.node') && !name.includes('musl'))
  .map((name) => join('node_modules/@koromix', name))[0];

function pathHere(): string | undefined {
  try {
    return findLibrary().path;
  } catch {
    return undefined;
  }
}

const tensorflow = pathHere();

describe('proveLibrary', () => {
  let root: string;
  let path: string;
  const proofs = () => readFileSync(join(root, 'ganspec', 'engines', 'proofs.json'), 'utf8');

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'prove-'));
    vi.stubEnv('XDG_CACHE_HOME', root);
    path = join(root, 'own', 'library.so');
    mkdirSync(join(root, 'own'));
    copyFileSync(other ?? '', path);
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(root, { recursive: true });
  });

  /** Zeros in the middle of the file, whose header and length stay. */
  function damage() {
    const bytes = readFileSync(path);
    const [from, to] = [0.5, 0.8].map((share) => Math.floor(share * bytes.length));
    writeFileSync(path, bytes.fill(0, from, to));
  }

  it('refuses a library that ends a process', () => {
    damage();
    expect(() => {
      proveLibrary(path);
    }).toThrow(
      expect.objectContaining({
        code: 'GAN524',
        message: expect.stringMatching(
          /library\.so is damaged: it ends a process that tries it \(SIG[A-Z]+\)$/,
        ) as string,
      }),
    );
    expect(proofs).toThrow('ENOENT');
  });

  it('refuses an installed library whose content has changed, without trying it', () => {
    noteDigests([path]);
    damage();
    expect(() => {
      proveLibrary(path);
    }).toThrow(
      expect.objectContaining({
        code: 'GAN524',
        message: `the library ${path} is damaged: its SHA-256 is not the one that it was installed with`,
      }),
    );
  });

  it('leaves a library that gives an error to the process itself', () => {
    noteDigests([path]);
    proveLibrary(path);
    expect(proofs).toThrow('ENOENT');
  });

  it.skipIf(tensorflow === undefined)('tries a library once, until its files change', () => {
    const real = tensorflow ?? '';
    proveLibrary(real);
    const [companion = ''] = filesOf(real);
    expect(proofs()).toContain(companion);
    const start = performance.now();
    proveLibrary(real);
    // No process starts within this time.
    expect(performance.now() - start).toBeLessThan(20);
  });
});
