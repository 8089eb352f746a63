import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { holderOf, lockRun } from '../../src/runs/lock.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ganspec-lock-'));
});

const write = (holder: object | string): void => {
  const text = typeof holder === 'string' ? holder : JSON.stringify(holder);
  writeFileSync(join(folder, 'lock.json'), text);
};
const since = '2026-01-31T23:59:59.123Z';

/** The number of a process that has ended. */
function deadProcess(): number {
  return spawnSync(process.execPath, ['-e', '']).pid;
}

describe('the lock of a run folder', () => {
  it('names the process, and is gone once it is released', () => {
    const lock = lockRun(folder);
    expect(JSON.parse(readFileSync(join(folder, 'lock.json'), 'utf8'))).toMatchObject({
      pid: process.pid,
      host: hostname(),
    });
    expect(holderOf(folder)?.pid).toBe(process.pid);
    expect(readdirSync(folder)).toEqual(['lock.json']);
    lock.release();
    lock.release();
    expect(holderOf(folder)).toBeNull();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is no lock where a pipe has its name', () => {
    spawnSync('mkfifo', [join(folder, 'lock.json')]);
    expect(holderOf(folder)).toBeNull();
    const lock = lockRun(folder);
    expect(holderOf(folder)?.pid).toBe(process.pid);
    lock.release();
  });

  it('is refused while a living process has it', () => {
    const lock = lockRun(folder);
    expect(() => lockRun(folder)).toThrow(
      expect.objectContaining({
        code: 'GAN516',
        exitCode: 2,
        message: expect.stringMatching(
          new RegExp(`^${folder} is in use by process ${process.pid} since `),
        ) as unknown,
        hint: 'Wait until that run ends, or stop it; a new run takes another folder.',
      }),
    );
    lock.release();
    lockRun(folder).release();
  });

  it('is taken over from a process that has ended', () => {
    write({ pid: deadProcess(), host: hostname(), start: null, since });
    expect(holderOf(folder)).toBeNull();
    lockRun(folder).release();
    expect(existsSync(join(folder, 'lock.json'))).toBe(false);
  });

  it('is taken over from an earlier process of the same number', () => {
    write({ pid: process.pid, host: hostname(), start: 'another boot 17', since });
    lockRun(folder).release();
  });

  it.each([
    '',
    '{ "pid": 1',
    '[]',
    '{}',
    '{"pid":"x","host":5,"since":{},"start":null}',
    `{"pid":-1,"host":"${hostname()}","start":null,"since":"${since}"}`,
    `{"pid":1,"host":"${hostname()}","start":5,"since":"${since}"}`,
  ])('is taken over where it reads %j', (text) => {
    write(text);
    lockRun(folder).release();
  });

  it('of a living process whose start is unknown is refused with the way out', () => {
    write({ pid: process.pid, host: hostname(), start: null, since });
    expect(() => lockRun(folder)).toThrow(
      expect.objectContaining({
        message: `${folder} is in use by process ${process.pid} since ${since}`,
        hint: 'Wait until that run ends; if that process is gone, delete lock.json in the folder.',
      }),
    );
  });

  it('is not taken from a folder in its place, and nothing is left behind', () => {
    mkdirSync(join(folder, 'lock.json'));
    expect(() => lockRun(folder)).toThrow(
      expect.objectContaining({
        code: 'GAN610',
        exitCode: 6,
        message: `${folder}/lock.json: damaged: a folder, not the lock of a run`,
        hint: 'Remove it, once no process trains in the folder.',
      }),
    );
    expect(readdirSync(folder)).toEqual(['lock.json']);
  });

  it('of another machine is never taken over', () => {
    write({ pid: 1, host: 'elsewhere', start: null, since });
    expect(() => lockRun(folder)).toThrow(
      expect.objectContaining({
        message: `${folder} is in use by process 1 on elsewhere since ${since}`,
        hint: 'Wait until that run ends; if that process is gone, delete lock.json in the folder.',
      }),
    );
  });
});
