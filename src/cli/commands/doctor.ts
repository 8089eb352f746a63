/** `ganspec doctor`: the state of engines and data sets on this machine, with a fix for what does not work. */
import { availableParallelism, totalmem } from 'node:os';
import type { Command } from 'commander';
import { counted } from '../../diagnostics/counted.js';
import type { EngineReport } from '../../index.js';
import { setExitCode } from '../exitCode.js';
import { describeData } from '../describeData.js';
import { openCompiler, takesDataDir, type SpecOptions } from '../specOptions.js';
import { print, printJson } from '../stdout.js';

interface DoctorOptions extends Pick<SpecOptions, 'dataDir'> {
  readonly json?: boolean;
}

/** Adds the command. */
export function addDoctor(program: Command): void {
  takesDataDir(program.command('doctor'))
    .description('say what works on this machine, and how to fix what does not')
    .option('--json', 'print one JSON document')
    .action(async (options: DoctorOptions) => {
      const { describeEngines, exitCodes, version } = await import('../../index.js');
      const compiler = await openCompiler(options);
      const machine = {
        ganspec: version,
        node: process.version,
        platform: `${process.platform} ${process.arch}`,
        cores: availableParallelism(),
        memoryGiB: Math.round(totalmem() / 2 ** 30),
      };
      const engines = await describeEngines();
      const data = await describeData(compiler);
      if (options.json) printJson({ ...machine, engines, data });
      else {
        for (const [name, value] of Object.entries(machine)) print(`${name}: ${value}`);
        for (const report of engines) printReport(`engine ${report.name}`, withFacts(report));
        for (const { name, ...report } of data) printReport(`data ${name}`, report);
      }
      if (!engines.some(({ works }) => works)) setExitCode(exitCodes.internal);
    });
}

/** The report with library, device and the time of a tiny step beside the description. */
function withFacts(report: EngineReport): EngineReport {
  const { works, library, version, place, device, threads, milliseconds, detail } = report;
  if (!works) return report;
  const named = [library, version, place].filter((word) => word !== undefined).join(' ');
  const time = milliseconds?.toFixed(2) ?? '';
  const on = `on the ${device}, ${counted(threads, 'thread')}`;
  return { ...report, detail: `${detail}: ${named} ${on}, a tiny step in ${time} ms` };
}

function printReport(
  name: string,
  { works, detail, fix }: { works: boolean; detail: string; fix?: string | undefined },
): void {
  print(`${name}: ${works ? 'works' : 'does not work'}: ${detail}`);
  if (fix !== undefined) print(`  ${fix}`);
}
