import { describe, expect, it } from 'vitest';
import { wantedSounds } from '../../../src/datasets/formats/soundKinds.js';
import { imageKinds, wantedImages } from '../../../src/datasets/images/imageKinds.js';
import { decideByContent, kindOf } from '../../../src/datasets/shared/fileKinds.js';
import { put, temporaryFolder } from '../idxFile.js';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');

/** First bytes of files, as `file`(1) lists them. */
const images = [
  ['PNG', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR'],
  ['JPEG', '\xff\xd8\xff\xe0\0\x10JFIF'],
  ['WebP', 'RIFF\x24\0\0\0WEBPVP8L'],
  ['GIF', 'GIF89a\x01\0'],
  ['TIFF', 'II*\0\x08\0\0\0'],
  ['TIFF', 'MM\0*\0\0\0\x08'],
  ['AVIF', '\0\0\0\x20ftypavif\0\0\0\0avifmif1'],
  ['AVIF', '\0\0\0\x20ftypmif1\0\0\0\0mif1avif'],
  ['HEIC', '\0\0\0\x18ftypheic\0\0\0\0mif1heic'],
  ['camera raw', 'II*\0\x10\0\0\0CR\x02\0'],
  ['BMP', 'BM\x3a\0\0\0\0\0'],
  ['JPEG XL', '\xff\x0a\xfa'],
  ['JPEG 2000', '\0\0\0\x0cjP  \r\n'],
  ['Photoshop', '8BPS\0\x01'],
  ['icon', '\0\0\x01\0\x01\0'],
  ['PNM', 'P6\n2 2\n255\n'],
  ['SVG', '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg">'],
  ['PDF', '%PDF-1.7'],
] as const;

const sounds = [
  ['wav', 'RIFF\x24\0\0\0WAVEfmt '],
  ['wav of 64 bits', 'RF64\xff\xff\xff\xffWAVE'],
  ['FLAC', 'fLaC\0\0\0\x22'],
  ['Ogg', 'OggS\0\x02'],
  ['AIFF', 'FORM\0\0\0\x2eAIFFCOMM'],
  ['MP4 or M4A', '\0\0\0\x20ftypM4A '],
  ['MP3', 'ID3\x04\0\0'],
  ['MP3', '\xff\xfb\x90\x64'],
  ['AAC', '\xff\xf1\x50\x80'],
] as const;

describe('the kind of a file', () => {
  it.each(images)('is %s for %j', (name, head) => {
    expect(kindOf(bytes(head), imageKinds)?.name).toBe(name);
  });

  it.each(sounds)('is %s for %j', (name, head) => {
    expect(kindOf(bytes(head), wantedSounds.kinds)?.name).toBe(name);
  });

  it.each(['BMI,age\n20,30\n', 'P1 is a point', '\xff\xfeU\0T\0F\0', '', 'RIFF\0\0\0\0AVI '])(
    'is no image and no sound for %j',
    (head) => {
      const kinds = [...imageKinds, ...wantedSounds.kinds];
      expect(kindOf(bytes(head), kinds)).toBeUndefined();
    },
  );
});

describe('a file of a folder', () => {
  const folder = temporaryFolder();
  it.each([
    ['photo', '\xff\xd8\xff\xe0', 'read'],
    ['photo.heic.jpg~', '\0\0\0\x18ftypheic\0\0\0\0', { leftOut: 'HEIC' }],
    ['scan.dng', 'II*\0\x08\0\0\0', { leftOut: 'camera raw' }],
    ['data', 'words\n', 'ignored'],
    ['boxes.json', '\x01', 'ignored'],
    ['weights.h5', '\x89HDF\r\n\x1a\n', { leftOut: 'unknown kind' }],
  ])('called %s that starts with %j is %j', (name, head, decision) => {
    const path = put(folder, name, bytes(head));
    expect(decideByContent(path, wantedImages.kinds)).toEqual(decision);
  });

  it('is left out if it cannot be read', () => {
    expect(decideByContent(`${folder}/none`, imageKinds)).toEqual({ leftOut: 'unreadable' });
  });
});
