/** `losses eval` and `penalties eval` of entries with state, reconstructions, generators or images. */
import { describe, expect, it } from 'vitest';
import { runInProcess, type Outcome } from './runInProcess.js';

const ganspec = (...words: string[]): Promise<Outcome> => runInProcess(words, import.meta.dirname);

describe('losses eval', () => {
  it('takes errors of reconstruction, and prints next state and reported numbers', async () => {
    const words = ['--real', '1,3', '--fake', '0.5,0.5', '--set', 'lambda=0.5'];
    // k becomes 0.5 · (0.5 · 2 − 0.5); 2 + |0.5 · 2 − 0.5|
    expect((await ganspec('losses', 'eval', 'began', ...words)).stdout).toBe(
      `discriminatorLoss 2
generatorLoss 0.5
next k 0.25
report convergence 2.5
sample  score  d discriminatorLoss  d generatorLoss
real    1      0.5                  0
real    3      0.5                  0
fake    0.5    0                    0.5
fake    0.5    0                    0.5
`,
    );
  });

  it('takes the state of a loss', async () => {
    const words = ['losses', 'eval', 'began', '--real', '1,3', '--fake', '0.5,0.5'];
    const { stdout } = await ganspec(...words, '--set', 'lambda=0.5', '--state', 'k=0.3');
    // 2 − 0.3 · 0.5; k becomes 0.3 + 0.5 · (0.5 · 2 − 0.5).
    expect(stdout.split('\n').slice(0, 3)).toEqual([
      'discriminatorLoss 1.85',
      'generatorLoss 0.5',
      'next k 0.55',
    ]);
  });

  it('goes on from the decimals of the options', async () => {
    const words = ['losses', 'eval', 'began', '--real', '0.05', '--fake', '0.05'];
    // 0.3 + 0.001 · (0.5 · 0.05 − 0.05)
    expect((await ganspec(...words, '--state', 'k=0.3')).stdout).toContain('next k 0.299975\n');
  });

  it('refuses state that a loss does not keep', async () => {
    const evaluate = (...words: string[]): Promise<Outcome> =>
      ganspec('losses', 'eval', ...words, '--real', '1', '--fake', '2,3');
    expect(await evaluate('began', '--state', 'q=1')).toMatchObject({
      code: 2,
      stderr: 'error GAN540: the loss "began" keeps no state "q"\n  hint: Its state: k.\n',
    });
    expect(await evaluate('hinge', '--state', 'k=1')).toMatchObject({
      code: 2,
      stderr:
        'error GAN540: the loss "hinge" keeps no state "k"\n  hint: It keeps no state at all.\n',
    });
    expect((await evaluate('began', '--state', '0.3')).stderr).toContain(
      'It must be numbers by name, such as k=0.3.',
    );
  });

  it('refuses unequal numbers of scores for a loss that compares them in pairs', async () => {
    const words = ['losses', 'eval', 'relativistic', '--real', '1,2', '--fake', '1,2,3'];
    expect(await ganspec(...words)).toEqual({
      code: 2,
      stdout: '',
      stderr: 'error: The loss "relativistic" takes as many real scores as generated ones.\n',
    });
  });
});

describe('penalties eval', () => {
  it('takes a generator, several samples and a layer of any name', async () => {
    const samples = ['--real', '1,1,2,0', '--fake', '1,0,0,1', '--generator', '1,2,3,4'];
    const words = ['penalties', 'eval', 'featureMatching', '--set', 'layer=any', ...samples];
    // Mean weights · x: (4.5, 2) and (6, 12), that is 1.5² + 10²; twice (1.5 · 3, 10 · 4), halved for each latent
    expect((await ganspec(...words)).stdout).toBe(
      'value 102.25\ngradientByWeights 4.5,40,4.5,40\n',
    );
  });

  it('takes penalties on images, and prints the state of a penalty', async () => {
    const moved = await ganspec('penalties', 'eval', 'consistency', '--set', 'mode=bcr');
    // All pixels are equal.
    expect(moved.stdout).toBe('value 0\ngradientByWeights 0,0\n');
    const lecam = await ganspec('penalties', 'eval', 'lecam', '--set', 'decay=0.5');
    expect(lecam.stdout).toContain('next meanReal 3.5\nnext meanFake 0\n');
  });

  it('takes the state of a penalty', async () => {
    const words = ['penalties', 'eval', 'lecam', '--set', 'decay=0.5'];
    const { stdout } = await ganspec(...words, '--state', 'meanReal=1', '--state', 'meanFake=2');
    // Scores 7 and 0: 0.5 · 1 + 0.5 · 7, and 0.5 · 2.
    expect(stdout).toContain('next meanReal 4\nnext meanFake 1\n');
  });

  it('takes the loss of either network', async () => {
    const words = ['penalties', 'eval', 'consistency', '--set', 'mode=zcr'];
    expect((await ganspec(...words)).stdout).toMatch(/^value \d/);
    expect((await ganspec(...words, '--network', 'generator')).stdout).toMatch(/^value -/);
  });

  it('refuses numbers whose sizes do not agree', async () => {
    const refused = async (...words: string[]): Promise<string> =>
      (await ganspec('penalties', 'eval', 'r1', ...words)).stderr;
    expect(await refused('--real', '1')).toBe(
      'error: A sample has 2 numbers, as many as weights.\n',
    );
    expect(await refused('--real', '1,1,2,2', '--fake', '0,0')).toBe(
      'error: There must be as many generated samples as real ones.\n',
    );
    expect(await refused('--generator', '1,2')).toBe(
      'error: The matrix of the generator has 4 numbers, row by row.\n',
    );
  });
});
