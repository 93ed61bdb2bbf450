/** `YYYY`, `YYYY-Qn`, `YYYY-MM` or `YYYY-MM-DD`; such texts sort in time order within one shape. */
export type Period = string;

const PERIOD = /^\d{4}(-(Q[1-4]|(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?))?$/;

export function isPeriod(text: string): text is Period {
  return PERIOD.test(text);
}
