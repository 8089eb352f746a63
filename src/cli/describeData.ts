/** Availability of the data sets on this machine. */
import type { Compiler } from '../index.js';

/** Result of opening one data set. */
export interface DataReport {
  readonly name: string;
  readonly works: boolean;
  readonly detail: string;
  readonly fix?: string;
}

/** Opens every data set that has no required option, with its defaults, and looks for the decoder of images. */
export async function describeData({
  registry,
  dataDir,
}: Pick<Compiler, 'registry' | 'dataDir'>): Promise<readonly DataReport[]> {
  const context = { baseDir: process.cwd(), dataDir, seed: 0 };
  const entries = registry.all('dataset').filter(({ schema }) => schema.required.length === 1);
  const images = decoder().then(
    (detail) => ({ name: 'imageFolder', works: true, detail }),
    (error: unknown) => ({ name: 'imageFolder', works: false, ...failure(error) }),
  );
  return Promise.all([
    ...entries.map(async (entry) => {
      const defaults = Object.entries(entry.schema.properties).map(
        ([option, property]) => [option, property.default] as const,
      );
      try {
        const { count, shape } = await entry.open(
          { ...Object.fromEntries(defaults), type: entry.type },
          context,
        );
        const detail = `${count.toLocaleString('en-US')} samples of ${shape.join('×')}`;
        return { name: entry.type, works: true, detail };
      } catch (error) {
        return { name: entry.type, works: false, ...failure(error) };
      }
    }),
    images,
  ]);
}

/** The library that decodes images, in words. @throws GanspecError GAN409 if it is not installed. */
async function decoder(): Promise<string> {
  const { decoderVersions } = await import('../index.js');
  const { sharp = '', vips = '' } = await decoderVersions();
  return `images are decoded by sharp ${sharp} with libvips ${vips}`;
}

function failure(error: unknown): Pick<DataReport, 'detail' | 'fix'> {
  if (!(error instanceof Error)) return { detail: String(error) };
  const { hint } = error as Error & { readonly hint?: string };
  return { detail: error.message, ...(hint !== undefined && { fix: hint }) };
}
