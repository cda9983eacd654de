/** A size as people say it, in French. */
export const sizeFr = (n: number): string => {
  if (n < 1_000_000) return `${Math.ceil(n / 1_000)} ko`
  const [value, unit] = n < 1_000_000_000 ? [n / 1_000_000, 'Mo'] : [n / 1_000_000_000, 'Go']
  return `${(value < 10 ? Math.round(value * 10) / 10 : Math.round(value)).toLocaleString('fr-FR')} ${unit}`
}

/** Files too large to be held: what the door says of them. */
export const heavy = {
  tooLarge: (most: number) =>
    `C’est trop lourd : ici, un fichier fait au plus ${sizeFr(most)}. Rien n’a été pris. Pour plus, demandez à la personne qui tient la page.`,
  oneTooLarge: (name: string, most: number) => `« ${name} » est trop lourd : au plus ${sizeFr(most)} par fichier ici.`,
  notHere: (n: number) =>
    `${n === 1 ? 'Un fichier de l’étagère n’est' : `${n} fichiers de l’étagère ne sont`} pas sur ce disque. Rien n’est abîmé : une sauvegarde ne les emporte que si on le demande. Rapportez-les, ou retirez leurs lignes.`,
  left: (n: number, size: number) =>
    `L’étagère reste sur la borne (${n === 1 ? '1 fichier' : `${n} fichiers`}, ${sizeFr(size)}) : pour l’emporter aussi, ajoutez --shelf.`,
  gone: 'Ce fichier n’est plus sur cette borne',
  goneDo:
    'Sa ligne est restée, mais pas lui : une sauvegarde remise n’emporte pas les gros fichiers. Dites-le à la personne qui tient la page, elle peut le rapporter ou retirer la ligne.',
}
