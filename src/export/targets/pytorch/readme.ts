/** `README.md` of the project. */
import type { OutlinedGan } from '../../../program/outline/outline.js';
import type { ExportSource } from '../target.js';

export function readme(
  { writtenBy, iteration, about }: ExportSource,
  { resolved }: OutlinedGan,
  notes: readonly string[],
): string {
  const { name, training } = resolved.spec;
  return `# ${name}
${about === undefined ? '' : `\n${about}\n`}
This GAN as a project of PyTorch, written by ${writtenBy} with its state after ${iteration} iterations.

## Start

\`\`\`sh
pip install -r requirements.txt
python -m pytest                              # the same numbers as ganspec, on this machine
torchrun --nproc-per-node=gpu train.py        # all GPUs of this machine; --nproc-per-node=4 on a machine without
\`\`\`

\`python train.py --help\` lists the options. Batches have ${training.batchSize} samples of all ranks together, so the number of ranks must divide that; \`--batch\` takes another size. Training goes on from the newest checkpoint in \`--out\`, and starts from \`state.safetensors\` where there is none. SIGTERM saves before it ends.

Several machines: \`slurm.sh\` for Slurm, \`Dockerfile\` and \`kubernetes.yaml\` for Kubernetes.

## Files

| file | what |
| --- | --- |
| \`networks.py\` | a class for each network, with the layers of the spec |
| \`losses.py\` | losses and penalties |
| \`step.py\` | an iteration: losses, gradients, updates |
| \`settings.py\`, \`spec.json\` | batch, steps, optimizers, schedules; the spec with every default |
| \`train.py\` | the command |
| \`data.py\` | reading of samples, each rank its share |
| \`checkpoint.py\` | the state as safetensors, in the names of ganspec |
| \`ops.py\`, \`draws.py\`, \`schedules.py\`, \`optimizers.py\`, \`context.py\`, \`plan.py\` | what those are made of |
| \`test_equality.py\`, \`equality.safetensors\` | the same iterations as ganspec's own |

Tensors have the layout of the spec: images \`[batch, height, width, channels]\`, kernels of convolutions \`[height, width, in, out]\`. To PyTorch such an image is one in \`channels_last\` format.

## Back to ganspec

\`\`\`sh
ganspec import this-folder --out runs/${name}
\`\`\`

takes the newest checkpoint in \`run\`; name the folder of \`--out\` in its place where \`train.py\` was given one. The run can then be sampled, evaluated, exported and trained on.
${notes.length === 0 ? '' : `\n## On several ranks\n\n${notes.map((note) => `${note.charAt(0).toUpperCase()}${note.slice(1)}.`).join('\n\n')}\n`}`;
}
