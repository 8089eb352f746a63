import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Build } from '../../../src/engines/tensorflow/install/builds.js';
import { installerOf } from '../../../src/engines/tensorflow/install/installer.js';
import { engineInstaller } from '../../../src/engines/list.js';

/** A zip archive: the first file is stored as it is, the others are deflated. */
function zip(files: Readonly<Record<string, string>>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  Object.entries(files).forEach(([name, text], at) => {
    const content = at === 0 ? Buffer.from(text) : deflateRawSync(text);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(name.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(at === 0 ? 0 : 8, 10);
    central.writeUInt32LE(content.length, 20);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE(offset, 42);
    parts.push(local, Buffer.from(name), content);
    directory.push(central, Buffer.from(name));
    offset += 30 + name.length + content.length;
  });
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, ...directory, end]);
}

const archive = zip({
  'tensorflow/one.so': 'first',
  'tensorflow/two.so': 'second '.repeat(1000),
  'tensorflow/other.py': 'not needed',
});

const build: Build = {
  package: 'tiny',
  version: '1.2.3',
  python: '3.11',
  platform: 'here',
  sha256: createHash('sha256').update(archive).digest('hex'),
  packageBytes: archive.length,
  bytes: 7005,
  files: ['tensorflow/one.so', 'tensorflow/two.so'],
};

const machine = `${process.platform} ${process.arch}`;
const installer = installerOf({ [machine]: { cpu: build } });
const command =
  '`pip download tiny==1.2.3 --no-deps --only-binary=:all: --python-version 3.11 --platform here` fetches the package on any machine with a network; `ganspec engine install tensorflow --from FILE` installs it.';

let root: string;
let engines: string;
let folder: string;
let file: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'install-'));
  engines = join(root, 'cache', 'ganspec', 'engines');
  folder = join(engines, 'tensorflow');
  file = join(root, 'tiny.whl');
  writeFileSync(file, archive);
  vi.stubEnv('XDG_CACHE_HOME', join(root, 'cache'));
});
afterEach(() => vi.unstubAllEnvs());

const failure = (message: string, hint: string): object => ({
  code: 'GAN525',
  exitCode: 2,
  message,
  hint,
});

/** Puts a program named `pip` in the place of all others, which runs these lines after its answer to `--version`. */
function stubClient(...lines: readonly string[]): void {
  const bin = join(root, 'bin');
  mkdirSync(bin);
  const text = ['#!/bin/sh', 'case "$1" in --version) exit 0;; esac', ...lines];
  writeFileSync(join(bin, 'pip3'), `${text.join('\n')}\n`);
  chmodSync(join(bin, 'pip3'), 0o755);
  // The shell and its programs, without another client before it.
  writeFileSync(join(bin, 'python3'), '#!/bin/sh\nexit 1\n');
  chmodSync(join(bin, 'python3'), 0o755);
  vi.stubEnv('PATH', [bin, '/usr/bin', '/bin'].join(delimiter));
}

