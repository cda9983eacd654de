/**
 * The languages of the program. Each sentence that a person reads is in both. French is the
 * default.
 */
export type Lang = 'fr' | 'en'
