/** `ganspec explain`: a spec at one stage of the pipeline. */
import { Option, type Command } from 'commander';
import { stages, type Stage } from '../../api/stages.js';
import type { Checked, Gan } from '../../index.js';
import { reportsOf, printChanges, printPasses } from '../passReports.js';
import { refuse } from '../refuse.js';
import {
  openSpec,
  showDiagnostics,
  takesPasses,
  takesSpec,
  type SpecOptions,
} from '../specOptions.js';
import { print, printJson } from '../stdout.js';

interface ExplainOptions extends SpecOptions {
  readonly stage: Stage;
  readonly pass?: string;
  readonly svg?: string;
  readonly json?: boolean;
}

/** Adds the command. */
export function addExplain(program: Command): void {
  takesPasses(takesSpec(program.command('explain')))
    .description(
      'show what a spec becomes: its data and layers with shapes and costs, or a later form',
    )
    .addOption(new Option('--stage <stage>', 'form to show').choices(stages).default('summary'))
    .addOption(
      new Option('--pass <name>', 'what this pass changes in the graphs').implies({
        stage: 'passes',
      }),
    )
    .option('--svg <file>', 'write a picture of an iteration and of the networks as well')
    .option('--json', 'print one JSON document')
    .action(async (argument: string, options: ExplainOptions) => {
      const { stage, pass, svg, json } = options;
      if (pass !== undefined && stage !== 'passes') refuse('--pass goes with --stage passes');
      const { compiler, source } = await openSpec(argument, options);
      const gan = await compiled(() => compiler.compile(source), {
        show: stage === 'summary' && !json,
        check: () => compiler.check(source),
      });
      if (!gan) return;
      await showDiagnostics(gan.warnings);
      if (svg !== undefined) await drawGan(gan, svg);
      if (pass !== undefined) explainPass(pass, gan, json);
      else if (json) printJson(await documentOf(gan, stage));
      else {
        if (stage === 'passes') printPasses(gan.passes());
        if (stage === 'summary') print(await gan.explain('data'));
        print((await gan.explain(stage)).trimEnd());
        if (stage === 'summary') print(`\n${(await gan.explain('costs')).trimEnd()}`);
      }
    });
}

/**
 * Compiles a spec. Of one with mistakes, data and networks are shown as far as they are known; data that are not there are no
 * mistake of a spec that is only looked at.
 */
async function compiled(
  compile: () => Gan,
  { show, check }: { readonly show: boolean; readonly check: () => Checked },
): Promise<Gan | undefined> {
  try {
    return compile();
  } catch (error) {
    const { dataTable, networkTable, SpecError } = await import('../../index.js');
    if (!show || !(error instanceof SpecError)) throw error;
    const { spec, data, networks } = check();
    if (spec && data) print(dataTable(spec.data.type, data));
    const known = Object.values(networks ?? {});
    for (const network of known) print(networkTable(network));
    const errors = error.diagnostics.filter(({ severity }) => severity === 'error');
    if (known.length === 0 || errors.some(({ code }) => code !== 'GAN401')) throw error;
    await showDiagnostics(error.diagnostics);
    return undefined;
  }
}

async function drawGan({ resolved }: Gan, file: string): Promise<void> {
  const { ganPicture, writeOutput } = await import('../../index.js');
  writeOutput(file, ganPicture(resolved));
}

function explainPass(pass: string, gan: Gan, json = false): void {
  const changes = reportsOf(pass, gan.passes());
  if (json) printJson({ stage: 'passes', pass, changes });
  else printChanges(changes);
}

/** The stage as data where it is data, else its text; the passes beside the graphs that they lead to. */
async function documentOf(gan: Gan, stage: Stage): Promise<object> {
  switch (stage) {
    case 'summary':
      return { stage, data: gan.resolved.data, content: gan.resolved.networks, costs: gan.costs() };
    case 'data':
      return { stage, content: gan.resolved.data };
    case 'costs':
      return { stage, content: gan.costs() };
    case 'normalized':
      return { stage, content: gan.spec };
    case 'resolved':
      return { stage, content: gan.resolved };
    case 'passes':
      return { stage, passes: gan.passes(), content: await gan.explain(stage) };
    case 'graph':
    case 'onnx':
      return { stage, content: await gan.explain(stage) };
  }
}
