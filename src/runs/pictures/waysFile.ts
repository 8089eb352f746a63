/** Samples that change along ways, as a file that a person can look at. */
import type { Samples } from '../samples.js';
import { namedRows } from './namedRows.js';
import { encodePng } from './png.js';
import { sampleFile, type SampleFile, type SampleForm } from './sampleFile.js';

/** Samples along several ways: way by way, and on each way sample by sample, stop by stop. */
export interface SampleWays {
  readonly samples: Samples;
  /** Each with the names of its stops, in letters that can be drawn. */
  readonly ways: readonly { readonly name: string; readonly stops: readonly string[] }[];
  /** Samples that go each way. */
  readonly travellers: number;
}

/**
 * Images in a row for each way and sample; points of the plane in a colour for each way; other samples in the form that
 * the data set writes, with the way and the stop of each beside it, in place of the class.
 */
export async function waysFile(
  { samples, ways, travellers }: SampleWays,
  form: SampleForm,
): Promise<SampleFile> {
  const { data, shape } = samples;
  const [, ...sample] = shape;
  if (sample.length === 3 && (sample[2] === 1 || sample[2] === 3)) {
    let next = 0;
    const rows = ways.flatMap(({ name, stops }) =>
      Array.from({ length: travellers }, (_, traveller) => ({
        name: traveller === 0 ? name : '',
        images: stops.map(() => next++),
      })),
    );
    return { extension: 'png', bytes: encodePng(namedRows(data, shape, form.range, rows)) };
  }
  const stops = ways.flatMap(({ name, stops: own }, way) =>
    Array.from({ length: travellers }, () =>
      own.map((stop) => ({ way, name: `${name}, ${stop}` })),
    ),
  );
  if (sample.length === 1 && sample[0] === 2) {
    const labels = Int32Array.from(stops.flat(), ({ way }) => way);
    const names = ways.map(({ name }) => name);
    return sampleFile({ ...samples, labels }, { ...form, names, fitsAll: true });
  }
  const file = await sampleFile(samples, form);
  return { ...file, classes: stops.flat().map(({ name }) => name) };
}
