/** A tiny step on a library, in a process of its own, which a damaged one may end: `node trial.js <path>`. */
import { timeTinyStep } from '../../tinyStep.js';
import { engineOn } from '../tensorflowEngine.js';
import { refusedExit } from './proveLibrary.js';

const [, , path = ''] = process.argv;
try {
  await timeTinyStep(engineOn({ path, source: 'trial', isForGpus: false }));
} catch {
  // The process that asks meets the same error, and tells it.
  process.exitCode = refusedExit;
}
