import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { npy } from '../../src/datasets/npy.js';
import type { DatasetContext } from '../../src/entries/dataset.js';
import { encodeNpy } from '../../src/runs/pictures/npy.js';
import { idxBytes, put, temporaryFolder } from './idxFile.js';
import { npyBytes, zipBytes } from './npyFile.js';
import { sizeOf } from '../../src/ir/tensorType.js';
import { inFolder, labelsOf, options, samplesOf, upTo } from './support.js';

const config = {
  type: 'npy',
  file: 'x.npy',
  labels: null as string | null,
  shape: null as number[] | null,
  channelsFirst: false,
  flip: false,
  bounds: null as number[] | null,
  limit: null as number | null,
};

/** A folder with the file x.npy. */
function folderWith(x: Uint8Array): string {
  const folder = temporaryFolder();
  put(folder, 'x.npy', x);
  return folder;
}

const view = (numbers: ArrayBufferView): Uint8Array => new Uint8Array(numbers.buffer);

/** numpy.save of numpy.array([[1.5, −2], [0, 0.25]], dtype='<f8'), NumPy 2.4.6, in base64. */
const saved =
  'k05VTVBZAQB2AHsnZGVzY3InOiAnPGY4JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDIsIDIpLCB9ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAAAAAAD4PwAAAAAAAADAAAAAAAAAAAAAAAAAAADQPw==';

/** Content of a file of objects; it is never read. */
const pickle = Buffer.from('\x80\x03]q\x00.', 'latin1');

