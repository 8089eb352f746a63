import { mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { diskError, writeFileAtomically } from '../../src/checkpoint/writeFile.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ganspec-'));
});

describe('writeFileAtomically', () => {
  it('writes text and bytes, and leaves nothing else', () => {
    writeFileAtomically(join(folder, 'a.json'), 'grün');
    writeFileAtomically(join(folder, 'b.bin'), Uint8Array.of(1, 2, 3));
    expect(readFileSync(join(folder, 'a.json'), 'utf8')).toBe('grün');
    expect([...readFileSync(join(folder, 'b.bin'))]).toEqual([1, 2, 3]);
    expect(readdirSync(folder)).toEqual(['a.json', 'b.bin']);
  });

  it('replaces a file', () => {
    writeFileAtomically(join(folder, 'a'), 'a long first content');
    writeFileAtomically(join(folder, 'a'), 'second');
    expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('second');
  });

  it('says in one line why it cannot write, and leaves nothing behind', () => {
    mkdirSync(join(folder, 'taken'));
    expect(() => {
      writeFileAtomically(join(folder, 'taken'), 'x');
    }).toThrow(
      expect.objectContaining({
        code: 'GAN511',
        exitCode: 2,
        message: `${folder}/taken: cannot be written (it is a folder)`,
        hint: 'Make that place writable, or write to another one.',
      }),
    );
    expect(readdirSync(folder)).toEqual(['taken']);
  });

  it('does not make folders', () => {
    expect(() => {
      writeFileAtomically(join(folder, 'no', 'file'), 'x');
    }).toThrow(`${folder}/no/file: cannot be written (its folder does not exist)`);
  });

  it.skipIf(process.platform !== 'linux')(
    'says where a folder of the system takes no files',
    () => {
      expect(() => {
        writeFileAtomically('/proc/ganspec', '');
      }).toThrow('/proc/ganspec: cannot be written (its folder takes no new files)');
    },
  );
});

describe('diskError', () => {
  it.runIf(process.platform === 'linux')('knows a full disk', () => {
    const full = openSync('/dev/full', 'w');
    let error: unknown;
    try {
      writeSync(full, 'x');
    } catch (thrown) {
      error = thrown;
    }
    expect(diskError(error, 'runs/a/state.safetensors')).toMatchObject({
      code: 'GAN511',
      message: 'runs/a/state.safetensors: cannot be written (the disk is full)',
      hint: 'Make room, or write to another disk.',
    });
  });

  it('passes on what it does not know', () => {
    expect(diskError(new Error('odd'), 'a').message).toBe('a: cannot be written (Error: odd)');
  });
});
