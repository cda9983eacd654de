import type { Lang } from '../core/lang.ts'

/** As POSIX has it: the first of them that says something. */
const NAMES = ['LC_ALL', 'LC_MESSAGES', 'LANG'] as const

/** The language that the shell speaks: English where it says so, else French. */
export const shellLang = (env: NodeJS.ProcessEnv = process.env): Lang =>
  /^en(?![a-z])/i.test(NAMES.map(name => env[name]).find(Boolean) ?? '') ? 'en' : 'fr'
