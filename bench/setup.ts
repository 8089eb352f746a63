/** Installs the peers of the benchmarks into a folder of their own, and writes the table of irises: `npm run bench:setup`. Needs Python 3.11 or later. */
import { spawnSync } from 'node:child_process';
import { environment, hasEnvironment, irisTable, requirements } from './compare/peers.js';

function run(program: string, ...options: readonly string[]): void {
  const { status, error } = spawnSync(program, options, { stdio: 'inherit' });
  if (status === 0) return;
  const reason = error?.message ?? `it ended with exit code ${status}`;
  console.error(`error: ${[program, ...options].join(' ')}: ${reason}`);
  console.error('The peers need Python 3.11 or later with venv and pip, and a network.');
  process.exit(1);
}

if (!hasEnvironment()) run('python3', '-m', 'venv', environment);
run(`${environment}/bin/python`, '-m', 'pip', 'install', '--requirement', requirements);
run(`${environment}/bin/python`, ...irisTable);