describe('npy', () => {
  it('reads arrays saved by NumPy, with unchanged numbers', async () => {
    const context = inFolder(folderWith(Buffer.from(saved, 'base64')));
    const description = {
      shape: [2],
      range: null,
      flip: false,
      count: 2,
      classes: null,
      extent: [-2, 1.5],
      warnings: [],
    };
    expect(npy.describe(config, context)).toEqual(description);
    const dataset = await npy.open(config, context);
    expect(dataset).toMatchObject(description);
    expect(samplesOf(dataset, [1, 0])).toEqual([
      [0, 0.25],
      [1.5, -2],
    ]);
  });

  it('reads arrays written by ganspec', async () => {
    const written = encodeNpy(Float32Array.of(1, 2, 3, 4, 5, 6), [1, 3, 2]);
    const dataset = await npy.open(config, inFolder(folderWith(written)));
    expect(dataset.shape).toEqual([3, 2]);
    expect(samplesOf(dataset, [0])).toEqual([[1, 2, 3, 4, 5, 6]]);
  });

  it.each([
    ['<i2', view(Int16Array.of(-3, 300)), [-3, 300]],
    ['>i2', Uint8Array.of(0xff, 0xfd, 1, 0x2c), [-3, 300]],
    ['<u2', view(Uint16Array.of(0, 65535)), [0, 65535]],
    ['|i1', view(Int8Array.of(-128, 127)), [-128, 127]],
    ['|b1', Uint8Array.of(1, 0), [1, 0]],
    ['<i4', view(Int32Array.of(-70000, 70000)), [-70000, 70000]],
    ['<u4', view(Uint32Array.of(3, 2 ** 31)), [3, 2 ** 31]],
    ['<i8', view(BigInt64Array.of(-5n, 6n)), [-5, 6]],
    ['<u8', view(BigUint64Array.of(5n, 6n)), [5, 6]],
    ['>f4', Uint8Array.of(0x3f, 0x80, 0, 0, 0xc0, 0, 0, 0), [1, -2]],
  ])('reads numbers of kind %s', async (descr, data, expected) => {
    for (const version of [1, 2]) {
      const bytes = npyBytes(`'${descr}'`, [2], data, { version });
      const dataset = await npy.open(config, inFolder(folderWith(bytes)));
      expect(dataset.shape).toEqual([1]);
      expect(samplesOf(dataset, [0, 1]).flat()).toEqual(expected);
    }
  });

  it('moves the channels of images from the first axis to the last, and those of sequences', async () => {
    const twelve = Float32Array.from({ length: 12 }, (_, i) => i);
    const asked = { ...config, channelsFirst: true };
    const images = inFolder(folderWith(npyBytes("'<f4'", [1, 3, 2, 2], view(twelve))));
    expect(npy.describe(asked, images).shape).toEqual([2, 2, 3]);
    expect(samplesOf(await npy.open(asked, images), [0])).toEqual([
      [0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11],
    ]);
    const sounds = await npy.open(
      asked,
      inFolder(folderWith(npyBytes("'<f4'", [2, 2, 3], view(twelve)))),
    );
    expect(sounds.shape).toEqual([3, 2]);
    expect(samplesOf(sounds, [1])).toEqual([[6, 9, 7, 10, 8, 11]]);
  });

  it('maps bytes, and numbers with given bounds, to [-1, 1]', async () => {
    const bytes = npyBytes("'|u1'", [3], Uint8Array.of(0, 51, 255));
    const dataset = await npy.open(config, inFolder(folderWith(bytes)));
    expect(dataset.range).toEqual([-1, 1]);
    // (2·51 − 255)/255
    expect(samplesOf(dataset, [0, 1, 2]).flat()).toEqual([-1, Math.fround(-0.6), 1]);
    const floats = npyBytes("'<f4'", [2], view(Float32Array.of(2, 5)));
    const bounded = await npy.open(
      options({ ...config, bounds: [2, 10] }),
      inFolder(folderWith(floats)),
    );
    expect(bounded.range).toEqual([-1, 1]);
    expect(samplesOf(bounded, [0, 1]).flat()).toEqual([-1, -0.25]);
  });

  it('lets training mirror images alone', async () => {
    const two = inFolder(
      folderWith(npyBytes("'|u1'", [2, 1, 2, 1], Uint8Array.of(0, 51, 102, 255))),
    );
    const asked = options({ ...config, flip: true });
    expect(npy.describe(asked, two)).toMatchObject({ count: 2, flip: true });
    const dataset = await npy.open(asked, two);
    expect(dataset).toMatchObject({ count: 2, flip: true });
    expect(samplesOf(dataset, [1])).toEqual([[Math.fround(-0.2), 1]]);
    const flat = inFolder(folderWith(npyBytes("'|u1'", [2, 2], Uint8Array.of(0, 51, 102, 255))));
    expect(() => npy.describe(asked, flat)).toThrow(
      expect.objectContaining({
        code: 'GAN421',
        exitCode: 3,
        pointer: '/data/flip',
        message:
          'the samples have the shape [2], and only images [height, width, channels] have mirror images',
        hint: 'where they are images, set "shape": [height, width, 1] in "data"; else remove "flip"',
      }),
    );
  });

  it('warns of bytes on another scale, but not where the bounds are given', () => {
    const context = inFolder(folderWith(npyBytes("'|u1'", [3], Uint8Array.of(0, 2, 9))));
    expect(npy.describe(config, context).warnings).toEqual([
      {
        code: 'GAN420',
        message: `${context.baseDir}/x.npy: its bytes lie between 0 and 9, less than half of 0 to 255, so samples hardly differ`,
        hint: 'If these are the least and the greatest possible, set "bounds": [0, 9] in "data".',
      },
    ]);
    expect(npy.describe(options({ ...config, bounds: [0, 99] }), context).warnings).toEqual([]);
    const zeros = inFolder(folderWith(npyBytes("'|u1'", [3], new Uint8Array(3))));
    expect(npy.describe(config, zeros).warnings).toMatchObject([
      { message: `${zeros.baseDir}/x.npy: its bytes are all 0`, hint: 'Is this the right file?' },
    ]);
  });

  it('warns of numbers that use hardly anything of the given bounds', () => {
    const floats = npyBytes("'<f4'", [3], view(Float32Array.of(0, 0.5, 1)));
    const context = inFolder(folderWith(floats));
    expect(npy.describe(options({ ...config, bounds: [0, 255] }), context).warnings).toEqual([
      {
        code: 'GAN420',
        message: `${context.baseDir}/x.npy: its numbers lie between 0 and 1, less than a twentieth of 0 to 255, so samples hardly differ`,
        hint: 'If these are the least and the greatest possible, set "bounds": [0, 1] in "data".',
      },
    ]);
    expect(npy.describe(options({ ...config, bounds: [0, 20] }), context).warnings).toEqual([]);
  });

  it.each([
    [
      [1, 1],
      'A sample has one class: save one column, such as array[:, 0], or a class for each row that occurs, numpy.unique(array, axis=0, return_inverse=True)[1].',
    ],
    [
      [0, 0],
      'Leave out samples without a class: save samples[labels.any(axis=1)] and labels[labels.any(axis=1)].',
    ],
    [[0, 2], 'Save one class number for each sample, such as numpy.argmax(array, axis=1).'],
  ])('suggests what to save in place of a row of labels %j', (row, hint) => {
    const folder = folderWith(npyBytes("'|u1'", [2], Uint8Array.of(0, 255)));
    put(folder, 'labels.npy', npyBytes("'|u1'", [2, 2], Uint8Array.of(0, 1, ...row)));
    expect(() =>
      npy.describe(options({ ...config, labels: 'labels.npy' }), inFolder(folder)),
    ).toThrow(expect.objectContaining({ code: 'GAN407', hint }));
  });

  it('stays finite for bounds whose difference overflows, and keeps the smallest numbers exact', async () => {
    const floats = npyBytes("'<f8'", [3], view(Float64Array.of(-1e308, 0, 5e307)));
    const bounds = options({ ...config, bounds: [-1e308, 1e308] });
    const bounded = await npy.open(bounds, inFolder(folderWith(floats)));
    expect(samplesOf(bounded, [0, 1, 2]).flat()).toEqual([-1, 0, 0.5]);
    const small = npyBytes("'<f4'", [1], view(Float32Array.of(1e-30)));
    const dataset = await npy.open(config, inFolder(folderWith(small)));
    expect(samplesOf(dataset, [0]).flat()).toEqual([Math.fround(1e-30)]);
  });

  it('reads classes from a file of labels, and the first samples up to the limit', async () => {
    const folder = folderWith(npyBytes("'|u1'", [3], Uint8Array.of(0, 51, 255)));
    put(folder, 'y.npy', npyBytes("'<i8'", [3], view(BigInt64Array.of(4n, 0n, 2n))));
    const asked = { ...config, labels: 'y.npy', limit: 2 };
    expect(npy.describe(asked, inFolder(folder))).toMatchObject({
      count: 2,
      classes: 2,
      classList: [
        { name: '0', count: 1 },
        { name: '4', count: 1 },
      ],
    });
    const dataset = await npy.open(asked, inFolder(folder));
    expect(dataset.count).toBe(2);
    expect(labelsOf(dataset, [1, 0])).toEqual([0, 1]);
  });

  it.each([
    ['one label in each row', npyBytes("'<i2'", [3, 1], view(Int16Array.of(2, 0, 1)))],
    ['one-hot rows of bytes', npyBytes("'|u1'", [3, 3], Uint8Array.of(0, 0, 1, 1, 0, 0, 0, 1, 0))],
    [
      'one-hot rows of floats',
      npyBytes("'<f4'", [3, 3], view(Float32Array.of(0, 0, 1, 1, 0, 0, 0, 1, 0))),
    ],
    [
      'one-hot rows of booleans',
      npyBytes("'|b1'", [3, 3], Uint8Array.of(0, 0, 1, 1, 0, 0, 0, 1, 0)),
    ],
  ])('reads classes from a file with %s', async (_, labels) => {
    const folder = folderWith(npyBytes("'|u1'", [3], Uint8Array.of(0, 51, 255)));
    put(folder, 'y.npy', labels);
    const dataset = await npy.open(options({ ...config, labels: 'y.npy' }), inFolder(folder));
    expect(dataset.classes).toBe(3);
    expect(labelsOf(dataset, [0, 1, 2])).toEqual([2, 0, 1]);
  });

  it.each([
    ['is no NumPy file', Buffer.from('not numpy at all')],
    ['is in column-major order', npyBytes("'<f4'", [2, 1], new Uint8Array(8), { fortran: true })],
    ['holds complex numbers of kind c8', npyBytes("'<c8'", [1], new Uint8Array(8))],
    [
      'holds records of the fields "a", "b", not numbers',
      npyBytes("[('a', '<f4'), ('b', '|u1')]", [1], new Uint8Array(5)),
    ],
    ['holds Python objects, such as arrays of several sizes', npyBytes("'|O'", [2], pickle)],
    ['holds text of kind U10', npyBytes("'<U10'", [1], new Uint8Array(40))],
    ['holds dates of kind M8', npyBytes("'<M8[ns]'", [1], new Uint8Array(8))],
    ['does not hold plain numbers', npyBytes("'|V3'", [1], new Uint8Array(3))],
    ['holds one number without axes', npyBytes("'<f4'", [], new Uint8Array(4))],
    ['is empty, [0, 4]', npyBytes("'<f4'", [0, 4], new Uint8Array(0))],
    [
      'the number at [1] is NaN, not a finite number',
      npyBytes("'<f4'", [2], view(Float32Array.of(1, NaN))),
    ],
    [
      'the number at [0] is 1e+300, not a finite number',
      npyBytes("'<f8'", [1], view(Float64Array.of(1e300))),
    ],
    [
      'the number at [1, 0, 2] is -Infinity, not a finite number',
      npyBytes("'<f4'", [2, 2, 3], view(new Float32Array(12).fill(-Infinity, 8, 9))),
    ],
  ])('refuses a file that %s', async (what, bytes) => {
    const folder = folderWith(bytes);
    await expect(
      Promise.resolve().then(() => npy.open(config, inFolder(folder))),
    ).rejects.toMatchObject({
      code: 'GAN412',
      exitCode: 4,
      message: `${folder}/x.npy: ${what}`,
    });
  });

  it.each([
    [npyBytes("'<f2'", [1], new Uint8Array(2)), "Save array.astype('float32')."],
    [
      npyBytes("'<f4'", [2, 1], new Uint8Array(8), { fortran: true }),
      'Save numpy.ascontiguousarray(array).',
    ],
    [
      npyBytes("'<c8'", [1], new Uint8Array(8)),
      'Save numpy.stack([array.real, array.imag], axis=-1).',
    ],
    [
      npyBytes("'|O'", [2], pickle),
      "Give all samples one shape and stack them: numpy.save('stacked.npy', numpy.stack(numpy.load('x.npy', allow_pickle=True))).",
    ],
    [
      npyBytes("[('a', '<f4')]", [1], new Uint8Array(4)),
      'Save plain numbers: numpy.lib.recfunctions.structured_to_unstructured(array), or one field, array["NAME"].',
    ],
    [npyBytes("'|V3'", [1], new Uint8Array(3)), undefined],
  ])('suggests how to save the array', (bytes, hint) => {
    expect(() => npy.describe(config, inFolder(folderWith(bytes)))).toThrow(
      expect.objectContaining({ code: 'GAN412', hint }),
    );
  });

  it.each([
    [
      'is a NumPy archive (.npz) of the arrays x_train, y_train',
      'Save its arrays: python -c "import numpy; [numpy.save(name, array) for name, array in numpy.load(\'x.npy\').items()]". Then name that of the samples in "file", such as x_train.npy, and that of their classes, if there are some, in "labels".',
      zipBytes(['x_train.npy', 'y_train.npy']),
    ],
    [
      'is a NumPy archive (.npz) of the array arr_0',
      "Save an array of it: python -c \"import numpy; numpy.save('arr_0.npy', numpy.load('x.npy')['arr_0'])\". Then name arr_0.npy in its place.",
      zipBytes(['arr_0.npy']),
    ],
    [
      'is a file of PyTorch',
      "Save an array of it: python -c \"import numpy, torch; numpy.save('x.npy', torch.load('x.npy').numpy())\". Then name x.npy in its place.",
      zipBytes(['x/data.pkl', 'x/data/0']),
    ],
    ['is a zip archive', 'Unpack it, and name the file inside.', zipBytes(['photo.png'])],
    [
      'is an HDF5 file',
      "Save an array of it: python -c \"import h5py, numpy; numpy.save('x.npy', h5py.File('x.npy')['NAME'][:])\". Then name x.npy in its place.",
      Buffer.from('\x89HDF\r\n\x1a\n and more', 'latin1'),
    ],
    [
      'is a MATLAB file',
      "Save an array of it: python -c \"import numpy, scipy.io; numpy.save('x.npy', scipy.io.loadmat('x.npy')['NAME'])\". Then name x.npy in its place.",
      Buffer.from('MATLAB 5.0 MAT-file, Platform: posix'),
    ],
    [
      'is a pickle of Python',
      "Save an array of it: python -c \"import numpy, pickle; numpy.save('x.npy', numpy.asarray(pickle.load(open('x.npy', 'rb'))))\". Then name x.npy in its place.",
      pickle,
    ],
    [
      'is compressed with gzip',
      'Decompress it: mv x.npy x.npy.gz && gunzip x.npy.gz',
      gzipSync('x'),
    ],
    [
      'is an image',
      'Read a folder of images with { "type": "imageFolder", "folder": …, "size": … }.',
      Buffer.from('\x89PNG\r\n\x1a\n and more', 'latin1'),
    ],
    [
      'is an IDX file, as those of MNIST',
      'Read it with { "type": "idx", "images": … }.',
      idxBytes([1], new Uint8Array(1)),
    ],
  ])('says that a file %s, and the way out', (what, hint, bytes) => {
    const folder = folderWith(bytes);
    expect(() => npy.describe(config, inFolder(folder))).toThrow(
      expect.objectContaining({ code: 'GAN412', message: `${folder}/x.npy: ${what}`, hint }),
    );
  });

  it('suggests to save an array of a table', () => {
    const folder = temporaryFolder();
    const file = put(folder, 'x.csv', Buffer.from('1,2\n3,4\n'));
    const asked = options({ ...config, file: 'x.csv' });
    expect(() => npy.describe(asked, inFolder(folder))).toThrow(
      expect.objectContaining({
        code: 'GAN412',
        message: `${file}: is a table`,
        hint: `Save an array of it: python -c "import numpy; numpy.save('x.npy', numpy.loadtxt('x.csv', delimiter=','))". Then name x.npy in its place. Or read its rows with { "type": "csv", "file": … }.`,
      }),
    );
  });

  it.each([
    [NaN, null, 'Leave out such samples, or save numpy.nan_to_num(array) in float32.'],
    [7, [0, 5], 'Set "bounds" to the least and the greatest number, array.min() and array.max().'],
  ])('suggests what to do about the number %d between %j', (number, bounds, hint) => {
    const folder = folderWith(npyBytes("'<f4'", [1], view(Float32Array.of(number))));
    expect(() => npy.describe(options({ ...config, bounds }), inFolder(folder))).toThrow(
      expect.objectContaining({ code: 'GAN412', hint }),
    );
  });

  it('takes a zip archive for a file of PyTorch by its name, too', () => {
    const folder = temporaryFolder();
    const file = put(folder, 'x.pt', zipBytes(['x']));
    const describing = (): unknown =>
      npy.describe(options({ ...config, file: 'x.pt' }), inFolder(folder));
    expect(describing).toThrow(`${file}: is a file of PyTorch`);
  });

  it('gives the numbers of a sample the axes that are asked for, before channels move', async () => {
    const rows = inFolder(
      folderWith(npyBytes("'<f4'", [1, 12], view(Float32Array.from(upTo(12))))),
    );
    const pixels = options({ ...config, shape: [2, 2, 3], flip: true });
    expect(npy.describe(pixels, rows)).toMatchObject({ shape: [2, 2, 3], count: 1, warnings: [] });
    expect(samplesOf(await npy.open(pixels, rows), [0])).toEqual([upTo(12)]);
    const planes = options({ ...config, shape: [3, 2, 2], channelsFirst: true });
    const dataset = await npy.open(planes, rows);
    expect(dataset.shape).toEqual([2, 2, 3]);
    expect(samplesOf(dataset, [0])).toEqual([[0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11]]);
  });

  it('refuses axes for another number of numbers', () => {
    const folder = folderWith(npyBytes("'|u1'", [1, 768], new Uint8Array(768)));
    const asked = options({ ...config, shape: [32, 32, 3] });
    expect(() => npy.describe(asked, inFolder(folder))).toThrow(
      expect.objectContaining({
        code: 'GAN430',
        exitCode: 3,
        pointer: '/data/shape',
        message: `[32, 32, 3] has 3072 numbers, and a sample of ${folder}/x.npy has 768, [768]`,
        hint: 'write sizes whose product is 768, such as [16, 16, 3]',
      }),
    );
  });

  it.each([
    [
      [3, 8, 8],
      [8, 8, 3],
      'remove "shape", and set "channelsFirst": true, which moves the first axis to the end',
    ],
    [
      [8, 8, 3],
      [3, 8, 8],
      'remove "shape", and "channelsFirst" where it is set: samples [8, 8, 3] have their channels last already',
    ],
    [
      [4, 8, 3],
      [8, 4, 3],
      'remove "shape"; to exchange axes, save numpy.transpose(array, …) with the order of all axes, from 0 for that of the samples',
    ],
  ])('refuses samples %j whose axes are asked for in the order %j', (own, shape, hint) => {
    const x = npyBytes("'|u1'", [1, ...own], new Uint8Array(sizeOf(own)));
    const folder = folderWith(x);
    expect(() => npy.describe(options({ ...config, shape }), inFolder(folder))).toThrow(
      expect.objectContaining({
        code: 'GAN430',
        exitCode: 3,
        pointer: '/data/shape',
        message: `[${shape.join(', ')}] has the sizes of a sample of ${folder}/x.npy, [${own.join(', ')}], in another order: "shape" moves no numbers, so these axes would be mixed up`,
        hint,
      }),
    );
  });

  it('moves an axis of one channel by the option "shape", which leaves the order of numbers alone', () => {
    const x = npyBytes("'|u1'", [1, 1, 8, 6], new Uint8Array(48));
    const asked = options({ ...config, shape: [8, 6, 1] });
    expect(npy.describe(asked, inFolder(folderWith(x)))).toMatchObject({ shape: [8, 6, 1] });
  });

  it.each([
    [
      [5],
      '"channelsFirst" has no effect: the samples of FILE, [5], have one axis',
      'Remove it; or, where they are images, set "shape" to [channels, height, width].',
    ],
    [
      [8, 12],
      'the samples of FILE, [8, 12], look like images without an axis of channels: by "channelsFirst" they are read as 8 channels of 12 numbers',
      'Set "shape": [1, 8, 12], or remove "channelsFirst".',
    ],
    [
      [6, 7, 3],
      'the samples of FILE, [6, 7, 3], look like images with channels last: by "channelsFirst" they are read as 6 channels of 7×3 numbers',
      'Remove "channelsFirst".',
    ],
  ])('warns of "channelsFirst" for samples %j', (shape, message, hint) => {
    const size = sizeOf(shape);
    const folder = folderWith(npyBytes("'|u1'", [1, ...shape], new Uint8Array(size).fill(255, 1)));
    const asked = options({ ...config, channelsFirst: true });
    expect(npy.describe(asked, inFolder(folder)).warnings).toEqual([
      {
        code: shape.length === 1 ? 'GAN308' : 'GAN313',
        message: message.replace('FILE', `${folder}/x.npy`),
        hint,
        pointer: '/data/channelsFirst',
      },
    ]);
  });

  it.each([[[3, 8, 8]], [[2, 64]], [[16, 128]], [[3, 8, 3]]])(
    'moves the channels of samples %j without a warning',
    (shape) => {
      const size = sizeOf(shape);
      const x = npyBytes("'|u1'", [1, ...shape], new Uint8Array(size).fill(255, 1));
      const asked = options({ ...config, channelsFirst: true });
      expect(npy.describe(asked, inFolder(folderWith(x))).warnings).toEqual([]);
    },
  );

  it('takes the float32 number nearest to a bound for the bound', async () => {
    const folder = folderWith(npyBytes("'<f4'", [2], view(Float32Array.of(-0.1, 0.1))));
    // As float32, 0.1 is above 0.1.
    const bounded = await npy.open(options({ ...config, bounds: [-0.1, 0.1] }), inFolder(folder));
    expect(samplesOf(bounded, [0, 1]).flat()).toEqual([-1, 1]);
  });

  it('refuses numbers outside the bounds', async () => {
    const folder = folderWith(npyBytes("'<f4'", [2], view(Float32Array.of(1, 7))));
    await expect(
      npy.open(options({ ...config, bounds: [0, 5] }), inFolder(folder)),
    ).rejects.toThrow(`${folder}/x.npy: the number at [1] is 7, not between 0 and 5`);
  });

  it('refuses reversed bounds', () => {
    const folder = folderWith(npyBytes("'<f4'", [2], new Uint8Array(8)));
    expect(() => npy.describe(options({ ...config, bounds: [5, 5] }), inFolder(folder))).toThrow(
      expect.objectContaining({
        code: 'GAN417',
        exitCode: 3,
        pointer: '/data/bounds',
        message: 'no number lies between 5 and 5',
        hint: 'write the least number first, then the greatest',
      }),
    );
  });

  it.each([
    ['cut off', 7],
    ['too long', 9],
  ])('refuses a file that is %s', (_, length) => {
    const folder = folderWith(npyBytes("'<f4'", [2], new Uint8Array(length)));
    const header = npyBytes("'<f4'", [2], new Uint8Array(0)).length;
    expect(() => npy.describe(config, inFolder(folder))).toThrow(
      expect.objectContaining({
        code: 'GAN403',
        message: `${folder}/x.npy: says it holds [2] of f4, ${header + 8} bytes with the header, but has ${header + length}`,
      }),
    );
  });

  it('takes the labels -1 and 1 for two classes, and tells what other negative ones may mean', async () => {
    const samples = npyBytes("'|u1'", [3], Uint8Array.of(0, 9, 255));
    const signs = (...labels: number[]): DatasetContext => {
      const folder = folderWith(samples);
      put(folder, 'labels.npy', npyBytes("'|i1'", [3], view(Int8Array.from(labels))));
      return inFolder(folder);
    };
    const asked = options({ ...config, labels: 'labels.npy' });
    const dataset = await npy.open(asked, signs(1, -1, 1));
    expect(dataset.classList).toEqual([
      { name: '-1', count: 1 },
      { name: '1', count: 2 },
    ]);
    expect(labelsOf(dataset, [0, 1, 2])).toEqual([1, 0, 1]);
    expect(() => npy.describe(asked, signs(0, -1, 2))).toThrow(
      expect.objectContaining({
        hint: 'Where they mark samples without a class, leave these out: save samples[labels >= 0] and labels[labels >= 0]. Where they are classes, save numpy.unique(labels, return_inverse=True)[1].',
      }),
    );
  });

  it('takes labels on any axes, where there is one for each sample', async () => {
    const folder = folderWith(npyBytes("'|u1'", [3], Uint8Array.of(0, 9, 255)));
    put(folder, 'labels.npy', npyBytes("'|u1'", [1, 3], Uint8Array.of(7, 2, 7)));
    const dataset = await npy.open(options({ ...config, labels: 'labels.npy' }), inFolder(folder));
    expect(labelsOf(dataset, [0, 1, 2])).toEqual([1, 0, 1]);
  });

  it.each([
    ['x.npy', [4, 2], 'This is the file of the samples; name that of their labels.'],
    ['labels.npy', [3, 4], 'Its columns seem to be the samples: save array.T.'],
    [
      'labels.npy',
      [5],
      'Name the labels of these samples, one for each and in their order: both files of the training part, or both of the test part.',
    ],
    [
      'labels.npy',
      [4, 2, 2],
      'Name a file with one class number for each sample, or with one-hot rows.',
    ],
  ])(
    'tells the way out where %s of %j is given as the labels of 4 samples',
    (labels, shape, hint) => {
      const folder = folderWith(npyBytes("'|u1'", [4, 2, 1], new Uint8Array(8)));
      if (labels !== 'x.npy') {
        put(folder, labels, npyBytes("'|u1'", shape, new Uint8Array(sizeOf(shape))));
      }
      expect(() => npy.describe(options({ ...config, labels }), inFolder(folder))).toThrow(
        expect.objectContaining({ code: 'GAN407', hint }),
      );
    },
  );

  it('warns of labels that hardly repeat', () => {
    const folder = folderWith(npyBytes("'|u1'", [4], Uint8Array.of(0, 9, 200, 255)));
    const file = put(folder, 'labels.npy', npyBytes("'|u1'", [4], Uint8Array.of(7, 2, 9, 4)));
    const asked = options({ ...config, labels: 'labels.npy' });
    expect(npy.describe(asked, inFolder(folder)).warnings).toEqual([
      {
        code: 'GAN429',
        message: `${file}: gives 4 samples 4 classes, so hardly any class has a second sample`,
        hint: 'Give labels that occur again and again; leave "labels" out where they are measured numbers or tell samples apart.',
      },
    ]);
    put(folder, 'labels.npy', npyBytes("'|u1'", [4], Uint8Array.of(7, 2, 9, 2)));
    expect(npy.describe(asked, inFolder(folder)).warnings).toEqual([]);
  });

  it.each([
    [
      'labels.npy: holds 2 labels for the 3 samples of FOLDER/x.npy',
      npyBytes("'|u1'", [2], Uint8Array.of(0, 1)),
    ],
    [
      'labels.npy: label 1 is -1, and 1 of 3 are negative',
      npyBytes("'|i1'", [3], view(Int8Array.of(0, -1, 0))),
    ],
    [
      'labels.npy: label 0 is -2, and 2 of 3 are negative',
      npyBytes("'<i4'", [3, 1], view(Int32Array.of(-2, -1, 1))),
    ],
    [
      'labels.npy: label 1 is NaN, no whole number (1 of 3)',
      npyBytes("'<f4'", [3], view(Float32Array.of(0, NaN, 1))),
    ],
    [
      'labels.npy: label 2 is 0.5, no whole number (1 of 3)',
      npyBytes("'<f4'", [3], view(Float32Array.of(0, 1, 0.5))),
    ],
    [
      'labels.npy: row 1 of 2 numbers is not one-hot, [0.5, 0.5]',
      npyBytes("'<f4'", [3, 2], view(Float32Array.of(0, 1, 0.5, 0.5, 1, 0))),
    ],
    [
      'labels.npy: row 2 of 2 numbers is not one-hot but names 2 classes, [1, 1]',
      npyBytes("'|u1'", [3, 2], Uint8Array.of(0, 1, 1, 0, 1, 1)),
    ],
    [
      'labels.npy: holds an array [3, 2, 1], not labels, for the 3 samples of FOLDER/x.npy',
      npyBytes("'|u1'", [3, 2, 1], new Uint8Array(6)),
    ],
  ])('refuses %s', (message, labels) => {
    const folder = folderWith(npyBytes("'|u1'", [3], new Uint8Array(3)));
    put(folder, 'labels.npy', labels);
    expect(() =>
      npy.describe(options({ ...config, labels: 'labels.npy' }), inFolder(folder)),
    ).toThrow(
      expect.objectContaining({
        code: 'GAN407',
        exitCode: 4,
        message: `${folder}/${message.replace('FOLDER', folder)}`,
      }),
    );
  });
});
