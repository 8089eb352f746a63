import { textArgument } from '../diagnostics/arguments.js';
import { loadPlugins } from '../plugins/load.js';
import { readRunRecord } from '../runs/savedRun.js';
import { createCompiler, type Compiler, type CompilerOptions } from './compiler.js';

/**
 * A compiler with the plugins and passes of a run. The data folder comes with the run, whatever compiles it.
 * @param options Given plugins and passes take the place of those of the run.
 * @throws GanspecError GAN513 where the folder is no run; GAN800 where a plugin is no longer there.
 */
export async function compilerOfRun(
  folder: string,
  options: CompilerOptions = {},
): Promise<Compiler> {
  textArgument('folder of compilerOfRun', folder);
  const { pluginModules = [], passes: own } = readRunRecord(folder);
  const { plugins = await loadPlugins(pluginModules, process.cwd()), passes = own } = options;
  return createCompiler({ ...options, plugins, passes });
}
