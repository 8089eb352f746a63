/** Installation of an engine's library for this user. */

export interface InstallOptions {
  /** The build for GPUs. */
  readonly gpu?: boolean;
  /** A package that was fetched before, in the place of one from the package client. */
  readonly from?: string;
}

/** A library that may be installed. */
export interface InstallPlan {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  /** Bytes to fetch. */
  readonly packageBytes: number;
  /** Bytes on disk. */
  readonly bytes: number;
  /** The folder that it will have. */
  readonly folder: string;
  /** The command that fetches it; absent where a file is given. */
  readonly client?: string;
}

export interface LibraryInstaller {
  /** @throws GanspecError (GAN525) where there is no build for this machine, or nothing that fetches one. */
  plan(options: InstallOptions): InstallPlan;
  /**
   * Installs what the plan for these options says, as a whole or not at all.
   * @throws GanspecError (GAN525) where the package is not the pinned one, or cannot be fetched or unpacked.
   */
  install(options: InstallOptions): Promise<void>;
  /** @returns The folder that was removed; undefined where none was there. */
  remove(): string | undefined;
}
