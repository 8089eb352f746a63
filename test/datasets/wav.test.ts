import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { wav } from '../../src/datasets/wav.js';
import { put, temporaryFolder } from './idxFile.js';
import { encoded, inFolder, labelsOf, options, samplesOf, upTo } from './support.js';
import { wavBytes } from './wavFile.js';

const view = (numbers: ArrayBufferView): Uint8Array => new Uint8Array(numbers.buffer);
const config = {
  type: 'wav',
  path: 'a.wav',
  length: 2,
  limit: null as number | null,
  bounds: null as number[] | null,
  labels: true as boolean | string,
};

function folderWith(bytes: Uint8Array): string {
  const folder = temporaryFolder();
  put(folder, 'a.wav', bytes);
  return folder;
}

const riff = wavBytes({}, new Uint8Array(4)).subarray(0, 12);

/** A file with its audio before the format. */
function soundFirst(): Buffer {
  const bytes = wavBytes({}, new Uint8Array(4));
  return Buffer.concat([riff, bytes.subarray(48)]);
}

describe('wav', () => {
  it.each([
    ['8 bits', { bits: 8 }, Uint8Array.of(0, 192), [-1, 0.5]],
    ['16 bits', { bits: 16 }, view(Int16Array.of(-32768, 16384)), [-1, 0.5]],
    ['24 bits', { bits: 24 }, Uint8Array.of(0, 0, 0x80, 0, 0, 0x40), [-1, 0.5]],
    ['32 bits', { bits: 32 }, view(Int32Array.of(-(2 ** 31), 2 ** 30)), [-1, 0.5]],
    ['floats', { tag: 3, bits: 32 }, view(Float32Array.of(-0.25, 7)), [-0.25, 1]],
    ['doubles', { tag: 3, bits: 64 }, view(Float64Array.of(-7, 0.5)), [-1, 0.5]],
  ])('reads %s', async (_, format, sound, expected) => {
    const context = inFolder(folderWith(wavBytes(format, sound)));
    const description = { shape: [2, 1], range: [-1, 1], count: 1, classes: null };
    expect(wav.describe(config, context)).toMatchObject(description);
    const dataset = await wav.open(config, context);
    expect(dataset).toMatchObject({ shape: [2, 1], range: [-1, 1], count: 1, classes: null });
    expect(samplesOf(dataset, [0])).toEqual([expected]);
  });

  it('recognises wav files by their first bytes, and counts what is left out', async () => {
    const folder = temporaryFolder();
    const sound = wavBytes({}, view(Int16Array.of(1, 2)));
    put(folder, 'a.wave', sound);
    put(folder, 'b', sound);
    put(folder, 'c.mp3', Buffer.from('ID3\x04\0', 'latin1'));
    put(folder, 'd.flac', Buffer.from('fLaC\0', 'latin1'));
    put(folder, 'e.mp3', Buffer.of(0xff, 0xfb, 0x90));
    put(folder, 'f.csv', Buffer.from('a,b'));
    const asked = options({ ...config, path: '.', bounds: [-1, 1] });
    const warning = {
      code: 'GAN410',
      message: `${folder}: 3 of 5 files left out: MP3 (c.mp3, e.mp3), FLAC (d.flac)`,
      hint: 'Convert them to wav, as with `ffmpeg -i NAME.mp3 NAME.wav`, `ffmpeg -i NAME.flac NAME.wav`. Remove from the folder what is no data.',
    };
    const description = wav.describe(asked, inFolder(folder));
    expect(description).toMatchObject({ count: 2, warnings: [warning] });
    expect((await wav.open(asked, inFolder(folder))).warnings).toEqual([warning]);
  });

  it('says what a folder holds in place of wav files', () => {
    const folder = temporaryFolder();
    put(folder, 'a.ogg', Buffer.from('OggS\0', 'latin1'));
    expect(() => wav.describe(options({ ...config, path: '.' }), inFolder(folder))).toThrow(
      expect.objectContaining({
        code: 'GAN415',
        message: `${folder}: holds no wav file, but others: Ogg (a.ogg)`,
        hint: 'Convert them to wav, as with `ffmpeg -i NAME.ogg NAME.wav`. Remove from the folder what is no data.',
      }),
    );
  });

  it.each([
    [
      'beyond -1 and 1',
      [-32768, 16384.7],
      'its sound has a peak of 32768, where 1 is full scale, and is cut off at 1',
      'Set "bounds": [-32768, 32768] in "data", or those of the scale that it has.',
    ],
    [
      'faint',
      [-0.012345, 0.01],
      'its sound has a peak of 0.0124, where 1 is full scale, so clips hardly differ from silence',
      'Set "bounds": [-0.0124, 0.0124] in "data", or those of the scale that it has.',
    ],
    ['silent', [0, 0], 'is silent', 'Is this the right file?'],
  ])('warns of sound that is %s', async (_, numbers, what, hint) => {
    const sound = view(Float32Array.from(numbers));
    const folder = folderWith(wavBytes({ tag: 3, bits: 32 }, sound));
    const warnings = [{ code: 'GAN420', message: `${folder}/a.wav: ${what}`, hint }];
    expect(wav.describe(config, inFolder(folder)).warnings).toEqual(warnings);
    expect((await wav.open(config, inFolder(folder))).warnings).toEqual(warnings);
  });

  it('maps the bounds to -1 and 1, pads with silence, and writes samples on the scale of the data', async () => {
    const sound = view(Float32Array.of(-0.1, 0.05, 0));
    const folder = folderWith(wavBytes({ tag: 3, bits: 32 }, sound));
    const asked = options({ ...config, length: 4, bounds: [-0.1, 0.1] });
    const dataset = await wav.open(asked, inFolder(folder));
    expect(dataset.warnings).toEqual([]);
    expect(samplesOf(dataset, [0])[0]?.map((value) => Math.round(1000 * value))).toEqual([
      -1000, 500, 0, 0,
    ]);
    const [, bytes] = encoded(dataset, [1, -0.5, 0, 0]);
    // 0.1·2¹⁵ and −0.05·2¹⁵
    expect([bytes.readInt16LE(44), bytes.readInt16LE(46)]).toEqual([3277, -1638]);
  });

  it('maps numbers on the scale of 16 bits, and refuses those outside the bounds', async () => {
    const sound = view(Float32Array.of(-32768, 16384));
    const folder = folderWith(wavBytes({ tag: 3, bits: 32 }, sound));
    const asked = options({ ...config, bounds: [-32768, 32768] });
    expect(samplesOf(await wav.open(asked, inFolder(folder)), [0])).toEqual([[-1, 0.5]]);
    const narrow = options({ ...config, bounds: [-100, 100] });
    await expect(
      Promise.resolve().then(() => wav.open(narrow, inFolder(folder))),
    ).rejects.toMatchObject({
      code: 'GAN417',
      exitCode: 3,
      pointer: '/data/bounds',
      message: `the numbers of ${folder}/a.wav lie between -32768 and 16384, not between -100 and 100`,
      hint: 'write [-32768, 16384], or null for -1 to 1',
    });
    expect(() => wav.describe(narrow, inFolder(folder))).toThrow(
      `the numbers of ${folder}/a.wav lie between -32768 and 16384, not between -100 and 100`,
    );
  });

  it('takes at most as many clips as the limit, spread over the files', async () => {
    const folder = temporaryFolder();
    for (const [i, name] of ['a', 'b'].entries()) {
      mkdirSync(join(folder, name));
      const sound = upTo(4).map((frame) => 4096 * (4 * i + frame));
      put(join(folder, name), 'x.wav', wavBytes({}, view(Int16Array.from(sound))));
    }
    const asked = options({ ...config, path: '.', limit: 2 });
    expect(wav.describe(asked, inFolder(folder))).toMatchObject({
      count: 2,
      classList: [
        { name: 'a', count: 1 },
        { name: 'b', count: 1 },
      ],
    });
    const dataset = await wav.open(asked, inFolder(folder));
    expect(samplesOf(dataset, [0, 1])).toEqual([
      [0, 0.125],
      [0.5, 0.625],
    ]);
  });

  it('averages channels', async () => {
    const sound = view(Int16Array.of(16384, 0, -16384, 16384));
    const folder = folderWith(wavBytes({ channels: 2 }, sound));
    expect(samplesOf(await wav.open(config, inFolder(folder)), [0])).toEqual([[0.25, 0]]);
  });

  it('averages channels whose sum overflows', async () => {
    const sound = view(Float64Array.of(1.5e308, 1.5e308, -1.5e308, -1.5e308));
    const folder = folderWith(wavBytes({ tag: 3, bits: 64, channels: 2 }, sound));
    expect(samplesOf(await wav.open(config, inFolder(folder)), [0])).toEqual([[1, -1]]);
  });

  it('cuts the files of a folder into clips, and pads short files with silence', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'b'));
    put(folder, 'c.WAV', wavBytes({}, view(Int16Array.of(8192))));
    put(
      join(folder, 'b'),
      'd.wav',
      wavBytes({}, view(Int16Array.of(1, 2, 3, 4, 5).map((n) => n * 4096))),
    );
    put(folder, 'notes.txt', Buffer.from('no sound'));
    const asked = { ...config, path: '.' };
    expect(wav.describe(asked, inFolder(folder)).count).toBe(3);
    const dataset = await wav.open(asked, inFolder(folder));
    expect(samplesOf(dataset, upTo(3))).toEqual([
      [0.125, 0.25],
      [0.375, 0.5],
      [0.25, 0],
    ]);
  });

  describe('classes', () => {
    const sound = wavBytes({}, view(Int16Array.of(1, 2, 3, 4)));

    function drums(...files: string[]): string {
      const folder = temporaryFolder();
      for (const file of files) {
        mkdirSync(join(folder, 'drums', dirname(file)), { recursive: true });
        put(join(folder, 'drums'), file, file.endsWith('.wav') ? sound : Buffer.from('no sound'));
      }
      return folder;
    }
    const asked = options({ ...config, path: 'drums', bounds: [-1, 1] });

    it('are sub-folders, one for all clips of a file', async () => {
      const folder = drums('kick/a.wav', 'snare/b.wav', 'snare/c.wav', 'mp3/d.mp3');
      const classList = [
        { name: 'kick', count: 2 },
        { name: 'snare', count: 4 },
      ];
      expect(wav.describe(asked, inFolder(folder))).toMatchObject({ count: 6, classList });
      const dataset = await wav.open(asked, inFolder(folder));
      expect(dataset).toMatchObject({ classes: 2, classList });
      expect(labelsOf(dataset, upTo(6))).toEqual([0, 0, 1, 1, 1, 1]);
      expect(dataset.warnings).toEqual([
        {
          code: 'GAN419',
          message: `${folder}/drums: folders that are no classes, since no file of the data is in them: "mp3"`,
          hint: 'Add files to these folders, or remove them.',
        },
      ]);
      expect(
        (await wav.open(options({ ...asked, labels: false }), inFolder(folder))).classes,
      ).toBeNull();
    });

    it('are none where a file is in no sub-folder, which is said', async () => {
      const folder = drums('kick/a.wav', 'b.wav');
      const { classes, warnings } = await wav.open(asked, inFolder(folder));
      expect(classes).toBeNull();
      expect(warnings).toEqual([
        {
          code: 'GAN419',
          message: `${folder}/drums: its sub-folders are no classes, since ${folder}/drums/b.wav is in none of them`,
          hint: 'Move it into the folder of its class, or set "labels" to false if there are none.',
        },
      ]);
    });

    it('are told where folders are the parts of a data set', async () => {
      const folder = drums('train/a.wav', 'train/b.wav', 'test/c.wav');
      const { warnings } = await wav.open(asked, inFolder(folder));
      expect(warnings).toContainEqual(
        expect.objectContaining({
          code: 'GAN431',
          message: `${folder}/drums: "test", "train" are the classes, but seem to be parts of a data set`,
        }),
      );
    });

    it('are told where each has one clip', () => {
      const folder = drums('a/1.wav', 'b/1.wav', 'c/1.wav', 'd/1.wav');
      const { warnings } = wav.describe(options({ ...asked, length: 65_536 }), inFolder(folder));
      expect(warnings?.map(({ message }) => message)).toContain(
        `${folder}/drums: gives 4 samples 4 classes, so hardly any class has a second sample`,
      );
    });

    it('are read from a label file, by path or by name', async () => {
      const folder = drums('a.wav', 'more/b.wav', 'more/c.wav');
      put(folder, 'y.csv', Buffer.from('file,class\na.wav,10\nmore/b.wav,2\nc.wav,10\n'));
      const dataset = await wav.open(options({ ...asked, labels: 'y.csv' }), inFolder(folder));
      expect(dataset.classList).toEqual([
        { name: '2', count: 2 },
        { name: '10', count: 4 },
      ]);
      expect(labelsOf(dataset, upTo(6))).toEqual([1, 1, 0, 0, 1, 1]);
    });

    it('are told where the first line of a label file names a sound that is not there', () => {
      const folder = drums('a.wav');
      put(folder, 'y.csv', Buffer.from('9.wav,b\na.wav,b\n'));
      const { warnings } = wav.describe(options({ ...asked, labels: 'y.csv' }), inFolder(folder));
      expect(warnings?.map(({ code, message }) => [code, message])).toContainEqual([
        'GAN423',
        `${folder}/drums: 1 file that the label file names is not there: 9.wav`,
      ]);
    });

    it.each([
      ['a.wav,x\n', '/y.csv: names no class of 1 of 2 files: FOLDER/drums/b.wav'],
      ['a.wav\nb.wav\n', '/y.csv:1: has 1 field, where a line has a file and its class'],
      [
        'a.wav,x\nb.wav,x\nb.wav,y\n',
        '/y.csv: gives b.wav two classes: "x" in line 2, "y" in line 3',
      ],
    ])('are refused with a label file %j', (text, message) => {
      const folder = drums('a.wav', 'b.wav');
      put(folder, 'y.csv', Buffer.from(text));
      expect(() => wav.describe(options({ ...asked, labels: 'y.csv' }), inFolder(folder))).toThrow(
        expect.objectContaining({
          code: 'GAN407',
          message: folder + message.replace('FOLDER', folder),
        }),
      );
    });
  });

  it('reads the format of an extended header', async () => {
    const plain = wavBytes({ tag: 3, bits: 32 }, view(Float32Array.of(0.5, 0.25)));
    // 24 more bytes: extension length, valid bits, channel mask, and a GUID that starts with the format.
    const more = Buffer.alloc(24);
    more.writeUInt16LE(22, 0);
    more.writeUInt16LE(3, 8);
    const bytes = Buffer.concat([plain.subarray(0, 36), more, plain.subarray(36)]);
    bytes.writeUInt32LE(40, 16);
    bytes.writeUInt16LE(0xfffe, 20);
    const dataset = await wav.open(config, inFolder(folderWith(bytes)));
    expect(samplesOf(dataset, [0])).toEqual([[0.5, 0.25]]);
  });

  it('reads to the end of a file of unknown length, as written by streaming programs', async () => {
    const sound = view(Int16Array.of(16384, -16384));
    const folder = folderWith(wavBytes({}, sound, 0xffffffff));
    expect(samplesOf(await wav.open(config, inFolder(folder)), [0])).toEqual([[0.5, -0.5]]);
  });

  it('refuses more than 2 GiB of numbers', async () => {
    const folder = folderWith(wavBytes({}, new Uint8Array(4)));
    await expect(
      wav.open(options({ ...config, length: 600_000_000 }), inFolder(folder)),
    ).rejects.toMatchObject({
      code: 'GAN405',
      message: `${folder}/a.wav: makes 600000000 numbers, over 2 GiB`,
    });
  });

  it('writes consecutive, clipped samples at the rate of its files, and reads them again', async () => {
    const dataset = await wav.open(config, inFolder(folderWith(wavBytes({}, new Uint8Array(4)))));
    const [extension, bytes] = encoded(dataset, [0.5, -0.25, 3, -3]);
    expect(extension).toBe('wav');
    expect(bytes.readUInt32LE(24)).toBe(8000);
    const again = await wav.open(config, inFolder(folderWith(bytes)));
    expect(samplesOf(again, [0, 1])).toEqual([
      [0.5, -0.25],
      [32767 / 32768, -1],
    ]);
  });

  // The format starts at byte 20, the audio length at 52, the audio at 56.
  it.each([
    ['is no wav file', Buffer.from('ID3 and then some music')],
    [
      'is cut off: it says it has 100 bytes of sound, and has 4, at byte 52',
      wavBytes({}, new Uint8Array(4), 100),
    ],
    ['holds format 85, at byte 20', wavBytes({ tag: 85 }, new Uint8Array(4))],
    ['holds ints of 12 bits, at byte 20', wavBytes({ bits: 12 }, new Uint8Array(4))],
    ['holds no whole frame of sound, at byte 56', wavBytes({}, new Uint8Array(0))],
    ['has no chunk of sound', wavBytes({}, new Uint8Array(4)).subarray(0, 40)],
    ['has no channels, at byte 22', wavBytes({ channels: 0 }, new Uint8Array(4))],
    ['has 0 samples a second, at byte 24', wavBytes({ rate: 0 }, new Uint8Array(4))],
    [
      'has frames of 4 bytes, not of 1 × 3, at byte 32',
      wavBytes({ bits: 24, frameBytes: 4 }, new Uint8Array(8)),
    ],
    ['has sound before its format, at byte 12', soundFirst()],
    ['has no sound in 1000 chunks, at byte 8012', Buffer.concat([riff, Buffer.alloc(9000, 0)])],
    [
      'frame 1 is no finite number, at byte 60',
      wavBytes({ tag: 3, bits: 32 }, view(Float32Array.of(0, NaN))),
    ],
  ])('refuses a file that %s', async (what, bytes) => {
    const folder = folderWith(bytes);
    await expect(wav.open(config, inFolder(folder))).rejects.toMatchObject({
      code: 'GAN415',
      exitCode: 4,
      message: `${folder}/a.wav: ${what}`,
    });
  });

  it('refuses files with different rates, and folders without wav files', () => {
    const folder = folderWith(wavBytes({}, new Uint8Array(4)));
    put(folder, 'b.wav', wavBytes({ rate: 44100 }, new Uint8Array(4)));
    const asked = { ...config, path: '.' };
    expect(() => wav.describe(asked, inFolder(folder))).toThrow(
      `${folder}/b.wav: has 44100 samples a second, where ${folder}/a.wav has 8000`,
    );
    const empty = temporaryFolder();
    expect(() => wav.describe(asked, inFolder(empty))).toThrow(`${empty}: holds no wav file`);
  });
});
