/** Data that an exported project cannot be trained on: each is refused with its place, none with a traceback. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pluginGan } from './plugin.js';
import { lacksTorch, runPython } from './python.js';
import { exportRecorded } from './recorded.js';

const root = mkdtempSync(join(tmpdir(), 'ganspec-data-'));
const project = join(root, 'project');
afterAll(() => {
  rmSync(root, { recursive: true });
});

describe.skipIf(lacksTorch !== undefined)(`a project${lacksTorch ? `: ${lacksTorch}` : ''}`, () => {
  beforeAll(() => exportRecorded(pluginGan(), project, 1), 120_000);

  it('says what is wrong with data, and where', () => {
    const script = join(import.meta.dirname, 'wrongData.py');
    const said: unknown = JSON.parse(runPython([script, project, join(root, 'data')]));
    expect(said).toEqual({
      cut: expect.stringMatching(
        /^PLACE\/train-images-idx3-ubyte cannot be read as IDX: /,
      ) as string,
      empty: expect.stringMatching(
        /^PLACE\/train-labels-idx1-ubyte cannot be read as IDX: /,
      ) as string,
      packed: expect.stringMatching(
        /^PLACE\/train-images-idx3-ubyte.gz cannot be read as IDX: /,
      ) as string,
      labels: 'PLACE has 3 samples, and labels of shape [2]',
      image: expect.stringMatching(/^PLACE\/a\/1.png cannot be read as an image: /) as string,
      vectors: 'PLACE has 4 samples, and labels of shape [3]',
      bytes: 'PLACE must have `samples` of float32, between -1 and 1',
      classes: 'the GAN has 2 classes, and the data have more',
      folder: 'PLACE is a folder: samples that are no images are read from a safetensors file',
    });
  }, 120_000);

  it('counts from 1', () => {
    expect(() => runPython([join(project, 'train.py'), '--batch', '0'])).toThrow(
      'argument --batch: must be a whole number from 1 on, received 0',
    );
  }, 120_000);
});
