/**
 * The words of one record type, in one language, for forms, lists, pages and CSV. `one`: *annonce*.
 * `many`: *annonces*. `fields`: by field, its label, a hint under the control, and the words of its
 * choices.
 */
export type TypeWords = Readonly<{
  one: string
  many: string
  /** In full, because French agrees: *Ajouter une annonce*. */
  add: string
  fields: Readonly<
    Record<
      string,
      Readonly<{ label: string; hint?: string; choices?: Readonly<Record<string, string>> }>
    >
  >
}>
/**
 * The least that the words of a brick contain. (A brick is one part of village life, such as
 * notices or rides.) `types`: the words of each of its record types, by the name of the type.
 */
export type BrickWords = Readonly<{ types: Readonly<Record<string, TypeWords>> }>
