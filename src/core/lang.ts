/**
 * The languages of the program. Each sentence of the program is in both. French is the
 * default.
 */
export type Lang = 'fr' | 'en'
