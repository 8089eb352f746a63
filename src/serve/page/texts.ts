/** Numbers and times as a person reads them. */

/** Four digits, as the log has them. */
export function fourDigits(value: number | null | undefined): string {
  return value === null || value === undefined ? '–' : value.toPrecision(4);
}

/** A whole number with separated thousands. */
export function groupedDigits(value: number): string {
  return value.toLocaleString('en-US');
}

/** A duration in seconds: `45 s`, `12 min 05 s`, `3 h 07 min`. */
export function durationLabel(seconds: number): string {
  const two = (number: number): string => String(Math.floor(number)).padStart(2, '0');
  if (seconds < 60) return `${Math.round(seconds)} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${two(seconds % 60)} s`;
  return `${Math.floor(seconds / 3600)} h ${two((seconds / 60) % 60)} min`;
}

/** A moment in the time zone of the reader: `2026-01-31 23:59`. */
export function timeText(iso: string): string {
  const time = new Date(iso);
  const two = (number: number): string => String(number).padStart(2, '0');
  const day = [time.getFullYear(), two(time.getMonth() + 1), two(time.getDate())].join('-');
  return `${day} ${two(time.getHours())}:${two(time.getMinutes())}`;
}
