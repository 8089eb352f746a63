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
  GAN605: {
    title: 'Run of another spec',
    why: 'A run goes on with its own spec: with another one, its numbers would be neither those of the one nor of the other. The message names each key that differs, with both values. `training.steps`, `monitor`, `name` and `description` may differ.',
    fix: 'Go on with the spec of the run, let keys through with `--allow-change`, or start a new run from its weights with `--init-from`.',
  },
  GAN606: {
    title: 'Record of another version',
    why: 'A checkpoint or a record is whole, and has a form that this version of ganspec would read wrongly. Older checkpoints are not used in its place without being asked for.',
    fix: 'Use the version that the message names, or a later one; `--from` names an earlier checkpoint.',
  },
  GAN607: {
    title: 'No checkpoint to go on from',
    why: 'The run ended before its first checkpoint, or keeps none of the step that was asked for.',
    fix: 'Name a step of the message, or train again; `monitor.checkpoint` tells how often checkpoints are written and how many are kept.',
  },
  GAN608: {
    title: 'Weights of other networks',
    why: 'A run starts with weights of another one as far as names and shapes agree, and none do.',
    fix: 'Take a run whose networks have layers of the same names; `ganspec explain` lists them.',
  },
  GAN609: {
    title: 'Run with nothing left to do',
    why: 'The checkpoint has as many iterations as the run is to have.',
    fix: 'Give --steps more iterations, counted from the start of the run.',
  },
  GAN610: {
    title: 'Damaged record',
    why: 'A file that ganspec writes for itself (`run.json`, `data.json`, `artefacts.json`, `manifest.json` of a checkpoint) or a line of `events.jsonl` is missing, is no JSON, has not the form that it was written in, or has another content than the SHA-256 in it says. Nothing of the folder is used; a run is followed up to that line.',
    fix: 'Restore the folder from a copy, or make it anew.',
  },
  GAN611: {
    title: 'Events of a run that are lost or damaged',
    why: 'A checkpoint knows how long `events.jsonl` was, and the file is shorter or missing, or a line in it is none that was written: it was cut, removed or changed by others. The run goes on, and its log from there on.',
    fix: 'Nothing to fix for the training. For the whole log, resume a copy of the folder that still has it.',
  },
  GAN612: {
    title: 'Nothing to import',
    why: '`ganspec import` takes a state in safetensors, as the projects of `ganspec export --to pytorch` write it. The path leads to nothing, to a folder without one, or to a file that does not tell its spec.',
    fix: 'Name the folder of the project or one of its checkpoints, `step-….safetensors`; `--spec` gives the spec of a file that does not tell it.',
  },
  GAN613: {
    title: 'Imported state with other tensors',
    why: 'Names or shapes of tensors in the file are not those of the spec. The message names each. Nothing is imported, since a run of some of them would be neither the one nor the other.',
    fix: 'Import the state of a project that was exported from this very spec, and leave the shapes in its `networks.py` as they are.',
  },
} as const satisfies CodeTable;
