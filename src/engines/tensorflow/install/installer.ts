/** Installs TensorFlow's library for this user, out of its package for Python. */
import { createHash } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { GanspecError, messageOf } from '../../../diagnostics/errors.js';
import { isLiving } from '../../../livingProcess.js';
import { makeFolder } from '../../../makeFolder.js';
import type { InstallOptions, LibraryInstaller } from '../../libraryInstaller.js';
import { gpuMark, installedFolder } from '../library/installedFolder.js';
import { noteDigests } from '../library/digests.js';
import { pinnedBuilds, type Build, type Builds } from './builds.js';
import { notInstalled } from './installError.js';
import { fetchHint, fetchPackage, findPackageClient } from './packageClient.js';
import { unpack } from './unpack.js';

/** The installer of these builds, by platform and processor. */
export function installerOf(
  builds: Readonly<Record<string, Builds>> = pinnedBuilds,
): LibraryInstaller {
  return {
    plan: ({ gpu, from }) => {
      const build = buildFor(builds, gpu ?? false);
      return {
        name: build.package,
        version: build.version,
        licence: 'Apache-2.0',
        packageBytes: build.packageBytes,
        bytes: build.bytes,
        folder: top(),
        ...(from === undefined && { client: findPackageClient(build).join(' ') }),
      };
    },
    install: async (options) => {
      const build = buildFor(builds, options.gpu ?? false);
      try {
        await install(build, options);
      } catch (error) {
        throw error instanceof GanspecError ? error : refusedByDisk(error);
      }
    },
    remove: () => {
      try {
        const place = dirname(top());
        if (existsSync(place)) removeLeftovers(place);
        if (!existsSync(top())) return undefined;
        rmSync(movedAway(top()), { recursive: true });
      } catch (error) {
        throw refusedByDisk(error);
      }
      return top();
    },
  };
}

/** The folder that is replaced as a whole. */
function top(): string {
  return dirname(installedFolder());
}

function buildFor(builds: Readonly<Record<string, Builds>>, gpu: boolean): Build {
  const machine = `${process.platform} ${process.arch}`;
  const build = builds[machine]?.[gpu ? 'gpu' : 'cpu'];
  if (build) return build;
  throw notInstalled(
    `there is no ${gpu ? 'build for GPUs' : 'build'} of TensorFlow for ${machine}`,
    gpu && builds[machine]
      ? 'Install the one for CPUs, without --gpu.'
      : 'Set GANSPEC_TENSORFLOW to the folder of a library of your own, or use another engine.',
  );
}

/** Fetches and unpacks beside the folder, then takes its place. */
async function install(build: Build, { gpu, from }: InstallOptions): Promise<void> {
  const place = dirname(top());
  makeFolder(place);
  removeLeftovers(place);
  checkSpace(place, from === undefined ? build.packageBytes + build.bytes : build.bytes);
  const made = join(place, `tensorflow.${process.pid}.tmp`);
  mkdirSync(made);
  try {
    const file = from ?? (await fetched(build, made));
    await checkDigest(file, build);
    const library = join(made, 'library');
    for (const name of build.files) await unpackInto(library, file, name);
    noteDigests(build.files.map((name) => join(library, name)));
    if (gpu) writeFileSync(join(library, basename(installedFolder()), gpuMark), '');
    const old = existsSync(top()) ? movedAway(top()) : undefined;
    renameSync(library, top());
    if (old !== undefined) rmSync(old, { recursive: true });
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
}

async function fetched(build: Build, folder: string): Promise<string> {
  const download = join(folder, 'package');
  mkdirSync(download);
  await fetchPackage(findPackageClient(build), build, download);
  const file = readdirSync(download).find((name) => name.endsWith('.whl'));
  if (file !== undefined) return join(download, file);
  throw notInstalled(`the client fetched no ${build.package}`, fetchHint(build));
}

async function unpackInto(folder: string, archive: string, name: string): Promise<void> {
  const path = join(folder, name);
  makeFolder(dirname(path));
  try {
    await unpack(archive, name, path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') throw error;
    const hint = 'Fetch the package again.';
    throw notInstalled(`${archive} cannot be unpacked: ${messageOf(error)}`, hint);
  }
}

/** @throws GanspecError (GAN525) for any other file than the pinned package. */
async function checkDigest(file: string, build: Build): Promise<void> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(file), hash);
  } catch (error) {
    throw notInstalled(`${file} cannot be read: ${messageOf(error)}`, fetchHint(build));
  }
  const digest = hash.digest('hex');
  if (digest === build.sha256) return;
  throw notInstalled(
    `${file} is not the package ${build.package} ${build.version} for Python ${build.python} and ${build.platform}: its SHA-256 is ${digest}, not ${build.sha256}`,
    fetchHint(build),
  );
}

function checkSpace(folder: string, bytes: number): void {
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize >= bytes) return;
  const [needed, free] = [bytes, bavail * bsize].map((it) => `${Math.ceil(it / 1e6)} MB`);
  throw refusedByDisk(
    new Error(`${folder} has ${free ?? ''} free, and ${needed ?? ''} are needed`),
  );
}

function refusedByDisk(error: unknown): GanspecError {
  return notInstalled(
    messageOf(error),
    'Make room or grant the permission there, or name another folder with the environment variable XDG_CACHE_HOME.',
  );
}

/** Takes a folder from its place at once, so that there is never a part of it. @returns Its new path. */
function movedAway(folder: string): string {
  const away = join(dirname(folder), `tensorflow-old.${process.pid}.tmp`);
  rmSync(away, { recursive: true, force: true });
  renameSync(folder, away);
  return away;
}

/** Removes what interrupted installations have left. */
function removeLeftovers(place: string): void {
  for (const name of readdirSync(place)) {
    const owner = /^tensorflow(?:-old)?\.(\d+)\.tmp$/.exec(name)?.[1];
    // This process has none yet: one with its number is of an earlier process.
    const isLeft = owner === String(process.pid) || !isLiving(Number(owner));
    if (owner !== undefined && isLeft) {
      rmSync(join(place, name), { recursive: true, force: true });
    }
  }
}
