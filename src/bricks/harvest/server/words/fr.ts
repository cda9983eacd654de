import { countedFr as counted } from '../../../../text/counting.ts'

/** The page where notes are brought, and the verb that reads them. */
export const fr = {
  gathering: {
    counted: {
      title: 'Ce qu’on garde ici de ce qui est proposé',
      lead:
        'Une façon de lire souvent gardée se propose d’abord\u202f; souvent laissée, elle passe ' +
        'dans «\u00a0peut-être\u00a0». Ce compte reste dans cette borne.',
      line: (what: string, kept: number, left: number) =>
        `${what}\u00a0: on en a gardé ${kept}, et laissé ${left}`,
    },
    title: 'La cueillette',
    lead:
      'Vous revenez d’une réunion ? Collez vos notes : la page propose ce qu’elles ' +
      'contiennent, vous gardez, corrigez ou laissez. Rien n’est montré avant votre accord.',
    paste: 'Vos notes',
    file: 'Ou un fichier',
    fileHint: 'Texte, page web enregistrée, Word (.docx) ou LibreOffice (.odt), jusqu’à 2 Mo.',
    address: 'Ou l’adresse d’une page ou d’une catégorie de wiki',
    addressHint: 'Il faut Internet pour aller la chercher. Par exemple https://movilab.org/wiki/…',
    go: 'Cueillir',
    tooMany: (n: number) =>
      `Ces notes donnent ${n} passages : c’est plus qu’on n’en relit en une fois. Collez ` +
      'une réunion à la fois.',
    already: 'déjà cueillie',
    gatherThis: (title: string) => `Cueillir «\u00a0${title}\u00a0»`,
    categoryLead: (n: number) =>
      n === 1
        ? 'Une page dans cette catégorie.'
        : `${n} pages dans cette catégorie. Chacune se cueille et se relit à part.`,
    categoryMore: 'Il y en a d’autres\u00a0: donnez leur adresse une par une.',
    before: 'Déjà cueilli',
    state: (isShown: boolean): string => (isShown ? 'affiché' : 'en cours, rien n’est affiché'),
  },
  harvest: {
    meeting: (title: string, date: string, place: string) =>
      [title || 'Sans titre', date, place].filter(Boolean).join(' · '),
    people: (count: number) => counted(count, 'personne nommée', 'personnes nommées'),
    nothing: 'On n’a rien reconnu dans cette page.',
    private: 'reste ici',
    link: (from: string, rel: string, to: string) => `${from} → ${rel} → ${to}`,
    links: 'Liens',
  },
}
