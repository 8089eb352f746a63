/** Codes of training and the run folder: GAN500 to GAN599. */
import type { CodeTable } from './code.js';

export const runCodes = {
  GAN501: {
    title: 'Training diverged',
    why: 'A loss, another metric or a weight is no longer a finite number, so nothing that follows would mean anything. The message names the first tensor that went bad, found by repeating the last iterations with a look at every tensor: one of the data, of a layer, of the gradients or of the update. The last checkpoint before is kept.',
    fix: 'Lower the learning rates, or add a penalty (r1, gradientPenalty) or training.gradientClip; where the first bad tensor is a batch of the data, mend the sample that the hint names.',
  },
  GAN502: {
    title: 'Samples that are not finite',
    why: 'The generator yields NaN or infinite numbers: its weights have diverged, perhaps in the very last update, which no loss has seen; or they are finite and its layers exceed what float32 can hold.',
    fix: 'The hint says which. Against diverged weights, lower the learning rates, or add a penalty (r1, gradientPenalty) or training.gradientClip, and train again.',
  },
  GAN503: {
    title: 'Graph that cannot be repeated',
    why: 'A step is recorded twice, and the two recordings differ: a layer, loss or penalty draws random numbers outside of its context, or keeps a counter of its own. Such numbers would be frozen into the graph.',
    fix: 'Take random tensors from `context.random`, and numbers that change from step to step from `context.state` or a schedule.',
  },
  GAN504: {
    title: 'State of another GAN',
    why: 'A state tensor has a name or a shape that this GAN does not have, so it was read from another one, or from a spec that has changed since.',
    fix: 'Write state only to a GAN of the same spec; `gan.program.state` lists every name with its shape.',
  },
  GAN505: {
    title: 'Feed for an input that does not exist',
    why: 'Numbers were given for an input that the graph does not declare, perhaps because its optimized form does not need it.',
    fix: 'Use one of the names in the message; `gan.program.inputs` lists them all with shape and meaning.',
  },
  GAN506: {
    title: 'Feed of the wrong size',
    why: 'An input has a fixed shape, batch axis included, and takes exactly as many numbers.',
    fix: 'Give all numbers in row-major order, the batch outermost.',
  },
  GAN507: {
    title: 'Tensor of the wrong shape from an entry',
    why: 'A loss or penalty is minimised, so its value must be a scalar; a state tensor keeps its shape from step to step; and an input has one shape only.',
    fix: 'Take a mean over the batch, or correct the shape that the message names.',
  },
  GAN508: {
    title: 'State that was not declared',
    why: 'A loss or layer updates a number that it has not declared, so it would have no first value and no place in the saved state.',
    fix: 'Declare it: a loss in `state`, a layer among its `parameters`.',
  },
  GAN509: {
    title: 'Layer that a network does not have',
    why: 'A penalty asks for the output of a layer by a name that no layer has. Options that name a layer are checked with the spec once the penalty lists them in `layerOptions`.',
    fix: 'Correct the name, and list the option in `layerOptions`.',
  },
  GAN510: {
    title: 'Run folder that is not empty',
    why: 'A run never overwrites what it finds.',
    fix: 'Give --out a new or an empty folder, or leave it out: the run then gets a folder of its own under runs/.',
  },
  GAN511: {
    title: 'File cannot be written',
    why: 'The disk is full, the operating system refused to write there, or a pipe, a device or a link to nothing is there. Files are replaced as a whole, so what stood there before is still there.',
    fix: 'Make room or grant the permission, or write to another place (`--out`, where a command has it).',
  },
  GAN512: {
    title: 'Samples cannot be written in this format',
    why: 'Images with one or three channels and points of the plane are written as pictures; some data sets, such as text, csv and wav, write samples in their own format.',
    fix: 'Name a file with the ending that the message gives, or one that ends in .npy for the numbers.',
  },
  GAN513: {
    title: 'Folder without a finished run',
    why: 'A run can be opened once its record and its state are in its folder; one of them is missing.',
    fix: 'Name the folder that `ganspec train` printed at its end.',
  },
  GAN514: {
    title: 'Class that the GAN does not have',
    why: 'Samples can be drawn of the classes that the data set has, by name or counted from 0, where the spec has "labels". A number is a name where the classes are named by numbers.',
    fix: 'Ask for one of the classes in the message, or for none.',
  },
  GAN515: {
    title: 'Number reported twice',
    why: 'A loss or penalty reports two numbers under one name in one step. Where both networks are trained in one step, it is asked for the terms of both there.',
    fix: 'Give the numbers different names, or report in the term of one network alone.',
  },
  GAN516: {
    title: 'Run folder in use',
    why: 'Another process is training there, as `lock.json` in the folder says. A lock of a process that has ended, in whatever way, is taken over.',
    fix: 'Wait until that run ends, or stop it; a new run takes another folder. Where the process named is no run, delete `lock.json`.',
  },
  GAN517: {
    title: 'Run that goes on elsewhere',
    why: 'Engines, and the same engine with another number of threads or after other passes over the graphs, add numbers up in different orders, so that results differ in their last digits; training makes such differences grow.',
    fix: 'Nothing to fix. For the very numbers of the uninterrupted run, resume on the engine, and with the threads and the passes, that the message names.',
  },
  GAN518: {
    title: 'Weights that are not taken over',
    why: 'A run that starts with the weights of another one takes those whose names and shapes agree. The message lists all others: they start with new values.',
    fix: 'Nothing to fix where networks differ on purpose; otherwise give the layers the names and sizes of the other run.',
  },
  GAN519: {
    title: 'Error that nobody caught',
    why: 'A timer or a promise of a plugin failed, or ended the process, while a run was under way, where no hook of ganspec could catch it. The run ends, with its state up to here where there is time to keep it.',
    fix: 'Catch the error in the plugin, and take process.exit away; the message has the place where one is known.',
  },
  GAN520: {
    title: 'Tensor does not fit its declaration',
    why: 'A feed or a state tensor is missing, unknown, or of another shape or type than the graph declares.',
    fix: 'Compare with `gan.program.inputs` and `gan.program.state`, which list every name with its shape and type.',
  },
  GAN522: {
    title: 'No engine works here',
    why: 'There is no engine of the name that was asked for, or its library cannot be loaded on this machine; the message has the reason.',
    fix: 'Run `ganspec doctor`, which lists the engines, and names the fix for each that does not work.',
  },
  GAN523: {
    title: 'Refused by the operating system',
    why: 'The operating system refused something where ganspec does not expect that, as to read its own files; the message has the reason.',
    fix: 'Make the file that the message names readable, or install ganspec anew where it is one of its own.',
  },
  GAN524: {
    title: 'Library of an engine that cannot be used',
    why: 'An engine runs on a native library, which is missing, truncated, damaged, or made for another processor or operating system; the message has its path and the reason. It is looked at before it is loaded, since a damaged file ends the process: its header and its length each time, and after any change what `ganspec engine install` noted of its content, and a first step in a process of its own.',
    fix: 'Install the library as the hint says, or choose another engine with --engine.',
  },
  GAN525: {
    title: 'Library of an engine not installed',
    why: '`ganspec engine install` fetches one pinned package, compares its SHA-256, and unpacks it beside the place that it then takes. Fetching, comparing or unpacking failed; a library that was installed before stays as it was.',
    fix: 'Do as the hint says and run the command again.',
  },
  GAN526: {
    title: 'Slower engine than there could be',
    why: '`--engine auto` takes an engine on a GPU, else the first of the list that loads. A GPU is there that none can use, or an engine before the one that was taken does not load on this machine. Or a GPU that was asked for, on which the first run of each graph is checked against the CPU, gave other numbers than the CPU, or failed, and the run goes on on the CPU.',
    fix: 'Do as the hint says, or name what is used with --engine or --provider.',
  },
  GAN527: {
    title: 'Malformed search space',
    why: 'The space of a sweep is a JSON object: for each place of the spec, named as `--set` names it, a list of values, or a range with `min`, `max`, and at will `scale` (`linear` or `log`) and `whole`.',
    fix: 'Correct the place of the message; docs/is-my-gan-good.md shows a space.',
  },
  GAN528: {
    title: 'Folder of another sweep',
    why: 'The folder has a sweep with another spec, space, seed or metric: its trials cannot be compared with those of this one.',
    fix: 'Repeat the command of that sweep to go on with it, or name another folder with --out.',
  },
  GAN529: {
    title: 'Engine or device that fails',
    why: 'The library of an engine failed in a graph that it had run before, or the part of onnxruntime behind `--provider webgpu` or `--provider cuda` does not work on this machine: it needs a driver, and for CUDA libraries beside it. The last checkpoint of a run is untouched.',
    fix: 'Do as the hint says: go on with `ganspec resume`, on another engine or with `--provider cpu` where it fails again.',
  },
  GAN530: {
    title: 'Folder with files that ganspec did not write',
    why: 'Compiled specs and reference pages replace a folder as a whole, and only what the same command wrote there. The folder holds other files, or files that were changed since.',
    fix: 'Give --out a new or an empty folder. With --force, files of the same names are overwritten and all others stay.',
  },
  GAN531: {
    title: 'Folder without a compiled GAN',
    why: 'A typed module reads the spec and the weights from the folder that it was written into, which has no `artefacts.json`.',
    fix: 'Compile again, or give `load` the folder as its second argument.',
  },
  GAN532: {
    title: 'Module of another GAN',
    why: 'The names and shapes in the module are not those of the GAN in the folder, so its types would be wrong.',
    fix: 'Run `ganspec compile` again and use the module that it writes.',
  },
  GAN533: {
    title: 'Export target that does not exist',
    why: 'A generator is exported in the form of one consumer, and there is none of that name.',
    fix: 'Take one of the targets that the message lists; docs/exports.md shows what each writes.',
  },
  GAN534: {
    title: 'Part of a spec that an export target cannot express',
    why: 'The target rebuilds the generator, or the whole training, in another library, which has no such layer, optimizer, schedule or operation, or none with these options. Nothing was written.',
    fix: 'Take a target that has every layer: onnx, tfjs, module or browser. docs/exports.md lists the layers that each target has; docs/scale.md what the target pytorch has.',
  },
  GAN535: {
    title: 'Port that cannot be used',
    why: '`ganspec serve` listens on a port of this machine, which another program uses, or which the operating system reserves.',
    fix: 'Take another port with --port, or --port 0 for any that is free.',
  },
  GAN536: {
    title: 'File in the place of a folder with runs',
    why: '`ganspec serve` shows the runs in a folder, and the path leads to a file.',
    fix: 'Name the folder that `ganspec train` puts its runs into, which is `runs` where --out does not say otherwise.',
  },
  GAN537: {
    title: 'Request that the server refuses',
    why: 'The server of `ganspec serve` answers pages of its own alone: requests to read (GET), for 127.0.0.1 or localhost with its port, of no other origin, and with its token. Otherwise any page that is open in the browser could read the runs.',
    fix: 'Open the address that `ganspec serve` has printed, with its token. Through a tunnel, give both ends the same port.',
  },
  GAN538: {
    title: 'Generator without directions',
    why: '`ganspec directions` moves latent vectors along the directions in which the first affine maps of the generator change most, and through its codes. No dense layer, and no convolution over a single position, reads the latent vector of this generator by itself, and it has no codes; or no direction was asked for.',
    fix: 'Ask for one direction or more (`--count`); begin the generator with a dense layer; or look at the way between the samples of two seeds with `ganspec interpolate`.',
  },
  GAN539: {
    title: 'Run whose plugins the page does not load',
    why: 'The page of `ganspec serve` computes latent walks from the last state of a run. The words of this run come from plugins, which are programs, and looking at a folder of runs starts no programs that it names.',
    fix: 'Write the walk as an animation with `ganspec interpolate`, which loads them.',
  },
  GAN540: {
    title: 'Argument that a method does not take',
    why: 'A method of the API was called with an option that it does not have, or with a value of another kind: a count below 1, a seed that is no whole number, numbers that are none.',
    fix: 'The message says what the method takes.',
  },
  GAN541: {
    title: 'Session in use, or closed',
    why: 'A session runs one step or draws samples at a time, since each goes on from the state that the one before left; after `dispose` it has no engine.',
    fix: 'Await each call before the next, and dispose last; for work side by side, prepare one session for each.',
  },
  GAN542: {
    title: 'Run without a result',
    why: '`result` of a training run gives the GAN with the state that the run ended with. This one was left before its first event, so it never began.',
    fix: 'Take at least one event before leaving; `result` alone trains to the end.',
  },
  GAN543: {
    title: 'Backbone that cannot be used',
    why: '`--backbone` names an ONNX model of images whose numbers metrics compare. The file is no such model, its input is not one batch of images of float32 with 1 or 3 channels, it has no tensor of that name, or the samples are no images.',
    fix: 'Do as the hint says, or measure without `--backbone`.',
  },
  GAN544: {
    title: 'Optuna is not there',
    why: '`ganspec sweep --sampler optuna` asks a library of Python for the values of each trial. Nothing of ganspec needs Python otherwise.',
    fix: 'Install Optuna for the Python that `GANSPEC_PYTHON` names, or for `python3`; or let values be drawn at random.',
  },
  GAN550: {
    title: 'Scores explode',
    why: 'The mean score of a batch is beyond `monitor.health.explodingScores.limit`. Losses without bounds, above all wasserstein, let the scores of a discriminator grow without end unless a penalty or a clip holds its slope (Gulrajani et al. 2017, arXiv:1704.00028).',
    fix: 'Lower the learning rates; or add gradientPenalty (arXiv:1704.00028), r1 (Mescheder et al. 2018, arXiv:1801.04406) or spectralNorm (Miyato et al. 2018, arXiv:1802.05957).',
  },
  GAN551: {
    title: 'Gradients explode or vanish',
    why: 'The norm of all gradients of a network has been outside of `monitor.health.gradientNorms` for ten iterations. Large ones throw the weights about; with vanishing ones nothing is learnt, as behind a discriminator that makes no mistakes (Arjovsky & Bottou 2017, arXiv:1701.04862).',
    fix: 'Exploding: training.gradientClip (Pascanu, Mikolov, Bengio 2013, arXiv:1211.5063), r1 or spectralNorm (arXiv:1802.05957). Vanishing: a weaker discriminator, other activations or initial weights.',
  },
  GAN552: {
    title: 'Discriminator saturates',
    why: 'The loss of the discriminator has been all but 0 for long: it tells every generated sample from a real one, and its gradient leads the generator nowhere (Arjovsky & Bottou 2017, arXiv:1701.04862). Losses without bounds (wasserstein) are watched by their scores instead.',
    fix: 'Lower the learning rate or the updates of the discriminator, add r1 (arXiv:1801.04406), instance noise or augmentation (arXiv:2006.06676), or take nonSaturating or hinge instead of minimax.',
  },
  GAN553: {
    title: 'Generator collapses',
    why: 'Generated samples of different latent vectors are much more alike than samples of the data: the geometric mean of their distances is a small share of that of the data, in five looks in a row, 100 iterations apart unless `every` says otherwise.',
    fix: 'training.packing (Lin et al. 2018, arXiv:1712.04086), minibatchStdDev (Karras et al. 2018, arXiv:1710.10196), or another loss with a penalty (arXiv:1704.00028, arXiv:2501.05441).',
  },
  GAN554: {
    title: 'Losses stand still',
    why: 'Both losses are the same for many batches, which those of living networks never are: scores do not depend on the samples any more, or no gradient passes.',
    fix: 'Look at activations without a gradient, at the learning rates and their schedules, and at initial weights (He et al. 2015, arXiv:1502.01852).',
  },
} as const satisfies CodeTable;
