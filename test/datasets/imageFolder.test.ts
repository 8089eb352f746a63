import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { imageFolder } from '../../src/datasets/imageFolder.js';
import { encodePng } from '../../src/runs/pictures/png.js';
import { put, temporaryFolder } from './idxFile.js';
import { inFolder, labelsOf, options, samplesOf, upTo } from './support.js';

const config = {
  type: 'imageFolder',
  folder: 'pictures',
  size: 2 as number | number[],
  channels: 3,
  labels: true as boolean | string,
  limit: null as number | null,
  flip: false,
  // Without a warning of images in one colour.
  bounds: [0, 255] as number[] | null,
  range: [0, 255],
};

let folder = '';
let cache = '';
beforeEach(() => {
  folder = temporaryFolder();
  cache = temporaryFolder();
  vi.stubEnv('XDG_CACHE_HOME', cache);
  vi.stubEnv('GANSPEC_DATA', '');
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.doUnmock('sharp');
  vi.resetModules();
});

type Colour = readonly [number, number, number];

/** An image in one colour. */
function plain(width: number, height: number, [r, g, b]: Colour): Sharp {
  return sharp({ create: { width, height, channels: 3, background: { r, g, b } } });
}

/** Writes a file into the folder of images. @returns its path. */
function keep(name: string, bytes: Uint8Array): string {
  const path = join(folder, 'pictures', name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  return path;
}

/** An image [8, 8] of floats between 0 and 1, saved by Pillow 12 as TIFF, in base64. */
const floatTiff =
  'SUkqAAgAAAAKAAABBAABAAAACAAAAAEBBAABAAAACAAAAAIBAwABAAAAIAAAAAMBAwABAAAAAQAAAAYBAwABAAAAAQAAABEBBAABAAAAhgAAABYBBAABAAAACAAAABcBBAABAAAAAAEAABwBAwABAAAAAQAAAFMBAwABAAAAAwAAAAAAAAAAAAAAIQiCPCEIAj0xDEM9IQiCPSmKoj0xDMM9OY7jPSEIAj4lSRI+KYoiPi3LMj4xDEM+NU1TPjmOYz49z3M+IQiCPqMoij4lSZI+p2maPimKoj6rqqo+LcuyPq/ruj4xDMM+syzLPjVN0z63bds+OY7jPruu6z49z/M+v+/7PiEIAj9iGAY/oygKP+Q4Dj8lSRI/ZlkWP6dpGj/oeR4/KYoiP2qaJj+rqio/7LouPy3LMj9u2zY/r+s6P/D7Pj8xDEM/chxHP7MsSz/0PE8/NU1TP3ZdVz+3bVs/+H1fPzmOYz96nmc/u65rP/y+bz89z3M/ft93P7/vez8AAIA/';

describe('imageFolder', () => {
  it('reads PNG, JPEG and WebP with sub-folders as classes, in natural order', async () => {
    keep('b/dog.PNG', await plain(4, 4, [255, 0, 0]).png().toBuffer());
    keep('a/deep/cat.jpeg', await plain(9, 5, [0, 0, 0]).jpeg().toBuffer());
    keep('a/bird.webp', await plain(3, 8, [0, 0, 255]).webp({ lossless: true }).toBuffer());
    keep('a/notes.txt', Buffer.from('no image'));
    keep('.hidden/x.png', Buffer.from('no image'));
    const classList = [
      { name: 'a', count: 2 },
      { name: 'b', count: 1 },
    ];
    const description = {
      shape: [2, 2, 3],
      range: [0, 255],
      flip: false,
      count: 3,
      classes: 2,
      classList,
    };
    expect(imageFolder.describe(config, inFolder(folder))).toEqual({
      ...description,
      warnings: [],
    });
    const dataset = await imageFolder.open(config, inFolder(folder));
    expect(dataset).toMatchObject({ ...description, warnings: [] });
    expect(labelsOf(dataset, [0, 1, 2])).toEqual([0, 0, 1]);
    const pixels = samplesOf(dataset, [0, 1, 2]).map((image) => image.slice(9));
    expect(pixels).toEqual([
      [0, 0, 255],
      [0, 0, 0],
      [255, 0, 0],
    ]);
  });

  it('numbers class folders as people count', async () => {
    const image = await plain(2, 2, [255, 0, 0]).png().toBuffer();
    for (const name of ['10', '2', '1', '0']) keep(`${name}/x.png`, image);
    const { classList } = imageFolder.describe(config, inFolder(folder));
    expect(classList?.map(({ name }) => name)).toEqual(['0', '1', '2', '10']);
    // The files are sorted by path: 0, 1, 10, 2.
    const dataset = await imageFolder.open(config, inFolder(folder));
    expect(labelsOf(dataset, [0, 1, 2, 3])).toEqual([0, 1, 3, 2]);
  });

  it('recognises images by their first bytes, whatever their names', async () => {
    const grey = plain(2, 2, [120, 120, 120]);
    keep('a.jfif', await grey.clone().jpeg().toBuffer());
    keep('b.JPE', await grey.clone().jpeg().toBuffer());
    keep('c.tif', await grey.clone().tiff().toBuffer());
    keep('d.gif', await grey.clone().gif().toBuffer());
    keep('e.avif', await grey.clone().avif({ lossless: true }).toBuffer());
    keep('f', await grey.clone().png().toBuffer());
    keep('g.dat', await grey.clone().webp({ lossless: true }).toBuffer());
    keep('notes.txt', Buffer.from('no image'));
    keep('labels', Buffer.from('a 1\nb 2\n'));
    keep('Thumbs.db', Buffer.of(0xd0, 0xcf, 0x11, 0xe0));
    const dataset = await imageFolder.open(config, inFolder(folder));
    expect(dataset).toMatchObject({ count: 7, warnings: [] });
    for (const image of samplesOf(dataset, upTo(7))) expect(image[0]).toBeCloseTo(120, -0.5);
  });

  it('counts in one warning what is left out, by kind, with the way out', async () => {
    keep('a.png', await plain(2, 2, [9, 9, 9]).png().toBuffer());
    for (const name of ['b.bmp', 'c/d.BMP']) keep(name, Buffer.from('BM\x3a\0\0\0', 'latin1'));
    keep('e.heic', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'));
    keep('f.nef', await plain(2, 2, [9, 9, 9]).tiff().toBuffer());
    keep('g.tga', Buffer.of(0, 0, 2));
    keep('h.bin', Buffer.of(1, 2, 3));
    const warning = {
      code: 'GAN410',
      message: `${folder}/pictures: 6 of 7 files left out: BMP (b.bmp, c/d.BMP), HEIC (e.heic), camera raw (f.nef), TGA (g.tga), unknown kind (h.bin)`,
      hint: 'Convert them to PNG, as with `magick mogrify -format png *.bmp */*.BMP *.heic *.nef *.tga`. Remove from the folder what is no data.',
    };
    const asked = { ...config, labels: false };
    expect(imageFolder.describe(asked, inFolder(folder)).warnings).toEqual([warning]);
    expect((await imageFolder.open(asked, inFolder(folder))).warnings).toEqual([warning]);
    rmSync(join(folder, 'pictures/a.png'));
    expect(() => imageFolder.describe(asked, inFolder(folder))).toThrow(
      expect.objectContaining({
        code: 'GAN411',
        message: `${folder}/pictures: holds no PNG, JPEG, WebP, GIF, TIFF or AVIF file, but others: BMP (b.bmp, c/d.BMP), HEIC (e.heic), camera raw (f.nef), TGA (g.tga), unknown kind (h.bin)`,
        hint: warning.hint,
      }),
    );
  });

  it('looks at no file outside the folder of the spec to learn its kind', () => {
    const elsewhere = put(temporaryFolder(), 'x.bin', Buffer.of(1));
    keep('a.png', Buffer.of(1));
    symlinkSync(elsewhere, join(folder, 'pictures/b.bin'));
    const { warnings } = imageFolder.describe(config, inFolder(folder));
    expect(warnings).toMatchObject([
      {
        message: `${folder}/pictures: 1 of 2 files left out: link to another place (b.bin)`,
        hint: 'Remove them from the folder if they are no data.',
      },
    ]);
  });

  it('leaves out images whose numbers would be read wrongly', async () => {
    keep('a.png', await plain(2, 2, [9, 9, 9]).png().toBuffer());
    const path = keep('b.tif', Buffer.from(floatTiff, 'base64'));
    const { count, warnings } = await imageFolder.open(config, inFolder(folder));
    expect(count).toBe(1);
    expect(warnings?.[0]?.message).toBe(
      `${folder}/pictures: 1 of 2 images left out: ${path} (its numbers are floats, not whole ones of 8 or 16 bits)`,
    );
  });

  it('reads classes from a label file', async () => {
    const image = await plain(2, 2, [255, 0, 0]).png().toBuffer();
    for (const name of ['a.png', 'b.png', 'c.png']) keep(name, image);
    put(folder, 'y.csv', Buffer.from('a.png,dog\nb.png,cat\nc.png,dog\n'));
    const dataset = await imageFolder.open(
      options({ ...config, labels: 'y.csv' }),
      inFolder(folder),
    );
    expect(dataset.classList).toEqual([
      { name: 'cat', count: 1 },
      { name: 'dog', count: 2 },
    ]);
    expect(labelsOf(dataset, [0, 1, 2])).toEqual([1, 0, 1]);
  });

  it('warns of classes that the limit leaves no image of', async () => {
    const image = await plain(2, 2, [255, 0, 0]).png().toBuffer();
    for (const name of ['a/1.png', 'b/1.png', 'c/1.png']) keep(name, image);
    const warning = {
      code: 'GAN419',
      message: `${folder}/pictures: classes of which "limit" leaves no image: "b", "c"`,
      hint: 'Raise "limit".',
    };
    const asked = { ...config, limit: 1 };
    expect(imageFolder.describe(asked, inFolder(folder)).warnings).toEqual([warning]);
    expect((await imageFolder.open(asked, inFolder(folder))).warnings).toEqual([warning]);
  });

  it.each([
    [
      ['train/cats/1.png', 'train/dogs/2.png', 'test/cats/3.png'],
      '"test", "train" are the classes, but seem to be parts of a data set',
      'Let the path in "data" end in "/train": the folders in it are then the classes. To take all files without classes, set "labels" to false.',
    ],
    [
      ['Training_Set/1.png', 'valid/2.png', 'valid/3.png'],
      '"Training_Set", "valid" are the classes, but seem to be parts of a data set',
      'Let the path in "data" end in "/Training_Set": its files alone are read. To take all files without classes, set "labels" to false.',
    ],
    [
      ['animals/cats/1.png', 'animals/dogs/2.png'],
      '"animals" is the only class, but holds all other folders',
      'Let the path in "data" end in "/animals": the folders in it are then the classes. To take all files without classes, set "labels" to false.',
    ],
    [
      ['img_align/1.png', 'img_align/2.png'],
      '"img_align" is the only class, but holds all files',
      'Let the path in "data" end in "/img_align": its files alone are read. To take all files without classes, set "labels" to false.',
    ],
  ])('warns of folders that are hardly classes: %j', (names, what, hint) => {
    for (const name of names) keep(name, Buffer.of(1));
    expect(imageFolder.describe(config, inFolder(folder)).warnings).toEqual([
      { code: 'GAN431', message: `${folder}/pictures: ${what}`, hint },
    ]);
    const { warnings } = imageFolder.describe(
      options({ ...config, labels: false }),
      inFolder(folder),
    );
    expect(warnings).toEqual([]);
  });

  it.each([[['train/1.png', 'bus/2.png']], [['cats/young/1.png', 'dogs/2.png']]])(
    'takes folders for classes without a warning: %j',
    (names) => {
      for (const name of names) keep(name, Buffer.of(1));
      expect(imageFolder.describe(config, inFolder(folder)).warnings).toEqual([]);
    },
  );

  it('refuses a file in place of a folder', () => {
    const file = put(folder, 'x.npy', Buffer.of(1));
    const asked = options({ ...config, folder: 'x.npy' });
    expect(() => imageFolder.describe(asked, inFolder(folder))).toThrow(
      expect.objectContaining({
        code: 'GAN401',
        message: `${file}: is a file, not a folder`,
        hint: 'Name the folder that the files lie in; one file with all samples is read by npy, idx or csv.',
      }),
    );
  });

  it('warns of classes of one image each', () => {
    for (const name of ['a/1.png', 'b/1.png', 'c/1.png', 'd/1.png']) keep(name, Buffer.of(1));
    expect(imageFolder.describe(config, inFolder(folder)).warnings).toMatchObject([
      {
        code: 'GAN429',
        message: `${folder}/pictures: gives 4 samples 4 classes, so hardly any class has a second sample`,
      },
    ]);
  });

  it('takes quoted separators of a label file for parts of a class', async () => {
    const image = await plain(2, 2, [255, 0, 0]).png().toBuffer();
    for (const name of ['a.png', 'b.png']) keep(name, image);
    put(folder, 'y.csv', Buffer.from('a.png,"big, dog"\nb.png;5" cat\n'));
    const asked = options({ ...config, labels: 'y.csv' });
    expect(imageFolder.describe(asked, inFolder(folder)).classList).toMatchObject([
      { name: '5 cat' },
      { name: 'big, dog' },
    ]);
  });

  it('asks for the file first in each line of a label file', () => {
    put(folder, 'y.csv', Buffer.from('cat,a.png\ncat,b.png\n'));
    keep('a.png', Buffer.from(''));
    expect(() =>
      imageFolder.describe(options({ ...config, labels: 'y.csv' }), inFolder(folder)),
    ).toThrow(
      expect.objectContaining({
        code: 'GAN407',
        hint: 'Write the file first, then its class: "a.png,cat".',
      }),
    );
  });

  it.each([
    ['a.png,cat\nb.png,cat\nb.png,dog\n', 'b.png two classes: "cat" in line 2, "dog" in line 3'],
    [
      'a.png,cat\na.png,cat\n./a.png,dog\nb.png,cat\n',
      'a.png two classes: "cat" in line 2, "dog" in line 3',
    ],
    [
      'b.png,cat\nmore/b.png,dog\na.png,cat\n',
      'more/b.png two classes: "dog" in line 2, "cat" in line 1',
    ],
  ])('refuses a label file that contradicts itself: %j', async (text, what) => {
    const image = await plain(2, 2, [255, 0, 0]).png().toBuffer();
    for (const name of ['a.png', text.includes('more') ? 'more/b.png' : 'b.png']) keep(name, image);
    put(folder, 'y.csv', Buffer.from(text));
    const asked = options({ ...config, labels: 'y.csv' });
    expect(() => imageFolder.describe(asked, inFolder(folder))).toThrow(
      expect.objectContaining({
        code: 'GAN407',
        message: `${folder}/y.csv: gives ${what}`,
        hint: 'Keep the line with the right class.',
      }),
    );
  });

  it('counts the lines of a label file that name no image', async () => {
    keep('a.png', await plain(2, 2, [255, 0, 0]).png().toBuffer());
    put(folder, 'y.csv', Buffer.from('file,class\na.png,cat\nzz.jpg,dog\nold/a.png,dog\n'));
    const asked = options({ ...config, labels: 'y.csv' });
    expect(imageFolder.describe(asked, inFolder(folder)).warnings).toEqual([
      {
        code: 'GAN423',
        message: `${folder}/pictures: 2 files that the label file names are not there: zz.jpg, old/a.png`,
        hint: 'Add these files, or remove their lines; a path starts at the folder of the data.',
      },
    ]);
  });

  it('follows links to folders, but not in cycles', async () => {
    keep('a/x.png', await plain(2, 2, [255, 0, 0]).png().toBuffer());
    keep('../elsewhere/y.png', await plain(2, 2, [0, 0, 255]).png().toBuffer());
    symlinkSync(join(folder, 'elsewhere'), join(folder, 'pictures/b'));
    symlinkSync(join(folder, 'pictures'), join(folder, 'elsewhere/back'));
    const dataset = await imageFolder.open(config, inFolder(folder));
    expect(dataset).toMatchObject({ count: 2, classes: 2 });
    expect(labelsOf(dataset, [0, 1])).toEqual([0, 1]);
  });

  it('follows no link out of the folder of the spec, unless the user has named the folder', async () => {
    const elsewhere = temporaryFolder();
    const image = await plain(2, 2, [255, 0, 0]).png().toBuffer();
    put(elsewhere, 'x.png', image);
    keep('a/y.png', image);
    symlinkSync(elsewhere, join(folder, 'pictures/b'));
    const context = inFolder(folder);
    expect(() => imageFolder.describe(config, context)).toThrow(
      expect.objectContaining({
        code: 'GAN408',
        message: `${folder}/pictures/b leads out of the folder of the spec by a link`,
      }),
    );
    const named = { ...context, dataDir: folder };
    expect(imageFolder.describe(config, named)).toMatchObject({ count: 2, classes: 2 });
    rmSync(join(folder, 'pictures/b'));
    symlinkSync(join(elsewhere, 'x.png'), join(folder, 'pictures/a/z.png'));
    expect(() => imageFolder.describe(config, context)).toThrow('pictures/a/z.png leads out');
    expect(imageFolder.describe(config, named).count).toBe(2);
  });

  it('reads each image once, for any number of links to its folder', async () => {
    keep('c/x.png', await plain(2, 2, [255, 0, 0]).png().toBuffer());
    const names = upTo(12).map((i) => `f${i}`);
    for (const name of names) mkdirSync(join(folder, 'pictures', name));
    for (const name of names) {
      symlinkSync(join(folder, 'pictures/c'), join(folder, 'pictures', name, 'c'));
      for (const other of names) {
        symlinkSync(join(folder, 'pictures', other), join(folder, 'pictures', name, other));
      }
    }
    const dataset = await imageFolder.open(config, inFolder(folder));
    // In the class of its own folder, not in one with a link to it.
    expect(dataset).toMatchObject({ count: 1, classes: 1 });
  });

  it('converts palettes, 16 bits per channel and CMYK to the same colour', async () => {
    const orange = plain(2, 2, [255, 128, 0]);
    keep('1.png', await orange.clone().png({ palette: true }).toBuffer());
    keep('2.png', await orange.clone().toColourspace('rgb16').png().toBuffer());
    keep('3.jpg', await orange.clone().toColourspace('cmyk').jpeg().toBuffer());
    const dataset = await imageFolder.open(config, inFolder(folder));
    const near = (value: number): unknown => expect.closeTo(value, -1.4);
    expect(samplesOf(dataset, [0, 1, 2]).map((image) => image.slice(0, 3))).toEqual([
      [255, 128, 0],
      [255, 128, 0],
      // CMYK is converted approximately.
      [near(255), near(128), near(0)],
    ]);
  });

  it('scales an image to cover the size and crops to its centre', async () => {
    // Three squares of 10 by 10: black, white, black.
    const grey = Uint8Array.from({ length: 300 }, (_, i) =>
      Math.floor(i / 10) % 3 === 1 ? 255 : 0,
    );
    keep('wide.png', encodePng({ width: 30, height: 10, channels: 1, pixels: grey }));
    const asked = { ...config, size: 10, channels: 1 };
    const dataset = await imageFolder.open(asked, inFolder(folder));
    expect(dataset).toMatchObject({ shape: [10, 10, 1], classes: null });
    expect(dataset).not.toHaveProperty('readLabels');
    expect(samplesOf(dataset, [0])).toEqual([Array<number>(100).fill(255)]);
    const wide = await imageFolder.open(options({ ...asked, size: [5, 15] }), inFolder(folder));
    expect(wide.shape).toEqual([5, 15, 1]);
  });

  it('converts grey to colour, colour to grey, and transparent pixels to black', async () => {
    keep(
      '1.png',
      encodePng({ width: 2, height: 2, channels: 1, pixels: new Uint8Array(4).fill(77) }),
    );
    const clear = { r: 255, g: 255, b: 255, alpha: 0 };
    const transparent = sharp({ create: { width: 2, height: 2, channels: 4, background: clear } });
    keep('2.png', await transparent.png().toBuffer());
    keep('3.png', await plain(2, 2, [90, 90, 90]).png().toBuffer());
    const colour = await imageFolder.open(config, inFolder(folder));
    expect(samplesOf(colour, [0, 1]).map((image) => image.slice(0, 3))).toEqual([
      [77, 77, 77],
      [0, 0, 0],
    ]);
    const grey = await imageFolder.open(options({ ...config, channels: 1 }), inFolder(folder));
    expect(samplesOf(grey, [0, 1, 2])).toEqual([77, 0, 90].map((v) => [v, v, v, v]));
  });

  it('rotates a photograph by its EXIF orientation', async () => {
    const stripes = Uint8Array.from({ length: 64 }, (_, i) => (i % 8 < 4 ? 0 : 255));
    const raw = sharp(stripes, { raw: { width: 8, height: 8, channels: 1 } });
    // Orientation 3: rotated by 180 degrees, so left and right are swapped.
    keep(
      'turned.jpg',
      await raw.jpeg({ quality: 100 }).withMetadata({ orientation: 3 }).toBuffer(),
    );
    const dataset = await imageFolder.open(options({ ...config, channels: 1 }), inFolder(folder));
    const [[left = NaN, right = NaN] = []] = samplesOf(dataset, [0]);
    expect(left).toBeGreaterThan(200);
    expect(right).toBeLessThan(55);
  });

  it('leaves it to training to mirror images', async () => {
    const pixels = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    keep('b/x.png', encodePng({ width: 2, height: 2, channels: 3, pixels }));
    keep('a/y.png', await plain(2, 2, [0, 0, 0]).png().toBuffer());
    const flipped = { ...config, flip: true };
    expect(imageFolder.describe(flipped, inFolder(folder))).toMatchObject({ count: 2, flip: true });
    const dataset = await imageFolder.open(flipped, inFolder(folder));
    expect(dataset).toMatchObject({ count: 2, flip: true });
    expect(samplesOf(dataset, [1])).toEqual([[...pixels]]);
    expect(labelsOf(dataset, [0, 1])).toEqual([0, 1]);
  });

  it('warns of levels that are on another scale, and maps those of the bounds to the range', async () => {
    const mask = { width: 2, height: 2, channels: 1 } as const;
    keep('mask.png', encodePng({ ...mask, pixels: Uint8Array.of(0, 1, 2, 0) }));
    const asked = { ...config, channels: 1, bounds: null };
    const { warnings } = await imageFolder.open(asked, inFolder(folder));
    expect(warnings).toEqual([
      {
        code: 'GAN420',
        message: `${folder}/pictures: its levels lie between 0 and 2, less than half of 0 to 255, so samples hardly differ`,
        hint: 'If these are the least and the greatest possible, set "bounds": [0, 2] in "data".',
      },
    ]);
    const bounded = options({ ...asked, bounds: [0, 2], range: [-1, 1] });
    const dataset = await imageFolder.open(bounded, inFolder(folder));
    expect(dataset.warnings).toEqual([]);
    expect(samplesOf(dataset, [0])).toEqual([[-1, 0, 1, -1]]);
    expect(() =>
      imageFolder.describe(options({ ...asked, bounds: [9, 9] }), inFolder(folder)),
    ).toThrow('no number lies between 9 and 9');
  });

  it('names and counts skipped files', async () => {
    const noise = Uint8Array.from({ length: 64 * 64 * 3 }, (_, i) => (i * 7919) % 251);
    const whole = await sharp(noise, { raw: { width: 64, height: 64, channels: 3 } })
      .jpeg()
      .toBuffer();
    const png = Buffer.from(encodePng({ width: 64, height: 64, channels: 3, pixels: noise }));
    const cut = [
      keep('cut.jpg', whole.subarray(0, whole.length / 2)),
      keep('cut.png', png.subarray(0, png.length / 2)),
    ];
    const fake = keep('fake.png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'));
    keep('good.png', await plain(2, 2, [9, 9, 9]).png().toBuffer());
    const huge = Buffer.from(
      encodePng({ width: 1, height: 1, channels: 1, pixels: new Uint8Array(1) }),
    );
    // Width and height in the header, and the checksum in its last four bytes.
    huge.writeUInt32BE(60_000, 16);
    huge.writeUInt32BE(60_000, 20);
    const { crc32 } = await import('node:zlib');
    huge.writeUInt32BE(crc32(huge.subarray(12, 29)), 29);
    const bomb = keep('huge.png', huge);
    const asked = inFolder(folder);
    expect(imageFolder.describe(config, asked).count).toBe(5);
    const dataset = await imageFolder.open(config, asked);
    expect(dataset.count).toBe(1);
    expect(samplesOf(dataset, [0])[0]).toEqual(Array(12).fill(9));
    const [warning] = dataset.warnings ?? [];
    expect(warning).toMatchObject({ code: 'GAN410', hint: 'Repair or remove these files.' });
    expect(warning?.message).toMatch(
      `${folder}/pictures: 4 of 5 images left out: ${cut[0] ?? ''} (`,
    );
    expect(warning?.message).toContain(`, ${cut[1] ?? ''} (`);
    expect(warning?.message).toContain(`, ${fake} (SVG, not PNG, JPEG, WebP, GIF, TIFF or AVIF), `);
    expect(warning?.message).toContain(`${bomb} (60000×60000 are over 67108864 pixels)`);
  });

  it('names sub-folders without images, and classes without usable images', async () => {
    keep('b/x.png', await plain(2, 2, [9, 9, 9]).png().toBuffer());
    keep('d/y.png', Buffer.from('no image'));
    for (const name of ['a', 'c', 'b/inner']) mkdirSync(join(folder, 'pictures', name));
    const dataset = await imageFolder.open(config, inFolder(folder));
    expect(dataset.classes).toBe(2);
    const hint = 'Add images to these folders, or remove them.';
    const empty = {
      code: 'GAN419',
      message: `${folder}/pictures: folders that are no classes, since no file of the data is in them: "a", "c"`,
      hint: 'Add files to these folders, or remove them.',
    };
    expect(imageFolder.describe(config, inFolder(folder)).warnings).toEqual([empty]);
    expect(dataset.warnings).toEqual([
      empty,
      expect.objectContaining({ code: 'GAN410' }),
      {
        code: 'GAN419',
        message: `${folder}/pictures: classes without samples, since no image of theirs can be used: "d"`,
        hint,
      },
    ]);
  });

  it('names five files, counts the others, and fails if no image is usable', async () => {
    upTo(7).forEach((i) => keep(`${i}.png`, Buffer.from('no image')));
    const named = upTo(5).map(
      (i) => `${folder}/pictures/${i}.png (no PNG, JPEG, WebP, GIF, TIFF or AVIF)`,
    );
    await expect(imageFolder.open(config, inFolder(folder))).rejects.toMatchObject({
      code: 'GAN411',
      exitCode: 4,
      message: `${folder}/pictures: no image can be used: ${named.join(', ')}, and 2 more`,
    });
  });

  it('refuses a folder without images, and images beside the classes', () => {
    mkdirSync(join(folder, 'pictures'));
    const open = (asked = config): unknown => imageFolder.describe(asked, inFolder(folder));
    expect(open).toThrow(`${folder}/pictures: holds no PNG, JPEG, WebP, GIF, TIFF or AVIF file`);
    keep('a/x.png', Buffer.of(1));
    const stray = keep('stray.png', Buffer.of(1));
    expect(open).toThrow(
      expect.objectContaining({
        code: 'GAN411',
        message: `${stray}: has no class, since it is in none of the sub-folders of ${folder}/pictures`,
        hint: 'Move it into the folder of its class, or set "labels" to false: then no image has one.',
      }),
    );
    expect(open({ ...config, labels: false })).toMatchObject({ count: 2, classes: null });
  });

  it('refuses a size beyond that of images that are decoded', async () => {
    keep('a.png', Buffer.of(1));
    await expect(
      imageFolder.open(options({ ...config, size: [40_000, 20_000] }), inFolder(folder)),
    ).rejects.toMatchObject({
      code: 'GAN405',
      message: `${folder}/pictures: an image of [40000, 20000, 3] has 2400000000 bytes, over 256 MiB`,
      hint: 'Choose a smaller "size".',
    });
  });

  it('takes at most as many images as the limit, spread over the classes', async () => {
    for (const i of upTo(6)) {
      const name = `${i < 4 ? 'a' : 'b'}/${i}.png`;
      keep(name, await plain(2, 2, [i, i, i]).png().toBuffer());
    }
    const asked = options({ ...config, limit: 3 });
    expect(imageFolder.describe(asked, inFolder(folder))).toMatchObject({
      count: 3,
      classList: [
        { name: 'a', count: 2 },
        { name: 'b', count: 1 },
      ],
    });
    const dataset = await imageFolder.open(asked, inFolder(folder));
    expect(samplesOf(dataset, [0, 1, 2]).map(([value]) => value)).toEqual([0, 2, 4]);
    expect(labelsOf(dataset, [0, 1, 2])).toEqual([0, 0, 1]);
    expect(imageFolder.describe(options({ ...config, limit: 9 }), inFolder(folder)).count).toBe(6);
  });

  it('reports the files decoded after every sixteen, and none of a folder that is cached', async () => {
    const image = await plain(2, 2, [9, 9, 9]).png().toBuffer();
    for (let i = 0; i < 20; i += 1) keep(`${i}.png`, image);
    const reports: (readonly number[])[] = [];
    const decoding = (...report: readonly number[]): number => reports.push(report);
    const context = { ...inFolder(folder), decoding };
    await imageFolder.open(config, context);
    await imageFolder.open(config, context);
    expect(reports).toEqual([
      [16, 20],
      [20, 20],
    ]);
  });

  it('suggests how to install the decoder if it is missing', async () => {
    keep('a.png', await plain(2, 2, [9, 9, 9]).png().toBuffer());
    vi.doMock('sharp', () => {
      throw new Error("Cannot find package 'sharp'");
    });
    vi.resetModules();
    const fresh = await import('../../src/datasets/imageFolder.js');
    await expect(fresh.imageFolder.open(config, inFolder(folder))).rejects.toMatchObject({
      code: 'GAN409',
      exitCode: 4,
      message: expect.stringMatching(
        /^images are decoded by the package sharp, which cannot be loaded \(.+\)$/,
      ) as string,
      hint: 'Run `npm install sharp` beside ganspec.',
    });
  });
});

describe('the cache of decoded images', () => {
  const files = (): string[] => readdirSync(join(cache, 'ganspec', 'images'));
  const open = (asked = config): ReturnType<typeof imageFolder.open> =>
    imageFolder.open(asked, inFolder(folder));

  /** Replaces the facts of the only cache file, or its images, and its SHA-256. */
  const tamper = (facts: (text: string) => string, data = (bytes: Buffer) => bytes): void => {
    const path = join(cache, 'ganspec', 'images', files()[0] ?? '');
    const bytes = readFileSync(path);
    const end = bytes.length - 36;
    const start = end - bytes.readUInt32LE(end);
    const text = Buffer.from(facts(bytes.toString('utf8', start, end)));
    const length = Buffer.alloc(4);
    length.writeUInt32LE(text.length);
    const content = Buffer.concat([data(bytes.subarray(0, start)), text, length]);
    const seal = createHash('sha256').update(content).digest();
    writeFileSync(path, Buffer.concat([content, seal]));
  };
  const same = (text: string): string => text;

  it('keeps the bytes and the skipped files, so that nothing is decoded again', async () => {
    keep('a.png', await plain(2, 2, [9, 8, 7]).png().toBuffer());
    keep('b.png', Buffer.from('no image'));
    const first = await open();
    expect(files()).toHaveLength(1);
    // Different pixels, which can only come from the cache.
    tamper(same, (bytes) => Buffer.alloc(bytes.length, 77));
    const again = await open();
    expect(samplesOf(again, [0])).toEqual([Array(12).fill(77)]);
    expect(again.warnings).toEqual(first.warnings);
  });

  it('is not used where a bit of it has changed', async () => {
    keep('a.png', await plain(2, 2, [9, 8, 7]).png().toBuffer());
    await open();
    const path = join(cache, 'ganspec', 'images', files()[0] ?? '');
    const bytes = readFileSync(path);
    for (const place of [0, 11, 12, bytes.length - 40, bytes.length - 36, bytes.length - 1]) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(place) ^ 1, place);
      writeFileSync(path, changed);
      expect(samplesOf(await open(), [0])[0]?.slice(0, 3)).toEqual([9, 8, 7]);
      expect(readFileSync(path).equals(bytes)).toBe(true);
    }
  });

  it('is kept below 4 GiB by removing the files that were unused for longest', async () => {
    const kept = join(cache, 'ganspec', 'images');
    mkdirSync(kept, { recursive: true });
    const sparse = (name: string, age: number, size = 3 * 2 ** 30): void => {
      const path = put(kept, name, Buffer.alloc(0));
      truncateSync(path, size);
      const time = Date.now() / 1000 - age;
      utimesSync(path, time, time);
    };
    const [oldest, older] = [`${'0'.repeat(32)}.bin`, `${'1'.repeat(32)}.bin`];
    sparse(oldest, 200);
    sparse(older, 100);
    sparse('0-1.tmp', 100, 1);
    sparse('0-2.tmp', 100_000, 1);
    sparse('notes.txt', 300);
    keep('a.png', await plain(2, 2, [9, 8, 7]).png().toBuffer());
    await open();
    const left = files();
    expect(left).toHaveLength(4);
    expect(left).toEqual(expect.arrayContaining([older, '0-1.tmp', 'notes.txt']));
  });

  it('is not used for a file replaced by one of the same length and time', async () => {
    const path = keep('a.png', await plain(2, 2, [9, 8, 7]).png().toBuffer());
    utimesSync(path, 1000, 1000);
    await open();
    const other = await plain(2, 2, [1, 2, 3]).png().toBuffer();
    expect(other.length).toBe(readFileSync(path).length);
    writeFileSync(path, other);
    utimesSync(path, 1000, 1000);
    expect(samplesOf(await open(), [0])[0]?.slice(0, 3)).toEqual([1, 2, 3]);
  });

  it('is not used for images decoded by another decoder version', async () => {
    keep('a.png', await plain(2, 2, [9, 8, 7]).png().toBuffer());
    await open();
    const before = sharp.versions.vips;
    sharp.versions.vips = '0.0.0';
    await open();
    sharp.versions.vips = before;
    expect(files()).toHaveLength(2);
  });

  it('is not written after a read error or without a usable image', async () => {
    keep('a.png', Buffer.from('no image'));
    await expect(open()).rejects.toThrow('no image can be used');
    keep('b.png', await plain(2, 2, [9, 8, 7]).png().toBuffer());
    symlinkSync(join(folder, 'gone.png'), join(folder, 'pictures/c.png'));
    const { count, warnings } = await open();
    expect(count).toBe(1);
    expect(warnings?.[0]?.message).toContain(`${folder}/pictures/c.png (`);
    expect(existsSync(join(cache, 'ganspec'))).toBe(false);
  });

  it('is not used for changed files or another size', async () => {
    const path = keep('a.png', await plain(2, 2, [9, 8, 7]).png().toBuffer());
    await open();
    keep('a.png', await plain(2, 2, [1, 2, 3]).png().toBuffer());
    utimesSync(path, 2000, 2000);
    expect(samplesOf(await open(), [0])[0]?.slice(0, 3)).toEqual([1, 2, 3]);
    await open({ ...config, size: 3 });
    await open({ ...config, channels: 1 });
    expect(files()).toHaveLength(4);
  });

  it('is recreated if damaged, and optional if it cannot be written', async () => {
    keep('a.png', await plain(2, 2, [9, 8, 7]).png().toBuffer());
    keep('b.png', Buffer.from('no image'));
    await open();
    for (const damage of [
      () => 'no JSON',
      () => '{"kept":[0],"skipped":[]}',
      () => '[null,"b"]',
      ...['[]', '[null]', '[null,null]', '["a","b"]', '[0,"b"]'].map(
        (reasons) => () => `{"reasons":${reasons},"extent":[7,9]}`,
      ),
      ...['[7]', '[7,"9"]', '7'].map((extent) => () => `{"reasons":[null,"b"],"extent":${extent}}`),
    ]) {
      tamper(damage);
      const { count, warnings } = await open();
      expect([count, warnings?.length]).toEqual([1, 1]);
    }
    tamper(same, (bytes) => bytes.subarray(1));
    expect(samplesOf(await open(), [0])[0]?.slice(0, 3)).toEqual([9, 8, 7]);
    rmSync(join(cache, 'ganspec'), { recursive: true });
    put(cache, 'ganspec', Buffer.from('a file where the folder should be'));
    expect(samplesOf(await open(), [0])[0]?.slice(0, 3)).toEqual([9, 8, 7]);
  });
});
