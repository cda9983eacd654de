/** Where the communes are: a file that the keeper brings. */
export const fr = {
  title: 'Où sont les communes',
  centresLead:
    'Le programme sait où est le milieu de chaque commune de France\u00a0: cela suffit pour une ' +
    'carte, aux contours approchés.',
  centres: 'Dessiner la carte avec ces milieux',
  lead:
    'Pour des contours justes, un fichier (GeoJSON), ou un de centres ' +
    '(CSV\u00a0: code, lat, lon). ' +
    'Un département entier se trouve sur data.gouv.fr, sous «\u00a0contours des communes\u00a0». ' +
    'Seules les communes de cette page sont gardées.',
  file: 'Le fichier',
  fileHint: 'GeoJSON ou CSV, avec le code INSEE de chaque commune, jusqu’à 5 Mo.',
  go: 'Dessiner',
  noFile: 'Choisissez un fichier.',
  noneOfOurs:
    'Aucune commune de cette page n’est dans ce fichier : vérifiez qu’il porte des codes INSEE.',
  faults: {
    empty: 'Ce fichier est vide.',
    'too-large': 'Ce fichier est trop gros : gardez seulement le département.',
    'not-text': 'Ce fichier n’est pas du texte : il faut du GeoJSON ou du CSV.',
    'not-understood': 'Ce fichier n’est ni un GeoJSON ni un tableau de centres.',
    topology: 'Ce fichier est du TopoJSON : il faut du GeoJSON.',
    'no-code': 'Ce fichier ne porte pas de code INSEE.',
    'no-place': 'Ce fichier ne dit pas où sont les communes.',
    projected: 'Ce fichier est en mètres : il faut des degrés (WGS 84).',
  },
}
