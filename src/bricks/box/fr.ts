/** What the keeper reads of this box. `en.ts` has this type; no sentence stands anywhere else. */
export const fr = {
  types: {},
  title: 'La borne',
  lead: 'La petite machine qui tient cette page : comment elle va, et ce qu’il y a à faire d’elle.',
  itsName: 'Ses cinq mots',
  toBoxes: 'Les autres bornes',
}
