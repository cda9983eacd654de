/** The languages of the program, French first. Each sentence that a person reads is in both. */
export type Lang = 'fr' | 'en'
