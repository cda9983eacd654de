/**
 * How people head their columns, in French and in English, folded: words of recognition, shown to
 * nobody.
 */
export const BY_KIND: Readonly<Record<string, string>> = {
  phone:
    'tel|telephone|telephone portable|portable|mobile|numero de telephone|n de telephone|phone',
  email: 'mail|email|e mail|courriel|mel|adresse mail|adresse email|adresse electronique',
  url: 'site|web|site web|site internet|page web|lien|url|website',
  commune: 'commune|ville|village|localite|code insee|insee|code commune|city|town',
  hours: 'horaires|horaire|ouverture|heures d ouverture|opening hours|hours',
  themes: 'theme|themes|thematique|thematiques|mots cles|mot cle|etiquettes|tags',
  point: 'coordonnees|coordonnees gps|gps|geo point|geolocalisation|position',
  'point.lat': 'latitude|lat',
  'point.lon': 'longitude|lon|lng|long',
  'period.from': 'debut|date de debut|du|start|from',
  'period.to': 'fin|date de fin|au|end|to',
  'quantity.amount': 'quantite|nombre|amount',
  'quantity.unit': 'unite|unit',
  money: 'prix|montant|tarif|price',
  prose:
    'description|commentaire|commentaires|remarque|remarques|notes|observations|presentation|' +
    'resume',
}
/** For names of fields that several record types share. */
export const BY_NAME: Readonly<Record<string, string>> = {
  address: 'adresse|adresse postale|rue|voie|address',
  name: 'nom|nom complet|denomination|raison sociale|structure|intitule|name',
  kind: 'type|categorie|sorte|nature|genre|statut',
  summary: 'objet|but|activite|activites|mission|objet social',
  title: 'titre|intitule|nom|objet|libelle|title',
  startsOn: 'date|jour|date de debut|le|day',
  startsAt: 'heure|heure de debut|a partir de|time',
  endsOn: 'date de fin|fin|end',
  endsAt: 'heure de fin|jusqu a',
  date: 'date|jour|le',
  who: 'qui|responsable|animateur|par',
  reach: 'contact|comment joindre|joindre|coordonnees',
  where: 'emplacement|lieu|location',
  valueCents: 'valeur|value rrp|value',
  feeCents: 'participation|tarif|loan fee',
  condition: 'etat|condition',
  detail: 'description',
  depositCents: 'caution|deposit',
  longestDays: 'loan period|duree du pret|duree de pret',
  pieces: 'pieces|components',
  count: 'combien|quantite|quantity|exemplaires',
  sheet: 'mode d emploi|care information',
  siret: 'siret|pivot|rna|numero siret|identifiant',
  computers: 'ordinateurs|postes|nombre d ordinateurs|nombre de postes|nb postes',
}
/** Words of a cell that mean yes or no; a cross in a box is yes. */
export const YES = 'oui|o|x|vrai|1|yes|y|true|ok'
export const NO = 'non|n|faux|0|no|false'
