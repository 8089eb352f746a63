/** Names of the plugins that this process has begun to load, for errors that have no place in a file. */

const names = new Set<string>();

export function noteLoaded(name: string): void {
  names.add(name);
}

export function loadedPlugins(): readonly string[] {
  return [...names];
}
