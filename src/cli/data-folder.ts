/** The data folder of `serve` without --data. */
const DEFAULT_DATA = './data'
export const dataFrom = (values: Readonly<Record<string, unknown>>): string =>
  typeof values['data'] === 'string' ? values['data'] : DEFAULT_DATA