describe('the installer', () => {
  it('unpacks the files of the package that it is given, and nothing else', async () => {
    await installer.install({ from: file });
    expect(readdirSync(engines)).toEqual(['tensorflow']);
    expect(readdirSync(join(folder, 'tensorflow'))).toEqual(['one.so', 'sha256.json', 'two.so']);
    expect(readFileSync(join(folder, 'tensorflow', 'one.so'), 'utf8')).toBe('first');
    expect(readFileSync(join(folder, 'tensorflow', 'two.so'), 'utf8')).toHaveLength(7000);
  });

  it('is not held up by leftovers, also of an earlier process with the number of this one', async () => {
    const own = join(engines, `tensorflow.${process.pid}.tmp`);
    mkdirSync(own, { recursive: true });
    mkdirSync(join(engines, 'tensorflow-old.4194305.tmp'));
    await installer.install({ from: file });
    await installer.install({ from: file });
    expect(readdirSync(engines)).toEqual(['tensorflow']);
    mkdirSync(own);
    expect(installer.remove()).toBe(folder);
    expect(readdirSync(engines)).toEqual([]);
    mkdirSync(own);
    expect(installer.remove()).toBeUndefined();
    expect(readdirSync(engines)).toEqual([]);
  });

  it('says size, licence and folder before', () => {
    expect(installer.plan({ from: file })).toEqual({
      name: 'tiny',
      version: '1.2.3',
      licence: 'Apache-2.0',
      packageBytes: archive.length,
      bytes: 7005,
      folder,
    });
  });

  it('replaces an older library, and removes what an interrupted installation has left', async () => {
    mkdirSync(join(engines, 'tensorflow.999999999.tmp'), { recursive: true });
    mkdirSync(join(folder, 'tensorflow'), { recursive: true });
    writeFileSync(join(folder, 'tensorflow', 'old.so'), '');
    await installer.install({ from: file });
    expect(readdirSync(engines)).toEqual(['tensorflow']);
    expect(readdirSync(join(folder, 'tensorflow'))).toEqual(['one.so', 'sha256.json', 'two.so']);
  });

  it('refuses another package, and leaves the library that is there', async () => {
    await installer.install({ from: file });
    writeFileSync(file, 'something else');
    const digest = createHash('sha256').update('something else').digest('hex');
    await expect(installer.install({ from: file })).rejects.toMatchObject(
      failure(
        `${file} is not the package tiny 1.2.3 for Python 3.11 and here: its SHA-256 is ${digest}, not ${build.sha256}`,
        command,
      ),
    );
    expect(readdirSync(join(folder, 'tensorflow'))).toEqual(['one.so', 'sha256.json', 'two.so']);
    expect(readdirSync(engines)).toEqual(['tensorflow']);
  });

  it('refuses a package without one of the files', async () => {
    const files = ['tensorflow/three.so'];
    const other = installerOf({ [machine]: { cpu: { ...build, files } } });
    await expect(other.install({ from: file })).rejects.toMatchObject(
      failure(
        `${file} cannot be unpacked: it has no tensorflow/three.so`,
        'Fetch the package again.',
      ),
    );
    expect(readdirSync(engines)).toEqual([]);
  });

  it('refuses a file that is not there', async () => {
    const absent = join(root, 'absent.whl');
    await expect(installer.install({ from: absent })).rejects.toMatchObject(
      failure(
        `${absent} cannot be read: ENOENT: no such file or directory, open '${absent}'`,
        command,
      ),
    );
  });

  it('says how much room is missing', async () => {
    const huge = installerOf({ [machine]: { cpu: { ...build, bytes: 1e18 } } });
    await expect(huge.install({ from: file })).rejects.toMatchObject({
      code: 'GAN525',
      message: expect.stringMatching(
        /engines has \d+ MB free, and 1000000000000 MB are needed$/,
      ) as unknown,
      hint: 'Make room or grant the permission there, or name another folder with the environment variable XDG_CACHE_HOME.',
    });
  });

  it('names a folder that cannot be made', async () => {
    writeFileSync(join(root, 'cache'), '');
    await expect(installer.install({ from: file })).rejects.toMatchObject({
      code: 'GAN525',
      message: expect.stringContaining(`mkdir '${join(root, 'cache', 'ganspec')}'`) as unknown,
    });
  });

  it('removes the library', async () => {
    await installer.install({ from: file });
    expect(installer.remove()).toBe(folder);
    expect(existsSync(folder)).toBe(false);
    expect(installer.remove()).toBeUndefined();
  });

  it('knows no build for an unknown machine, and none for GPUs where there is none', () => {
    expect(() => installerOf({}).plan({})).toThrow(
      expect.objectContaining(
        failure(
          `there is no build of TensorFlow for ${machine}`,
          'Set GANSPEC_TENSORFLOW to the folder of a library of your own, or use another engine.',
        ),
      ),
    );
    expect(() => installer.plan({ gpu: true })).toThrow(
      expect.objectContaining(
        failure(
          `there is no build for GPUs of TensorFlow for ${machine}`,
          'Install the one for CPUs, without --gpu.',
        ),
      ),
    );
  });

  it('is there for engines alone that need a library', async () => {
    await expect(engineInstaller('tfjs')).rejects.toMatchObject(
      failure(
        'ganspec installs no library for the engine tfjs',
        '`ganspec doctor` names the fix where it does not work.',
      ),
    );
  });
});

describe.skipIf(process.platform === 'win32')('the package client', () => {
  it('fetches the pinned package into a folder of its own', async () => {
    stubClient(
      'while [ "$1" != --dest ]; do last="$1"; shift; done',
      `cat "$last" > '${join(root, 'asked')}'`,
      `cp '${file}' "$2"`,
    );
    expect(installer.plan({}).client).toBe('pip3');
    await installer.install({});
    expect(readFileSync(join(root, 'asked'), 'utf8')).toBe(
      `tiny==1.2.3 --hash=sha256:${build.sha256}\n`,
    );
    expect(readdirSync(join(folder, 'tensorflow'))).toEqual(['one.so', 'sha256.json', 'two.so']);
    expect(readdirSync(engines)).toEqual(['tensorflow']);
  });

  it('that fails leaves nothing behind', async () => {
    stubClient('exit 3');
    await expect(installer.install({})).rejects.toMatchObject(
      failure(
        'pip3 did not fetch tiny 1.2.3 (3); its own message stands above',
        `Mend that and run the command again. ${command}`,
      ),
    );
    expect(readdirSync(engines)).toEqual([]);
  });

  it('that brings another package is refused', async () => {
    stubClient('while [ "$1" != --dest ]; do shift; done', 'echo other > "$2/tiny.whl"');
    await expect(installer.install({})).rejects.toMatchObject({
      code: 'GAN525',
      message: expect.stringContaining('is not the package tiny 1.2.3') as unknown,
    });
    expect(readdirSync(engines)).toEqual([]);
  });

  it('that is missing is named with the way without it', () => {
    vi.stubEnv('PATH', join(root, 'nowhere'));
    expect(() => installer.plan({})).toThrow(
      expect.objectContaining(
        failure(
          'no package client of Python is here: neither pip nor uv answers',
          `Install one of them. ${command}`,
        ),
      ),
    );
  });
});
