import { loadSpec, SpecSource, type DataFolders, type LoadOptions } from '../language/load/load.js';

/** The spec in a folder, and the places that its paths lead to. */
export interface SavedSpec extends DataFolders {
  /** Path of the merged spec. */
  readonly spec: string;
  /** Folder that relative paths of the spec start from. */
  readonly baseDir: string;
  /** Paths of the spec that its user gave by `--set`. */
  readonly dataPaths?: readonly string[] | undefined;
}

/** Reads the spec of a folder; its paths lead where they led when it was written. */
export function savedSource(
  { spec, baseDir, dataPaths = [], dataDir, environmentDirs }: SavedSpec,
  options: LoadOptions,
): SpecSource {
  const { tree, file, problems, ownPaths } = loadSpec(spec, options);
  const paths = new Set([...dataPaths, ...ownPaths]);
  return new SpecSource(tree, file, baseDir, problems, paths, { dataDir, environmentDirs });
}
