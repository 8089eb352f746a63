/** Runs the command line: one command, then the end of the process. */
import { exitCodes } from '../diagnostics/errors.js';
import { exitCode, setExitCode } from './exitCode.js';
import { createProgram } from './program.js';
import { lostOutput, print } from './stdout.js';
import { reportError, reportLostOutput } from './reportError.js';
import { catchExit, catchUncaught, endProcess } from './uncaught.js';

catchUncaught();
catchExit();
try {
  const [first] = process.argv.slice(2);
  if (first === '-V' || first === '--version') print((await import('../index.js')).version);
  else await createProgram().parseAsync();
} catch (error) {
  setExitCode(await reportError(error));
}
// Timers and sockets that a plugin has left behind would keep the process alive.
await Promise.all([process.stdout, process.stderr].map(written));
const lost = lostOutput();
if (lost && exitCode() === exitCodes.ok) setExitCode(reportLostOutput(lost));
endProcess();

/** Waits until the stream has taken all that was written to it, or has failed. */
function written(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((done) => {
    if (stream.destroyed) done();
    else {
      stream.write('', () => {
        done();
      });
    }
  });
}
