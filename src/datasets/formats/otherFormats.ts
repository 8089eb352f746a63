/** Files that are often given in place of a NumPy array, with the way to make an array of them. */
import { basename, extname } from 'node:path';
import { listText } from '../shared/listText.js';
import { zipNames } from './zipNames.js';

/** Format of a file that is no NumPy array. */
export interface OtherFormat {
  /** Predicate of the file, such as `is a NumPy archive (.npz)`. */
  readonly what: string;
  /** The way out, as a full sentence. */
  readonly hint: string;
}

/** Format of a file by its first bytes; undefined for others. */
export function otherFormat(file: string, head: Uint8Array): OtherFormat | undefined {
  if (startsWith(head, 'PK\x03\x04')) return archiveFormat(file);
  return formats.find(({ fits }) => fits(head))?.format(basename(file)) ?? formatByName(file);
}

const formats: readonly {
  readonly fits: (head: Uint8Array) => boolean;
  readonly format: (name: string) => OtherFormat;
}[] = [
  {
    fits: (head) => startsWith(head, '\x89HDF'),
    format: (name) => ({
      what: 'is an HDF5 file',
      hint: python('h5py, numpy', name, `h5py.File('${name}')['NAME'][:]`),
    }),
  },
  {
    fits: (head) => startsWith(head, 'MATLAB'),
    format: (name) => ({
      what: 'is a MATLAB file',
      hint: python('numpy, scipy.io', name, `scipy.io.loadmat('${name}')['NAME']`),
    }),
  },
  {
    fits: ([first, protocol = 0]) => first === 0x80 && protocol >= 2 && protocol <= 5,
    format: (name) => ({
      what: 'is a pickle of Python',
      hint: python('numpy, pickle', name, `numpy.asarray(pickle.load(open('${name}', 'rb')))`),
    }),
  },
  {
    fits: (head) => startsWith(head, '\x1f\x8b'),
    format: (name) => ({
      what: 'is compressed with gzip',
      hint: `Decompress it: ${name.endsWith('.gz') ? '' : `mv ${name} ${name}.gz && `}gunzip ${name.replace(/\.gz$/, '')}.gz`,
    }),
  },
  {
    fits: (head) => startsWith(head, '\0\0\b'),
    format: () => ({
      what: 'is an IDX file, as those of MNIST',
      hint: 'Read it with { "type": "idx", "images": … }.',
    }),
  },
  {
    fits: (head) => startsWith(head, '\x89PNG') || startsWith(head, '\xff\xd8\xff'),
    format: () => ({
      what: 'is an image',
      hint: 'Read a folder of images with { "type": "imageFolder", "folder": …, "size": … }.',
    }),
  },
];

/** Format of a text by the name of its file. */
function formatByName(file: string): OtherFormat | undefined {
  if (!/\.csv$/i.test(file)) return undefined;
  const name = basename(file);
  const saved = python('numpy', name, `numpy.loadtxt('${name}', delimiter=',')`);
  return {
    what: 'is a table',
    hint: `${saved} Or read its rows with { "type": "csv", "file": … }.`,
  };
}

function archiveFormat(file: string): OtherFormat {
  const name = basename(file);
  const names = zipNames(file);
  const arrays = names.filter((each) => each.endsWith('.npy')).map((each) => each.slice(0, -4));
  const [first, ...others] = arrays;
  if (first !== undefined) {
    return {
      what: `is a NumPy archive (.npz) of the ${others.length === 0 ? 'array' : 'arrays'} ${listText(arrays)}`,
      hint:
        others.length === 0
          ? python('numpy', `${first}.npy`, `numpy.load('${name}')['${first}']`)
          : `Save its arrays: python -c "import numpy; [numpy.save(name, array) for name, array in numpy.load('${name}').items()]". Then name that of the samples in "file", such as ${first}.npy, and that of their classes, if there are some, in "labels".`,
    };
  }
  if (names.some((each) => each.endsWith('/data.pkl')) || /\.(?:pth?|ckpt)$/i.test(name)) {
    return {
      what: 'is a file of PyTorch',
      hint: python('numpy, torch', name, `torch.load('${name}').numpy()`),
    };
  }
  return { what: 'is a zip archive', hint: 'Unpack it, and name the file inside.' };
}

function startsWith(head: Uint8Array, text: string): boolean {
  return Buffer.from(head.subarray(0, text.length)).toString('latin1') === text;
}

/** Command that saves an array. @param name Of a file; the array gets its name. */
function python(modules: string, name: string, array: string): string {
  const saved = `${basename(name, extname(name))}.npy`;
  return `Save an array of it: python -c "import ${modules}; numpy.save('${saved}', ${array})". Then name ${saved} in its place.`;
}
