import type { fr } from './fr.ts'

export const en: typeof fr = {
  title: 'Where the communes are',
  centresLead:
    'The program knows the middle of each commune of France: that is enough for a map, with ' +
    'rough outlines.',
  centres: 'Draw the map with these',
  lead:
    'For true outlines, a file (GeoJSON), or one of centres (CSV: code, lat, lon). A whole ' +
    'department is on data.gouv.fr, as “contours des communes”. Only this page’s communes ' +
    'are kept.',
  file: 'The file',
  fileHint: 'GeoJSON or CSV, with each commune’s INSEE code, up to 5 MB.',
  go: 'Draw',
  noFile: 'Choose a file.',
  noneOfOurs: 'None of this page’s communes is in that file: check that it has INSEE codes.',
  faults: {
    empty: 'That file is empty.',
    'too-large': 'That file is too large: keep only the department.',
    'not-text': 'That file is not text: it takes GeoJSON or CSV.',
    'not-understood': 'That file is neither GeoJSON nor a table of centres.',
    topology: 'That file is TopoJSON: it takes GeoJSON.',
    'no-code': 'That file has no INSEE code.',
    'no-place': 'That file does not say where the communes are.',
    projected: 'That file is in metres: it takes degrees (WGS 84).',
  },
}
