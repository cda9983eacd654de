/** The words of one record type: what forms, lists, pages and CSV say. */
export type TypeWords = Readonly<{
  one: string
  many: string
  /** *Ajouter une annonce*, in full, because French agrees. */
  add: string
  fields: Readonly<
    Record<
      string,
      Readonly<{ label: string; hint?: string; choices?: Readonly<Record<string, string>> }>
    >
  >
}>
export type BrickWords = Readonly<{ types: Readonly<Record<string, TypeWords>> }>
