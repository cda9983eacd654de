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
/** The words that every brick has: those of its record types. */
export type BrickWords = Readonly<{ types: Readonly<Record<string, TypeWords>> }>
