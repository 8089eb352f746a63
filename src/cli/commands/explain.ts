/** `ganspec explain`: a spec at one stage of the pipeline. */
import { Option, type Command } from 'commander';
import type { Gan, Stage } from '../../index.js';
import { openSpec, showDiagnostics, takesSpec, type SpecOptions } from '../specOptions.js';
import { print, printJson } from '../stdout.js';

interface ExplainOptions extends SpecOptions {
  readonly stage: Stage;
  readonly json?: boolean;
}

const stages: readonly Stage[] = ['summary', 'normalized', 'resolved', 'graph', 'passes', 'onnx'];

/** Adds the command. */
export function addExplain(program: Command): void {
  takesSpec(program.command('explain'))
    .description('show what a spec becomes: its layers with shapes and costs, or a later form')
    .addOption(new Option('--stage <stage>', 'form to show').choices(stages).default('summary'))
    .option('--json', 'print one JSON document')
    .action(async (argument: string, options: ExplainOptions) => {
      const { compiler, source } = await openSpec(argument, options);
      const gan = compiler.compile(source);
      await showDiagnostics(gan.warnings);
      if (options.json)
        printJson({ stage: options.stage, content: await contentOf(gan, options.stage) });
      else print((await gan.explain(options.stage)).trimEnd());
    });
}

/** The stage as data where it is data, else its text. */
async function contentOf(gan: Gan, stage: Stage): Promise<unknown> {
  if (stage === 'summary') return gan.resolved.networks;
  if (stage === 'normalized') return gan.spec;
  return stage === 'resolved' ? gan.resolved : await gan.explain(stage);
}
