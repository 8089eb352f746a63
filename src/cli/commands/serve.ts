/** `ganspec serve`: a page that shows the runs in a folder, while they train and after. */
import { constants } from 'node:os';
import type { Command } from 'commander';
import { setExitCode } from '../exitCode.js';
import { printToStderr } from '../stderr.js';
import { print } from '../stdout.js';
import { wholeNumber } from '../wholeNumber.js';

/** Adds the command. */
export function addServe(program: Command): void {
  program
    .command('serve')
    .description('show the runs in a folder on a page for the browser, those in training live')
    .argument('[folder]', 'searched together with the folders in it', 'runs')
    .option(
      '--port <n>',
      'port on 127.0.0.1, 0 for any that is free (default: 4260)',
      wholeNumber(0),
    )
    .action(serve);
}

async function serve(folder: string, { port }: { readonly port?: number }): Promise<void> {
  const { listRuns, serveRuns } = await import('../../index.js');
  const server = await serveRuns(folder, { ...(port !== undefined && { port }) });
  if (listRuns(folder).length === 0) {
    printToStderr(`note: there are no runs in ${folder} yet; the page shows them once there are`);
  }
  print(server.url);
  printToStderr('open this address in a browser on this machine; Ctrl-C stops the server');
  const signal = await firstSignal();
  await server.close();
  setExitCode(128 + constants.signals[signal]);
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

function firstSignal(): Promise<(typeof signals)[number]> {
  return new Promise((stop) => {
    for (const name of signals) process.once(name, stop);
  });
}
