/** The commands and their options. A command loads the rest of ganspec when it runs, so that help is fast. */
import { clippedLines } from '../diagnostics/clipped.js';
import { Command } from 'commander';
import { byKind } from '../entries/entry.js';
import { addAnimate } from './commands/animate.js';
import { addPlugin } from './commands/checkPlugin.js';
import { addClassifier } from './commands/classifier.js';
import { addCompare } from './commands/compare.js';
import { addCompile } from './commands/compile.js';
import { addDirections } from './commands/directions.js';
import { addDocs } from './commands/docs.js';
import { addDoctor } from './commands/doctor.js';
import { addEngine } from './commands/engine.js';
import { addEntries } from './commands/entries.js';
import { addEvaluate } from './commands/evaluate.js';
import { addEvaluateLoss } from './commands/evaluateLoss.js';
import { addEvaluatePenalty } from './commands/evaluatePenalty.js';
import { addExport } from './commands/export.js';
import { addExplain } from './commands/explain.js';
import { addFollow } from './commands/follow.js';
import { addImport } from './commands/import.js';
import { addInterpolate } from './commands/interpolate.js';
import { addLog } from './commands/log.js';
import { addNew } from './commands/new.js';
import { addPresets } from './commands/presets.js';
import { addReport } from './commands/report.js';
import { addResume } from './commands/resume.js';
import { addRuns } from './commands/runs.js';
import { addSample } from './commands/sample.js';
import { addServe } from './commands/serve.js';
import { addShow } from './commands/show.js';
import { addSweep } from './commands/sweep.js';
import { addTrain } from './commands/train.js';
import { addTypes } from './commands/types.js';
import { addValidate } from './commands/validate.js';

const exitCodesHelp = `
Exit codes: 0 fine, 1 a bug of ganspec, 2 usage, 3 spec invalid, 4 data unreadable, 5 diverged,
6 checkpoint damaged, 7 refused by a limit; 129, 130, 143 stopped by SIGHUP, SIGINT, SIGTERM.`;

/** The command line. Usage errors are printed on standard error and then thrown as CommanderError. */
export function createProgram(): Command {
  const program = new Command('ganspec')
    .description('Declarative GANs: check, compile and train a JSON spec.')
    .option('-V, --version', 'print the version')
    .addHelpText('after', exitCodesHelp)
    .enablePositionalOptions()
    .configureOutput({
      outputError: (text, write) => {
        write(clippedLines(text));
      },
    })
    .exitOverride();
  addValidate(program);
  addExplain(program);
  addCompile(program);
  addTrain(program);
  addResume(program);
  addRuns(program);
  addFollow(program);
  addServe(program);
  addReport(program);
  addLog(program);
  addSample(program);
  addInterpolate(program);
  addDirections(program);
  addAnimate(program);
  addEvaluate(program);
  addExport(program);
  addImport(program);
  addCompare(program);
  addSweep(program);
  addClassifier(program);
  addPresets(program);
  const lists = byKind((kind) => addEntries(program, kind));
  addEvaluateLoss(lists.loss);
  addEvaluatePenalty(lists.penalty);
  addShow(program);
  addPlugin(program);
  addNew(program);
  addTypes(program);
  addDocs(program);
  addDoctor(program);
  addEngine(program);
  return program;
}
