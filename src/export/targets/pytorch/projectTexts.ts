/** The files of the project that are made from the spec and its graphs. */
import { writeSafetensors } from '../../../checkpoint/safetensors.js';
import type { OutlinedFunction, OutlinedGan } from '../../../program/outline/outline.js';
import { Constants } from './constants.js';
import { functionText } from './functionText.js';
import { networkClass } from './networkClass.js';
import { networkFacts, type NetworkFacts } from './networkFacts.js';
import { NoTorchForm } from './noTorchForm.js';
import type { FunctionFacts, Project } from './project.js';
import { lossesFile, networksFile, stepFile } from './pythonFiles.js';
import { settingsText } from './settings.js';
import { stepFacts } from './stepText.js';

/**
 * @param data Settings of the data.
 * @throws NoTorchForm
 */
export function projectTexts(
  gan: OutlinedGan,
  writtenBy: string,
  data: string,
): ReadonlyMap<string, string | Uint8Array> {
  const { resolved, networks, steps } = gan;
  if (resolved.spec.training.topK !== 1) {
    // Equal scores are ranked by fixed numbers for each pair of samples.
    throw new NoTorchForm('top-k training', '/training/topK');
  }
  const constants = new Constants();
  const roles = new Map(
    Object.values(resolved.networks).map((network) => [network.role as string, network]),
  );
  const facts = new Map<string, NetworkFacts>(
    networks.flatMap((network) => {
      const of = roles.get(network.role);
      return of
        ? [
            [
              network.role,
              networkFacts(
                network,
                of,
                headsOf(gan, network.role),
                resolved.spec.training.syncBatchNorm,
              ),
            ],
          ]
        : [];
    }),
  );
  const classes = networks.flatMap((network) => {
    const [of, own] = [roles.get(network.role), facts.get(network.role)];
    return of && own ? [networkClass(network, of, own, constants)] : [];
  });
  const functions = new Map<string, FunctionFacts>();
  const project: Project = {
    networks: facts,
    functions,
    batchSize: resolved.spec.training.batchSize,
    constants,
  };
  // Augmentation comes first, which penalties call.
  for (const own of gan.functions.toSorted((a, b) => rankOf(a) - rankOf(b))) {
    functions.set(own.name, writtenFunction(own, project));
  }
  const projections = gan.projections.map(({ network, penalty, body }) => ({
    network,
    penalty,
    facts: functionText(body, project),
  }));
  const stepTexts = steps.map((step) => stepFacts(step, project));
  const samples = functionText(gan.samples, project);
  const head = `of ${resolved.spec.name}; written by ${writtenBy}.`;
  const lossTexts = [
    ...[...functions.values()].map(({ text }) => text),
    ...new Set(projections.map((projection) => projection.facts.text)),
  ];
  return new Map<string, string | Uint8Array>([
    [
      'networks.py',
      networksFile(
        head,
        classes,
        networks.map(({ role }) => role),
      ),
    ],
    ['losses.py', lossesFile(head, lossTexts, projections)],
    [
      'step.py',
      stepFile(
        [...stepTexts.map(({ text }) => text), samples.text],
        steps.map(({ step }) => step),
      ),
    ],
    ['settings.py', settingsText(gan, stepTexts, data)],
    ...(constants.tensors.size === 0
      ? []
      : [['constants.safetensors', writeSafetensors(constants.tensors)] as const]),
  ]);
}

/** Names the function, and its place, in what has no form. */
function writtenFunction(own: OutlinedFunction, project: Project): FunctionFacts {
  try {
    return functionText(own, project);
  } catch (error) {
    if (!(error instanceof NoTorchForm)) throw error;
    const origin = own.graphs[0].nodes.find((node) => node.origin !== '')?.origin;
    throw new NoTorchForm(`${own.name}: ${error.message}`, error.pointer ?? origin);
  }
}

function rankOf({ name }: OutlinedFunction): number {
  return name === 'augment' ? 0 : 1;
}

/** Layers of a network that are read outside of it. */
function headsOf({ functions, steps }: OutlinedGan, role: string): readonly string[] {
  const calls = [...functions, ...steps.map(({ body }) => body)].flatMap(({ calls: own }) => own);
  const names = calls
    .filter(({ callee }) => callee.kind === 'network' && callee.network === role)
    .flatMap(({ outputs }) => outputs.map(({ name }) => name))
    .filter((name) => name !== 'output');
  return [...new Set(names)];
}
