/** The option `--metrics`. */
import { Option } from 'commander';

/** The option, whose value is a JSON list as in `monitor.metrics`. */
export function metricsOption(): Option {
  return new Option(
    '--metrics <list>',
    'names, as in frechetDistance,precision, or a JSON list as in monitor.metrics (default: those of the spec, or all that fit the data)',
  ).argParser(metricList);
}

function metricList(text: string): string {
  return /^\s*\[/.test(text) ? text : JSON.stringify(text.split(',').map((name) => name.trim()));
}
