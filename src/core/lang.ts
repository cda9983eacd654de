/** The languages of the program: each sentence that a person reads is in both. */
export type Lang = 'fr' | 'en'
