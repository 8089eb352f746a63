/** The package client of Python that the user has. */
import { spawn, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Build } from './builds.js';
import { notInstalled } from './installError.js';

/** Program and first arguments of a client. */
export type PackageClient = readonly [program: string, ...words: readonly string[]];

/** In the order in which they are tried. */
const clients: readonly PackageClient[] = [
  ['python3', '-m', 'pip'],
  ['pip3'],
  ['pip'],
  ['python', '-m', 'pip'],
  ['uvx', 'pip'],
];

/** The client that answers first. @throws GanspecError (GAN525) where there is none. */
export function findPackageClient(build: Build): PackageClient {
  const found = clients.find(([program, ...words]) => {
    return spawnSync(program, [...words, '--version'], { stdio: 'ignore' }).status === 0;
  });
  if (found) return found;
  const reason = 'no package client of Python is here: neither pip nor uv answers';
  throw notInstalled(reason, `Install one of them. ${fetchHint(build)}`);
}

/** The way to a package on another machine, in full sentences. */
export function fetchHint(build: Build): string {
  const words = ['pip', 'download', `${build.package}==${build.version}`, ...optionsFor(build)];
  return `\`${words.join(' ')}\` fetches the package on any machine with a network; \`ganspec engine install tensorflow --from FILE\` installs it.`;
}

/**
 * Fetches a package into a folder; what the client says goes to standard error.
 * @throws GanspecError (GAN525) where the client fails.
 */
export async function fetchPackage(
  [program, ...words]: PackageClient,
  build: Build,
  folder: string,
): Promise<void> {
  const list = join(folder, 'requirements.txt');
  writeFileSync(list, `${build.package}==${build.version} --hash=sha256:${build.sha256}\n`);
  const arguments_ = [
    ...[...words, 'download', '--require-hashes', '--requirement', list],
    ...['--dest', folder, ...optionsFor(build)],
  ];
  const code = await new Promise<number | string>((resolve) => {
    spawn(program, arguments_, { stdio: ['ignore', 2, 2] })
      .on('error', ({ message }) => {
        resolve(message);
      })
      .on('close', (status, signal) => {
        resolve(status ?? signal ?? 'no status');
      });
  });
  if (code !== 0) {
    const client = [program, ...words].join(' ');
    throw notInstalled(
      `${client} did not fetch ${build.package} ${build.version} (${code}); its own message stands above`,
      `Mend that and run the command again. ${fetchHint(build)}`,
    );
  }
}

/** The very build, whatever Python the client runs on. */
function optionsFor({ python, platform }: Build): readonly string[] {
  return [
    ...['--no-deps', '--only-binary=:all:'],
    ...['--python-version', python, '--platform', platform],
  ];
}
