<?php
// The records as pages of both wikis: a page a record, a list of thirty, a first page of ten.
$pages = '/var/lib/dokuwiki/data/pages';
@mkdir("$pages/annonces", 0755, true);
$xml = fopen('/peers/records.xml', 'w');
fwrite($xml, '<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11" xml:lang="fr">');

function put($xml, string $title, string $text): void {
  $safe = htmlspecialchars($text, ENT_XML1);
  fwrite($xml, "<page><title>$title</title><ns>0</ns><revision><timestamp>2026-11-01T10:00:00Z" .
    "</timestamp><contributor><username>Anais</username></contributor><model>wikitext</model>" .
    "<format>text/x-wiki</format><text xml:space=\"preserve\">$safe</text></revision></page>\n");
}

$titles = [];
foreach (new SplFileObject('/peers/records.jsonl') as $line) {
  if (trim($line) === '') continue;
  ['id' => $id, 'word' => $word, 'said' => $said] = json_decode($line, true);
  $title = '';
  $rows = [];
  foreach ($said as $name => $value) {
    $text = is_array($value) ? implode(', ', array_map(
      fn($one) => is_scalar($one) ? (string) $one : '', $value)) : (string) $value;
    if ($text === '') continue;
    if (str_contains($text, $word)) $title = $text;
    else $rows[$name] = $text;
  }
  $doku = "====== $title ======\n\n";
  $media = '';
  foreach ($rows as $name => $text) {
    $doku .= "  * **$name**: $text\n";
    $media .= "* '''$name''': $text\n";
  }
  file_put_contents("$pages/annonces/$id.txt", $doku);
  put($xml, "Annonce $id", "== $title ==\n$media");
  $titles[$id] = $title;
}
foreach (['start' => 10, 'annonces' => 30] as $name => $count) {
  $doku = "====== Village ======\n\n";
  $media = '';
  foreach (array_slice($titles, -$count, null, true) as $id => $title) {
    $doku .= "  * [[annonces:$id|$title]]\n";
    $media .= "* [[Annonce $id|$title]]\n";
  }
  file_put_contents("$pages/$name.txt", $doku);
  put($xml, $name === 'start' ? 'Village accueil' : 'Village annonces', $media);
}
fwrite($xml, '</mediawiki>');
