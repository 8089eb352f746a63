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
  GAN602: {
    title: 'File changed since it was written',
    why: 'The SHA-256 of a file differs from the one that the record of its folder (`run.json`, `artefacts.json`) has: it was damaged, replaced or edited. Nothing of it is used.',
    fix: 'Restore the folder from a copy, or make it anew.',
  },
  GAN603: {
    title: 'State without some of its tensors',
    why: 'A saved state must have every tensor of the GAN: those that are missing would silently be the untrained ones.',
    fix: 'Take the state of a run of this very spec, or train again.',
  },
  GAN604: {
    title: 'State with numbers that are not finite',
    why: 'A saved weight is NaN or infinite: the run diverged, and every sample would be worthless.',
    fix: 'Lower the learning rates, or add a penalty (r1, gradientPenalty) or training.gradientClip, and train again.',
  },
  GAN610: {
    title: 'Damaged record',
    why: 'A file that ganspec writes for itself (`run.json`, `data.json`, `artefacts.json`) is no JSON, has not the form that it was written in, or has another content than the SHA-256 in it says. Nothing of the folder is used.',
    fix: 'Restore the folder from a copy, or make it anew.',
  },
} as const satisfies CodeTable;
