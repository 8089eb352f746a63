import type { PortableGenerator } from '../../portableGenerator.js';
import type { ShownFacts } from '../pageData.js';
import { imageView } from './image.js';
import { pointsView } from './points.js';
import { soundView } from './sound.js';
import { numbersView, tableView } from './table.js';
import { textView } from './text.js';
import type { View } from './view.js';

/** Points beside the chosen one. */
const cloudPoints = 500;

/** The view of a generator's samples in their form. */
export async function viewOf(
  generator: PortableGenerator,
  { alphabet, sampleRate, table }: ShownFacts,
): Promise<View> {
  const { description } = generator;
  if (description.kind === 'image') return imageView(description);
  if (description.kind === 'points') {
    return pointsView(await generator.sample({ count: cloudPoints }));
  }
  if (sampleRate !== undefined) return soundView(description, sampleRate);
  if (alphabet) return textView(description, alphabet);
  return table ? tableView(table) : numbersView();
}
