/**
 * The languages of the program. Each sentence of the program is in both. French is the
 * default.
 */
export type Lang = 'fr' | 'en'

/**
 * The language of the territory. What people write here is in it, whatever the page that shows it;
 * so is each word of ours that a record keeps.
 */
export const HERE: Lang = 'fr'
