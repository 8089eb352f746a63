/** Codes of checkpoints: GAN600 to GAN699. */
import type { CodeTable } from './code.js';

export const checkpointCodes = {
  GAN600: {
    title: 'Damaged weight file',
    why: 'The file is not a whole safetensors file: its header cannot be read, or does not agree with the bytes that follow. Nothing of it is used.',
    fix: 'Take another checkpoint of the run, or an undamaged copy of the file.',
  },
  GAN601: {
    title: 'Weight file with a kind of number ganspec does not use',
    why: 'ganspec keeps float32, int32 and boolean tensors (F32, I32, BOOL) and converts nothing silently.',
    fix: 'Convert the tensors that the message names.',
  },
} as const satisfies CodeTable;
