import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inspectLibrary } from '../../../src/engines/tensorflow/library/inspectLibrary.js';

const folder = mkdtempSync(join(tmpdir(), 'library-'));
const own = `${process.platform} ${process.arch}`;

function write(name: string, bytes: DataView): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

/** A file of 1024 bytes with the header of Linux, whose table of sections ends at `end`. */
function elf(machine: number, end: number): DataView {
  const bytes = new DataView(new ArrayBuffer(1024));
  bytes.setUint32(0, 0x7f454c46);
  bytes.setUint16(0x12, machine, true);
  bytes.setBigUint64(0x28, BigInt(end - 128), true);
  bytes.setUint16(0x3a, 64, true);
  bytes.setUint16(0x3c, 2, true);
  return bytes;
}

/** A file of 1024 bytes with the header of macOS, whose only segment ends at `end`. */
function machO(processor: number, end: number): DataView {
  const bytes = new DataView(new ArrayBuffer(1024));
  bytes.setUint32(0, 0xfeedfacf, true);
  bytes.setUint32(4, processor, true);
  bytes.setUint32(16, 1, true);
  bytes.setUint32(32, 0x19, true);
  bytes.setUint32(36, 72, true);
  bytes.setBigUint64(72, 100n, true);
  bytes.setBigUint64(80, BigInt(end - 100), true);
  return bytes;
}

/** A file of 1024 bytes with the header of Windows. */
function portable(machine: number): DataView {
  const bytes = new DataView(new ArrayBuffer(1024));
  bytes.setUint16(0, 0x4d5a);
  bytes.setUint32(0x3c, 128, true);
  bytes.setUint16(132, machine, true);
  return bytes;
}

const refused = (path: string, reason: string): object => ({
  code: 'GAN524',
  exitCode: 2,
  message: `the library ${path} ${reason}`,
  hint: 'Install one with `ganspec engine install tensorflow`, or set GANSPEC_TENSORFLOW to the folder of another one.',
});

describe('inspectLibrary', () => {
  it.runIf(process.platform === 'linux')('passes a whole library for this processor', () => {
    const machine = process.arch === 'arm64' ? 0xb7 : 0x3e;
    expect(() => {
      inspectLibrary(write('whole.so', elf(machine, 1024)));
    }).not.toThrow();
  });

  it.runIf(process.platform === 'linux')('refuses one that is cut off', () => {
    const machine = process.arch === 'arm64' ? 0xb7 : 0x3e;
    const path = write('short.so', elf(machine, 2048));
    expect(() => {
      inspectLibrary(path);
    }).toThrow(expect.objectContaining(refused(path, 'is truncated: it has 1024 of 2048 bytes')));
  });

  it.each([
    { bytes: elf(0xf3, 1024), built: 'linux on another processor' },
    { bytes: elf(0x03, 1024), built: 'linux ia32' },
    { bytes: machO(0x01000007, 1024), built: 'darwin x64' },
    { bytes: machO(0x0100000c, 1024), built: 'darwin arm64' },
    { bytes: portable(0x8664), built: 'win32 x64' },
    { bytes: portable(0xaa64), built: 'win32 arm64' },
  ])('refuses one for $built on another machine', ({ bytes, built }) => {
    if (built === own) return;
    const path = write('other', bytes);
    expect(() => {
      inspectLibrary(path);
    }).toThrow(expect.objectContaining(refused(path, `is for ${built}, and this is ${own}`)));
  });

  it.each(['', 'Not found', 'x'.repeat(5000)])('refuses what is no library: "%.10s"', (text) => {
    const path = write('text', new DataView(new TextEncoder().encode(text).buffer));
    expect(() => {
      inspectLibrary(path);
    }).toThrow(expect.objectContaining(refused(path, 'is no native library')));
  });

  it('refuses a file that cannot be read', () => {
    const path = join(folder, 'absent');
    expect(() => {
      inspectLibrary(path);
    }).toThrow(
      expect.objectContaining(
        refused(path, `cannot be read: ENOENT: no such file or directory, open '${path}'`),
      ),
    );
  });
});
