#!/usr/bin/env node
/** Entry point of the command line, `ganspec`. */
import { createProgram } from './program.js';
import { print } from './stdout.js';
import { reportError } from './reportError.js';
import { catchUncaught } from './uncaught.js';

catchUncaught();

try {
  const [first] = process.argv.slice(2);
  if (first === '-V' || first === '--version') print((await import('../index.js')).version);
  else await createProgram().parseAsync();
} catch (error) {
  process.exitCode = await reportError(error);
}
