import { PATH } from '../records-thing.ts'

/** The sheet of a day. */
export const SHEET = `${PATH}/feuille`
/** Where paper is keyed. */
export const KEYING = `${PATH}/reprise`
