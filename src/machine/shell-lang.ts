import type { Lang } from '../core/lang.ts'

/** The command line speaks the language of its machine; French when it does not say. */
export const shellLang = (): Lang =>
  /^en/i.test(process.env['LC_ALL'] ?? process.env['LC_MESSAGES'] ?? process.env['LANG'] ?? '')
    ? 'en'
    : 'fr'
