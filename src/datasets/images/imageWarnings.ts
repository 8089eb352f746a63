/** What is told of a folder of images when training starts. */
import type { DatasetWarning } from '../../entries/entries.js';
import type { DecodedImages } from './decodeImages.js';
import type { LeftOut } from '../shared/findFiles.js';
import type { ImageFiles } from './imageFiles.js';

/** Files and folders named in a message; the others are counted. */
const mostNamed = 5;

/** Images and folders that were left out, and classes that came to nothing by that. */
export function imageWarnings(
  folder: string,
  { files, classes, empty, unread }: ImageFiles,
  { kept, skipped }: Pick<DecodedImages, 'kept' | 'skipped'>,
): readonly DatasetWarning[] {
  const shown = new Set(kept.map((place) => files[place]?.label));
  const unseen = (classes ?? []).filter((_, label) => !shown.has(label));
  const addImages = 'Add images to these folders, or remove them.';
  const warnings = [
    {
      code: 'GAN410',
      what: `${skipped.length} of ${files.length} images left out`,
      list: skipped.map(withReason),
      hint: 'Repair or remove these files.',
    },
    {
      code: 'GAN410',
      what: 'folders left out',
      list: unread.map(withReason),
      hint: 'Let them be read, or remove them.',
    },
    {
      code: 'GAN419',
      what: 'folders that are no classes, since no image is in them',
      list: empty.map(quoted),
      hint: addImages,
    },
    {
      code: 'GAN419',
      what: 'classes without samples, since no image of theirs can be used',
      list: unseen.map(quoted),
      hint: addImages,
    },
  ];
  return warnings
    .filter(({ list }) => list.length > 0)
    .map(({ code, what, list, hint }) => ({
      code,
      message: `${folder}: ${what}: ${listText(list)}`,
      hint,
    }));
}

/** Each with its reason. */
export function leftOutText(list: readonly LeftOut[]): string {
  return listText(list.map(withReason));
}

function withReason({ path, reason }: LeftOut): string {
  return `${path} (${reason})`;
}

function quoted(name: string): string {
  return JSON.stringify(name);
}

function listText(list: readonly string[]): string {
  const more = list.length - mostNamed;
  return [...list.slice(0, mostNamed), ...(more > 0 ? [`and ${more} more`] : [])].join(', ');
}
