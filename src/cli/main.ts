#!/usr/bin/env node
/** `ganspec`, the command line. */
import { createProgram } from './program.js';
import { print } from './stdout.js';
import { tellError } from './tellError.js';

try {
  const [first] = process.argv.slice(2);
  if (first === '-V' || first === '--version') print((await import('../index.js')).version);
  else await createProgram().parseAsync();
} catch (error) {
  process.exitCode = await tellError(error);
}
