/** Warnings about a folder of images, reported when training starts. */
import { counted } from '../../diagnostics/counted.js';
import type { DatasetWarning } from '../../entries/dataset.js';
import type { DecodedFiles } from './decodeImages.js';
import type { SkippedPath } from '../shared/findFiles.js';
import { listText } from '../shared/listText.js';
import type { ImageFiles } from './imageFiles.js';

/** Warnings for skipped images and folders, and for classes without usable images. */
export function imageWarnings(
  folder: string,
  { files, classes, unread }: ImageFiles,
  { kept, skipped }: Pick<DecodedFiles, 'kept' | 'skipped'>,
): readonly DatasetWarning[] {
  const usedLabels = new Set(kept.map((index) => files[index]?.label));
  const chosenLabels = new Set(files.map(({ label }) => label));
  const unusedClasses = (classes ?? []).filter(
    (_, label) => chosenLabels.has(label) && !usedLabels.has(label),
  );
  const warnings = [
    {
      code: 'GAN410',
      what: `${skipped.length} of ${counted(files.length, 'image')} left out`,
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
      what: 'classes without samples, since no image of theirs can be used',
      list: unusedClasses.map(quoted),
      hint: 'Add images to these folders, or remove them.',
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

/** List of skipped paths with their reasons, for messages. */
export function skippedText(list: readonly SkippedPath[]): string {
  return listText(list.map(withReason));
}

function withReason({ path, reason }: SkippedPath): string {
  return `${path} (${reason})`;
}

function quoted(name: string): string {
  return JSON.stringify(name);
}
