import { expect, it } from 'vitest';
import { Worker, WorkerFailure } from '../../bench/compare/worker.js';

const node = (program: string): readonly string[] => [process.execPath, '-e', program];

it('a worker trains when it has its turn', async () => {
  const { worker, version, parameters } = await Worker.start(
    node(`
      console.log('{"version":"one 1.0","parameters":[7,8]}');
      process.stdin.on('data', (steps) =>
        console.log(JSON.stringify({ milliseconds: Array(Number(steps)).fill(1), peakBytes: 8 })));`),
  );
  expect(version).toBe('one 1.0');
  expect(parameters).toEqual([7, 8]);
  expect(await worker.turn(3)).toEqual({ milliseconds: [1, 1, 1], peakBytes: 8 });
  worker.stop();
});

it('a worker whose networks have other numbers of parameters is told', async () => {
  const program = `console.log('{"version":"one 1.0","parameters":[7,8]}'); process.stdin.resume()`;
  await expect(Worker.start(node(program), [7, 9])).rejects.toThrow(
    new WorkerFailure('its networks have 7 and 8 parameters instead of 7 and 9'),
  );
});

it('a worker that ends is told with the error in its traceback', async () => {
  const python = [
    'Traceback (most recent call last):',
    '  import jax',
    "ModuleNotFoundError: No module named 'jax'",
    'a later remark',
  ];
  const program = `console.error(${JSON.stringify(python.join('\n'))}); process.exitCode = 1`;
  await expect(Worker.start(node(program))).rejects.toThrow(
    new WorkerFailure("ModuleNotFoundError: No module named 'jax'"),
  );
});

it('an error of Node is told without the version after it', async () => {
  await expect(Worker.start(node(`throw new Error('no engine')`))).rejects.toThrow(
    new WorkerFailure('Error: no engine'),
  );
});

it('a program that is not there is told', async () => {
  await expect(Worker.start(['/no/python'])).rejects.toThrow(
    new WorkerFailure('spawn /no/python ENOENT'),
  );
});
