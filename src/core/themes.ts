/**
 * The themes of a new box, by which notices and places are found (*bois*, *vélo*). The first start
 * writes them as records, which the keeper may rename; a theme has the same id on every box.
 */

/** A theme that a new box offers: label, other words for it, and the key of its wider theme. */
export type SeedTheme = Readonly<{ key: string; label: string; synonyms: string; wider?: string }>

const theme = (key: string, label: string, synonyms: string, wider?: string): SeedTheme => ({
  key: `theme-${key}`,
  label,
  synonyms,
  ...(wider ? { wider: `@theme-${wider}` } : {}),
})

/** The thirty themes of a new box, in words of the countryside. A keeper edits them. */
export const THEMES: readonly SeedTheme[] = [
  theme('materiaux', 'Matériaux', 'récup, récupération, réemploi, chutes, ressourcerie'),
  theme('papier', 'Papier', 'carton, feuilles, bobines, reliure, dessin', 'materiaux'),
  theme('bois', 'Bois', 'planches, palettes, scierie, chutes de bois', 'materiaux'),
  theme('pierre', 'Pierre', 'pierres, murets, pierre sèche, gravats', 'materiaux'),
  theme('meubles', 'Meubles', 'mobilier, chaises, armoire, réfection, ébénisterie', 'materiaux'),
  theme('textile', 'Textile', 'couture, tissu, laine, tricot, vêtements', 'materiaux'),
  theme('alimentation', 'Alimentation', 'nourriture, repas, cuisine, cantine, conserves'),
  theme('legumes', 'Légumes', 'maraîchage, maraîcher, paniers, potager, AMAP', 'alimentation'),
  theme('terres', 'Terres', 'terrain, parcelle, champ, friche, cultiver'),
  theme('jardins', 'Jardins', 'jardin partagé, graines, plants, compost', 'terres'),
  theme('betes', 'Bêtes', 'élevage, foin, pâture, poules, ruches', 'terres'),
  theme('foret', 'Forêt', 'affouage, bois de chauffage, haies, taille', 'terres'),
  theme('eau', 'Eau', 'source, rivière, Lignon, puits, récupérateur'),
  theme('reparation', 'Réparation', 'repair café, réparer, dépannage, bricolage'),
  theme('outils', 'Outils', 'scie, remorque, machine, matériel, CUMA'),
  theme('numerique', 'Numérique', 'ordinateur, Internet, informatique, téléphone, EPN'),
  theme('transports', 'Transports', 'covoiturage, trajet, voiture, autostop, camionnette'),
  theme('velo', 'Vélo', 'bicyclette, VTT, remorque à vélo', 'transports'),
  theme('culture', 'Culture', 'spectacle, concert, exposition, théâtre, musique'),
  theme('fetes', 'Fêtes', 'festival, bal, fête du village, buvette', 'culture'),
  theme('livres', 'Livres', 'médiathèque, bibliothèque, lecture, revue', 'culture'),
  theme('enfance', 'Enfance', 'garde d’enfants, école, périscolaire, jeux'),
  theme('jeunes', 'Jeunes', 'club des jeunes, adolescents, loisirs'),
  theme('entraide', 'Entraide', 'coup de main, voisins, visites, solidarité'),
  theme('sante', 'Santé', 'soins, médecin, aidants, pharmacie'),
  theme('logement', 'Logement', 'maison, chambre, colocation, habitat, éco-village'),
  theme('energie', 'Énergie', 'chauffage, poêle, isolation, solaire'),
  theme('lieux', 'Lieux partagés', 'local, salle, atelier partagé, tiers-lieu'),
  theme('travail', 'Travail', 'emploi, télétravail, formation, métier'),
  theme('commerce', 'Commerce', 'marché, vente, épicerie, bar, tournée'),
]
