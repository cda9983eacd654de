import type { SeedRecord } from './record.ts'

/** A file of the demonstration's shelf: made here, by code, and given to all (CC0). */
export type SeedFile = Readonly<{ name: string; type: string; bytes: () => Uint8Array }>
/** It stays in the box that shows it. */
export type ShelfSeed = SeedRecord & Readonly<{ file?: SeedFile }>

/** A small shelf: a set of the season, and a folder where anybody brings music. */
export function shelf(today: string): readonly ShelfSeed[] {
  const on = Temporal.PlainDate.from(today).subtract({ days: 12 })
  const at = on.toString()
  const ours = { licence: 'cc0', on: at, author: 'la démonstration de CoCoTe' }
  return [
    {
      key: 'etagere-saison',
      type: 'shelf-folder',
      fields: {
        name: 'Le choix de la saison',
        purpose:
          'De quoi lire et écouter jusqu’au prochain changement de saison. On y prend tout ' +
          'ce qu’on veut.',
        readers: 'anyone',
        adders: 'nobody',
        season: `${SEASONS[Math.floor((on.month % 12) / 3)]} ${on.year}`,
        setOn: at,
        source: 'Anaïs, au local',
      },
      at,
    },
    {
      key: 'etagere-musiques',
      type: 'shelf-folder',
      fields: {
        name: 'Vos musiques',
        purpose:
          'Ce que vous jouez, chantez, enregistrez au village, et que vous donnez à entendre.',
        readers: 'anyone',
        adders: 'anyone',
        waits: true,
        largestMb: 100,
      },
      at,
    },
    {
      key: 'fichier-rapee',
      type: 'shelf-file',
      fields: {
        ...ours,
        title: 'La râpée du Forez, pour six',
        about: 'Une recette d’une page, à lire sur un téléphone.',
        folder: '@etagere-saison',
      },
      file: {
        name: 'La râpée du Forez.txt',
        type: 'text/plain; charset=utf-8',
        bytes: () => Buffer.from(RECIPE),
      },
      at,
    },
    {
      key: 'fichier-boite',
      type: 'shelf-file',
      fields: {
        ...ours,
        title: 'Faire une boîte à livres',
        about: 'Les planches, les vis, la porte\u00a0: une page à imprimer.',
        folder: '@etagere-saison',
      },
      file: {
        name: 'Faire une boîte à livres.pdf',
        type: 'application/pdf',
        bytes: () => pagePdf(BOX_LINES),
      },
      at,
    },
    {
      key: 'fichier-bourree',
      type: 'shelf-file',
      fields: {
        ...ours,
        title: 'Huit mesures à trois temps',
        about: 'Un air de huit mesures, joué par la borne elle-même.',
        folder: '@etagere-musiques',
      },
      file: { name: 'Huit mesures à trois temps.wav', type: 'audio/wav', bytes: tune },
      at,
    },
  ]
}
const SEASONS = ['Hiver', 'Printemps', 'Été', 'Automne'] as const

const RECIPE = `LA RÂPÉE DU FOREZ, pour six

Un kilo de pommes de terre, deux œufs, un oignon, sel, poivre, de l’huile.

1. Râpez les pommes de terre crues, pressez-les dans un torchon.
2. Mêlez-y l’oignon râpé, les œufs, le sel, le poivre.
3. Faites chauffer l’huile dans une poêle, étalez une couche d’un doigt.
4. Dix minutes de chaque côté, à feu moyen. Retournez avec une assiette.

Écrit pour la démonstration de CoCoTe. CC0\u00a0: copiez, changez, donnez.
`

/** Letters of Latin-1 alone: the page's own font needs no more. */
const BOX_LINES = [
  'FAIRE UNE BOÎTE À LIVRES',
  '',
  'Il faut deux planches de 2 m sur 30 cm, une vitre ou un plexiglas, deux charnières,',
  'vingt vis et de l’huile de lin.',
  '',
  '1. Coupez quatre côtés de 60 cm, un fond, un toit qui déborde de 5 cm.',
  '2. Vissez, puis posez le toit en pente, pour que l’eau coule derrière.',
  '3. La porte s’ouvre vers le haut et se referme seule.',
  '4. Deux couches d’huile de lin, une nuit entre les deux.',
  '',
  'Écrit pour la démonstration de CoCoTe. CC0, copiez, changez, donnez.',
]
const STRAIGHT = "'"

/** One page of plain lines. Source: PDF 1.4 reference, 3.4 (file structure) and 5.3 (text). */
function pagePdf(lines: readonly string[]): Uint8Array {
  const said = (line: string): string =>
    line.replaceAll('’', STRAIGHT).replace(/[\\()]/g, sign => `\\${sign}`)
  const stream =
    'BT /F1 12 Tf 18 TL 60 780 ' +
    `Td\n${lines.map(line => `(${said(line)}) Tj T*`).join('\n')}\nET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << ' +
      '/Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ]
  let body = '%PDF-1.4\n'
  const places: number[] = []
  for (const [i, object] of objects.entries()) {
    places.push(body.length)
    body += `${i + 1} 0 obj\n${object}\nendobj\n`
  }
  const table = places.map(place => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const end =
    `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ` +
    `>>\nstartxref\n${body.length}\n%%EOF\n`
  return Buffer.from(
    `${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}${end}`,
    'latin1',
  )
}

/** Units  half steps above the A below middle C, three notes a bar. */
const NOTES = [
  3, 7, 10, 12, 10, 7, 8, 12, 15, 10, 10, 7, 3, 7, 10, 12, 15, 12, 10, 7, 5, 3, 3, 3,
] as const
const [RATE, NOTE_S] = [8_000, 0.28]

/**
 * A tune of eight bars, one voice, eight bits. Source: the WAVE form of RIFF, as Microsoft and IBM
 * wrote it down in 1991.
 */
function tune(): Uint8Array {
  const each = Math.floor(RATE * NOTE_S)
  const samples = Uint8Array.from({ length: NOTES.length * each }, (_, i) => {
    const hz = 220 * 2 ** (NOTES[Math.floor(i / each)]! / 12)
    const into = (i % each) / each
    const loud = Math.min(1, into * 20) * (1 - into) * 63
    return (
      128 +
      Math.round(
        loud *
          (Math.sin((2 * Math.PI * hz * i) / RATE) + 0.3 * Math.sin((4 * Math.PI * hz * i) / RATE)),
      )
    )
  })
  const head = Buffer.alloc(44)
  head.write('RIFF', 0, 'latin1')
  head.writeUInt32LE(36 + samples.length, 4)
  head.write('WAVEfmt ', 8, 'latin1')
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(RATE, 24)
  head.writeUInt32LE(RATE, 28)
  head.writeUInt16LE(1, 32)
  head.writeUInt16LE(8, 34)
  head.write('data', 36, 'latin1')
  head.writeUInt32LE(samples.length, 40)
  return Buffer.concat([head, samples])
}
