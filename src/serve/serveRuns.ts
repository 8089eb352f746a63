/** A page on the runs in a folder, served to browsers on this machine. */
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { checkOptions, pathArgument, wholeNumberArgument } from '../diagnostics/arguments.js';
import { exitCodes, GanspecError, systemCodeOf } from '../diagnostics/errors.js';
import { answerRequests } from './answerRequests.js';
import { Guard } from './guard.js';
import { LatentWalks } from './latentWalks.js';
import { RunDirectory } from './runDirectory.js';
import { tokenFor } from './token.js';

/** Port where none is asked for. */
const defaultPort = 4260;

const address = '127.0.0.1';

export interface ServeOptions {
  /** Port on 127.0.0.1; 0 for any that is free. Default: 4260. */
  readonly port?: number;
}

/** A server at work. */
export interface RunServer {
  /** Address of the page, with the token that opens it. */
  readonly url: string;
  /** Ends all connections and stops. */
  close(): Promise<void>;
}

/**
 * Serves a page that lists the runs in a folder and shows them while they train. It reads and never writes, and answers this
 * machine alone: requests need the token of the address.
 * @param folder Searched as `listRuns` does; it need not exist yet.
 * @throws GanspecError GAN535 where the port cannot be used; GAN536 where the folder is a file.
 */
export async function serveRuns(folder = 'runs', options: ServeOptions = {}): Promise<RunServer> {
  pathArgument('folder of serveRuns', folder);
  checkOptions('serveRuns', options, { port: wholeNumberArgument(0) });
  const { port: wanted = defaultPort } = options;
  const root = resolve(folder);
  refuseFile(root);
  const server = createServer();
  const port = await listening(server, wanted);
  const token = tokenFor(root);
  const walks = new LatentWalks();
  server.on('request', answerRequests(new RunDirectory(root), walks, new Guard(port, token)));
  return {
    url: `http://${address}:${port}/?token=${token}`,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await Promise.all([closed, walks.close()]);
    },
  };
}

function refuseFile(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? true) return;
  throw new GanspecError(
    'GAN536',
    exitCodes.usage,
    `${folder} is a file, not a folder with runs`,
    'Name the folder that `ganspec train` puts its runs into, which is `runs` where --out does not say otherwise.',
  );
}

/** Starts to listen. @returns The port. */
async function listening(server: Server, wanted: number): Promise<number> {
  try {
    server.listen(wanted, address);
    await once(server, 'listening');
  } catch (error) {
    throw portError(wanted, error);
  }
  // A server on a port, not on a pipe.
  return (server.address() as AddressInfo).port;
}

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program uses it',
  EACCES: 'the operating system reserves it',
  ERR_SOCKET_BAD_PORT: 'ports go from 0 to 65535',
};

function portError(port: number, error: unknown): unknown {
  const code = systemCodeOf(error) ?? '';
  const reason = reasons[code];
  if (reason === undefined) return error;
  const hint = 'Take another one, as in --port 4261, or --port 0 for any that is free.';
  return new GanspecError(
    'GAN535',
    exitCodes.usage,
    `port ${port} of ${address} cannot be used: ${reason}`,
    code === 'EADDRINUSE'
      ? `${hint} If it is an earlier \`ganspec serve\`, its page is still there.`
      : hint,
  );
}
