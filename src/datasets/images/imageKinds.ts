/** Formats of image files. */
import { isText, startsWith, type FileKind, type WantedFiles } from '../shared/fileKinds.js';

/** The formats that are read, for messages. */
export const readFormats = 'PNG, JPEG, WebP, GIF, TIFF or AVIF';

/** Brands of a file in the ISO base media format, such as `avif`, in its first box; none for others. */
function brandsOf(head: Uint8Array): string {
  return startsWith(head, 'ftyp', 4) ? text(head.subarray(8, head[3])) : '';
}

function kind(name: string, isRead: boolean, ...starts: readonly string[]): FileKind {
  return { name, isRead, fits: (head) => starts.some((start) => startsWith(head, start)) };
}

/** Formats by their first bytes. @source the specification of each, as in the list of `file`(1) */
export const imageKinds: readonly FileKind[] = [
  kind('PNG', true, '\x89PNG\r\n\x1a\n'),
  kind('JPEG', true, '\xff\xd8\xff'),
  {
    name: 'WebP',
    isRead: true,
    fits: (head) => startsWith(head, 'RIFF') && startsWith(head, 'WEBP', 8),
  },
  kind('GIF', true, 'GIF87a', 'GIF89a'),
  {
    // TIFF files of cameras, whose first image is a small preview.
    name: 'camera raw',
    isRead: false,
    names: /\.(?:dng|nef|nrw|arw|srf|sr2|cr[23w]|orf|rw2|raf|pef|srw|3fr|iiq)$/i,
    fits: (head) => startsWith(head, 'II*\0\x10\0\0\0CR'),
  },
  kind('TIFF', true, 'II*\0', 'MM\0*', 'II+\0', 'MM\0+'),
  { name: 'AVIF', isRead: true, fits: (head) => /avi[fs]/.test(brandsOf(head)) },
  { name: 'HEIC', isRead: false, fits: (head) => /hei[cmsx]|hev[cmsx]|mif1/.test(brandsOf(head)) },
  { name: 'BMP', isRead: false, fits: (head) => startsWith(head, 'BM') && !isText(head) },
  kind('JPEG XL', false, '\xff\x0a', '\0\0\0\x0cJXL '),
  kind('JPEG 2000', false, '\0\0\0\x0cjP  ', '\xff\x4f\xff\x51'),
  kind('Photoshop', false, '8BPS'),
  kind('icon', false, '\0\0\x01\0', '\0\0\x02\0'),
  { name: 'PNM', isRead: false, fits: (head) => /^P[1-7]\s[\d#]/.test(text(head)) },
  kind('OpenEXR', false, 'v/1\x01'),
  kind('Radiance', false, '#?RADIANCE', '#?RGBE'),
  kind('DDS', false, 'DDS '),
  kind('QOI', false, 'qoif'),
  { name: 'TGA', isRead: false, names: /\.tga$/i, fits: () => false },
  { name: 'SVG', isRead: false, fits: (head) => isText(head) && /<svg[\s>]/.test(text(head)) },
  kind('PDF', false, '%PDF'),
];

/** Images as a folder is searched for them. */
export const wantedImages: WantedFiles = {
  names: /\.(?:png|apng|jpe?g|jpe|jfif|pjpeg|pjp|webp|gif|tiff?|avif)$/i,
  kinds: imageKinds,
};

function text(head: Uint8Array): string {
  return Buffer.from(head).toString('latin1');
}
