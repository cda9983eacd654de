import { env } from 'node:process'

/**
 * How far an attack goes. `npm test` takes the short pass: one case of each kind.
 * `npm run attack` takes the long pass: every case.
 */
export const isLong = env['ATTACK'] === 'long'
