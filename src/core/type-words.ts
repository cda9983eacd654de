/**
 * The words of one record type, in one language, for forms, lists, pages and CSV. `one`: *annonce*.
 * `many`: *annonces*. `fields`: by field, its label, a hint under the control, the words of its
 * choices, and what a field of `home` says instead of *is never shown*, where its person may have
 * it shown (`stays`).
 */
export type TypeWords = Readonly<{
  one: string
  many: string
  /** In full, because French agrees: *Ajouter une annonce*. */
  add: string
  fields: Readonly<
    Record<
      string,
      Readonly<{
        label: string
        hint?: string
        stays?: string
        choices?: Readonly<Record<string, string>>
      }>
    >
  >
}>
/**
 * The least that the words of a brick contain. (A brick is one part of village life, such as
 * notices or rides.) `types`: the words of each of its record types, by the name of the type.
 */
export type BrickWords = Readonly<{ types: Readonly<Record<string, TypeWords>> }>
