/** Formats of sound files. */
import { startsWith, type FileKind, type WantedFiles } from '../shared/fileKinds.js';

function kind(name: string, ...starts: readonly string[]): FileKind {
  return { name, isRead: false, fits: (head) => starts.some((start) => startsWith(head, start)) };
}

/** Formats by their first bytes. @source the specification of each, as in the list of `file`(1) */
const soundKinds: readonly FileKind[] = [
  {
    name: 'wav',
    isRead: true,
    fits: (head) => startsWith(head, 'RIFF') && startsWith(head, 'WAVE', 8),
  },
  kind('wav of 64 bits', 'RF64', 'BW64', 'riff'),
  kind('FLAC', 'fLaC'),
  kind('Ogg', 'OggS'),
  {
    name: 'AIFF',
    isRead: false,
    fits: (head) => startsWith(head, 'FORM') && startsWith(head, 'AIF', 8),
  },
  { name: 'MP4 or M4A', isRead: false, fits: (head) => startsWith(head, 'ftyp', 4) },
  {
    name: 'MP3',
    isRead: false,
    // Without a tag it starts with a frame: eleven bits of 1, and layer III.
    fits: (head) =>
      startsWith(head, 'ID3') || (head[0] === 0xff && ((head[1] ?? 0) & 0xe6) === 0xe2),
  },
  kind('AAC', '\xff\xf1', '\xff\xf9', 'ADIF'),
  kind('WMA', '\x30\x26\xb2\x75'),
  kind('AMR', '#!AMR'),
  kind('MIDI', 'MThd'),
  kind('AU', '.snd'),
  kind('Core Audio', 'caff'),
];

/** Sounds as a folder is searched for them. */
export const wantedSounds: WantedFiles = { names: /\.wav$/i, kinds: soundKinds };
